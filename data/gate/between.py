"""Means, shares and rates beside those of the areas in an area: the whole lies between its lowest and highest part.

That holds for everything that is averaged, with whatever weights, so that no weights need be known. Samples are drawn
for each level by itself and miss it by a little; what is held already shows by how much.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from data.gate.constraints import Constraints
from data.gate.cube import Cube, Numbers
from data.gate.finding import Finding, finding

LEAST: Final = 0.07
"""Share of itself by which a figure may lie outside without a word: incomes of 2021 did so by 6.7 %."""
MARGIN: Final = 1.5
"""How much further than ever before a figure may lie outside without a question."""


@dataclass(frozen=True, eq=False)
class _Range:
    """One series in the areas that others lie in, areas × periods; gap: how far the figures are outside, a share of
    themselves, NaN where a figure is missing or doubtful."""

    series: str
    areas: tuple[str, ...]
    whole: Numbers
    low: Numbers
    high: Numbers
    gap: Numbers


def outside(new: Cube, held: Cube, areas: pd.DataFrame, constraints: Constraints) -> list[Finding]:
    """A finding a series and level with figures further outside than any held. areas: columns code, parent, level."""
    found = []
    for level in ("ortsteil", "stadtbezirk"):
        inner = areas[areas["level"] == level]
        parent = dict(zip(inner["code"], inner["parent"], strict=True))
        before = {each.series: each for each in _ranges(held, parent, constraints)}
        for each in _ranges(new, parent, constraints):
            found += _judged(each, new.periods, before.get(each.series))
    return found


def _ranges(cube: Cube, parent: dict[str, str], constraints: Constraints) -> Iterator[_Range]:
    inner = np.array([parent.get(area, "") for area in cube.areas])
    outer = [n for n, area in enumerate(cube.areas) if (inner == area).any()]
    names = tuple(cube.areas[n] for n in outer)
    sure = np.where(cube.doubtful, np.nan, cube.values)
    for n, name in enumerate(cube.series):
        if name in constraints.means and outer:
            # A missing part makes its whole's range unknown: min and max of NaN are NaN.
            low, high = (
                np.stack([pick(sure[n, inner == area], axis=0) for area in names]) for pick in (np.min, np.max)
            )
            whole = sure[n, outer]
            gap = np.maximum(np.maximum(whole - high, low - whole), 0) / np.maximum(np.abs(whole), 1e-9)
            yield _Range(name, names, whole, low, high, gap)


def _judged(each: _Range, periods: tuple[str, ...], before: _Range | None) -> list[Finding]:
    usual = before.gap[~np.isnan(before.gap)] if before else np.array([])
    odd = each.gap > max(LEAST, MARGIN * usual.max(initial=0))
    if not odd.any():
        return []
    row, column = np.unravel_index(int(np.argmax(np.where(odd, each.gap, 0))), odd.shape)
    told = finding(
        "between",
        "ask",
        "{series}, {area}, {period}: {value}, but its areas lie between {low} and {high}; such figures: {count}",
        series=each.series,
        area=each.areas[row],
        period=periods[column],
        value=float(each.whole[row, column]),
        low=float(each.low[row, column]),
        high=float(each.high[row, column]),
        count=int(odd.sum()),
    )
    return [told]
