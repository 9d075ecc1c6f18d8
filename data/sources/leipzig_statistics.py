"""The city's statistics API: rubrics of `kdvalues` (small areas) and `values` (the whole city).

What is loaded, and what a zero or a jump means in it, is declared in `leipzig_statistics.toml`.
Source: Stadt Leipzig, Amt für Statistik und Wahlen, dl-de/by-2-0.
"""

import csv
import io
import json
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import pandas as pd

from data.areas import CITY
from data.observations import COLUMNS
from data.sources import leipzig_names
from data.sources.http import SourceError
from data.sources.leipzig_rules import Rule, apply, declared

BASE: Final = "https://statistik.leipzig.de/opendata/api"
CITY_NAME: Final = "Stadt Leipzig"
MARKS: Final = {"": "M", ".": "Q", "x": "N"}
"""What stands in the place of a figure; `-` is a true zero."""
NUMBER: Final = re.compile(r"-?[0-9]+(,[0-9]+)?(E-?[0-9]+)?")
LEVELS_OF_NAME: Final = frozenset({"Merkmal_1", "Merkmal_2", "Merkmal_3", "Merkmal_4"})
"""What `values` says of the place of a characteristic among the others; its order tells us the same."""
KEY_COLUMNS: Final = frozenset({"Gebiet", "Sachmerkmal", "Merkmal", "Kennziffer", "Einheit"}) | LEVELS_OF_NAME
NAME_COLUMNS: Final = ("Sachmerkmal", "Merkmal", "Kennziffer")


class WrongRubric(SourceError):
    """The answer is well-formed, but holds other characteristics than the rubric asked for."""


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
    order: tuple[str, ...]
    format: str
    rules: tuple[Rule, ...]
    expected: frozenset[str] = frozenset()
    signed: frozenset[str] = frozenset()
    period: str = "y"
    leaps: bool = False
    unit: str = ""

    @property
    def url(self) -> str:
        return address(self, self.category, self.number)


def address(rubric: Rubric, category: int, number: int) -> str:
    """Where the rubric is served under the given numbers."""
    query = f"kategorie_nr={category}&rubrik_nr={number}&periode={rubric.period}&format={rubric.format}"
    return f"{BASE}/{rubric.service}?{query}"


@cache
def rubrics() -> tuple[Rubric, ...]:
    """The declared rubrics. Raises TypeError or KeyError for a declaration with an unknown or missing key."""
    tables = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["rubric"]
    return tuple(_rubric(**table) for table in tables)


def _rubric(
    *,
    id: str,
    service: str,
    category: int,
    number: int,
    title: str,
    characteristics: list[str],
    levels: list[str],
    order: tuple[str, ...] | list[str] = (),
    format: str = "csv",
    rule: tuple[dict[str, object], ...] | list[dict[str, object]] = (),
    expected: tuple[str, ...] = (),
    signed: tuple[str, ...] = (),
    period: str = "y",
    leaps: bool = False,
    unit: str = "",
) -> Rubric:
    rules = tuple(declared(**table) for table in rule)  # type: ignore[arg-type]  # checked by the call itself
    required, there = frozenset(characteristics), frozenset(levels)
    more = (frozenset(expected), frozenset(signed), period, leaps, unit)
    return Rubric(id, service, category, number, title, required, there, tuple(order), format, rules, *more)


def parse(body: bytes, rubric: Rubric, areas: pd.DataFrame) -> pd.DataFrame:
    """Observations of one rubric, columns `data.observations.COLUMNS`.

    areas: columns code, level, name. Raises SourceError when the answer is not what the rubric promises,
    WrongRubric when it is another rubric's.
    """
    cells = _cells_of_json(body, rubric) if rubric.format == "json" else _cells_of_csv(body, rubric)
    named = rubric.characteristics | rubric.expected
    ours = leipzig_names.settled(cells["characteristic"].unique().tolist(), named)
    cells["characteristic"] = cells["characteristic"].replace(ours)
    _check_characteristics(cells, rubric)
    _check_unit(cells[cells["characteristic"].isin(list(named))], rubric)
    cells = _with_codes(cells, rubric, areas)
    cells["value"], cells["status"] = _figures(cells, rubric)
    for rule in rubric.rules:
        apply(rule, cells)
    cells["series"] = rubric.id + "/" + cells["characteristic"]
    return cells[COLUMNS].sort_values(["series", "area", "period"], ignore_index=True)


