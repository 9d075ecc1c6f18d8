"""Where Leipzig stands among the cities: their values, their order in one period, and how that came about.

Frames of values have the columns of `indicators.figures.grid.VALUES`, with one row per city and period.
"""

from dataclasses import dataclass, replace
from typing import Final

import pandas as pd

from data import cities
from data.areas import CITY
from data.store import Dataset
from indicators.catalogue import Indicator
from indicators.figures import measures
from indicators.figures.grid import Grid
from indicators.figures.values import grid, published
from indicators.kept import kept
from locales import alphabetical, rounded

BEFORE: Final = 10
"""Years that the sentence looks back."""


@dataclass(frozen=True)
class Place:
    """One city's figure in one period; value is NaN and status says why where there is none."""

    area: str
    name: str
    value: float
    status: str


@dataclass(frozen=True)
class Standing:
    """The cities in one period: Leipzig, the others with a figure from the highest down, and those without one.

    above and level: how many others are higher than Leipzig, and which are equal, both as the figures are shown.
    """

    period: str
    leipzig: Place
    others: tuple[Place, ...]
    absent: tuple[Place, ...]
    above: int
    level: tuple[Place, ...]

    @property
    def places(self) -> dict[str, Place]:
        """Every city's figure by code."""
        return {place.area: place for place in (self.leipzig, *self.others, *self.absent)}

    @property
    def of(self) -> int:
        """How many cities have a figure."""
        return 1 + len(self.others)


@kept
def values(dataset: Dataset, indicator: Indicator) -> pd.DataFrame:
    """One row per city and period that the source serves; in the indicator's unit.

    Frames are shared between callers: never change them in place.
    """
    rule = indicator.values
    if rule["as"] != "per_resident":
        found = grid(dataset, indicator)
    else:
        total = measures.total(*[published(dataset, name) for name in rule["numerator"]])
        base = measures.total(*[published(dataset, name) for name in rule["denominator"]])
        on_the_day = base.on(base.areas, [rule["on"]] * len(total.periods))
        found = measures.ratio(total, replace(on_the_day, periods=total.periods), rule["scale"])
    return found.among(cities.names()).frame


def periods(values: pd.DataFrame) -> list[str]:
    """Periods in which any city has a figure, in order."""
    return sorted(values.loc[values["value"].notna(), "period"].unique())


def newest(values: pd.DataFrame) -> str:
    """The last period in which Leipzig has a figure, '' if there is none."""
    own = values[(values["area"] == CITY) & values["value"].notna()]
    return str(own["period"].max()) if len(own) else ""


def standing(values: pd.DataFrame, period: str, decimals: int) -> Standing:
    """The cities in one period, compared as they are shown. Raises KeyError where Leipzig has no figure then.

    decimals: of the figures as shown; those that look the same are level.
    """
    there = values[values["period"] == period]
    figures = dict(zip(there["area"], zip(there["value"], there["status"], strict=True), strict=True))
    places = {area: Place(area, name, *figures.get(area, (float("nan"), "M"))) for area, name in cities.names().items()}
    leipzig = places.pop(CITY)
    if pd.isna(leipzig.value):
        raise KeyError(f"Leipzig has no figure in {period}")
    known = sorted((p for p in places.values() if not pd.isna(p.value)), key=lambda p: (-p.value, alphabetical(p.name)))
    own = rounded(leipzig.value, decimals)
    return Standing(
        period,
        leipzig,
        tuple(known),
        tuple(p for p in places.values() if pd.isna(p.value)),
        sum(rounded(p.value, decimals) > own for p in known),
        tuple(p for p in known if rounded(p.value, decimals) == own),
    )


def before(values: pd.DataFrame, period: str) -> Place | None:
    """Leipzig ten years before a period or, without a figure then, when it first had one; the period is the name.

    None where there is no earlier figure, or a break since.
    """
    own = values[(values["area"] == CITY) & (values["period"] < period) & values["value"].notna()]
    if own.empty:
        return None
    wanted = str(int(period[:4]) - BEFORE) + period[4:]
    row = own[own["period"] == (wanted if wanted in set(own["period"]) else own["period"].min())].iloc[0]
    of_leipzig = values[values["area"] == CITY]
    since = of_leipzig["period"].gt(row["period"]) & of_leipzig["period"].le(period)
    if (of_leipzig.loc[since, "status"] == "B").any():
        return None
    return Place(CITY, str(row["period"]), float(row["value"]), str(row["status"]))


def last_known(values: pd.DataFrame, area: str) -> Place | None:
    """A city's last figure, its period as the name; None if it has none."""
    own = values[(values["area"] == area) & values["value"].notna()].sort_values("period")
    if own.empty:
        return None
    row = own.iloc[-1]
    return Place(area, str(row["period"]), float(row["value"]), str(row["status"]))


def changes_between(values: pd.DataFrame, start: str, end: str) -> pd.DataFrame:
    """Each city's change between Leipzig's first and last figure of a span, as `measures.change`; empty without two."""
    own = [period for period in periods(values[values["area"] == CITY]) if start <= period <= end]
    if len(own) < 2:
        return pd.DataFrame(columns=measures.CHANGES)
    return measures.change(Grid.of(values), own[0], own[-1])


def every_year(values: pd.DataFrame) -> pd.DataFrame:
    """The values with a row of status M for each year between the first and the last that a city lacks.

    A line drawn through them shows a gap where nothing is known, and joins no years that are not neighbours.
    """
    years = values["period"].astype(int)
    grid = pd.MultiIndex.from_product(
        [values["area"].unique(), [str(year) for year in range(years.min(), years.max() + 1)]],
        names=["area", "period"],
    )
    return values.set_index(["area", "period"]).reindex(grid).fillna({"status": "M"}).reset_index()
