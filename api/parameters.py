"""What a request asks for, read from its query and checked; whatever is wrong is said in one sentence."""

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from math import nan
from typing import Final, TypeVar

from starlette.datastructures import QueryParams

from api.problems import NotLoaded, UnknownVersion, WrongParameter
from data import cities, store
from data.store import Dataset
from exports.formats.csv_file import STYLES, Style
from exports.formats.registry import File
from exports.observations import LEVELS, places
from indicators import catalogue
from indicators import cities as of_cities
from indicators.catalogue import Indicator, groups
from indicators.catalogue.availability import missing_rubrics
from indicators.figures import reader_groups
from indicators.figures.reader_groups import OwnGroup
from indicators.selection import Selection
from locales import LANGUAGES, Language

SELECTION: Final = ("indicator", "area", "level", "group", "from", "to", "version", "lang")
CITY_SELECTION: Final = ("indicator", "area", "from", "to", "version", "lang")
DEFAULT_LANGUAGE: Final[Language] = "en"

NAMED: Final = 5
"""As many indicators are named in a sentence."""
YEAR: Final = r"(?:19|20)[0-9]{2}"
NUMBER: Final = r"[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?"

Option = TypeVar("Option", bound=str)


def asked(query: QueryParams) -> File:
    """The figures that a query with the parameters `SELECTION` asks for.

    Raises WrongParameter, UnknownVersion and store.NoData.
    """
    return asked_of(version(query) or store.current(), query, *_years(query))


def asked_of(dataset: Dataset, query: QueryParams, start: str = "", end: str = "") -> File:
    """The figures of a version that indicator, area, level, group, lang and style ask for. Raises WrongParameter."""
    lang = choice(query, "lang", LANGUAGES) or DEFAULT_LANGUAGE
    areas, levels = _areas_and_levels(query, dataset, lang)
    indicators, own = _indicators(query), own_groups(query, dataset)
    if "indicator" in query and (own or (areas and set(areas) <= set(groups.load()))):
        _check_parts(indicators, lang)
    return File(dataset, Selection(indicators, areas, levels, own, start, end), lang, _style(query))


def asked_of_cities(query: QueryParams) -> File:
    """The figures of the cities beside each other that a query with the parameters `CITY_SELECTION` asks for.

    A composition stands for all its parts. Raises WrongParameter and store.NoData.
    """
    lang = choice(query, "lang", LANGUAGES) or DEFAULT_LANGUAGE
    declared, wholes = of_cities.indicators(), of_cities.compositions()
    titles = {id: indicator.title[DEFAULT_LANGUAGE] for id, indicator in declared.items()}
    titles |= {id: whole.whole.title[DEFAULT_LANGUAGE] for id, whole in wholes.items()}
    ids = _several(query, "indicator", titles, "at /api/v1/cities.json")
    areas = _several(query, "area", cities.names(), "")
    start, end = _years(query)
    chosen = [one for id in ids for one in (wholes[id].parts if id in wholes else (declared[id],))] if ids else []
    dataset, indicators = version(query) or store.current(), tuple(dict.fromkeys(chosen or declared.values()))
    return File(dataset, Selection(indicators, areas, start=start, end=end), lang, _style(query))


def check_names(query: QueryParams, known: Sequence[str]) -> None:
    """Raises WrongParameter for the first parameter that is not among the known ones."""
    for name in query:
        if name not in known:
            expected = f"one of {_listed(known)}" if known else "no parameter"
            raise WrongParameter(f"{name[:40]} is not a parameter here, expected {expected}.")


def choice(query: QueryParams, name: str, options: Sequence[Option]) -> Option | None:
    """The option that a parameter names, None where it is left out. Raises WrongParameter."""
    value = _single(query, name)
    if value is None:
        return None
    for option in options:
        if option == value:
            return option
    raise WrongParameter(f"{name} is {_quoted(value)}, expected {_listed(options)}.")


def number(query: QueryParams, name: str, low: float, high: float) -> float:
    """The number that a parameter names, from low to high. Raises WrongParameter."""
    value = _single(query, name) or ""
    found = float(value) if re.fullmatch(NUMBER, value) else nan
    if not low <= found <= high:
        raise WrongParameter(f"{name} is {_quoted(value)}, expected a number from {low:,.0f} to {high:,.0f}.")
    return found


def version(query: QueryParams, name: str = "version") -> Dataset | None:
    """The version of the figures that a parameter names, None where it is left out.

    Raises UnknownVersion, WrongParameter and store.NoData.
    """
    value = _single(query, name)
    if value is None:
        return None
    store.current()  # without any figures, none of the versions is the wrong one
    try:
        return store.version(value)
    except store.NoData:
        kept = _listed(store.kept())
        raise UnknownVersion(f"{name} is {_quoted(value)}, which is not kept here, expected {kept}.") from None


def require(query: QueryParams, name: str, where: str) -> None:
    """Raises WrongParameter where a query leaves out a parameter whose values are listed at an address."""
    if name not in query:
        raise WrongParameter(f"{name} is missing, expected one or more of those listed at {where}.")


def one_indicator(query: QueryParams) -> Indicator:
    """The indicator that a query names. Raises WrongParameter."""
    require(query, "indicator", "/api/v1/indicators.json")
    first, *others = _indicators(query)
    if others:
        raise WrongParameter(f"indicator is {_quoted(query['indicator'])}, expected a single one.")
    return first


def own_groups(query: QueryParams, dataset: Dataset) -> tuple[OwnGroup, ...]:
    """The groups that a reader put together, see `reader_groups`. Raises WrongParameter."""
    said = _single(query, "group")
    if said is None:
        return ()
    why = "it is empty"
    try:
        if own := reader_groups.read(said, dataset.names["ortsteil"]):
            return own
    except ValueError as error:
        why = str(error)
    raise WrongParameter(
        f"group is {_quoted(said)} ({why}), expected a name and the codes of its districts, each once, such as "
        f"'West~505152', and the same with ~ between for up to {reader_groups.MOST} groups."
    )


