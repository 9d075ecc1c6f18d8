"""Which figures limits tell apart: those whose limits do not overlap."""

from collections.abc import Collection, Iterable, Mapping

Limits = tuple[float, float]
"""The lowest and the highest that a figure may be."""


def overlap(one: Limits, other: Limits) -> bool:
    """Whether limits meet, so that nobody knows which figure is larger."""
    return one[0] <= other[1] and other[0] <= one[1]


def confusable(limits: Mapping[str, Limits], some: Collection[str], areas: Iterable[str]) -> list[str]:
    """The areas besides some whose limits overlap with any of theirs; where nobody knows limits, there is no doubt."""
    own = [limits[area] for area in some if area in limits]
    others = [area for area in areas if area not in some and area in limits]
    return [area for area in others if any(overlap(limits[area], one) for one in own)]
