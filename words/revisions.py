"""Revisions in words: what a publisher changed after publication, one sentence a table and period."""

from collections.abc import Mapping
from math import isnan
from typing import Any, Final

import pandas as pd

from locales import Language, date, number, plural, text

DIGITS: Final = 3
"""Decimals of the most exact figures."""


def revision_sentences(
    lang: Language, revised: pd.DataFrame, titles: Mapping[str, str], names: Mapping[str, str], most: int
) -> list[str]:
    """How many figures of a table and period changed, and which of them most; the latest first, at most a number.

    revised: from `indicators.figures.revisions`; titles: of the publisher's tables, by the part of a series before its
    slash; names: of areas, by code.
    """
    rubrics = revised["series"].str.partition("/")[0]
    groups = revised.groupby([revised["seen_at"], rubrics, revised["period"]])
    found = sorted(groups, key=lambda group: tuple(map(str, group[0])), reverse=True)[:most]
    return [_sentence(lang, rows, titles, names) for _, rows in found]


def _sentence(lang: Language, rows: pd.DataFrame, titles: Mapping[str, str], names: Mapping[str, str]) -> str:
    series, period, seen_at = rows[["series", "period", "seen_at"]].iloc[0]
    rubric = series.partition("/")[0]
    title = titles.get(rubric, "")
    told = plural(
        lang,
        "{day}, {time} UTC: {n} figure of {period} changed in {table}.",
        "{day}, {time} UTC: {n} figures of {period} changed in {table}.",
        len(rows),
        day=date(lang, seen_at),
        time=seen_at[11:16],
        period=period,
        table=f"{rubric} ({title})" if title else rubric,
    )
    known = rows.dropna(subset=["old", "new"]).to_dict("records")
    if not known:
        return told
    return f"{told} {_largest(lang, max(known, key=lambda row: abs(row['new'] - row['old'])), names)}"


def _largest(lang: Language, row: Mapping[Any, Any], names: Mapping[str, str]) -> str:
    return text(
        lang,
        "Largest change: “{series}”, {area}: from {old} to {new} ({difference}).",
        series=row["series"].partition("/")[2],
        area=names.get(row["area"], row["area"]),
        old=figure(lang, row["old"]),
        new=figure(lang, row["new"]),
        difference=figure(lang, row["new"] - row["old"], signed=True),
    )


def figure(lang: Language, value: float, *, signed: bool = False) -> str:
    """A figure with as many decimals as it has, at most `DIGITS`."""
    if isnan(value):
        return text(lang, "no figure")
    decimals = len(f"{value:.{DIGITS}f}".rstrip("0").partition(".")[2])
    return number(lang, value, decimals, signed=signed)
