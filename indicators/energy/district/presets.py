"""Measures by a name, declared in `presets.toml`: what a reader begins with."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

import pandas as pd

from indicators.energy.district.measures import Measures, checked, today
from indicators.energy.district.stock import plausible_kwp
from indicators.energy.factors import Factors

DECLARED: Final = Path(__file__).with_name("presets.toml")
PRESETS: Final = ("today", "renovation", "roofs", "network", "all")
PERCENT: Final = ("renovation", "connected", "heat_pumps", "renewable_heat")


def preset(name: str, place: pd.Series, given: Factors) -> Measures:
    """The measures of a preset at a place. name: of `PRESETS`; place: see `stock.of`. Raises ValueError for another."""
    if name not in PRESETS:
        raise ValueError(f"preset is {name!r}, expected one of {', '.join(PRESETS)}")
    declared, as_it_is = _declared()[name], today(given)
    shares = {measure: declared.get(measure, getattr(as_it_is, measure)) for measure in PERCENT}
    kwp = round(declared.get("pv_percent", 0) / 100 * plausible_kwp(place, given))
    kwh = round(kwp * declared.get("battery_kwh_per_kwp", 0))
    return checked(
        replace(
            as_it_is,
            **shares,
            pv_kwp=kwp,
            battery_kwh=kwh,
            battery_kw=round(kwh * declared.get("battery_kw_per_kwh", 0)),
        )
    )


@cache
def _declared() -> Mapping[str, Mapping[str, float]]:
    return tomllib.loads(DECLARED.read_text("utf-8"))
