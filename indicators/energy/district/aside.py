"""The ranges of an energy district, computed in a process of their own, so that they hold up no page."""

from typing import Final

import pandas as pd

from data.store import Dataset
from indicators import catalogue
from indicators.analysis import aside
from indicators.catalogue import Indicator
from indicators.energy.district.asked import District
from indicators.energy.district.measures import Measures
from indicators.energy.district.outcome import HEAT
from indicators.energy.factors import Factors, factors

NAMELESS: Final = ""


def ranges(district: District) -> pd.DataFrame | None:
    """`District.ranges`, None while they are under way. Raises `aside.GivenUpError`."""
    own = None if district.given is factors() else district.given
    heat = catalogue.load()[HEAT]
    return aside.asked(district.dataset, computed, heat, district.codes, district.done, own)


def computed(
    dataset: Dataset, _heat: Indicator, codes: tuple[str, ...], done: Measures, own: Factors | None
) -> pd.DataFrame:
    """In that process. own: factors other than the model's."""
    return District(dataset, codes, NAMELESS, done, own or factors()).ranges
