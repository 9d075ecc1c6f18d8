"""The two layouts in which the city's statistics API serves a rubric, read into one row a cell.

Columns place, characteristic, unit, period (as in the observation table), mark (what stands in the cell).
"""

import csv
import io
import json
from typing import Final
from unicodedata import normalize

import pandas as pd

from data.sources import leipzig_names
from data.sources.http import SourceError
from data.sources.leipzig_names import WrongRubric

CITY_NAME: Final = "Stadt Leipzig"
LEVELS_OF_NAME: Final = frozenset({"Merkmal_1", "Merkmal_2", "Merkmal_3", "Merkmal_4"})
"""What `values` says of the place of a characteristic among the others; its order tells us the same."""
KEY_COLUMNS: Final = frozenset({"Gebiet", "Sachmerkmal", "Merkmal", "Kennziffer", "Einheit"}) | LEVELS_OF_NAME
NAME_COLUMNS: Final = ("Sachmerkmal", "Merkmal", "Kennziffer")
ENTRIES: Final = frozenset({"name", "wert", "jahr", "stadtbezirk", "ortsteil"})


def cells_of_csv(body: bytes, order: tuple[str, ...]) -> pd.DataFrame:
    """order: our names by position where a name stands twice. Raises SourceError for another layout."""
    text = _text(body, "CSV")
    try:
        rows = [row for row in csv.reader(io.StringIO(text, newline="")) if row]
    except csv.Error as error:
        raise SourceError(f"the answer is not CSV ({error}); try again later") from None
    header = rows[0] if rows else []
    keys = [name for name in header if not leipzig_names.PERIOD.fullmatch(name)]
    _check_table(rows, header, keys)
    if text and not text.endswith("\n"):
        raise SourceError(f"the answer ends within a row, at {text[-20:]!r}, expected a whole line; try again later")
    wide = pd.DataFrame(rows[1:], columns=header, dtype=object)
    wide["place"] = wide["Gebiet"].str.strip() if "Gebiet" in keys else CITY_NAME
    names = wide[next(column for column in NAME_COLUMNS if column in keys)].str.strip()
    wide["characteristic"] = leipzig_names.identities(names.tolist(), wide["place"].tolist(), order)
    wide["unit"] = wide["Einheit"].str.strip() if "Einheit" in keys else ""
    cells = wide.melt(["place", "characteristic", "unit"], header[len(keys) :], var_name="period", value_name="mark")
    cells["period"] = cells["period"].map(leipzig_names.period)
    return cells


def cells_of_json(body: bytes, title: str) -> pd.DataFrame:
    """title: the rubric's, which each record names. Raises SourceError for another layout, WrongRubric for a title."""
    try:
        records = pd.DataFrame(json.loads(_text(body, "JSON")))
    except (ValueError, RecursionError, OverflowError) as error:
        raise SourceError(f"the answer is not the expected JSON ({error}); try again later") from None
    if lacking := ENTRIES - set(records.columns):
        raise SourceError(f"the JSON lacks {sorted(lacking)}")
    if records["name"].isna().any() or not records["jahr"].astype(str).str.fullmatch(leipzig_names.PERIOD).all():
        raise SourceError("a record of the JSON has no name or no year, expected both")
    _check_title(records, title)
    place = records["ortsteil"].fillna(records["stadtbezirk"]).fillna(CITY_NAME)
    return pd.DataFrame(
        {
            "place": place.str.normalize("NFC").str.strip(),
            "characteristic": records["name"].str.normalize("NFC").str.strip(),
            "unit": records["einheit"].fillna("").astype(str) if "einheit" in records else "",
            "period": records["jahr"].astype(str).map(leipzig_names.period),
            "mark": records["wert"].fillna("").astype(str),
        }
    )


def _text(body: bytes, expected: str) -> str:
    if b"\0" in body:
        raise SourceError("the answer holds NUL bytes, expected text; try again later")
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(f"the answer is not UTF-8 ({error.reason} at byte {error.start})") from None
    # Some programs take the dots off letters (NFD): `ü` as two signs is another name for every comparison.
    text = normalize("NFC", text)
    if text.lstrip()[:1] == "<":
        raise SourceError(f"the answer is a web page, expected {expected}; try again later")
    return text


def _check_table(rows: list[list[str]], header: list[str], keys: list[str]) -> None:
    strange = [name for name in keys[1:] if name not in KEY_COLUMNS]
    if keys[:1] and keys[0] in KEY_COLUMNS and strange:
        raise SourceError(f"the column {strange[0]!r} is not known, expected years or one of {sorted(KEY_COLUMNS)}")
    known = set(keys) <= KEY_COLUMNS and any(column in keys for column in NAME_COLUMNS)
    if not known or header[: len(keys)] != keys or len(keys) == len(header):
        shown = ", ".join(header[:3])[:80]
        raise SourceError(
            f"the header starts with {shown!r}, expected Gebiet, Sachmerkmal or Kennziffer and "
            "then years, separated by commas"
        )
    if len(set(header)) < len(header):
        raise SourceError("a column stands twice in the header, expected each once")
    if len(rows) == 1:
        raise SourceError("the answer has a header and no rows")
    ragged = next((row for row in rows if len(row) != len(header)), None)
    if ragged is not None:
        raise SourceError(f"a row has {len(ragged)} fields, expected {len(header)}: {str(ragged[:3])[:80]}")


def _check_title(records: pd.DataFrame, title: str) -> None:
    """The portal names a rubric without what stands in the last brackets of its title."""
    ours = title.rpartition(" (")[0]
    titles = set(records["rubrik"].dropna().astype(str).str.strip()) if "rubrik" in records else set()
    if titles - {ours}:
        raise WrongRubric(f"the answer is the rubric {', '.join(sorted(titles))!r}, expected {ours!r}")
