"""Arithmetic on published figures: rates, groups of areas, changes, ranks.

A frame of values has the columns `indicators.figures.grid.VALUES`: one row per area and period, both text; `value` is
NaN exactly where `status` (a letter of `data.observations.STATUS`) is M, Q or N. Every function returns a new frame
with plain text in it, leaves what it was given as it is, and raises ValueError when an area and period stand twice or a
status is unknown.
"""

from collections.abc import Iterable, Mapping
from math import fsum, isnan, nan
from typing import Final

import numpy as np
import pandas as pd

from indicators.figures.grid import Cell, Key, by_period, cells_of, totals_frame, values_frame, with_year_before
from indicators.figures.status import combine_status, most_cautious, without_break

CHANGES: Final = [
    "area",
    "start",
    "end",
    "start_value",
    "end_value",
    "absolute",
    "percent",
    "per_year",
    "status",
    "breaks",
]
RANKS: Final = ["area", "rank", "of"]
ABSENT: Final[Cell] = (nan, "M")
"""What stands for a row that is not there."""


def ratio(numerator: pd.DataFrame, denominator: pd.DataFrame, scale: float = 100.0) -> pd.DataFrame:
    """Scale × numerator / denominator, for the areas and periods that both frames have.

    numerator, denominator: frames of values; scale: 100 for percent, 1000 for "per thousand".
    A zero denominator gives a missing value with status N.
    """
    above, below = cells_of(numerator), cells_of(denominator)
    return values_frame({key: _divided(cell, below[key], scale) for key, cell in above.items() if key in below})


def total(*parts: pd.DataFrame) -> pd.DataFrame:
    """The sum of several frames of values, for the areas and periods that all of them have, in order of both.

    Missing where any part is. Raises ValueError without parts.
    """
    if not parts:
        raise ValueError("nothing to add up, expected at least one frame of values")
    first, *others = (cells_of(part) for part in parts)
    keys = sorted(set(first).intersection(*others))
    return values_frame({key: _summed([first[key], *(cells[key] for cells in others)]) for key in keys})


def product(left: pd.DataFrame, right: pd.DataFrame) -> pd.DataFrame:
    """Left × right, for the areas and periods that both frames of values have."""
    return values_frame(_products(cells_of(left), cells_of(right)))


def at_most(frame: pd.DataFrame, most: float) -> pd.DataFrame:
    """A frame with period, value and status in which greater values are `most`, and doubtful: status U."""
    above = frame["value"] > most
    doubtful = combine_status(frame["status"], pd.Series("U", index=frame.index))
    return frame.assign(value=frame["value"].mask(above, most), status=frame["status"].mask(above, doubtful))


def implied_denominator(numerator: pd.DataFrame, rate: pd.DataFrame, scale: float = 100.0) -> pd.DataFrame:
    """The denominator that a published count and its published rate imply: scale × count / rate.

    numerator: frame of counts; rate: frame of counts per `scale` of the denominator sought.
    The result has the unit of the denominator and the rate's rounding error. A count or rate of
    zero says nothing about its denominator: missing, status N.
    """
    counts = {key: _not_zero(cell) for key, cell in cells_of(numerator).items()}
    return ratio(values_frame(counts), rate, scale)


def sum_over(frame: pd.DataFrame, members: Iterable[str]) -> pd.DataFrame:
    """The sum over a group of areas by period, as columns `indicators.figures.grid.TOTALS` in order of period.

    frame: frame of values; members: area codes, each counted once.
    A member without a row or a value makes the sum missing (no row counts as M). Periods that no
    member has are absent.
    """
    return totals_frame(sums(cells_of(frame), members))


def sums(cells: Mapping[Key, Cell], members: Iterable[str]) -> dict[str, Cell]:
    """The sums of `sum_over` as cells, by period."""
    areas = dict.fromkeys(members)
    periods = sorted({period for area, period in cells if area in areas})
    return {period: _summed([cells.get((area, period), ABSENT) for area in areas]) for period in periods}


