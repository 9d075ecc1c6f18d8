"""Classes of values and their colours: the scale of a map, the same for all years."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import ceil, floor, log10
from typing import Final

import numpy as np

from charts.theme import Theme
from locales import all_rounded

FINE: Final = 36
"""Steps of a scale that is to look continuous."""


@dataclass(frozen=True)
class Classes:
    """A scale: inner breaks, one colour a class, and what stands at its breaks.

    labels: by the number of the break, from 0; a scale that names only some of its breaks looks continuous. decimals:
    with which values are shown, and classed as shown. outward: whether a value on a break belongs to the class away
    from zero, else to the one below it.
    """

    breaks: tuple[float, ...]
    colours: tuple[str, ...]
    labels: dict[int, str]
    decimals: int
    outward: bool = False

    def of(self, values: Iterable[float]) -> list[int | None]:
        """The class of each value, 0 for the lowest; None for NaN."""
        shown = all_rounded([*values], self.decimals)
        below = np.searchsorted(self.breaks, shown, "left")
        if self.outward:
            below = np.where(shown < 0, below, np.searchsorted(self.breaks, shown, "right"))
        return [None if missing else place for place, missing in zip(below.tolist(), np.isnan(shown), strict=True)]

    def reached(self, values: Iterable[float]) -> "Classes":
        """The scale without the classes at its ends that none of the values reaches."""
        held = [place for place in self.of(values) if place is not None]
        first, last = (min(held), max(held)) if held else (0, len(self.breaks))
        labels = {n - first: label for n, label in self.labels.items() if first <= n < last}
        return replace(self, breaks=self.breaks[first:last], colours=self.colours[first : last + 1], labels=labels)

    @property
    def continuous(self) -> bool:
        """Whether single classes are too many to be counted."""
        return len(self.labels) < len(self.breaks)

    def counts(self, values: Iterable[float]) -> list[int]:
        """How many values each class holds."""
        held = Counter(self.of(values))
        return [held[n] for n in range(len(self.colours))]


def change_breaks(steps: Sequence[float]) -> tuple[float, ...]:
    """Class breaks around zero from the positive ones: (1, 5) gives (-5, -1, 1, 5)."""
    return (*(-step for step in reversed(steps)), *steps)


def change_classes(steps: Sequence[float], labels: Sequence[str], decimals: int, theme: Theme) -> Classes:
    """The scale of a map of differences, from the strongest fall to the strongest rise."""
    n = len(steps)
    colours = (*reversed(theme.falling[:n]), theme.steady, *theme.rising[:n])
    return Classes(change_breaks(steps), colours, dict(enumerate(labels)), decimals, outward=True)


def value_classes(breaks: Sequence[float], labels: Sequence[str], decimals: int, theme: Theme) -> Classes:
    """The scale of a map of values, from the lowest to the highest."""
    return Classes(tuple(breaks), blend(theme.values, len(breaks) + 1), dict(enumerate(labels)), decimals)


def continuous_classes(breaks: Sequence[float], labels: dict[int, str], decimals: int, theme: Theme) -> Classes:
    """A scale of many narrow classes whose colours run into each other.

    breaks: at equal distances; labels: of those breaks that are named.
    """
    return Classes(tuple(breaks), blend(theme.values, len(breaks) + 1), labels, decimals)


def blend(colours: Sequence[str], count: int) -> tuple[str, ...]:
    """As many colours as asked for, in equal steps from the first to the last."""
    channels = np.array([[int(colour[i : i + 2], 16) for i in (1, 3, 5)] for colour in colours])
    at = np.linspace(0, len(colours) - 1, count)
    mixed = [np.interp(at, range(len(colours)), channel) for channel in channels.T]
    return tuple(f"#{r:02x}{g:02x}{b:02x}" for r, g, b in np.array(mixed).T.round().astype(int))


def even_breaks(low: float, high: float, ticks: Sequence[float]) -> tuple[tuple[float, ...], dict[int, float]]:
    """Inner breaks of `FINE` equal steps from low to high, and the break next to each tick, by its number."""
    edges = np.linspace(low, high, FINE + 1)
    inner = tuple(float(edge) for edge in edges[1:-1])
    return inner, {int(np.abs(np.array(inner) - tick).argmin()): tick for tick in ticks}


def nice_ticks(low: float, high: float, count: int = 5) -> list[float]:
    """About as many round numbers between low and high as asked for: multiples of 1, 2 or 5 times a power of ten."""
    rough = (high - low) / count or 1.0
    power = 10.0 ** floor(log10(rough))
    step = power * next(times for times in (1, 2, 5, 10) if rough <= times * power)
    first, last = ceil(low / step), floor(high / step)
    return [round(n * step, 12) for n in range(first, last + 1)]
