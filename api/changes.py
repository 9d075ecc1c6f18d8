"""What maps of the change between any two periods are made of, which browsers repaint while a hand moves the years."""

import json
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from api import parameters
from api.answers import FOREVER, MINUTES, cached
from data import store
from data.areas import Level
from data.store import Dataset
from indicators.catalogue import Indicator
from indicators.kept import kept
from pictures.spans import spans

LEVELS: Final[tuple[Level, ...]] = ("ortsteil", "stadtbezirk")


def changes_json(request: Request) -> Response:
    """All values of an indicator at one level and the classes of the changes between any two periods, see
    `pictures.spans`; an answer that names its version never changes."""
    query = request.query_params
    parameters.check_names(query, ("indicator", "level", "version"))
    indicator = parameters.one_indicator(query)
    level = parameters.choice(query, "level", LEVELS) or "ortsteil"
    dataset = parameters.version(query) or store.current()
    keep = FOREVER if "version" in query else MINUTES
    return cached(
        request,
        dataset.version,
        lambda: Response(_spans(dataset, indicator, level), media_type="application/json"),
        keep,
    )


@kept
def _spans(dataset: Dataset, indicator: Indicator, level: Level) -> bytes:
    """As text, which takes a hundredth of the memory."""
    return json.dumps(spans(dataset, indicator, level), separators=(",", ":")).encode()
