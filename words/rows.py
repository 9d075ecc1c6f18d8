"""Changes of many places as rows to draw: what to say of each, in the reader's language."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from math import isnan, nan
from typing import Any, Final

import pandas as pd

from data.areas import CITY
from indicators.analysis.limits import Limits
from indicators.catalogue import Indicator
from locales import Language, alphabetical, joined, rounded, text
from words.care import DOUBTFUL, care_of_change, mark
from words.change import Moved, amount, change_decimals, difference, direction, short_difference
from words.indicator import not_measured
from words.limits import NONE, limits_told
from words.missing import why_missing
from words.periods import short
from words.ranks import change_ranks, rank_words, value_ranks

ENDS: Final = ("start_value", "end_value")


def rows(
    lang: Language, indicator: Indicator, changes: pd.DataFrame, names: Mapping[str, str], subject: str = ""
) -> pd.DataFrame:
    """One row per named place, the strongest rise first, or the strongest fall where sentences speak of falling: where
    the subject fell or, without one, none of the places rose. Those that are level as shown stand in order of name,
    those without a change last.

    changes: from `measures.change`; names: by area; subject: the area that sentences are about. Columns area, name,
    change (as the indicator states changes), label (it in words), care (from `care_of_change`), short (the change
    without its unit, with the sign of its care), note (why it is missing, or why it needs care), shade (for the map),
    start_value, end_value, absolute, percent, breaks, status.
    """
    columns = ["area", *ENDS, "absolute", "percent", "breaks", "status"]
    cells = zip(*(changes[column].tolist() for column in columns), strict=True)
    records = [dict(zip(columns, row, strict=True)) for row in cells if row[0] in names]
    for row in records:
        row["name"] = names[row["area"]]
        row["change"] = row["percent" if indicator.change == "percent" else "absolute"]
        row["shade"] = row["change"]
        row["care"] = "" if isnan(row["change"]) else care_of_change(row["breaks"], row["status"])
        row["short"] = short_difference(lang, indicator, row["change"]) + mark(row["care"])
        row["label"] = difference(lang, indicator, row["change"])
        row["note"] = _note(lang, row)
    decimals, way = change_decimals(indicator), 1 if _falling(indicator, records, subject) else -1
    records.sort(key=lambda row: _place(row["change"], decimals, way, row["name"]))
    columns += ["name", "change", "shade", "care", "short", "label", "note"]
    # Column by column, as pandas takes twice as long over rows.
    return pd.DataFrame({column: [row[column] for row in records] for column in columns})


def _falling(indicator: Indicator, records: Sequence[Mapping[str, Any]], subject: str) -> bool:
    """Whether sentences about these changes speak of falling first."""
    known = {row["area"]: row["change"] for row in records if not isnan(row["change"])}
    if subject or not known:
        return direction(indicator, known.get(subject, nan)) < 0
    return direction(indicator, max(known.values())) <= 0


def _place(value: float, decimals: int, way: int, name: str) -> tuple[bool, Decimal, str]:
    """Where a row stands, by its value as shown, from the lowest (1) or the highest (-1); NaN last."""
    missing = isnan(value)
    return missing, way * rounded(0 if missing else value, decimals), alphabetical(name)


def districts(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows without the city's."""
    # By place: a comparison of texts and a mask take three times as long.
    return rows.iloc[[place for place, area in enumerate(rows["area"].tolist()) if area != CITY]]


def moved(rows: pd.DataFrame, area: str, name: str, place: str) -> Moved:
    """One place's change for the reading sentence; NaN where the rows do not have it."""
    areas = rows["area"].tolist()
    return named(all_moved(rows)[areas.index(area)] if area in areas else None, name, place)


def named(found: Moved | None, name: str, place: str) -> Moved:
    """A change under other names; NaN where there is none."""
    return replace(found, name=name, place=place) if found else Moved(name, place, nan, nan, nan)


def all_moved(rows: pd.DataFrame, limits: Mapping[str, Limits] = NONE) -> list[Moved]:
    """Every place's change, under its own name; limits: of modelled changes, by area."""
    columns = (rows[column].tolist() for column in ("name", "name", *ENDS, "change", "breaks"))
    doubtful = [status == DOUBTFUL for status in rows["status"].tolist()]
    own = [limits.get(area) for area in rows["area"].tolist()]
    return [Moved(*row) for row in zip(*columns, doubtful, own, strict=True)]


