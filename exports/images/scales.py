"""Where values stand along the axes of a figure, and at which of them axes have marks."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import Any, Final

Value = float | str
MARKED: Final = 0.06
"""Share of the data's extent that an axis without ends of its own leaves beside marks."""
MOST: Final = 9
LEAST: Final = 4
"""Marks of an axis that does not say how many."""


@dataclass(frozen=True)
class Scale:
    """Values from low to high at pixels from start to end; names: of an axis of words, which stand at 0, 1, 2 …"""

    low: float
    high: float
    start: float
    end: float
    names: Sequence[str] = ()

    def at(self, value: Value) -> float:
        """Pixels of a value. Raises ValueError for a name that the axis has not."""
        place = float(self.names.index(value)) if isinstance(value, str) else value
        return self.start + (place - self.low) * self.per_unit

    @property
    def per_unit(self) -> float:
        """Pixels of a unit; below zero where values rise to the left or downwards."""
        return (self.end - self.start) / ((self.high - self.low) or 1.0)

    def has(self, place: float) -> bool:
        """Whether the axis reaches a value, but for a rounding."""
        slack = 1e-6 * abs(self.high - self.low)
        return min(self.low, self.high) - slack <= place <= max(self.low, self.high) + slack


def values(trace: Mapping[str, Any], letter: str) -> list[Value | None]:
    """The places of a trace's points along one axis."""
    if letter in trace:
        return list(trace[letter])
    count = len(trace["y" if letter == "x" else "x"])
    return [trace.get(f"{letter}0", 0) + n * trace.get(f"d{letter}", 1) for n in range(count)]


def scale(
    looks: Mapping[str, Any], letter: str, traces: Sequence[Mapping[str, Any]], start: float, end: float
) -> Scale:
    """The scale of an axis between pixels. traces: those on it."""
    known = [value for trace in traces for value in values(trace, letter) if value is not None]
    names = looks.get("categoryarray") or tuple(dict.fromkeys(one for one in known if isinstance(one, str)))
    if "range" in looks:
        low, high = looks["range"]
        return Scale(low, high, start, end, names)
    numbers = [float(one) for one in known if not isinstance(one, str)]
    low, high = (-0.5, len(names) - 0.5) if names else _extent(numbers, traces)
    ends = (high, low) if looks.get("autorange") == "reversed" else (low, high)
    return Scale(*ends, start, end, names)


def _extent(numbers: Sequence[float], traces: Iterable[Mapping[str, Any]]) -> tuple[float, float]:
    low, high = min(numbers, default=0.0), max(numbers, default=1.0)
    room = MARKED * ((high - low) or 1.0) if any("markers" in trace.get("mode", "markers") for trace in traces) else 0
    return low - room, high + room


@dataclass(frozen=True)
class Tick:
    """A mark of an axis. place: its value; said: what stands there."""

    place: float
    said: str


def ticks(looks: Mapping[str, Any], along: Scale, separators: str) -> list[Tick]:
    """The marks of an axis. separators: of numbers, first that of decimals."""
    if "ticktext" in looks:
        pairs = zip(looks["tickvals"], looks["ticktext"], strict=True)
        placed = ((_place(along, value), said) for value, said in pairs)
        return [Tick(place, said) for place, said in placed if along.has(place)]
    if along.names:
        return [Tick(n, name) for n, name in enumerate(along.names)]
    step = looks.get("dtick") or _step(looks, along)
    low, high = min(along.low, along.high), max(along.low, along.high)
    first = ceil(low / step - 1e-9)
    places = [round(n * step, 9) for n in range(first, floor(high / step + 1e-9) + 1)]
    form = looks.get("tickformat", "")
    return [Tick(place, written(place, form, step, separators)) for place in places]


def _place(along: Scale, value: Value) -> float:
    return float(along.names.index(value)) if isinstance(value, str) else value


def _step(looks: Mapping[str, Any], along: Scale) -> float:
    """A round step, as plotly's library in the browser finds it."""
    room = 80 if looks.get("across") else 40
    most = min(MOST, max(LEAST, abs(along.end - along.start) / room)) + 1
    rough = abs(along.high - along.low) / float(looks.get("nticks", most))
    base = 10.0 ** floor(log10(rough))
    step = next(times * base for times in (2, 5, 10) if times * base >= rough * (1 - 1e-9))
    return max(1.0, step) if looks.get("tickformat") == "d" else step


def written(value: float, form: str, step: float, separators: str) -> str:
    """A number as an axis writes it; form: as of d3, of which figures have `d`, `,`, `,.1f` and none."""
    if form == "d":
        return f"{value:.0f}"
    fixed = re.search(r"\.(\d)f", form)
    decimals = int(fixed[1]) if fixed else max(0, -floor(log10(step) + 1e-9))
    point, group = separators[0], separators[1:]
    said = f"{abs(value):,.{decimals}f}".replace(",", "\0").replace(".", point).replace("\0", group)
    return f"−{said}" if value < 0 and said.strip("0.,") else said
