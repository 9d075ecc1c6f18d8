"""What the reader can put into a scenario: factors of one's own, and what is done."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from indicators.energy.factors import DISTRICT_HEAT, Factors
from indicators.energy.scenario import Measures
from locales import Language, number, text
from ui import controls, own_factors

TABLES: Final = ("consumption", "average", "uncertainty", "emissions", "dwellings", "renovated")
"""Of the factors, those that a scenario follows from."""


def given_factors(lang: Language) -> Factors:
    """The model's factors with what the reader changes in them."""
    used = text(lang, "Your factors are used in this scenario only, for today and for then.")
    return own_factors.given_factors(lang, used, TABLES, district_heat=True)


def measures(lang: Language, given: Factors) -> Measures:
    """What the sliders say."""
    today = given.life_cycle[DISTRICT_HEAT]
    with controls.row():
        label = text(lang, "Renovated a year, % of living space")
        rate = _slider(lang, label, "renovation", [n / 10 for n in range(51)], 1.0)
        label = text(lang, "For how many years")
        years = _slider(lang, label, "years", [float(n) for n in range(1, 31)], 10.0)
        label = text(lang, "Connection, % of the dwellings without district heat")
        connected = _slider(lang, label, "connection", [float(n) for n in range(0, 101, 5)], 10.0)
        label = text(lang, "Emission factor of district heat, change in %")
        change = _slider(lang, label, "factor", [float(n) for n in range(-100, 51, 5)], 0.0, signed=True)
    return Measures(rate, int(years), connected, today * (1 + change / 100))


def _slider(
    lang: Language, label: str, key: str, options: Sequence[float], default: float, *, signed: bool = False
) -> float:
    """A number from a list, written as the language does, which stands in the address."""

    def told(value: float) -> str:
        return number(lang, value, 0 if value == int(value) else 1, signed=signed)

    control = own_factors.restore(key, lambda value: value in options, default)
    return float(st.select_slider(label, options, format_func=told, key=control))