def ratio_over(
    numerator: pd.DataFrame, denominator: pd.DataFrame, members: Iterable[str], scale: float = 100.0
) -> pd.DataFrame:
    """A group's rate by period: its summed numerators over its summed denominators, times scale.

    numerator, denominator: frames of values; members: area codes. Columns `indicators.figures.grid.TOTALS`.
    Missing where a member lacks either, and with status N where the denominators sum to zero.
    Periods that no member has in one of the frames are absent.
    """
    areas = list(members)
    return totals_frame(_rates(sums(cells_of(numerator), areas), sums(cells_of(denominator), areas), scale))


def mean_over(values: pd.DataFrame, weights: pd.DataFrame, members: Iterable[str]) -> pd.DataFrame:
    """A group's weighted mean by period, in the unit of the values. Columns `indicators.figures.grid.TOTALS`.

    values, weights: frames of values; members: area codes.
    Missing where a member lacks value or weight, and with status N where the weights sum to zero.
    Periods in which no member has a row in both frames are absent.
    """
    areas, by = list(members), cells_of(weights)
    return totals_frame(_rates(sums(_products(cells_of(values), by), areas), sums(by, areas), 1.0))


def change(frame: pd.DataFrame, start: str, end: str) -> pd.DataFrame:
    """How each area changed from one period to another, as columns `CHANGES` in order of area.

    frame: frame of values; start, end: periods, the later one may come first.
    absolute: end − start, in the unit of the values (percentage points for shares);
    percent: of the absolute start value, NaN where that is zero;
    per_year: absolute by years between, NaN within one year;
    breaks: the periods with status B after the earlier and up to the later of the two;
    status: missing if either value is, U if either is doubtful, otherwise B if there are breaks.
    Areas with a row at only one of the two appear with NaN, those with none are absent.
    """
    return change_between(by_period(frame), start, end)


def change_between(figures: Mapping[str, Mapping[str, Cell]], start: str, end: str) -> pd.DataFrame:
    """The same of figures by period and area; see `change`."""
    begin, finish = figures.get(start, {}), figures.get(end, {})
    areas = sorted(begin.keys() | finish.keys())
    first, last = ([there.get(area, ABSENT) for area in areas] for there in (begin, finish))
    broken = _breaks(figures, min(start, end), max(start, end))
    breaks = [tuple(broken.get(area, ())) for area in areas]
    start_value, end_value = (np.array([value for value, _ in there], float) for there in (first, last))
    absolute, years = end_value - start_value, int(end[:4]) - int(start[:4])
    # Whether this change crosses a break depends on the periods between the two alone.
    statuses = [
        _status_of_change(most_cautious(without_break(one), without_break(other)), broken=bool(between))
        for (_, one), (_, other), between in zip(first, last, breaks, strict=True)
    ]
    table = {
        "area": pd.array(areas, dtype="str"),
        "start": start,
        "end": end,
        "start_value": start_value,
        "end_value": end_value,
        "absolute": absolute,
        "percent": 100.0 * absolute / np.where(start_value == 0, np.nan, np.abs(start_value)),
        "per_year": absolute / years if years else np.nan,
        "status": pd.array(statuses, dtype="str"),
        "breaks": pd.Series(breaks, dtype=object),
    }
    return pd.DataFrame(table)


def year_on_year(frame: pd.DataFrame) -> pd.DataFrame:
    """Each value's change against the calendar year before, in percent of the latter's amount.

    frame: frame of values. '2024' is compared with '2023', '2024-Q1' with '2023-Q1'.
    Rows without a row one year before, such as the first of a series, are absent; a zero one year
    before gives a missing value with status N. B passes on from the later year only.
    """
    found = {}
    for key, (value, status), earlier in with_year_before(cells_of(frame)):
        before, its_status = _not_zero(earlier)
        found[key] = (100.0 * (value - before) / abs(before), most_cautious(status, without_break(its_status)))
    return values_frame(found)


