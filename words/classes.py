"""The legend of a map in words: how many places lie in each class."""

from collections.abc import Sequence

from indicators.catalogue import Indicator
from locales import Language, number, text
from words.change import amount, change_unit
from words.missing import nothing_to_draw
from words.phrases import bare
from words.units import with_unit


def classes_sentence(
    lang: Language,
    indicator: Indicator,
    breaks: Sequence[float],
    counts: Sequence[int],
    missing: int,
    *,
    of_change: bool = False,
) -> str:
    """How many places lie in each class, from the lowest; classes without any are left out.

    breaks: inner bounds, from the lowest; counts: one more, by class; missing: how many places have no value;
    of_change: whether changes are classed, of which one on a bound belongs to the class away from zero, not values,
    of which one on a bound belongs to the class below it.
    Raises ValueError unless there is one count more than there are breaks.
    """
    if len(counts) != len(breaks) + 1:
        raise ValueError(f"{len(counts)} classes stand beside {len(breaks)} breaks, expected {len(breaks) + 1} classes")
    bounds = [(_change_bound if of_change else _bound)(lang, indicator, at) for at in breaks]
    above = [of_change and at >= 0 for at in breaks]
    classes = [(_class(lang, bounds, above, n), count) for n, count in enumerate(counts)]
    told = [f"{name}: {number(lang, count)}" for name, count in [*classes, (text(lang, "no figure"), missing)] if count]
    if not told:
        return nothing_to_draw(lang)
    return text(lang, "Areas by class – {classes}.", classes="; ".join(told))


Bound = tuple[str, str]
"""A bound without and with its unit."""


def _bound(lang: Language, indicator: Indicator, at: float) -> Bound:
    return bare(lang, indicator, at), amount(lang, indicator, at)


def _change_bound(lang: Language, indicator: Indicator, at: float) -> Bound:
    """With as many decimals as it has."""
    shown = number(lang, at, len(f"{at:g}".partition(".")[2]), signed=True)
    return shown, with_unit(lang, shown, change_unit(lang, indicator))


def _class(lang: Language, bounds: Sequence[Bound], above: Sequence[bool], n: int) -> str:
    """The nth class in words; only its last bound says the unit. above: by bound, whether what lies on it belongs to
    the class above it."""
    if not bounds:
        return text(lang, "all values")
    if n == 0:
        high = bounds[0][1]
        return text(lang, "under {high}", high=high) if above[0] else text(lang, "up to {high}", high=high)
    if n == len(bounds):
        low = bounds[-1][1]
        return text(lang, "{low} or more", low=low) if above[-1] else text(lang, "over {low}", low=low)
    between = {"low": bounds[n - 1][0], "high": bounds[n][1]}
    if above[n - 1]:
        return text(lang, "{low} to under {high}", **between)
    if above[n]:
        return text(lang, "over {low} to under {high}", **between)
    return text(lang, "over {low} up to {high}", **between)
