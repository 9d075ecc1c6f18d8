"""The city's statistics API: rubrics of `kdvalues` (small areas) and `values` (the whole city).

What is loaded, and what a zero or a jump means in it, is declared in `leipzig_statistics.toml`.
Source: Stadt Leipzig, Amt für Statistik und Wahlen, dl-de/by-2-0.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cache, partial
from pathlib import Path
from typing import Any, Final

import pandas as pd

from data.areas import CITY
from data.checks import Check, counted, no_negative
from data.gate.constraints import NONE, Constraints, of_rubric
from data.observations import COLUMNS, KEY
from data.sources import leipzig_names, leipzig_portal
from data.sources.http import NotThereError, SourceError
from data.sources.leipzig_layouts import CITY_NAME, cells_of_csv, cells_of_json
from data.sources.leipzig_names import WrongRubric
from data.sources.rules import Rule, apply, declared, with_sets
from data.sources.source import Fetch, Reading, Source, origin

BASE: Final = "https://statistik.leipzig.de/opendata/api"
LICENCE: Final = ("dl-de/by-2-0", "Stadt Leipzig, Amt für Statistik und Wahlen")
MARKS: Final = {"": "M", ".": "Q", "x": "N"}
"""What stands in the place of a figure; `-` is a true zero."""
NUMBER: Final = re.compile(r"-?[0-9]{1,15}(,[0-9]+)?(E-?[0-9]{1,2})?")
LONGEST: Final = 40
"""Letters of a cell that are told."""


@dataclass(frozen=True)
class Rubric:
    """One rubric of the API: its address, what it must hold, and how to read it; see `leipzig_statistics.toml`."""

    id: str
    service: str
    category: int
    number: int
    title: str
    characteristics: frozenset[str]
    levels: frozenset[str]
    order: tuple[str, ...] = ()
    format: str = "csv"
    rules: tuple[Rule, ...] = ()
    expected: frozenset[str] = frozenset()
    signed: frozenset[str] = frozenset()
    period: str = "y"
    leaps: bool = False
    unit: str = ""
    constraints: Constraints = NONE
    note: Mapping[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        """Where it is served."""
        numbers = f"kategorie_nr={self.category}&rubrik_nr={self.number}"
        return f"{BASE}/{self.service}?{numbers}&periode={self.period}&format={self.format}"


@cache
def rubrics() -> tuple[Rubric, ...]:
    """The declared rubrics. Raises TypeError for a declaration with an unknown or missing key."""
    tables = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["rubric"]
    return tuple(_rubric(**table) for table in tables)


def _rubric(*, order: Sequence[str] = (), rule: Sequence[Mapping[str, Any]] = (), **table: Any) -> Rubric:
    keys = [each.name for each in fields(Constraints) if each.name in table]
    constraints = of_rubric(table["id"], table.get("signed", ()), {key: table.pop(key) for key in keys})
    return Rubric(**with_sets(table), order=tuple(order), rules=tuple(map(declared, rule)), constraints=constraints)


def sources() -> tuple[Source, ...]:
    """The declared rubrics as sources."""
    return tuple(
        Source(
            it.id,
            it.title,
            (it.url, leipzig_portal.URL),
            *LICENCE,
            read=partial(_read, it),
            rules=it.rules,
            leaps=it.leaps,
            constraints=it.constraints,
        )
        for it in rubrics()
    )


def _read(rubric: Rubric, fetch: Fetch, areas: pd.DataFrame) -> Reading:
    """The rubric at its declared number, else at the one that the portal's catalogue gives its title."""
    try:
        return _reading(rubric, fetch, areas)
    except (WrongRubric, NotThereError) as error:
        moved = _moved(rubric, fetch, error)
    numbers = f"{rubric.category}/{rubric.number} to {moved.category}/{moved.number}"
    return _reading(moved, fetch, areas, f"moved from {numbers}; change it in the declaration")


def _reading(rubric: Rubric, fetch: Fetch, areas: pd.DataFrame, moved: str = "") -> Reading:
    download = fetch(rubric.url)
    table, checks = parse(download.body, rubric, areas)
    lacking = ", ".join(not_found(rubric, table))
    spelling = f"not found, check their spelling in the declaration: {lacking}" if lacking else ""
    known = origin([download]) | ({"note": dict(rubric.note)} if rubric.note else {})
    return Reading(table, checks, known, "; ".join(filter(None, [moved, spelling])))


def _moved(rubric: Rubric, fetch: Fetch, error: SourceError) -> Rubric:
    """The rubric at its number in the catalogue. Raises SourceError with the first error where it has no other one."""
    try:
        known = leipzig_portal.addresses(fetch(leipzig_portal.URL).body)
    except SourceError as no_catalogue:
        raise SourceError(f"{error}; whether it has moved is unknown: {no_catalogue}") from error
    declared_at = (rubric.category, rubric.number)
    category, number = known.get((rubric.service, rubric.title), declared_at)
    if (category, number) == declared_at:
        raise SourceError(f"{error}; the portal's catalogue names no other number for {rubric.title!r}")
    return replace(rubric, category=category, number=number)


def parse(body: bytes, rubric: Rubric, areas: pd.DataFrame) -> tuple[pd.DataFrame, tuple[Check, ...]]:
    """Observations of one rubric, columns `data.observations.COLUMNS`, and the checks that they passed.

    areas: columns code, level, name. Raises SourceError when the answer is not what the rubric promises,
    WrongRubric when it is another rubric's.
    """
    try:
        return _parse(body, rubric, areas)
    except SourceError as error:
        raise type(error)(f"{rubric.id}: {error}") from None


