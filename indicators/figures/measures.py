"""Arithmetic on published figures: rates, groups of areas, changes.

Every function takes grids, leaves them as they are and gives a new one. Where nothing else is said, a cell that lacks
what it is computed from is absent, a figure computed from a missing one is missing, and the status is the one of all
ingredients that asks for most caution.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from itertools import compress
from math import fsum, nan
from typing import Final

import numpy as np
import pandas as pd

from indicators.figures.grid import ABSENT, CAUTION, MISSING, Cautions, Floats, Grid

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
NORMAL, ESTIMATED, DOUBTFUL, BREAK, NOT_MEANINGFUL = (CAUTION.index(letter) for letter in "AEUBN")
DIGITS: Final = 15
"""As many digits of a sum are those of its parts: 5.8 + 40.3 is 46.1, and not 46.099999999999994."""
GROUP: Final = "group"
"""The area of a grid that holds a group of areas only."""


def ratio(numerator: Grid, denominator: Grid, scale: float = 100.0) -> Grid:
    """Scale × numerator / denominator; scale: 100 for percent, 1000 for "per thousand".

    A zero denominator gives a missing value with status N.
    """
    above, below = aligned(numerator, denominator)
    below = _not_zero(below)
    return replace(above, values=scale * above.values / below.values, caution=_most_cautious(above, below))


def total(*parts: Grid) -> Grid:
    """The sum of several grids. Raises ValueError without parts."""
    if not parts:
        raise ValueError("nothing to add up, expected at least one grid")
    cut = aligned(*parts)
    return replace(cut[0], values=_sum(np.array([part.values for part in cut])), caution=_most_cautious(*cut))


def product(left: Grid, right: Grid) -> Grid:
    """Left × right."""
    one, other = aligned(left, right)
    return replace(one, values=one.values * other.values, caution=_most_cautious(one, other))


def at_most(grid: Grid, most: float) -> Grid:
    """The grid in which greater values are `most`, and doubtful: status U."""
    above = grid.values > most
    caution = np.where(above, np.maximum(grid.caution, DOUBTFUL), grid.caution)
    return replace(grid, values=np.where(above, most, grid.values), caution=caution)


def without_doubt(grid: Grid) -> Grid:
    """The grid in which doubtful figures, status U, are missing."""
    doubtful = grid.caution == DOUBTFUL
    caution = np.where(doubtful, MISSING, grid.caution)
    return replace(grid, values=np.where(doubtful, nan, grid.values), caution=caution)


def implied_denominator(numerator: Grid, rate: Grid, scale: float = 100.0) -> Grid:
    """The denominator that a published count and its published rate imply: scale × count / rate.

    rate: counts per `scale` of the denominator sought. The result has the unit of the denominator and the rate's
    rounding error. A count or rate of zero says nothing about its denominator: missing, status N.
    """
    return ratio(_not_zero(numerator), rate, scale)


def sum_over(grid: Grid, members: Iterable[str]) -> Grid:
    """The sum over a group of areas as a grid of the one area `GROUP`.

    members: area codes, each counted once. A member without a row or a value makes the sum missing (no row counts as
    M). Periods that no member has are absent.
    """
    own = grid.on(list(dict.fromkeys(members)), grid.periods)
    there = (own.caution != ABSENT).any(axis=0)
    caution = _or_missing(own.caution).max(axis=0, initial=NORMAL)
    summed = _sum(own.values)
    return Grid((GROUP,), tuple(compress(grid.periods, there)), summed[None, there], caution[None, there])


def ratio_over(numerator: Grid, denominator: Grid, members: Iterable[str], scale: float = 100.0) -> Grid:
    """A group's rate: its summed numerators over its summed denominators, times scale; see `sum_over`.

    Missing where a member lacks either, and with status N where the denominators sum to zero.
    """
    areas = list(members)
    return ratio(sum_over(numerator, areas), sum_over(denominator, areas), scale)


def mean_over(values: Grid, weights: Grid, members: Iterable[str]) -> Grid:
    """A group's weighted mean, in the unit of the values; see `ratio_over`.

    Periods in which no member has a cell in both grids are absent.
    """
    areas = list(members)
    return ratio(sum_over(product(values, weights), areas), sum_over(weights, areas), 1.0)


def change(grid: Grid, start: str, end: str) -> pd.DataFrame:
    """How each area changed from one period to another, as columns `CHANGES` in order of area.

    start, end: periods, the later one may come first.
    absolute: end − start, in the unit of the values (percentage points for shares);
    percent: of the absolute start value, NaN where that is zero;
    per_year: absolute by years between, NaN within one year;
    breaks: the periods with status B after the earlier and up to the later of the two;
    status: missing if either value is, U if either is doubtful, otherwise B if there are breaks.
    Areas with a cell at only one of the two appear with NaN, those with none are absent.
    """
    ends = grid.on(sorted(grid.areas), (start, end))
    there = (ends.caution != ABSENT).any(axis=1)
    ends = Grid(tuple(compress(ends.areas, there)), ends.periods, ends.values[there], ends.caution[there])
    between = [period for period in grid.periods if min(start, end) < period <= max(start, end)]
    broken = grid.on(ends.areas, between).caution == BREAK
    start_value, end_value = ends.values[:, 0], ends.values[:, 1]
    absolute, years = end_value - start_value, int(end[:4]) - int(start[:4])
    # Whether this change crosses a break depends on the periods between the two alone.
    worst = _without_break(_or_missing(ends.caution)).max(axis=1, initial=NORMAL)
    # The breaks of a change are told beside its status; a doubt would be told nowhere else.
    worst = np.where(broken.any(axis=1) & (worst != DOUBTFUL), np.maximum(worst, BREAK), worst)
    table = {
        "area": pd.array(ends.areas, dtype="str"),
        "start": start,
        "end": end,
        "start_value": start_value,
        "end_value": end_value,
        "absolute": absolute,
        "percent": 100.0 * absolute / np.where(start_value == 0, nan, np.abs(start_value)),
        "per_year": absolute / years if years else nan,
        "status": pd.array([CAUTION[letter] for letter in worst.tolist()], dtype="str"),
        "breaks": pd.Series([tuple(compress(between, row)) for row in broken.tolist()], dtype=object),
    }
    return pd.DataFrame(table)


def has_year_before(periods: Collection[str]) -> bool:
    """Whether any period can be compared with the one a calendar year before; not so for elections."""
    return any(_year_before(period) in periods for period in periods)


def year_on_year(grid: Grid, stated: str = "percent") -> Grid:
    """Each value's change against the calendar year before; '2024' is compared with '2023', '2024-Q1' with '2023-Q1'.

    stated: `percent` of the amount of the value before, otherwise the difference in the unit of the values (percentage
    points for shares). A zero one year before gives no percent: missing, status N. B passes on from the later year
    only. Periods without a year before are absent.
    """
    periods = [period for period in grid.periods if _year_before(period) in grid.periods]
    now, before = grid.on(grid.areas, periods), grid.on(grid.areas, [_year_before(period) for period in periods])
    now, before = _where_both(now, replace(before, periods=now.periods))
    before = _not_zero(before) if stated == "percent" else before
    values = now.values - before.values
    if stated == "percent":
        values = 100.0 * values / np.abs(before.values)
    return replace(now, values=values, caution=np.maximum(now.caution, _without_break(before.caution)))


def change_a_year(grid: Grid, stated: str) -> Grid:
    """The changes of `year_on_year`, of which one across a break is none: missing, status N."""
    found = year_on_year(grid, stated)
    across = found.caution == BREAK
    caution = np.where(across, NOT_MEANINGFUL, found.caution)
    return replace(found, values=np.where(across, nan, found.values), caution=caution)


def index_to(grid: Grid, base: str) -> Grid:
    """Each area's values as an index with 100 at the base period.

    Areas without a value at the base are missing throughout, with the status found there (M if there is no cell, N
    for zero). A break at the base stays with the base.
    """
    there = _not_zero(grid.on(grid.areas, (base,)))
    caution = _or_missing(there.caution)
    combined = np.where(np.isnan(there.values), caution, np.maximum(grid.caution, _without_break(caution)))
    return _on_cells_of(grid, grid.values / there.values * 100.0, combined)


def gap(grid: Grid, reference: str) -> Grid:
    """Each area's value minus the reference area's in the same period, in the unit of the values.

    Missing where either is missing, or the reference has no cell; the reference itself keeps its cells, at zero.
    """
    there = grid.on((reference,), grid.periods)
    return _on_cells_of(grid, grid.values - there.values, np.maximum(grid.caution, _or_missing(there.caution)))


def against(grid: Grid, reference: str) -> Grid:
    """How many percent each area's value lies above or below the reference area's in the same period.

    Periods in which the reference has no cell are absent.
    """
    there = _not_zero(grid.on((reference,), grid.periods))
    caution = np.where(there.caution == ABSENT, ABSENT, np.maximum(grid.caution, there.caution))
    return _on_cells_of(grid, 100.0 * grid.values / there.values - 100.0, caution)


def aligned(*grids: Grid) -> tuple[Grid, ...]:
    """The areas and periods that all grids have, in the first one's order; cells that one lacks are absent in all."""
    first, *others = grids
    areas = [area for area in first.areas if all(area in other.rows for other in others)]
    periods = [period for period in first.periods if all(period in other.periods for other in others)]
    return _where_both(*(grid.on(areas, periods) for grid in grids))


