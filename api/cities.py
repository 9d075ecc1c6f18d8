"""The cities beside each other, as files."""

from typing import Any, Final

import pandas as pd
from starlette.requests import Request
from starlette.responses import Response

from api import parameters
from api.answers import cached
from api.parameters import CITY_SELECTION, Asked
from exports.filename import stem
from exports.formats.csv_file import STYLES, to_csv
from exports.formats.json_file import to_json
from exports.tables.cities import city_observations
from indicators.catalogue import Indicator
from locales import Language

TEXTS: Final = ("title", "description", "reading", "unit")


def cities_csv(request: Request) -> Response:
    """Columns `exports.observations.COLUMNS`, see `exports.tables.cities.city_observations`."""
    query = request.query_params
    parameters.check_names(query, (*CITY_SELECTION, "style"))
    asked, style = parameters.asked_of_cities(query), parameters.choice(query, "style", STYLES) or "int"
    name = stem(asked.selection, asked.dataset.version, "cities")
    headers = {"Content-Disposition": f'attachment; filename="{name}{"_de" if style == "de" else ""}.csv"'}
    return cached(
        request,
        asked.dataset.version,
        lambda: Response(to_csv(_table(asked), style), headers=headers, media_type="text/csv"),
    )


def cities_json(request: Request) -> Response:
    """`data_version`, `lang`, `indicators` with what each means, and `observations` as in `cities_csv`."""
    query = request.query_params
    parameters.check_names(query, CITY_SELECTION)
    asked = parameters.asked_of_cities(query)
    about = {
        "data_version": asked.dataset.version,
        "lang": asked.lang,
        "indicators": [_meaning(indicator, asked.lang) for indicator in asked.selection.named],
    }
    return cached(
        request,
        asked.dataset.version,
        lambda: Response(to_json(_table(asked), about), media_type="application/json"),
    )


def _table(asked: Asked) -> pd.DataFrame:
    chosen = asked.selection
    return city_observations(
        asked.dataset, chosen.named, lang=asked.lang, areas=chosen.areas, start=chosen.start, end=chosen.end
    )


def _meaning(indicator: Indicator, lang: Language) -> dict[str, Any]:
    texts = {key: getattr(indicator, key)[lang] for key in TEXTS}
    facts = {"decimals": indicator.decimals, "direction": indicator.direction, "kind": indicator.kind}
    return {"id": indicator.id, **texts, **facts}
