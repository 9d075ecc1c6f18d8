"""An energy district that someone asked for: its place, its measures, and what follows, reckoned when it is read."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import pandas as pd

from data.store import Dataset
from indicators.energy.district import outcome as door
from indicators.energy.district import uncertainty
from indicators.energy.district.measures import Measures
from indicators.energy.district.stock import plausible_kwp
from indicators.energy.factors import Factors

ANSWER: Final = "kwp_needed"
"""The column of the year that the tornado is about."""


@dataclass(frozen=True, eq=False)
class District:
    """codes: Ortsteile of the place, sorted; name: of the place, as it is shown."""

    dataset: Dataset
    codes: tuple[str, ...]
    name: str
    done: Measures
    given: Factors

    @cached_property
    def outcome(self) -> door.Outcome:
        """See `outcome.outcome`. Raises NoStock and ValueError as that does."""
        return door.outcome(self.dataset, self.codes, self.done, self.given)

    @cached_property
    def ranges(self) -> pd.DataFrame:
        """low and high of every column of the year, see `uncertainty.ranges`; takes most of a second."""
        return uncertainty.ranges(self.outcome.case, self._ends, self.given)

    @cached_property
    def tornado(self) -> pd.DataFrame:
        """low and high of the power that makes it positive, by factor, see `uncertainty.tornado`."""
        return uncertainty.tornado(self.outcome.case, self._ends, self.given, ANSWER)

    @cached_property
    def every(self) -> pd.DataFrame:
        """The year of every Ortsteil with roofs used as here, see `outcome.of_ortsteile`."""
        return door.of_ortsteile(self.dataset, self.done, self.given, plausible_kwp(self.outcome.place, self.given))

    @property
    def _ends(self) -> pd.DataFrame:
        return door.ends(self.dataset, self.codes, self.given)
