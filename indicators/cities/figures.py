"""What there is of an indicator in Leipzig and the other cities."""

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from data.store import Dataset
from indicators.catalogue import Indicator
from indicators.cities import Composition, compositions, standing
from indicators.cities.standing import Standing


@dataclass(frozen=True, eq=False)
class CityFigures:
    """An indicator, or a whole with its parts, in the newest period that Leipzig has a figure of."""

    dataset: Dataset
    indicator: Indicator

    @property
    def composition(self) -> Composition | None:
        return compositions().get(self.indicator.id)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The parts of a whole, or the one indicator."""
        return self.composition.parts if self.composition else (self.indicator,)

    @cached_property
    def period(self) -> str:
        """Empty without any figure."""
        return standing.newest(self.values(self.indicators[0]))

    def values(self, indicator: Indicator) -> pd.DataFrame:
        return standing.values(self.dataset, indicator)

    def standing(self, indicator: Indicator) -> Standing:
        return standing.standing(self.values(indicator), self.period, indicator.decimals)
