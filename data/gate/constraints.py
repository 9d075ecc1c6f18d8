"""What is declared of the figures of a source, by series."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

Bounds = tuple[float, float]
"""The lowest and the highest figure that can be true."""

ANY: Final[Bounds] = (0.0, 1e7)
"""Where nothing else is declared: nothing is negative, and nothing that is counted here has more than eight digits."""


@dataclass(frozen=True, eq=False)
class Constraints:
    """What figures keep to.

    bounds: by series, `ANY` for those not named; counts: whether all without bounds count something, so that they add
    up over areas and are whole; fractions: series that add up and are not whole; means: those that are averaged, so
    that an area's figure lies between those of the areas in it; parts: by series those that add up to
    it, in one way or several; most: by series one of any source that it can't exceed in the same area and period;
    forecast: whether figures may be of years to come.
    """

    bounds: Mapping[str, Bounds] = field(default_factory=dict)
    counts: bool = False
    fractions: frozenset[str] = frozenset()
    means: frozenset[str] = frozenset()
    parts: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    most: Mapping[str, str] = field(default_factory=dict)
    forecast: bool = False

    def adds_up(self, series: str) -> bool:
        """Whether the figures of areas add up to that of the area that they lie in."""
        return self.counts and series not in self.bounds

    def is_whole(self, series: str) -> bool:
        """Whether figures are whole numbers."""
        return self.adds_up(series) and series not in self.fractions


NONE: Final = Constraints()


def of_rubric(rubric: str, signed: Iterable[str], declared: Mapping[str, Any]) -> Constraints:
    """Constraints as they are declared, by characteristic; signed: those that may be negative."""
    bounds = dict.fromkeys(signed, (-ANY[1], ANY[1])) | declared.get("bounds", {})
    means = declared.get("means", list(declared.get("bounds", {})))
    parts = {
        whole: tuple(tuple(f"{rubric}/{name}" for name in way) for way in ways)
        for whole, ways in declared.get("parts", {}).items()
    }
    return Constraints(
        bounds={f"{rubric}/{name}": (low, high) for name, (low, high) in bounds.items()},
        counts=declared.get("counts", False),
        fractions=frozenset(f"{rubric}/{name}" for name in declared.get("fractions", ())),
        means=frozenset(f"{rubric}/{name}" for name in means),
        parts={f"{rubric}/{whole}": ways for whole, ways in parts.items()},
        most={f"{rubric}/{name}": series for name, series in declared.get("most", {}).items()},
        forecast=declared.get("forecast", False),
    )