def _where_both(*grids: Grid) -> tuple[Grid, ...]:
    """Grids of the same areas and periods, without cells that one of them lacks."""
    absent = np.logical_or.reduce([grid.caution == ABSENT for grid in grids])
    if not absent.any():
        return grids
    return tuple(
        replace(
            grid,
            values=np.where(absent, nan, grid.values),
            caution=np.where(absent, ABSENT, grid.caution),
        )
        for grid in grids
    )


def _on_cells_of(grid: Grid, values: Floats, caution: Cautions) -> Grid:
    """Other values and statuses for the cells that a grid has."""
    there = grid.caution != ABSENT
    return replace(grid, values=np.where(there, values, nan), caution=np.where(there, caution, ABSENT))


def _most_cautious(*grids: Grid) -> Cautions:
    worst: Cautions = np.maximum.reduce([grid.caution for grid in grids])
    return worst


def _or_missing(caution: Cautions) -> Cautions:
    return np.where(caution == ABSENT, MISSING, caution)


def _without_break(caution: Cautions) -> Cautions:
    """A value's own B is about the period before it, which what is computed from it may not be about."""
    return np.where(caution == BREAK, NORMAL, caution)


def _not_zero(grid: Grid) -> Grid:
    """A grid that others can be divided by: by zero they would not be meaningful."""
    zero = grid.values == 0
    caution = np.where(zero, NOT_MEANINGFUL, grid.caution)
    return replace(grid, values=np.where(zero, nan, grid.values), caution=caution)


def _sum(stack: Floats) -> Floats:
    """The sum over the first axis, rounded once, so that it does not depend on the order."""
    shape = stack.shape[1:]
    sums = [float(f"{fsum(cells):.{DIGITS}g}") for cells in stack.reshape(len(stack), int(np.prod(shape))).T.tolist()]
    return np.array(sums, float).reshape(shape)


def _year_before(period: str) -> str:
    return f"{int(period[:4]) - 1}{period[4:]}"
