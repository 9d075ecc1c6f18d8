"""What a new table of a source has to keep before it may replace the last good one, and what is told of that.

Only checks that were made are told: what a declaration leaves out is not.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

import pandas as pd

from data.areas import LEVELS, Level
from data.observations import validate

JUMP: Final = 20
"""A figure this many times above or below all others of its area is taken for an error; the largest true
ratio seen in the rubrics is 7 (offences against property in one Ortsteil over 13 years)."""

SMALL: Final = 20
"""Figures below this vary by chance; a fall is only judged from here on."""

NAMES: Final[dict[Level, str]] = {"ortsteil": "Ortsteile", "stadtbezirk": "Stadtbezirke", "city": "city"}


@dataclass(frozen=True)
class Check:
    """A check that was made and passed: what it asks for, and what was found, in English."""

    what: str
    found: str


class Implausible(ValueError):
    """The table is well-formed, but its figures can't be right."""


def valid(table: pd.DataFrame, areas: frozenset[str]) -> Check:
    """A table that `data.observations.validate` lets through; raises as it does. areas: the codes that may occur."""
    validate(table, areas)
    found = f"rows: {len(table):,}, areas: {table['area'].nunique()}"
    return Check("known areas, periods and statuses, each figure once", found)


def no_negative(figures: pd.Series, signed: Collection[str] = ()) -> tuple[Check, ...]:
    """The lowest of some figures that their parser found to be positive; nothing where there is none.

    signed: characteristics that may be negative, and are not among them.
    """
    but = f" but of {', '.join(sorted(signed))}" if signed else ""
    return (Check(f"no negative figure{but}", f"lowest {round(figures.min(), 1):,.10g}"),) if figures.count() else ()


def counted(levels: pd.Series) -> str:
    """How many areas there are of each level that occurs. levels: of each area."""
    numbers = levels.value_counts()
    return ", ".join(f"{numbers[level]} {NAMES[level]}" for level in LEVELS if level in numbers)


def no_leaps(table: pd.DataFrame) -> tuple[Check, ...]:
    """The largest leap of a figure away from all others of its series and area; nothing where no area has two figures.

    table: columns `data.observations.COLUMNS`. Raises Implausible for a leap by more than `JUMP` times.
    """
    figures = _beside_others(table)
    lower, higher, value = figures["next_lower"].clip(lower=SMALL / 2), figures["next_higher"], figures["value"]
    leap = figures["is_highest"] & (value > JUMP * lower)
    low = figures["is_lowest"] & (higher >= SMALL)
    for rows, verb in ((leap, "leaps"), (low & (value * JUMP < higher), "falls")):
        if rows.any():
            first = figures[rows].iloc[0]
            raise Implausible(
                f"{first['key']} {verb} to {first['value']:,.10g} in {first['period']}, more than {JUMP} times "
                "away from all its other figures; look at the source before it is taken over"
            )
    ratios = pd.concat([(value / lower)[figures["is_highest"]], (higher / value)[low]]).dropna()
    what = f"no figure more than {JUMP} times away from all others of its series and area"
    return (Check(what, f"at most {max(ratios.max(), 1):.1f} times"),) if len(ratios) else ()


def _beside_others(table: pd.DataFrame) -> pd.DataFrame:
    """Every figure with the next lower and the next higher one of its series and area, NaN where there is none."""
    figures = table[table["value"].notna()].sort_values("value", kind="stable")
    figures = figures.assign(key=figures["series"].astype(str) + ", area " + figures["area"].astype(str))
    order = figures.groupby("key", sort=False)["value"]
    rank, size = order.cumcount(), order.transform("size")
    return figures.assign(
        next_lower=order.shift(1), next_higher=order.shift(-1), is_lowest=rank == 0, is_highest=rank == size - 1
    )
