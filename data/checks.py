"""What a new table of a source has to keep before it may replace the last good one."""

from typing import Final

import pandas as pd

JUMP: Final = 20
"""A figure this many times above or below all others of its area is taken for an error; the largest true
ratio seen in the rubrics is 7 (offences against property in one Ortsteil over 13 years)."""

SMALL: Final = 20
"""Figures below this vary by chance; a fall is only judged from here on."""

VANISHED: Final = 0.01
"""Share of the earlier figures that a publisher may withdraw in one go."""


class Implausible(ValueError):
    """The table is well-formed, but its figures can't be right."""


def check(table: pd.DataFrame, last: pd.DataFrame, *, leaps: bool = False, fewer: bool = False) -> None:
    """Raises Implausible where a source's new observations contradict themselves or its last good ones.

    leaps: whether the figures may leap from year to year, as those of events and of single institutions do;
    fewer: whether years or figures held already may be gone, because a person looked at what is.
    """
    if not leaps:
        _check_jumps(table)
    if not last.empty and not fewer:
        _check_kept(table, last)


def _check_jumps(table: pd.DataFrame) -> None:
    figures = table[table["value"].notna()].sort_values("value", kind="stable")
    figures = figures.assign(key=figures["series"].astype(str) + ", area " + figures["area"].astype(str))
    order = figures.groupby("key", sort=False)["value"]
    rank, size = order.cumcount(), order.transform("size")
    next_lower, next_higher = order.shift(1), order.shift(-1)
    leap = (rank == size - 1) & (figures["value"] > JUMP * next_lower.clip(lower=SMALL / 2))
    fall = (rank == 0) & (next_higher >= SMALL) & (figures["value"] * JUMP < next_higher)
    for rows, verb in ((leap, "leaps"), (fall, "falls")):
        if rows.any():
            first = figures[rows].iloc[0]
            raise Implausible(
                f"{first['key']} {verb} to {first['value']:,.10g} in {first['period']}, more than {JUMP} times "
                "away from all its other figures; look at the source before it is taken over"
            )


def _check_kept(table: pd.DataFrame, last: pd.DataFrame) -> None:
    source = str(table["series"].iloc[0]).split("/", 1)[0]
    lost = set(last["period"].astype(str)) - set(table["period"].astype(str))
    if lost:
        periods = ", ".join(sorted(lost))
        raise Implausible(f"{source}: the periods {periods} are gone, expected those held already; {_accept(source)}")
    key = ["series", "area", "period"]
    before = last[last["value"].notna()].set_index(key)["value"]
    before = before[before.index.get_level_values("series").isin(table["series"].unique())]
    now = table.set_index(key)["value"].reindex(before.index)
    gone = int(now.isna().sum())
    if gone > VANISHED * max(len(before), 1):
        raise Implausible(
            f"{source}: {gone:,} of {len(before):,} figures held already are gone, expected at most {VANISHED:.0%}; "
            + _accept(source)
        )


def _accept(source: str) -> str:
    return f"if the publisher means it, take it over with python -m data.refresh --accept {source}"