def index_to(frame: pd.DataFrame, base: str) -> pd.DataFrame:
    """Each area's values as an index with 100 at the base period.

    frame: frame of values; base: a period.
    Areas without a value at the base are missing throughout, with the status found there (M if
    there is no row, N for zero). A break at the base stays with the base.
    """
    cells = cells_of(frame)
    found = {}
    for (area, period), (value, status) in cells.items():
        there, its_status = _not_zero(cells.get((area, base), ABSENT))
        combined = its_status if isnan(there) else most_cautious(status, without_break(its_status))
        found[area, period] = (value / there * 100.0, combined)
    return values_frame(found)


def rank(frame: pd.DataFrame, period: str, descending: bool = True) -> pd.DataFrame:
    """The areas in order of their value in one period, as columns `RANKS`.

    frame: frame of values; descending: whether the largest value is first.
    Equal values share the better rank and the next is left out (1, 2, 2, 4); `of` is the number
    of areas ranked. Areas without a value are absent.
    """
    there = {area: value for (area, when), (value, _) in cells_of(frame).items() if when == period and not isnan(value)}
    order = sorted(there.values(), reverse=descending)
    ranks = {area: order.index(value) + 1 for area, value in there.items()}
    ranked = [(area, ranks[area], len(there)) for area in sorted(ranks, key=lambda area: (ranks[area], area))]
    return pd.DataFrame(ranked, columns=RANKS).astype({"area": "str", "rank": "int64", "of": "int64"})


def gap(frame: pd.DataFrame, reference: str) -> pd.DataFrame:
    """Each area's value minus the reference area's in the same period, in the unit of the values.

    frame: frame of values; reference: an area code; the area itself keeps its rows, at zero.
    Missing where either is missing; a reference without a row counts as M.
    """
    cells = cells_of(frame)
    found = {}
    for (area, period), (value, status) in cells.items():
        there, its_status = cells.get((reference, period), ABSENT)
        found[area, period] = (value - there, most_cautious(status, its_status))
    return values_frame(found)


def against(frame: pd.DataFrame, reference: str) -> pd.DataFrame:
    """How many percent each area's value lies above or below the reference area's in the same period.

    frame: frame of values; reference: an area code. Periods in which the reference has no row are left out.
    """
    cells = cells_of(frame)
    found = {}
    for (area, period), cell in cells.items():
        if (reference, period) in cells:
            percent, status = _divided(cell, cells[reference, period], 100.0)
            found[area, period] = (percent - 100.0, status)
    return values_frame(found)


def _status_of_change(ends: str, *, broken: bool) -> str:
    """The breaks of a change are told beside its status; a doubt would be told nowhere else."""
    return ends if ends == "U" or not broken else most_cautious(ends, "B")


def _divided(above: Cell, below: Cell, scale: float) -> Cell:
    (value, status), (by, its_status) = above, _not_zero(below)
    return scale * value / by, most_cautious(status, its_status)


def _not_zero(cell: Cell) -> Cell:
    """A cell that others can be divided by: by zero it would not be meaningful."""
    return (nan, "N") if cell[0] == 0 else cell


def _products(left: Mapping[Key, Cell], right: Mapping[Key, Cell]) -> dict[Key, Cell]:
    """Of the keys that both have."""
    found = {}
    for key, (value, status) in left.items():
        if key in right:
            other, its_status = right[key]
            found[key] = (value * other, most_cautious(status, its_status))
    return found


def _summed(cells: Iterable[Cell]) -> Cell:
    values, statuses = zip(*cells, strict=True)
    return fsum(values), most_cautious(*dict.fromkeys(statuses))


def _rates(above: Mapping[str, Cell], below: Mapping[str, Cell], scale: float) -> dict[str, Cell]:
    return {period: _divided(cell, below[period], scale) for period, cell in above.items() if period in below}


def _breaks(figures: Mapping[str, Mapping[str, Cell]], after: str, until: str) -> dict[str, list[str]]:
    """By area, the periods with status B after one and up to another, in order."""
    found: dict[str, list[str]] = {}
    for period in sorted(period for period in figures if after < period <= until):
        for area, (_, status) in figures[period].items():
            if status == "B":
                found.setdefault(area, []).append(period)
    return found