def change_told(lang: Language, indicator: Indicator, rows: pd.DataFrame, city: str) -> pd.DataFrame:
    """Rows of changes with what their tooltips tell: the change, rank and city, both values.

    city: the city's change in words, empty where it does not compare.
    """
    labels, *ends = (rows[name].tolist() for name in ("label", *ENDS))
    places = change_ranks(indicator, rows)
    ranked = [rank_words(lang, places[area]) if area in places else "" for area in rows["area"].tolist()]
    values = ([amount(lang, indicator, value) for value in end] for end in ends)
    cells = zip(labels, ranked, *values, strict=True)
    told = [[label, _beside(rank, city), *both] for label, rank, *both in cells]
    return rows.assign(told=pd.Series(told, rows.index))


def change_hover(lang: Language, indicator: Indicator, span: tuple[str, str]) -> str:
    """What a district's tooltip says, for plotly to fill in: name, change, rank and city, both values, note."""
    start, end = (short(lang, period) for period in span)
    return (
        f"<b>%{{text}}</b><br>%{{customdata[0]}}<br>%{{customdata[1]}}<br>{start}: %{{customdata[2]}}"
        f"<br>{end}: %{{customdata[3]}}{_kind(lang, indicator)}%{{customdata[4]}}<extra></extra>"
    )


def value_rows(
    lang: Language, indicator: Indicator, values: pd.DataFrame, names: Mapping[str, str], period: str
) -> pd.DataFrame:
    """One row per named place with its value in one period, the largest or the best grade first, those that are level
    as shown in order of name, and those without a value last.

    values: frame of values. Columns area, name, shade (the value), status, label (it in words), note.
    """
    there = values[values["period"] == period]
    cells = dict(zip(there["area"], zip(there["value"], there["status"], strict=True), strict=True))
    records = []
    for area, name in names.items():
        value, status = cells.get(area, (float("nan"), "M"))
        doubt = text(lang, "doubtful figure") if status == DOUBTFUL else ""
        note = why_missing(lang, status) if isnan(value) else doubt
        records.append((area, name, value, status, amount(lang, indicator, value), note))
    way = 1 if indicator.graded else -1
    records.sort(key=lambda row: _place(row[2], indicator.decimals, way, row[1]))
    return pd.DataFrame(records, columns=["area", "name", "shade", "status", "label", "note"])


def value_told(
    lang: Language, indicator: Indicator, rows: pd.DataFrame, city: str, limits: Mapping[str, Limits]
) -> pd.DataFrame:
    """Rows of values with what their tooltips tell: the value, and rank and city; see `change_told`.

    Limits are told in the place of a rank, which they do not permit.
    """
    places, grades = value_ranks(indicator, rows, "shade"), indicator.graded
    ranked = [rank_words(lang, places[area], grades=grades) if area in places else "" for area in rows["area"]]
    if limits:
        ranked = [limits_told(lang, indicator, limits[area]) if area in limits else "" for area in rows["area"]]
    told = zip(rows["label"].tolist(), ranked, strict=True)
    return rows.assign(told=pd.Series([[label, _beside(rank, city)] for label, rank in told], rows.index))


def _beside(*told: str) -> str:
    """What there is of rank and city, on one line."""
    return " · ".join(filter(None, told))


def value_hover(lang: Language, indicator: Indicator) -> str:
    """What a district's tooltip says on a map of values, for plotly to fill in: name, value, rank and city, note."""
    told = "<b>%{text}</b><br>%{customdata[0]}<br>%{customdata[1]}"
    return f"{told}{_kind(lang, indicator)}%{{customdata[2]}}<extra></extra>"


def _kind(lang: Language, indicator: Indicator) -> str:
    """A line of a tooltip for figures that nobody measured."""
    line, _ = not_measured(lang, indicator)
    return f"<br>{line}" if line else ""


def _note(lang: Language, row: Mapping[str, Any]) -> str:
    if isnan(row["change"]):
        of_zero = not isnan(row["start_value"]) and not isnan(row["end_value"])
        return text(lang, "no percent of zero") if of_zero else why_missing(lang, row["status"])
    across = (
        text(lang, "across a break ({years})", years=joined(lang, [short(lang, period) for period in row["breaks"]]))
        if row["breaks"]
        else ""
    )
    doubt = text(lang, "at least one figure is doubtful") if row["status"] == DOUBTFUL else ""
    return "; ".join(note for note in (across, doubt) if note)