def not_found(rubric: Rubric, table: pd.DataFrame) -> list[str]:
    """The characteristics that the catalogue may use and that a rubric's observations lack, in alphabetical order."""
    there = set(table["series"].unique())
    return sorted(name for name in rubric.expected if f"{rubric.id}/{name}" not in there)


def _text(body: bytes, rubric: Rubric) -> str:
    if b"\0" in body:
        raise SourceError(f"{rubric.id}: the answer holds NUL bytes, expected text; try again later")
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(f"{rubric.id}: the answer is not UTF-8 ({error.reason} at byte {error.start})") from None
    if text.lstrip()[:1] == "<":
        raise SourceError(f"{rubric.id}: the answer is a web page, expected {rubric.format.upper()}; try again later")
    return text


def _cells_of_csv(body: bytes, rubric: Rubric) -> pd.DataFrame:
    try:
        rows = [row for row in csv.reader(io.StringIO(_text(body, rubric), newline="")) if row]
    except csv.Error as error:
        raise SourceError(f"{rubric.id}: the answer is not CSV ({error}); try again later") from None
    header = rows[0] if rows else []
    keys = [name for name in header if not leipzig_names.PERIOD.fullmatch(name)]
    name = next((column for column in NAME_COLUMNS if column in keys), None)
    if name is None or not set(keys) <= KEY_COLUMNS or header[: len(keys)] != keys or len(keys) == len(header):
        shown = ", ".join(header[:3])[:80]
        raise SourceError(
            f"{rubric.id}: the header starts with {shown!r}, expected Gebiet, Sachmerkmal or Kennziffer and "
            "then years, separated by commas"
        )
    if len(set(header)) < len(header):
        raise SourceError(f"{rubric.id}: a column stands twice in the header, expected each once")
    if len(rows) == 1:
        raise SourceError(f"{rubric.id}: the answer has a header and no rows")
    ragged = next((row for row in rows if len(row) != len(header)), None)
    if ragged is not None:
        raise SourceError(
            f"{rubric.id}: a row has {len(ragged)} fields, expected {len(header)}: {str(ragged[:3])[:80]}"
        )
    wide = pd.DataFrame(rows[1:], columns=header, dtype=object)
    wide["place"] = wide["Gebiet"].str.strip() if "Gebiet" in keys else CITY_NAME
    try:
        rows_of = wide[name].str.strip().tolist(), wide["place"].tolist()
        wide["characteristic"] = leipzig_names.identities(*rows_of, rubric.order)
    except leipzig_names.WrongOrder as error:
        raise WrongRubric(f"{rubric.id}: {error}") from None
    wide["unit"] = wide["Einheit"].str.strip() if "Einheit" in keys else ""
    cells = wide.melt(["place", "characteristic", "unit"], header[len(keys) :], var_name="period", value_name="mark")
    cells["period"] = cells["period"].map(leipzig_names.period)
    return cells


def _cells_of_json(body: bytes, rubric: Rubric) -> pd.DataFrame:
    try:
        records = pd.DataFrame(json.loads(_text(body, rubric)))
    except ValueError as error:
        raise SourceError(f"{rubric.id}: the answer is not the expected JSON ({error})") from None
    wanted = {"name", "wert", "jahr", "stadtbezirk", "ortsteil"}
    if not wanted <= set(records.columns):
        raise SourceError(f"{rubric.id}: the JSON lacks {sorted(wanted - set(records.columns))}")
    if records["name"].isna().any() or not records["jahr"].astype(str).str.fullmatch(leipzig_names.PERIOD).all():
        raise SourceError(f"{rubric.id}: a record of the JSON has no name or no year, expected both")
    _check_title(records, rubric)
    place = records["ortsteil"].fillna(records["stadtbezirk"]).fillna(CITY_NAME)
    return pd.DataFrame(
        {
            "place": place.str.strip(),
            "characteristic": records["name"].str.strip(),
            "period": records["jahr"].astype(str).map(leipzig_names.period),
            "mark": records["wert"].fillna("").astype(str),
            "unit": records["einheit"].fillna("").astype(str) if "einheit" in records else "",
        }
    )


