"""Tables of cities that have no address: fetched by hand, committed in `data/tables`, read like any other source.

Each is a CSV as its publisher laid it out, and a TOML of the same name that says where it is from and how to read it.
"""

import csv
import hashlib
import io
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Final

import pandas as pd

from data import cities
from data.checks import Check, no_negative
from data.observations import KEY
from data.sources.http import SourceError
from data.sources.source import Fetch, Reading, Source

FOLDER: Final = Path(__file__).resolve().parents[1] / "tables"


@dataclass(frozen=True)
class Table:
    """A committed table: its id is the prefix of its series, and the name of its two files.

    area, name, period: the headings of municipality key, city and period; columns: name of the series by heading;
    note: what has to be known of its figures.
    """

    id: str
    title: str
    vintage: str
    licence: str
    attribution: str
    origin: str
    separator: str
    area: str
    name: str
    period: str
    columns: Mapping[str, str]
    note: Mapping[str, str]


@cache
def tables() -> tuple[Table, ...]:
    """The declared tables. Raises TypeError for an unknown or missing key."""
    declared = ((path.stem, tomllib.loads(path.read_text("utf-8"))) for path in sorted(FOLDER.glob("*.toml")))
    return tuple(Table(id=id, **content) for id, content in declared)


def sources() -> tuple[Source, ...]:
    """The declared tables as sources."""
    return tuple(
        Source(each.id, each.title, (), each.licence, each.attribution, partial(_read, each)) for each in tables()
    )


def _read(table: Table, _fetch: Fetch, _areas: pd.DataFrame) -> Reading:
    body = read(table)
    observations = parse(body, table)
    there, areas, periods = (observations[column].nunique() for column in ("series", "area", "period"))
    checks = (
        Check("declared columns", f"{there} of {len(table.columns)}"),
        Check("declared cities once in each period, no others", f"cities: {areas}, periods: {periods}"),
        *no_negative(observations["value"]),
    )
    # Nobody noted when it was fetched.
    origin = {
        "urls": [],
        "origin": table.origin,
        "retrieved_at": "",
        "vintage": table.vintage,
        "sha256": [hashlib.sha256(body).hexdigest()],
        "note": dict(table.note),
    }
    return Reading(observations, checks, origin)


def read(table: Table) -> bytes:
    """The committed CSV. Raises SourceError where it can't be read."""
    path = FOLDER / f"{table.id}.csv"
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError(
            f"{table.id}: {path.name} can't be read ({error.strerror}), expected it in {FOLDER}"
        ) from None


def parse(body: bytes, table: Table) -> pd.DataFrame:
    """Observations of a table, columns `data.observations.COLUMNS`; an empty cell is missing, not collected.

    Raises SourceError unless each declared column, and each declared city in each period, is there once, and every
    cell is empty or a number that is not negative.
    """
    rows = _rows(body, table)
    keys = [table.period, table.area, table.name]
    _check_cities(rows[keys], table)
    cells = rows.melt(keys, list(table.columns), var_name="heading", value_name="cell")
    value = pd.to_numeric(cells["cell"], errors="coerce")
    wrong = cells[(cells["cell"] != "") & ~value.between(0, float("inf"), inclusive="left")]
    if len(wrong):
        name, heading, cell = wrong.iloc[0][[table.name, "heading", "cell"]]
        raise SourceError(f"{table.id}: {name}, {heading} reads {cell!r}, expected a number that is not negative")
    columns = {
        "series": f"{table.id}/" + cells["heading"].map(table.columns),
        "area": cells[table.area],
        "period": cells[table.period],
        "value": value.astype("float64"),
        "status": value.isna().map({True: "M", False: "A"}),
    }
    return pd.DataFrame(columns).sort_values(KEY, ignore_index=True)


def _rows(body: bytes, table: Table) -> pd.DataFrame:
    try:
        reader = csv.DictReader(io.StringIO(body.decode("utf-8"), newline=""), delimiter=table.separator, strict=True)
        headings, rows = reader.fieldnames or [], list(reader)
    except (UnicodeDecodeError, csv.Error) as error:
        raise SourceError(f"{table.id}: the file is not CSV in UTF-8 ({error})") from None
    needed = [table.area, table.name, table.period, *table.columns]
    absent = [heading for heading in needed if list(headings).count(heading) != 1]
    if absent or not rows:
        raise SourceError(f"{table.id}: the file has {len(rows)} rows and lacks {absent}, expected each column once")
    if any(None in row or None in row.values() for row in rows):
        raise SourceError(f"{table.id}: a row has another number of fields than the header, expected as many")
    return pd.DataFrame(rows)


def _check_cities(rows: pd.DataFrame, table: Table) -> None:
    """rows: period, code and name."""
    came = sorted(rows.itertuples(index=False, name=None))
    periods = rows[table.period].unique()
    expected = sorted((period, code, name) for period in periods for code, name in cities.names().items())
    if came != expected:
        raise SourceError(f"{table.id}: the rows are {came}, expected each city once in each period: {expected}")
