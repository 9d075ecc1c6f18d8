"""Figures that can't be true by themselves: out of bounds, of a year to come, fractions of what is counted."""

from typing import Final

import pandas as pd

from data.gate.constraints import ANY, Constraints
from data.gate.finding import Finding, finding, place

FORECAST: Final = 50
"""Years that a forecast may look ahead."""
ENOUGH: Final = 20
"""Figures from which on it is no chance that all of them are whole."""


def out_of_bounds(table: pd.DataFrame, constraints: Constraints) -> list[Finding]:
    """A finding a series with figures outside its bounds. table: columns `data.observations.COLUMNS`."""
    low, high = (table["series"].map(lambda name, n=n: constraints.bounds.get(name, ANY)[n]) for n in (0, 1))
    outside = table[(table["value"] < low) | (table["value"] > high)]
    found = []
    for name, rows in outside.groupby("series"):
        lowest, highest = constraints.bounds.get(str(name), ANY)
        worst = rows.iloc[int((rows["value"] - lowest).abs().argmax())]
        told = finding(
            "bounds",
            "reject",
            "{series}: {count} of {figures} figures are outside {low} to {high}, such as {value} in {area}, {period}",
            **place(worst),
            count=len(rows),
            figures=int((table["series"] == name).sum()),
            low=lowest,
            high=highest,
            value=float(worst["value"]),
        )
        found.append(told)
    return found


def years_to_come(table: pd.DataFrame, constraints: Constraints, this_year: int) -> list[Finding]:
    """A finding where figures are of a year that has not been, or that no forecast reaches.

    table: columns `data.observations.COLUMNS`.
    """
    last = this_year + (FORECAST if constraints.forecast else 0)
    later = sorted(period for period in table["period"].astype(str).unique() if int(period[:4]) > last)
    if not later:
        return []
    told = finding(
        "years",
        "reject",
        "figures of {periods}, expected none after {year}",
        periods=", ".join(later),
        year=str(last),
    )
    return [told]


def fractions(table: pd.DataFrame, held: pd.DataFrame, constraints: Constraints) -> list[Finding]:
    """A finding a series that counts and has figures that are no whole numbers.

    Where nothing is declared, what is held tells that a series counts. table, held: columns
    `data.observations.COLUMNS`.
    """
    broken, whole = table[table["value"] % 1 > 0], _whole(held)
    found = []
    for name, rows in broken.groupby("series", observed=True):
        declared = constraints.is_whole(str(name))
        if declared or (name in whole and name not in constraints.fractions | set(constraints.bounds)):
            told = finding(
                "fractions",
                "reject" if declared else "ask",
                "{series}: {count} figures are no whole numbers, such as {value} in {area}, {period}",
                **place(rows.iloc[0]),
                count=len(rows),
                value=float(rows.iloc[0]["value"]),
            )
            found.append(told)
    return found


def _whole(held: pd.DataFrame) -> set[str]:
    """The series whose figures are all whole numbers, where there are enough to tell."""
    figures = held[held["value"].notna()]
    series = (figures["value"] % 1 == 0).groupby(figures["series"], observed=True)
    return set(series.all()[series.all() & (series.size() >= ENOUGH)].index)
