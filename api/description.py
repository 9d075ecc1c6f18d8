"""The description of the routes for programs: kept by hand in `openapi.json`, with the ids that there are filled in."""

import json
from pathlib import Path
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from api import addresses, parameters
from api.answers import MINUTES, cached, document
from api.energy_district import TABLES
from api.tables import MODELLED
from data import cities, store
from data.store import Dataset
from exports.observations import LEVELS, places
from exports.tables.series import held
from indicators import catalogue
from indicators import cities as of_cities
from indicators.analysis.results import RESULTS
from indicators.catalogue import groups
from indicators.energy.district.measures import BOUNDS
from indicators.energy.district.presets import PRESETS
from indicators.selection import Selection

FILE: Final = Path(__file__).with_name("openapi.json")


def openapi_json(request: Request) -> Response:
    """OpenAPI 3.1; the choices of indicator, area and version are those of the figures in force, bounds as declared."""
    parameters.check_names(request.query_params, ())
    dataset, names = store.current(), store.kept()
    return cached(
        request,
        "+".join([dataset.version, *names]),
        lambda: document(_described(dataset, names, addresses.base(request))),
        addresses.keep(MINUTES),
    )


def _described(dataset: Dataset, versions: list[str], base: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
    told["servers"] = [{"url": base}]
    choices = {
        "indicator": list(catalogue.load()),
        "area": places(dataset, Selection(levels=LEVELS), "en")["area"].tolist(),
        "officialArea": dataset.areas["code"].tolist(),
        "oneOfficialArea": dataset.areas["code"].tolist(),
        "onePlace": places(dataset, Selection(levels=LEVELS[1:]), "en")["area"].tolist(),
        "modelled": list(MODELLED),
        "series": list(held(dataset)),
        "version": versions,
        "result": list(RESULTS),
        "declaredGroup": list(groups.load()),
        "cityIndicator": [*of_cities.indicators(), *of_cities.compositions()],
        "city": list(cities.names()),
    }
    choices |= {"energyArea": choices["area"], "preset": list(PRESETS), "energyTable": list(TABLES)}
    choices |= {"indicatorRequired": choices["indicator"], "fromVersion": versions, "toVersion": versions}
    for name, ids in choices.items():
        schema = told["components"]["parameters"][name]["schema"]
        schema.get("items", schema)["enum"] = ids
    for name, may in BOUNDS.items():
        told["components"]["parameters"][name]["schema"] |= {"minimum": may.low, "maximum": may.high}
    return told
