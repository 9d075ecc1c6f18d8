"""What there is of an indicator: periods, levels, kinds of figures, and the newest of the city."""

from collections.abc import Mapping
from dataclasses import dataclass

from data.areas import CITY, LEVELS, Level
from data.store import Dataset
from indicators.catalogue import Indicator
from indicators.figures.values import values
from indicators.kept import kept


@dataclass(frozen=True)
class Point:
    """One figure; value is NaN where there is none."""

    period: str
    value: float
    status: str


@dataclass(frozen=True, eq=False)
class Coverage:
    """The periods with any figure, the levels with any figure, how many cells have which status, the city's course.

    statuses: counts by letter, of all areas and periods; city: every period that the city has a row in, in order.
    """

    periods: tuple[str, ...]
    levels: tuple[Level, ...]
    statuses: Mapping[str, int]
    city: tuple[Point, ...]

    @property
    def newest(self) -> Point | None:
        """The city's newest figure."""
        return next((point for point in reversed(self.city) if point.value == point.value), None)


@kept
def coverage(dataset: Dataset, indicator: Indicator) -> Coverage:
    """What a dataset holds of an indicator; all empty where it holds nothing."""
    frame = values(dataset, indicator)
    known = frame[frame["value"].notna()]
    there = set(dataset.areas.loc[dataset.areas["code"].isin(known["area"]), "level"])
    own = frame[frame["area"] == CITY].sort_values("period")
    city = tuple(Point(*row) for row in own[["period", "value", "status"]].itertuples(index=False, name=None))
    return Coverage(
        tuple(sorted(known["period"].unique())),
        tuple(level for level in LEVELS if level in there),
        {str(status): int(n) for status, n in frame["status"].value_counts().items()},
        city,
    )
