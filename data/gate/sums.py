"""Figures that contradict each other: areas that don't add up, parts that don't make the whole.

Publishers' own sums have gaps: persons without a district, small counts that are blanked. What is held already shows
how large they are; a new gap is measured by those.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from data.gate.constraints import Constraints
from data.gate.cube import Cube, Flags, Numbers
from data.gate.finding import Fact, Finding, Severity, finding, place

ROUNDING: Final = 1.5
"""Units that a sum may be off without a word."""
LEAST: Final = 0.002
"""Share of the whole that a sum may always be off: persons without a district are as many as that."""
UNKNOWN: Final = 0.25
"""Share of the whole that a sum may be off where nothing is held that says how far it usually is."""
LARGE: Final = 0.5
"""Share of the whole from which on one of the two is not merely doubtful but wrong."""


@dataclass(frozen=True, eq=False)
class _Sums:
    """One series: figures and what their parts add up to, areas × periods; gap: how far apart, a share of the whole,
    NaN where that can't be said; of a total without some of its parts only what is too much."""

    series: str
    areas: tuple[str, ...]
    periods: tuple[str, ...]
    whole: Numbers
    total: Numbers
    gap: Numbers


@dataclass(frozen=True)
class _Odd:
    """Sums that are too far apart, for a finding."""

    severity: Severity
    facts: dict[str, Fact]


def levels(new: Cube, held: Cube, areas: pd.DataFrame, constraints: Constraints) -> list[Finding]:
    """Areas against the one that they lie in. areas: columns code, parent, level."""
    found = []
    # Each level by itself: that persons without a district are missing in the city's sum says nothing of districts.
    for level in ("ortsteil", "stadtbezirk"):
        inner = areas[areas["level"] == level]
        parent = dict(zip(inner["code"], inner["parent"], strict=True))
        before = {sums.series: sums for sums in _of_areas(held, parent, constraints)}
        for sums in _of_areas(new, parent, constraints):
            if odd := _disagreeing(sums, before.get(sums.series)):
                told = finding(
                    "sums",
                    odd.severity,
                    "{series}, {area}, {period}: {value}, but its areas add up to {total}; such sums: {count}",
                    **odd.facts,
                )
                found.append(told)
    return found


def parts(new: Cube, held: Cube, constraints: Constraints) -> list[Finding]:
    """Series against those that they consist of."""
    found = []
    for whole, ways in constraints.parts.items():
        for names in ways:
            sums, before = _of_parts(new, whole, names), _of_parts(held, whole, names)
            if sums and (odd := _disagreeing(sums, before)):
                told = finding(
                    "parts",
                    odd.severity,
                    "{series}, {area}, {period}: {value}, but {parts} are {total}; such sums: {count}",
                    **odd.facts,
                    parts=" + ".join(name.rpartition("/")[2] for name in names),
                )
                found.append(told)
    return found


def above(table: pd.DataFrame, others: pd.DataFrame, constraints: Constraints) -> list[Finding]:
    """Figures above what they are a part of. table, others: columns `data.observations.COLUMNS`."""
    found = []
    key = ["area", "period"]
    for name, most in constraints.most.items():
        limits = others.loc[others["series"].eq(most), [*key, "value"]]
        rows = table[table["series"].eq(name)].merge(limits, on=key, suffixes=("", "_most"))
        over = rows[rows["value"] > rows["value_most"]]
        if len(over):
            worst = over.iloc[int((over["value"] / over["value_most"]).argmax())]
            told = finding(
                "most",
                "reject",
                "{series}, {area}, {period}: {value}, more than {most} of {series_most}; such figures: {count}",
                **place(worst),
                value=float(worst["value"]),
                most=float(worst["value_most"]),
                series_most=most,
                count=len(over),
            )
            found.append(told)
    return found


def _of_areas(cube: Cube, parent: Mapping[str, str], constraints: Constraints) -> Iterator[_Sums]:
    """The sums of every series that adds up, over the areas that others lie in."""
    inner = np.array([parent.get(area, "") for area in cube.areas])
    outer = [(n, area) for n, area in enumerate(cube.areas) if (inner == area).any()]
    for n, name in enumerate(cube.series):
        if constraints.adds_up(name) and outer:
            members = np.stack([inner == area for _, area in outer])
            total = np.stack([np.nansum(cube.values[n, own], axis=0) for own in members])
            lacking = np.stack([np.isnan(cube.values[n, own]).any(axis=0) for own in members])
            doubtful = np.stack([cube.doubtful[n, own].any(axis=0) for own in members])
            rows = [place for place, _ in outer]
            whole = np.where(doubtful | cube.doubtful[n, rows], np.nan, cube.values[n, rows])
            yield _sums(name, tuple(area for _, area in outer), cube.periods, whole, total, lacking)


def _of_parts(cube: Cube, whole: str, names: tuple[str, ...]) -> _Sums | None:
    """The sums of parts; none where not all of the series are there."""
    if not {whole, *names} <= set(cube.series):
        return None
    of, own = cube.series.index(whole), [cube.series.index(name) for name in names]
    doubtful = cube.doubtful[[of, *own]].any(axis=0)
    values, lacking = np.where(doubtful, np.nan, cube.values[of]), np.asarray(np.isnan(cube.values[own]).any(axis=0))
    return _sums(whole, cube.areas, cube.periods, values, np.nansum(cube.values[own], axis=0), lacking)


def _sums(
    name: str, areas: tuple[str, ...], periods: tuple[str, ...], whole: Numbers, total: Numbers, lacking: Flags
) -> _Sums:
    over = (total - whole) / np.maximum(np.abs(whole), 1)
    gap = np.where(lacking, np.maximum(over, 0), np.abs(over))
    return _Sums(name, areas, periods, whole, total, gap)


def _disagreeing(sums: _Sums, before: _Sums | None) -> _Odd | None:
    """What is to be said where sums are further apart than any held: the worst one, and how many there are."""
    usual = before.gap[~np.isnan(before.gap)] if before else np.array([])
    allowed = max(2 * usual.max(), LEAST) if usual.size else UNKNOWN
    odd = (sums.gap > allowed) & (np.abs(sums.total - sums.whole) > ROUNDING)
    if not odd.any():
        return None
    row, column = np.unravel_index(int(np.argmax(np.where(odd, sums.gap, 0))), odd.shape)
    whole, total = sums.whole[row, column], sums.total[row, column]
    facts: dict[str, Fact] = {"series": sums.series, "area": sums.areas[row], "period": sums.periods[column]}
    facts |= {"value": float(whole), "total": float(total), "count": int(odd.sum())}
    return _Odd("reject" if sums.gap[row, column] > LARGE else "ask", facts)
