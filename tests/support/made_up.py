"""An energy district of a made-up place, whose year and hours a test chooses, so that nothing has to be reckoned."""

from typing import Any

import numpy as np
import pandas as pd

from data import store
from indicators.energy.district.asked import District
from indicators.energy.district.balance import Hours
from indicators.energy.district.measures import Measures
from indicators.energy.district.outcome import Outcome
from indicators.energy.district.weather import HOURS
from indicators.energy.factors import factors

YEAR = {
    "electricity_demand_mwh": 8_760.0,
    "generation_mwh": 4_380.0,
    "own_use_mwh": 2_190.0,
    "import_mwh": 6_570.0,
    "export_mwh": 2_190.0,
    "losses_mwh": 0.0,
    "peak_import_mw": 1.0,
    "peak_export_mw": 0.5,
    "final_energy_mwh": 20_000.0,
    "renewable_mwh": 5_000.0,
    "short_mwh": 15_000.0,
    "positive": False,
    "kwp_needed": 20_400.0,
    "solar_heat_mwh": 620.0,
    "district_heat_mwh": 4_000.0,
    "burnt_mwh": 6_620.0,
}
"""Half of the electricity is made, a quarter used in its hours; three quarters of all energy are missing."""
NOTHING = Measures()
PLACE = {"residents": 5_000.0, "buildings": 400.0, "houses": 0.0}
"""Of blocks alone, which bear 30 kWp each: 12 MWp."""


def district(name: str = "Plagwitz", done: Measures = NOTHING, **other: Any) -> District:
    """other: figures of the year or the place that are not as in `YEAR` and `PLACE`; made, needed: MWh of each hour."""
    made, needed = (
        np.broadcast_to(other.pop(key, usual), len(HOURS)) for key, usual in (("made", 0.5), ("needed", 1.0))
    )
    place = {key: other.pop(key, usual) for key, usual in PLACE.items()}
    found = District(store.current(), ("51",), name, done, factors())
    year = pd.Series({**YEAR, **other}, dtype=object)
    # What is kept once it is reckoned.
    found.__dict__["outcome"] = Outcome("2022", pd.Series(place), pd.DataFrame(), _hours(made, needed), year)
    return found


def _hours(made: Any, needed: Any) -> Hours:
    own, nothing = np.minimum(made, needed), np.zeros(len(HOURS))
    every = {"household": needed, "generation": made, "own_use": own, "imported": needed - own, "export": made - own}
    names = Hours.__dataclass_fields__
    return Hours(**{each: np.asarray(every.get(each, nothing), float)[:, np.newaxis] for each in names})
