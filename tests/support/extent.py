"""How much of a long matrix a run of the tests takes: a representative part of it, or with `--long` the whole.

Every check runs on a part that takes each branch of what it checks, so that all of it can be run after every change.
"""

from collections.abc import Iterable
from functools import cache
from typing import TypeVar

from data import store
from indicators import catalogue
from indicators.catalogue import Indicator

LONG = False
"""Whether all is asked for; set by `tests/conftest.py` before any test is collected."""

T = TypeVar("T")


def either(part: T, whole: T) -> T:
    """The first, or with `--long` the second."""
    return whole if LONG else part


def some(every: Iterable[T], step: int = 3, first: int = 0) -> list[T]:
    """The first (by its place) and each so many after it, or with `--long` all.

    For things that hardly differ, such as areas, and for cases that share the work by turns, such as two languages.
    """
    return [*every][either(first, 0) :: either(step, 1)]


def examples(few: int) -> int:
    """So many examples of what hypothesis makes up, or with `--long` ten times as many."""
    return either(few, 10 * few)


def of_each_kind(ids: Iterable[str]) -> list[str]:
    """The first indicator of each kind, or with `--long` all of them."""
    known = catalogue.load()
    first: dict[tuple[object, ...], str] = {}
    for id in (all_ids := [*ids]):
        first.setdefault(_kind(known[id]), id)
    return either([*first.values()], all_ids)


def _kind(indicator: Indicator) -> tuple[object, ...]:
    """All that pages, words and files do differently: how values and groups come about, how a change is told, whether
    the city has a series of its own, and whether there are figures of no, one or more periods, and of which levels."""
    held = _held().get(indicator.series[0], (0, ""))
    return (
        indicator.values["as"],
        indicator.groups["by"],
        indicator.kind,
        indicator.change,
        "city" in indicator.values,
        *held,
    )


@cache
def _held() -> dict[str, tuple[int, str]]:
    """By series: the number of periods with a figure, where two stand for more, and the levels with one."""
    shipped = store.current(store.SNAPSHOT / "no store here")
    areas = shipped.areas.set_index("code")["level"].astype("str")
    known = shipped.observations.dropna(subset=["value"]).merge(areas, left_on="area", right_index=True)
    cells = known.astype({"series": "str"}).drop_duplicates(["series", "level", "period"])
    return {
        str(series): (min(own["period"].nunique(), 2), " ".join(sorted(set(own["level"]))))
        for series, own in cells.groupby("series")
    }
