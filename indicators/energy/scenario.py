"""What if: heat and emissions of today's dwellings after renovation and with more or cleaner district heat.

A scenario is no forecast: nothing is built or pulled down, nobody moves, the weather stays.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

import pandas as pd

from data.areas import CITY
from data.store import Dataset
from indicators.energy.factors import DISTRICT_HEAT, Factors, with_district_heat
from indicators.energy.heat import connected, district_heat_share, emitted, members, residential_heat

AMOUNTS: Final = ("heat", "emissions")
OUTCOME: Final = ["area", *(f"{amount}{column}" for amount in AMOUNTS for column in ("", "_then", "_percent"))]


@dataclass(frozen=True)
class Measures:
    """What is done. rate: percent of living space renovated a year, over some years; connected: percent of the
    dwellings without district heat that get it, in every Ortsteil alike; factor: of district heat then, by life
    cycle, kg CO2e per kWh.
    """

    rate: float
    years: int
    connected: float
    factor: float

    @property
    def renovated(self) -> float:
        """Share of living space that is renovated in the end, from 0 to 1."""
        return min(self.rate * self.years / 100, 1.0)


@dataclass(frozen=True, eq=False)
class Scenario:
    """What is assumed: factors of today, what is done, and the year whose dwellings it is about; and what follows."""

    dataset: Dataset
    given: Factors
    done: Measures
    period: str

    @property
    def today(self) -> float:
        """Factor of district heat in the model."""
        return self.given.life_cycle[DISTRICT_HEAT]

    @property
    def nothing(self) -> Measures:
        """No measure at all: everything stays as it is today."""
        return Measures(0.0, 0, 0.0, self.today)

    @cached_property
    def outcome(self) -> pd.DataFrame:
        """One row an official area, columns `OUTCOME`: heat in MWh and emissions by life cycle in tonnes, now, then,
        and the change in percent, NaN where there is nothing now; Stadtbezirke and city are sums of their Ortsteile."""
        both = self._after(self.nothing).join(self._after(self.done).add_suffix("_then"))
        sums = {area: both.loc[codes].sum(skipna=False) for area, codes in members(self.dataset).items()}
        every = pd.concat([both, pd.DataFrame(sums).T])
        for amount in AMOUNTS:
            every[f"{amount}_percent"] = 100 * (every[f"{amount}_then"] / every[amount].mask(every[amount] == 0) - 1)
        return every.rename_axis("area").reset_index()[OUTCOME]

    @property
    def city(self) -> dict[str, float]:
        """The city's outcome, by column."""
        own = self.outcome.set_index("area")
        return {name: float(own[name][CITY]) for name in OUTCOME[1:]}

    @property
    def steps(self) -> dict[str, float]:
        """The city's emissions in tonnes, today and as each measure joins those before it.

        Keys today, renovated, connected, factor. What a measure saves depends on those before it, so on this order.
        """
        renovated = replace(self.nothing, rate=self.done.rate, years=self.done.years)
        also_connected = replace(renovated, connected=self.done.connected)
        every = {"today": self.nothing, "renovated": renovated, "connected": also_connected, "factor": self.done}
        return {name: float(self._after(which)["emissions"].sum(skipna=False)) for name, which in every.items()}

    def _after(self, done: Measures) -> pd.DataFrame:
        """heat and emissions of each Ortsteil, by area."""
        heat = residential_heat(self.dataset, _renovated(self.given, done.renovated))
        heat = heat[heat["period"] == self.period]
        share = connected(district_heat_share(self.dataset), done.connected)
        emissions = emitted(heat, share, with_district_heat(self.given, done.factor), "life_cycle")
        columns = {"heat": heat, "emissions": emissions}
        return pd.DataFrame({name: frame.set_index("area")["value"] for name, frame in columns.items()})


def _renovated(given: Factors, share: float) -> Factors:
    """Rates of consumption when a share of every class is renovated; buildings that use less than that stay."""
    rates = {age: rate - share * max(rate - given.renovated, 0.0) for age, rate in given.consumption.items()}
    return replace(given, consumption=rates)
