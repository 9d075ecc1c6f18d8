"""Figures that can't be true by themselves: out of bounds, of a year to come, fractions of what is counted."""

import pandas as pd

from data.gate.constraints import ANY, Constraints
from data.gate.finding import Finding, place


def out_of_bounds(table: pd.DataFrame, constraints: Constraints) -> list[Finding]:
    """A finding a series with figures outside its bounds. table: columns `data.observations.COLUMNS`."""
    low, high = (table["series"].map(lambda name, n=n: constraints.bounds.get(name, ANY)[n]) for n in (0, 1))
    outside = table[(table["value"] < low) | (table["value"] > high)]
    found = []
    for name, rows in outside.groupby("series"):
        lowest, highest = constraints.bounds.get(str(name), ANY)
        worst = rows.iloc[int((rows["value"] - lowest).abs().argmax())]
        count = f"{len(rows):,} of {int((table['series'] == name).sum()):,} figures"
        told = f"such as {worst['value']:,.10g} in area {worst['area']}, {worst['period']}"
        found.append(
            Finding("bounds", "reject", f"{name}: {count} are outside {lowest:,.10g} to {highest:,.10g}, {told}")
        )
    return found


def years_to_come(table: pd.DataFrame, this_year: int) -> list[Finding]:
    """A finding where figures are of a year that has not been. table: columns `data.observations.COLUMNS`."""
    later = sorted(period for period in table["period"].astype(str).unique() if int(period[:4]) > this_year)
    if not later:
        return []
    return [Finding("years", "reject", f"figures of {', '.join(later)}, expected none after {this_year}")]


def fractions(table: pd.DataFrame, constraints: Constraints) -> list[Finding]:
    """A finding a series that counts and has figures that are no whole numbers."""
    broken = table[table["value"] % 1 > 0]
    found = []
    for name, rows in broken.groupby("series", observed=True):
        if constraints.is_whole(str(name)):
            first = rows.iloc[0]
            told = f"{first['value']:,.10g}, expected a whole number; {len(rows) - 1:,} more such figures"
            found.append(Finding("fractions", "reject", f"{place(first)}: {told}"))
    return found