def _check_title(records: pd.DataFrame, rubric: Rubric) -> None:
    """Each record names its rubric, as the portal does without what stands in the last brackets."""
    ours = rubric.title.rpartition(" (")[0]
    told = set(records["rubrik"].dropna().astype(str).str.strip()) if "rubrik" in records else set()
    if told - {ours}:
        raise WrongRubric(f"{rubric.id}: the answer is the rubric {', '.join(sorted(told))!r}, expected {ours!r}")


def _check_characteristics(cells: pd.DataFrame, rubric: Rubric) -> None:
    names = set(cells["characteristic"])
    missing = {name for name in rubric.characteristics if not any(n == name or n.endswith("/" + name) for n in names)}
    if not rubric.characteristics and not rubric.expected & names:
        missing = set(rubric.expected)
    if missing:
        raise WrongRubric(
            f"{rubric.id}: the answer lacks {', '.join(sorted(missing))}; it holds {', '.join(sorted(names)[:4])} … "
            "and is another rubric's, or the publisher renamed them"
        )


def _check_unit(cells: pd.DataFrame, rubric: Rubric) -> None:
    other = cells[(cells["unit"] != "") & (cells["unit"] != rubric.unit)]
    if rubric.unit and not other.empty:
        name, unit = other.iloc[0][["characteristic", "unit"]]
        raise SourceError(f"{rubric.id}: {name} is in {unit!r}, expected {rubric.unit!r}; change the declared unit")


def _with_codes(cells: pd.DataFrame, rubric: Rubric, areas: pd.DataFrame) -> pd.DataFrame:
    codes = dict(zip(areas["name"], areas["code"], strict=True)) | {CITY_NAME: CITY}
    level = dict(zip(areas["code"], areas["level"], strict=True))
    unknown = sorted(set(cells["place"]) - set(codes))
    if unknown:
        raise SourceError(f"{rubric.id}: unknown area {unknown[0]!r}, expected the 63 Ortsteile and their Stadtbezirke")
    cells = cells.assign(area=cells["place"].map(codes))
    cells["level"] = cells["area"].map(level)
    twice = cells[cells.duplicated(["characteristic", "area", "period"])]
    if not twice.empty:
        raise SourceError(f"{rubric.id}: {twice['place'].iloc[0]}, {twice['characteristic'].iloc[0]} stands twice")
    expected = set(areas.loc[areas["level"].isin(list(rubric.levels)), "code"])
    for name, group in cells.groupby("characteristic"):
        lost = expected - set(group["area"])
        if lost:
            first = areas.set_index("code")["name"][min(lost)]
            raise SourceError(f"{rubric.id}: {name} lacks {len(lost)} of {len(expected)} areas, the first is {first}")
    return cells


def _figures(cells: pd.DataFrame, rubric: Rubric) -> tuple[pd.Series, pd.Series]:
    mark = cells["mark"].str.strip()
    strange = cells[~mark.isin([*MARKS, "-"]) & ~mark.str.fullmatch(NUMBER.pattern)]
    if not strange.empty:
        raise SourceError(
            f"{rubric.id}: {_where(strange)}, expected a number with a decimal comma or one of '.', '-', 'x'"
        )
    value = pd.to_numeric(
        mark.where(~mark.isin(list(MARKS)), None).replace("-", "0").str.replace(",", ".", regex=False)
    )
    wrong = (value < 0) & ~cells["characteristic"].isin(list(rubric.signed))
    if wrong.any():
        raise SourceError(f"{rubric.id}: {_where(cells[wrong])}, expected no negative figure")
    return value.astype(float), mark.map(MARKS).fillna("A")


def _where(cells: pd.DataFrame) -> str:
    first = cells.iloc[0]
    return f"{first['place']}, {first['characteristic']}, {first['period']} reads {first['mark']!r}"
