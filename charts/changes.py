"""Changes of many places as rows to draw: what to say of each, in the reader's language."""

from collections.abc import Mapping
from html import escape
from math import isnan
from typing import Any, Final

import pandas as pd

from charts.words import Moved, amount, difference, short_difference
from indicators.catalogue import Indicator
from locales import Language, text

ENDS: Final = ("start_value", "end_value")


def rows(lang: Language, indicator: Indicator, changes: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """One row per place, the largest change first and those without one last.

    changes: from `measures.change`. Columns area, name, change (as the indicator states changes), label (with
    its unit), short (without), start_value, end_value, absolute, percent, breaks, status, hover.
    """
    columns = ["area", *ENDS, "absolute", "percent", "breaks", "status"]
    span = (str(changes["start"].iloc[0]), str(changes["end"].iloc[0])) if len(changes) else ("", "")
    records = [dict(zip(columns, row, strict=True)) for row in changes[columns].itertuples(index=False, name=None)]
    for row in records:
        row["name"] = names[row["area"]]
        row["change"] = row["percent" if indicator.change == "percent" else "absolute"]
        row["short"] = short_difference(lang, indicator, row["change"])
        row["label"] = difference(lang, indicator, row["change"])
        row["hover"] = _hover(lang, indicator, row, span)
    records.sort(key=lambda row: (isnan(row["change"]), -row["change"], row["name"]))
    return pd.DataFrame(records, columns=[*columns, "name", "change", "short", "label", "hover"])


def moved(rows: pd.DataFrame, area: str, name: str, place: str) -> Moved:
    """One place's change for the reading sentence; NaN where the rows do not have it."""
    found = rows.loc[rows["area"] == area, [*ENDS, "change"]]
    start, end, change = found.iloc[0] if len(found) else (float("nan"),) * 3
    return Moved(name, place, float(start), float(end), float(change))


def all_moved(rows: pd.DataFrame) -> list[Moved]:
    """Every place's change, under its own name."""
    columns = (rows[column].tolist() for column in ("name", "name", *ENDS, "change"))
    return [Moved(*row) for row in zip(*columns, strict=True)]


def _hover(lang: Language, indicator: Indicator, row: Mapping[str, Any], span: tuple[str, str]) -> str:
    ends = (f"{year}: {amount(lang, indicator, row[end])}" for year, end in zip(span, ENDS, strict=True))
    if pd.isna(row["change"]):
        told = [why_missing(lang, row["status"])]
    elif row["breaks"]:
        told = [row["label"], text(lang, "across a break in {years}", years=", ".join(row["breaks"]))]
    else:
        told = [row["label"]]
    return "<br>".join([f"<b>{escape(row['name'])}</b>", *told, *ends])


def why_missing(lang: Language, status: str) -> str:
    """What a status that stands in the place of a figure means, in a few words."""
    return {
        "M": text(lang, "not collected or not published"),
        "Q": text(lang, "confidential or too few answers"),
        "N": text(lang, "not meaningful"),
    }.get(status, text(lang, "no figure"))
