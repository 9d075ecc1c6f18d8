"""Changes of many places as rows to draw: what to say of each, in the reader's language."""

from collections.abc import Mapping
from html import escape

import pandas as pd

from charts.words import Moved, amount, difference
from indicators.catalogue import Indicator
from locales import Language, text


def rows(lang: Language, indicator: Indicator, changes: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """One row per place, the largest change first and those without one last.

    changes: from `measures.change`. Columns area, name, change (as the indicator states changes), label,
    start, end, absolute, percent, breaks, status, hover.
    """
    stated = changes["percent"] if indicator.change == "percent" else changes["absolute"]
    frame = changes[["area", "start_value", "end_value", "absolute", "percent", "breaks", "status"]].assign(
        name=changes["area"].map(names), change=stated
    )
    frame["label"] = [difference(lang, indicator, value) for value in frame["change"]]
    span = (str(changes["start"].iloc[0]), str(changes["end"].iloc[0])) if len(changes) else ("", "")
    frame["hover"] = [_hover(lang, indicator, row, span) for row in frame.to_dict("records")]
    return frame.sort_values(["change", "name"], ascending=[False, True], na_position="last", ignore_index=True)


def moved(rows: pd.DataFrame, area: str, name: str, place: str) -> Moved:
    """One place's change for the reading sentence; NaN where the rows do not have it."""
    found = rows[rows["area"] == area]
    if found.empty:
        return Moved(name, place, float("nan"), float("nan"), float("nan"))
    row = found.iloc[0]
    return Moved(name, place, float(row["start_value"]), float(row["end_value"]), float(row["change"]))


def _hover(lang: Language, indicator: Indicator, row: Mapping[str, object], span: tuple[str, str]) -> str:
    name = f"<b>{escape(str(row['name']))}</b>"
    start, end = float(str(row["start_value"])), float(str(row["end_value"]))
    ends = f"{span[0]}: {amount(lang, indicator, start)}<br>{span[1]}: {amount(lang, indicator, end)}"
    if pd.isna(row["change"]):
        return f"{name}<br>{why_missing(lang, str(row['status']))}<br>{ends}"
    crossed = row["breaks"]
    breaks = text(lang, "across a break in {years}", years=", ".join(crossed)) if isinstance(crossed, tuple) else ""
    return f"{name}<br>{row['label']}<br>{ends}" + (f"<br>{breaks}" if crossed else "")


def why_missing(lang: Language, status: str) -> str:
    """What a status that stands in the place of a figure means, in a few words."""
    return {
        "M": text(lang, "not collected or not published"),
        "Q": text(lang, "confidential or too few answers"),
        "N": text(lang, "not meaningful"),
    }.get(status, text(lang, "no figure"))
