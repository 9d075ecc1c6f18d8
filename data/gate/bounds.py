"""Figures that can't be true by themselves: out of bounds, of a year to come, fractions of what is counted."""

import pandas as pd

from data.gate.constraints import ANY, Constraints
from data.gate.finding import Finding, finding, place


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


def years_to_come(table: pd.DataFrame, this_year: int) -> list[Finding]:
    """A finding where figures are of a year that has not been. table: columns `data.observations.COLUMNS`."""
    later = sorted(period for period in table["period"].astype(str).unique() if int(period[:4]) > this_year)
    if not later:
        return []
    told = finding(
        "years",
        "reject",
        "figures of {periods}, expected none after {year}",
        periods=", ".join(later),
        year=str(this_year),
    )
    return [told]


def fractions(table: pd.DataFrame, constraints: Constraints) -> list[Finding]:
    """A finding a series that counts and has figures that are no whole numbers."""
    broken = table[table["value"] % 1 > 0]
    found = []
    for name, rows in broken.groupby("series", observed=True):
        if constraints.is_whole(str(name)):
            told = finding(
                "fractions",
                "reject",
                "{series}: {count} figures are no whole numbers, such as {value} in {area}, {period}",
                **place(rows.iloc[0]),
                count=len(rows),
                value=float(rows.iloc[0]["value"]),
            )
            found.append(told)
    return found
