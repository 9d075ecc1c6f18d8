"""The legend of a map in words: how many places lie in each class."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from indicators.catalogue import Indicator
from locales import Language, number, rounded, text
from words.change import amount, change_unit
from words.missing import nothing_to_draw
from words.phrases import bare
from words.units import agreeing

FURTHER: Final = 4
"""How many more decimals than its values the bounds of an indicator may take."""


def classes_sentence(
    lang: Language,
    indicator: Indicator,
    breaks: Sequence[float],
    counts: Sequence[int],
    above: bool,
    missing: int,
    *,
    of_change: bool = False,
) -> str:
    """How many places lie in each class, from the lowest; classes without any are left out.

    breaks: inner bounds, from the lowest; counts: one more, by class; above: whether a value on a bound belongs to the
    class above it; missing: how many places have no value; of_change: whether changes are classed, not values.
    Raises ValueError unless there is one count more than there are breaks.
    """
    if len(counts) != len(breaks) + 1:
        raise ValueError(f"{len(counts)} classes stand beside {len(breaks)} breaks, expected {len(breaks) + 1} classes")
    bounds = _change_bounds(lang, indicator, breaks) if of_change else _bounds(lang, indicator, breaks)
    classes = [(_class(lang, bounds, n, above=above), count) for n, count in enumerate(counts)]
    told = [f"{name}: {number(lang, count)}" for name, count in [*classes, (text(lang, "no figure"), missing)] if count]
    if not told:
        return nothing_to_draw(lang)
    return text(lang, "Areas by class – {classes}.", classes="; ".join(told))


Bound = tuple[str, str]
"""A bound without and with its unit."""


def _bounds(lang: Language, indicator: Indicator, breaks: Sequence[float]) -> list[Bound]:
    """Bounds of values, with as many more decimals as it takes to tell them apart."""
    decimals = range(indicator.decimals, indicator.decimals + FURTHER)
    apart = (n for n in decimals if len({rounded(at, n) for at in breaks}) == len(breaks))
    shown = replace(indicator, decimals=next(apart, indicator.decimals))
    return [(bare(lang, shown, at), amount(lang, shown, at)) for at in breaks]


def _change_bounds(lang: Language, indicator: Indicator, breaks: Sequence[float]) -> list[Bound]:
    """Bounds of changes, with as many decimals as they have."""
    shown = [number(lang, at, len(f"{at:g}".partition(".")[2]), signed=True) for at in breaks]
    return [(at, f"{at}\u00a0{agreeing(change_unit(lang, indicator), at)}") for at in shown]


def _class(lang: Language, bounds: Sequence[Bound], n: int, *, above: bool) -> str:
    """The nth class in words; only its last bound says the unit."""
    if not bounds:
        return text(lang, "all values")
    if n == 0:
        high = bounds[0][1]
        return text(lang, "under {high}", high=high) if above else text(lang, "up to {high}", high=high)
    if n == len(bounds):
        low = bounds[-1][1]
        return text(lang, "{low} or more", low=low) if above else text(lang, "over {low}", low=low)
    between = {"low": bounds[n - 1][0], "high": bounds[n][1]}
    if above:
        return text(lang, "{low} to under {high}", **between)
    return text(lang, "over {low} up to {high}", **between)