def several_series(query: QueryParams, known: Mapping[str, object]) -> tuple[str, ...]:
    """The series that a query names, each in a parameter of its own, as names hold commas. Raises WrongParameter."""
    require(query, "series", "/api/v1/series.json")
    names = query.getlist("series")
    for name in names:
        if name not in known:
            near = "; closest: " + ", ".join(map(_quoted, get_close_matches(name[:80], known))) if known else ""
            raise WrongParameter(
                f"series is {_quoted(name)}, expected one of those listed at /api/v1/series.json{near}."
            )
    return tuple(dict.fromkeys(names))


def check_official(selection: Selection) -> None:
    """Raises WrongParameter where a group is asked for, of which no publisher has figures."""
    for area in selection.areas or ():
        if area in groups.load():
            members = ",".join(groups.load()[area].members)
            raise WrongParameter(f"area is {_quoted(area)}, a group, of which no publisher has figures; try {members}.")
    if "group" in (selection.levels or ()):
        raise WrongParameter("level is 'group', of which no publisher has figures, expected another level.")


def check_loaded(query: QueryParams, file: File) -> None:
    """Raises NotLoaded where indicators are named and this version holds the sources of none of them."""
    missing = [(one.id, missing_rubrics(one, file.dataset)) for one in file.selection.indicators]
    if "indicator" in query and missing and all(rubrics for _, rubrics in missing):
        named = _listed([id for id, _ in missing[:NAMED]])
        rubrics = _listed(list(dict.fromkeys(rubric for _, each in missing for rubric in each))[:NAMED])
        raise NotLoaded(
            f"indicator {named} is declared, but version {file.dataset.version} holds nothing of its source {rubrics}; "
            "python -m data.refresh loads what the publisher gives, /api/v1/indicators.json says what is loaded."
        )


def _indicators(query: QueryParams) -> tuple[Indicator, ...]:
    declared = catalogue.load()
    titles = {id: indicator.title[DEFAULT_LANGUAGE] for id, indicator in declared.items()}
    asked = _several(query, "indicator", titles, "at /api/v1/indicators.json")
    return tuple(declared[id] for id in asked) if asked else tuple(declared.values())


def _areas_and_levels(
    query: QueryParams, dataset: Dataset, lang: Language
) -> tuple[tuple[str, ...] | None, tuple[str, ...] | None]:
    levels = _several(query, "level", {level: level for level in LEVELS}, "")
    if "area" not in query:
        return None, levels
    there = places(dataset, Selection(levels=LEVELS), lang)
    names = dict(zip(there["area"], there["name"], strict=True))
    level_of = dict(zip(there["area"], there["level"], strict=True))
    where = "at /api/v1/areas.geojson?level=… for each level, and for groups at /api/v1/indicators.json"
    areas = _several(query, "area", names, where)
    for area in areas or ():
        # Each parameter narrows the answer; together they would leave nothing of this area, without a word.
        if levels and level_of[area] not in levels:
            raise WrongParameter(f"level is {_listed(levels)}, but area {_quoted(area)} is of level {level_of[area]}.")
    return areas, levels


def _check_parts(indicators: Sequence[Indicator], lang: Language) -> None:
    """Raises WrongParameter for the first indicator that no group can be put together for."""
    for indicator in indicators:
        if indicator.groups["by"] == "none":
            reason = indicator.groups["reason"][lang]
            raise WrongParameter(f"indicator {_quoted(indicator.id)} has no figure for a group of districts: {reason}")


def _style(query: QueryParams) -> Style:
    return choice(query, "style", STYLES) or "int"


def _years(query: QueryParams) -> tuple[str, str]:
    start, end = (_year(query, name) for name in ("from", "to"))
    if start and end and start > end:
        raise WrongParameter(f"from is {start}, expected a year not later than to, which is {end}.")
    return start, end


def _year(query: QueryParams, name: str) -> str:
    value = _single(query, name)
    if value is not None and not re.fullmatch(YEAR, value):
        raise WrongParameter(f"{name} is {_quoted(value)}, expected a year from 1900 to 2099.")
    return value or ""


def _single(query: QueryParams, name: str) -> str | None:
    values = query.getlist(name)
    if len(values) > 1:
        raise WrongParameter(f"{name} is given {len(values)} times, expected once.")
    return values[0] if values else None


def _several(query: QueryParams, name: str, options: Mapping[str, str], where: str) -> tuple[str, ...] | None:
    """The keys of options that a parameter names, in its order; where: how to find the list, empty for a short one."""
    if name not in query:
        return None
    values = [value.strip() for given in query.getlist(name) for value in given.split(",")]
    for value in values:
        if value not in options:
            expected = f"one of those listed {where}{_closest(value, options)}" if where else _listed(list(options))
            raise WrongParameter(f"{name} is {_quoted(value)}, expected {expected}.")
    return tuple(dict.fromkeys(values))


def _closest(value: str, options: Mapping[str, str]) -> str:
    """The options whose key or name looks most like what came, as the end of a sentence."""
    keys = {label.casefold(): key for key, name in options.items() for label in (name, key)}
    near = dict.fromkeys(keys[label] for label in get_close_matches(value[:80].casefold(), keys))
    return "; closest: " + ", ".join(f"{_quoted(key)} ({options[key]})" for key in near) if near else ""


def _listed(options: Sequence[str]) -> str:
    *others, last = map(_quoted, options)
    return f"{', '.join(others)} or {last}" if others else last


def _quoted(value: str) -> str:
    return f"'{value[:40]}'"
