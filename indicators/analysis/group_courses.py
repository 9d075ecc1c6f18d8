"""How groups of districts moved, year by year, each put together from its districts: many groups at once."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from data.store import Dataset
from indicators.analysis.broken import MOST_BROKEN
from indicators.catalogue import Indicator
from indicators.figures.grid import CAUTION, Floats
from indicators.figures.values import grid, weights
from indicators.kept import kept

BREAK: Final = CAUTION.index("B")


@dataclass(frozen=True, eq=False)
class Courses:
    """The comparable figures of all districts: of the years since the last break in which each has one.

    codes: of the districts; periods: ascending; amounts: by district and period, what adds up; people: what it is set
    against in a rate, None for a count.
    """

    codes: tuple[str, ...]
    periods: tuple[str, ...]
    amounts: Floats
    people: Floats | None

    def of(self, groups: Floats) -> Floats:
        """The course of each group, by period. groups: by group and district, 1 for its members and else 0.

        Of a count 100 times the logarithm of its sum, so that a step is its growth in percent (continuously compounded)
        and steps add up; of a rate its value.
        """
        if self.people is None:
            return np.asarray(100 * np.log(groups @ self.amounts), float)
        return np.asarray((groups @ self.amounts) / (groups @ self.people), float)

    def row(self, members: tuple[str, ...]) -> Floats:
        """A group as `of` takes it, alone."""
        return np.isin(self.codes, members).astype(float)[None]


@kept
def courses(dataset: Dataset, indicator: Indicator) -> Courses:
    """The districts' comparable figures. Raises NoPartsError where nothing is known of what they are put together."""
    codes = tuple(dataset.codes("ortsteil"))
    counted = indicator.groups["by"] == "parts" and indicator.values["as"] in {"series", "sum"}
    figures = grid(dataset, indicator)
    periods = figures.with_figures(codes)
    own = figures.on(codes, periods)
    people = None if counted else weights(dataset, indicator).on(codes, periods).values
    amounts = own.values if people is None else own.values * people
    broken = (own.caution == BREAK).sum(axis=0) > MOST_BROKEN * len(codes)
    since = max(np.flatnonzero(broken), default=0)
    there = np.flatnonzero(np.isfinite(amounts).all(axis=0) & (np.arange(len(periods)) >= since))
    known = tuple(periods[n] for n in there)
    return Courses(codes, known, amounts[:, there], None if people is None else people[:, there])
