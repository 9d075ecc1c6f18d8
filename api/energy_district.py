"""Energy districts: what dwellings of a place need and its roofs make in each hour, after what a query says is done."""

import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Final, Literal, get_args

import pandas as pd
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from api import parameters
from api.answers import cached, document
from api.negotiation import Endpoint
from api.problems import NotLoaded, WrongParameter
from exports.energy_district import about, assumptions, balance, hours
from exports.energy_district.document import document as year
from exports.filename import UMLAUTS
from exports.formats.registry import FORMATS, File
from exports.formats.table_file import WRITERS
from exports.observations import PLACES, places
from indicators.catalogue import groups
from indicators.energy.district import stock
from indicators.energy.district.asked import District
from indicators.energy.district.measures import BOUNDS, Measures, changed
from indicators.energy.district.presets import PRESETS, preset
from indicators.energy.factors import factors
from indicators.energy.heat import members

PLACE: Final = ("area", "group")
ASKED: Final = (*PLACE, "preset", *(field.name for field in fields(Measures)), "version", "lang")
CARS: Final = ("true", "false")

Table = Literal["hours", "balance", "assumptions"]
TABLES: Final[tuple[Table, ...]] = get_args(Table)
ENDINGS: Final = ("csv", "xlsx", "parquet")


def energy_district(ending: str) -> Endpoint:
    """The endpoint of a table's format, of `ENDINGS`: the hours, or what `of` names."""

    def answered(request: Request) -> Response:
        query = request.query_params
        parameters.check_names(query, (*ASKED, "of", *(("style",) if ending == "csv" else ())))
        asked = _asked(query)
        of = parameters.choice(query, "of", TABLES) or TABLES[0]
        return cached(request, asked.file.dataset.version, lambda: _written(asked, of, ending))

    return answered


def energy_district_json(request: Request) -> Response:
    """The year with its ranges, the measures in force and every assumption, see `exports.energy_district.document`."""
    query = request.query_params
    parameters.check_names(query, ASKED)
    asked = _asked(query)

    def answer() -> Response:
        told = year(asked.file.lang, asked.district, asked.area, asked.level)
        return document({**told, "preset": asked.preset})

    return cached(request, asked.file.dataset.version, answer)


@dataclass(frozen=True, eq=False)
class _Asked:
    """A place with its measures as a query names them. area, level: as in tables of observations."""

    file: File
    area: str
    level: str
    preset: str
    district: District


def _asked(query: QueryParams) -> _Asked:
    """Raises WrongParameter, NotLoaded and what `parameters.asked` raises."""
    if all(name not in query for name in PLACE):
        raise WrongParameter("area is missing, expected an area's code or a group's id; group takes one of one's own.")
    file = parameters.asked(query)
    found = places(file.dataset, file.selection, file.lang)
    if len(found) != 1:
        raise WrongParameter(f"area and group name {len(found)} places, expected a single one.")
    area, name, level = found.iloc[0][PLACES]
    codes = _codes(file, area)
    preset, done = _measures(query, file, codes)
    return _Asked(file, area, level, preset, District(file.dataset, codes, name, done, factors()))


def _codes(file: File, area: str) -> tuple[str, ...]:
    """The Ortsteile of a place."""
    declared = {id: group.members for id, group in groups.load().items()}
    own = {group.id: group.members for group in file.selection.own}
    return tuple(sorted({**members(file.dataset), **declared, **own}.get(area, (area,))))


def _measures(query: QueryParams, file: File, codes: tuple[str, ...]) -> tuple[str, Measures]:
    """The preset and the measures, which are as in it where nothing else is said."""
    name = parameters.choice(query, "preset", PRESETS) or PRESETS[0]
    said = {one: parameters.number(query, one, may.low, may.high) for one, may in BOUNDS.items() if one in query}
    if cars := parameters.choice(query, "cars", CARS):
        said["cars"] = cars == CARS[0]
    return name, changed(preset(name, _place(file, codes), factors()), said)


def _place(file: File, codes: tuple[str, ...]) -> pd.Series:
    """What there is at a place. Raises NotLoaded where some of it is missing."""
    try:
        place = stock.of(stock.ortsteile(file.dataset, factors()), codes)
    except stock.NoStock as error:
        raise NotLoaded(f"{error}.") from None
    if lacking := place.index[place.isna()].tolist():
        raise NotLoaded(f"Version {file.dataset.version} lacks {', '.join(lacking)} of the place, expected all of it.")
    return place


def _written(asked: _Asked, of: Table, ending: str) -> Response:
    district, area, level, lang = asked.district, asked.area, asked.level, asked.file.lang
    build: dict[Table, Callable[[], pd.DataFrame]] = {
        "hours": lambda: hours.hours(district, area, level),
        "balance": lambda: balance.balance(lang, district, area, level),
        "assumptions": lambda: assumptions.assumptions(lang, district.given),
    }
    kind = "csv_de" if asked.file.style == "de" else ending
    content = WRITERS[kind](build[of](), about.facts(lang, district))
    headers = {"Content-Disposition": f'attachment; filename="{_name(asked, of)}.{ending}"'}
    return Response(content, 200, headers, FORMATS[ending].media_type)


def _name(asked: _Asked, of: Table) -> str:
    own = asked.file.selection.own
    where = re.sub(r"[^A-Za-z0-9-]", "-", (own[0].name if own else asked.area).translate(UMLAUTS))
    style = "_de" if asked.file.style == "de" else ""
    return f"leipzig_energy-district_{of}_{where}_{asked.file.dataset.version}{style}"