def _parse(body: bytes, rubric: Rubric, areas: pd.DataFrame) -> tuple[pd.DataFrame, tuple[Check, ...]]:
    titled = rubric.format == "json"
    cells = cells_of_json(body, rubric.title) if titled else cells_of_csv(body, rubric.order)
    title = (Check("no record names another rubric", "none"),) if titled else ()
    named = rubric.characteristics | rubric.expected
    ours = leipzig_names.settled(cells["characteristic"].unique().tolist(), named)
    cells["characteristic"] = cells["characteristic"].replace(ours)
    characteristics = _characteristics(set(cells["characteristic"]), rubric)
    unit = _unit(cells[cells["characteristic"].isin(list(named))], rubric.unit)
    cells = _with_codes(cells, areas)
    complete = _complete(cells, areas[areas["level"].isin(list(rubric.levels))])
    cells["value"], cells["status"] = _figures(cells, rubric.signed)
    apply(rubric.rules, cells)
    cells["series"] = rubric.id + "/" + cells["characteristic"]
    positive = no_negative(cells.loc[~cells["characteristic"].isin(list(rubric.signed)), "value"], rubric.signed)
    table = cells[COLUMNS].sort_values(KEY, ignore_index=True)
    return table, (characteristics, *complete, *unit, *title, *positive)


def not_found(rubric: Rubric, table: pd.DataFrame) -> list[str]:
    """The characteristics that the catalogue may use and that a rubric's observations lack, in alphabetical order."""
    there = set(table["series"].unique())
    return sorted(name for name in rubric.expected if f"{rubric.id}/{name}" not in there)


def _characteristics(names: set[str], rubric: Rubric) -> Check:
    if required := rubric.characteristics:
        there = frozenset(name for name in required if any(n == name or n.endswith(f"/{name}") for n in names))
        missing, what = required - there, "required characteristics"
    else:
        required, what = rubric.expected, "at least one expected characteristic"
        there = required & names
        missing = frozenset() if there else required
    if missing:
        raise WrongRubric(
            f"the answer lacks {', '.join(sorted(missing))}; it holds {', '.join(sorted(names)[:4])} … "
            "and is another rubric's, or the publisher renamed them"
        )
    return Check(what, f"{len(there)} of {len(required)}")


def _unit(cells: pd.DataFrame, unit: str) -> tuple[Check, ...]:
    """unit: the declared one, or '' where any will do."""
    if not unit:
        return ()
    other = cells[~cells["unit"].isin(["", unit])]
    if not other.empty:
        name, came = other.iloc[0][["characteristic", "unit"]]
        raise SourceError(f"{name} is in {came!r}, expected {unit!r}; change the declared unit")
    return (Check(f"no row states another unit than {unit}", "none"),)


def _with_codes(cells: pd.DataFrame, areas: pd.DataFrame) -> pd.DataFrame:
    codes = dict(zip(areas["name"], areas["code"], strict=True)) | {CITY_NAME: CITY}
    unknown = sorted(set(cells["place"]) - set(codes))
    if unknown:
        raise SourceError(f"unknown area {unknown[0]!r}, expected the 63 Ortsteile and their Stadtbezirke")
    cells = cells.assign(area=cells["place"].map(codes))
    cells["level"] = cells["area"].map(areas.set_index("code")["level"])
    key = ["characteristic", "area", "period"]
    twice = cells[cells.duplicated(key, keep=False)].sort_values(key, kind="stable")
    if not twice.empty:
        place, name, period = twice.iloc[0][["place", "characteristic", "period"]]
        marks = twice.loc[(twice[key] == twice.iloc[0][key]).all(axis=1), "mark"]
        read = " and ".join(repr(mark) for mark in marks)
        raise SourceError(f"{place}, {name} stands twice: {period} reads {read}, expected one figure")
    return cells


def _complete(cells: pd.DataFrame, expected: pd.DataFrame) -> tuple[Check, ...]:
    """expected: the areas of the declared levels."""
    names = expected.set_index("code")["name"]
    for characteristic, area in cells.groupby("characteristic")["area"]:
        lost = set(names.index) - set(area)
        if lost:
            raise SourceError(
                f"{characteristic} lacks {len(lost)} of {len(names)} areas, the first is {names[min(lost)]}"
            )
    what = "declared levels complete for each characteristic"
    return (Check(what, counted(expected["level"])),) if len(expected) else ()


def _figures(cells: pd.DataFrame, signed: frozenset[str]) -> tuple[pd.Series, pd.Series]:
    mark = cells["mark"].str.strip()
    strange = cells[~mark.isin([*MARKS, "-"]) & ~mark.str.fullmatch(NUMBER.pattern)]
    if not strange.empty:
        raise SourceError(f"{_where(strange)}, expected a number with a decimal comma or one of '.', '-', 'x'")
    value = pd.to_numeric(
        mark.where(~mark.isin(list(MARKS)), None).replace("-", "0").str.replace(",", ".", regex=False)
    )
    wrong = (value < 0) & ~cells["characteristic"].isin(list(signed))
    if wrong.any():
        raise SourceError(f"{_where(cells[wrong])}, expected no negative figure")
    return value.astype(float), mark.map(MARKS).fillna("A")


def _where(cells: pd.DataFrame) -> str:
    first = cells.iloc[0]
    return f"{first['place']}, {first['characteristic']}, {first['period']} reads {first['mark'][:LONGEST]!r}"
