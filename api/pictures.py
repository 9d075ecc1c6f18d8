"""Pictures as SVG and PNG, drawn on the server: of indicators, or one of a workshop set."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from api import addresses, parameters
from api.answers import MINUTES, cached
from api.negotiation import Endpoint
from api.problems import WrongParameter
from charts.theme import DARK, LIGHT
from data import store
from data.areas import CITY
from data.store import Dataset
from exports.formats.registry import File
from indicators import catalogue
from indicators.catalogue import groups
from indicators.figures.reader_groups import OwnGroup
from indicators.figures.values import grid
from locales import LANGUAGES, Language
from pictures import places
from pictures.picture import Picture
from pictures.workshop.drawing import Reader, drawn_one
from pictures.workshop.entry import Entry
from pictures.workshop.writing import SetError, from_parameter

SVG: Final = "image/svg+xml"
PNG: Final = "image/png"
MOST: Final = 10
"""Areas that are set off, or have a line each."""
KINDS: Final[Mapping[str, str]] = {
    name.replace(" ", "-"): name
    for name in (
        "change map",
        "value map",
        "city map",
        "pair map",
        "place map",
        "ranking",
        "change ranking",
        "lines",
        "slope",
        "distribution",
        "heat",
        "multiples",
        "gaps",
        "relation",
        "change relation",
        "contribution",
        "turning",
        "moved",
    )
}
"""What follows from indicators, areas and years alone, by its name here. Others are in sets."""
OF_ONE_PERIOD: Final = ("value map", "city map", "ranking", "distribution")
OF_PAIRS: Final = ("relation", "change relation")
OF_AREAS: Final = ("place map", "moved")
OF_GROUPS: Final = ("multiples", "gaps")
SCALES: Final = ("2", "4")


def picture(ending: str) -> Endpoint:
    """The endpoint of a format, svg or png."""

    def endpoint(request: Request) -> Response:
        query = request.query_params
        known = ("set", "number") if "set" in query else ("kind", "indicator", "area", "from", "to")
        parameters.check_names(query, (*known, "version", "lang", "theme", *(("scale",) if ending == "png" else ())))
        lang = parameters.choice(query, "lang", LANGUAGES) or parameters.DEFAULT_LANGUAGE
        theme = {"light": LIGHT, "dark": DARK}[parameters.choice(query, "theme", ("light", "dark")) or "light"]
        scale = int(parameters.choice(query, "scale", SCALES) or SCALES[0])
        dataset = parameters.version(query) or store.current()
        entry = _of_set(query, lang) if "set" in query else _asked(query)

        def answer() -> Response:
            found = drawn_one(entry, Reader(lang, dataset, theme, "areas?level=", "spans?"))
            if isinstance(found, str):
                raise WrongParameter(f"There is nothing to draw: {found}")
            return _file(found, entry, lang, dataset, scale if ending == "png" else 0)

        return cached(request, dataset.version, answer, addresses.keep(MINUTES))

    return endpoint


def _file(found: Picture, entry: Entry, lang: Language, dataset: Dataset, scale: int) -> Response:
    """scale: of a PNG; 0 for SVG."""
    from exports.images.picture import to_svg  # what measures letters is loaded with the first picture
    from exports.images.png import to_png

    declared = catalogue.load()
    svg = to_svg(found, lang, dataset, [declared[id] for id in entry.indicators if id in declared])
    ending, content, kind = ("png", to_png(svg, scale), PNG) if scale else ("svg", svg, SVG)
    name = re.sub(r"[^A-Za-z0-9._-]", "-", f"{found.file}_{dataset.version}")
    return Response(content, 200, {"Content-Disposition": f'inline; filename="{name}.{ending}"'}, kind)


def _of_set(query: QueryParams, lang: Language) -> Entry:
    try:
        chosen, _ = from_parameter(lang, query["set"])
    except SetError as error:
        raise WrongParameter(f"set: {error}") from None
    numbers = [str(n) for n in range(1, len(chosen.entries) + 1)]
    if not numbers:
        raise WrongParameter("set is empty, expected one with a picture.")
    return chosen.entries[int(parameters.choice(query, "number", numbers) or numbers[0]) - 1]


def _asked(query: QueryParams) -> Entry:
    """The picture of a kind, of the indicators and areas asked for, between the periods that have figures."""
    asked = parameters.choice(query, "kind", tuple(KINDS)) or "change-map"
    kind = KINDS[asked]
    if kind not in OF_AREAS:
        parameters.require(query, "indicator", "/api/v1/indicators.json")
    file = parameters.asked(query)
    areas = tuple(file.selection.areas or ())
    if len(areas) > MOST:
        raise WrongParameter(f"area names {len(areas)} areas, expected at most {MOST}.")
    if kind in OF_AREAS:
        return _of_area(kind, file, areas)
    indicators = tuple(indicator.id for indicator in file.selection.indicators)
    wanted = 2 if kind in OF_PAIRS else 1
    if kind not in OF_GROUPS and len(indicators) != wanted:
        raise WrongParameter(f"indicator names {len(indicators)}, expected {wanted} for kind {asked!r}.")
    start, end = _span(file)
    if kind in OF_GROUPS:
        return _of_group(Entry(kind, indicators, start=start, end=end), file.dataset, areas)
    lit = areas if kind == "lines" else tuple(area for area in areas if area in file.dataset.names["ortsteil"])
    entry = Entry(kind, indicators, levels=("ortsteil", "city"), start=start, end=end, lit=lit)
    if kind == "lines":
        return replace(entry, levels=(), areas=areas or (CITY,), lit=areas or (CITY,))
    return replace(entry, period=end) if kind in OF_ONE_PERIOD else entry


def _span(file: File) -> tuple[str, str]:
    """The first and the last period with figures in the years asked for. Raises WrongParameter where there is none."""
    indicator, start, end = file.selection.indicators[0], file.selection.start, file.selection.end
    own = grid(file.dataset, indicator)
    known = own.with_figures(file.dataset.codes("ortsteil")) or own.with_figures()
    periods = [one for one in known if (not start or one[:4] >= start) and (not end or one[:4] <= end)]
    if not periods:
        there = (
            f"expected from and to within {known[0][:4]} and {known[-1][:4]}." if known else "there are none at all."
        )
        raise WrongParameter(f"There are no figures of {indicator.id} in the years asked for, {there}")
    return periods[0], periods[-1]


def _of_area(kind: str, file: File, areas: tuple[str, ...]) -> Entry:
    if len(areas) != 1:
        raise WrongParameter(f"area names {len(areas)} areas, expected one for kind {kind.replace(' ', '-')!r}.")
    levels = ("ortsteil",) if kind == "place map" else ()
    years = file.selection.years if kind == "moved" else ("", "")
    start, end = (year or file.dataset.newest_period for year in years) if kind == "moved" else years
    return Entry(kind, (), areas, levels, start=start, end=end)


def _of_group(entry: Entry, dataset: Dataset, areas: tuple[str, ...]) -> Entry:
    """A declared group or a district against the rest of the city."""
    declared = groups.load()
    members = declared[areas[0]].members if len(areas) == 1 and areas[0] in declared else areas
    if not members or not set(members) <= set(dataset.codes("ortsteil")):
        raise WrongParameter("area is expected to name one of the groups at /api/v1/indicators.json, or districts.")
    rest = OwnGroup(places.REST, "", ())
    own = (OwnGroup(places.GROUP, "", tuple(sorted(members))), rest)
    return replace(entry, areas=(places.GROUP, places.REST, CITY), own=own)
