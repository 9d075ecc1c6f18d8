"""The figures of a series that can be compared with each other: those after its last break."""

from collections.abc import Sequence

from indicators.figures.grid import Observed

BREAK = "B"


def between(figures: Sequence[Observed], start: str, end: str) -> list[Observed]:
    """The figures that there are from start to end, both included and empty for no limit.

    An end of '2024' takes in the days of 2024.
    """
    return [each for each in figures if start <= each.period and each.period[: len(end)] <= end and _there(each)]


def breaks(figures: Sequence[Observed]) -> list[str]:
    """The periods in which a series breaks. What breaks at the first one breaks with periods that nobody asked for."""
    return [each.period for each in figures[1:] if each.status == BREAK]


def after_last_break(figures: Sequence[Observed]) -> list[Observed]:
    """What is left of figures that can be compared with the last one, missing values left out."""
    since = max((n for n, each in enumerate(figures) if each.status == BREAK), default=0)
    return [each for each in figures[since:] if _there(each)]


def _there(figure: Observed) -> bool:
    return figure.value == figure.value
