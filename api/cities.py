"""The cities beside each other, as files."""

from typing import Any, Final

import pandas as pd
from starlette.requests import Request
from starlette.responses import Response

from api import parameters
from api.answers import cached, csv
from api.parameters import CITY_SELECTION
from exports.formats.json_file import to_json
from exports.formats.registry import File
from exports.tables.cities import city_observations
from indicators.catalogue import Indicator
from locales import Language

TEXTS: Final = ("title", "description", "reading", "unit")


def cities_csv(request: Request) -> Response:
    """Columns `exports.observations.COLUMNS`, see `exports.tables.cities.city_observations`."""
    parameters.check_names(request.query_params, (*CITY_SELECTION, "style"))
    file = parameters.asked_of_cities(request.query_params)
    return cached(request, file.dataset.version, lambda: csv(file, "cities", _table(file)))


def cities_json(request: Request) -> Response:
    """`data_version`, `lang`, `indicators` with what each means, and `observations` as in `cities_csv`."""
    parameters.check_names(request.query_params, CITY_SELECTION)
    file = parameters.asked_of_cities(request.query_params)
    about = {
        "data_version": file.dataset.version,
        "lang": file.lang,
        "indicators": [_meaning(indicator, file.lang) for indicator in file.selection.indicators],
    }
    return cached(
        request,
        file.dataset.version,
        lambda: Response(to_json(_table(file), about), media_type="application/json"),
    )


def _table(file: File) -> pd.DataFrame:
    return city_observations(file.dataset, file.selection, file.lang)


def _meaning(indicator: Indicator, lang: Language) -> dict[str, Any]:
    texts = {key: getattr(indicator, key)[lang] for key in TEXTS}
    facts = {"decimals": indicator.decimals, "direction": indicator.direction, "kind": indicator.kind}
    return {"id": indicator.id, **texts, **facts}
