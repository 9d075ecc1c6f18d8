"""What is done in an energy district: measures within their bounds, and the presets."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Final

from indicators.energy.factors import Factors


@dataclass(frozen=True)
class Bounds:
    """The lowest and highest that a measure may be, and the step of its slider."""

    low: float
    high: float
    step: float


@dataclass(frozen=True)
class Measures:
    """What is done, nothing by default.

    renovation: percent of the living space renovated; connected: percent of the dwellings without district heat that
    get it; heat_pumps: percent of the heat outside the network that heat pumps give; renewable_heat: percent of
    district heat that is renewable; pv_kwp: photovoltaics, kWp; solar_m2: collectors on buildings outside the network,
    m²; battery_kwh, battery_kw: what it holds and what goes in or out; cars: electric cars are charged here.
    """

    renovation: float = 0.0
    connected: float = 0.0
    heat_pumps: float = 0.0
    renewable_heat: float = 0.0
    pv_kwp: float = 0.0
    solar_m2: float = 0.0
    battery_kwh: float = 0.0
    battery_kw: float = 0.0
    cars: bool = False


BOUNDS: Final = {
    "renovation": Bounds(0, 100, 5),
    "connected": Bounds(0, 100, 5),
    "heat_pumps": Bounds(0, 100, 5),
    "renewable_heat": Bounds(0, 100, 5),
    "pv_kwp": Bounds(0, 5_000_000, 500),
    "solar_m2": Bounds(0, 5_000_000, 500),
    "battery_kwh": Bounds(0, 10_000_000, 500),
    "battery_kw": Bounds(0, 5_000_000, 500),
}
"""Beyond these no city of this size could go."""
KW_PER_KWH: Final = 0.5
"""Power of a battery of which only is said what it holds."""
WITH_ROOFS: Final = ("pv_kwp", "solar_m2", "battery_kwh", "battery_kw")
"""Measures that grow with the place; for places to compare, each has as much of them by what its roofs can bear."""


def today(given: Factors) -> Measures:
    """As it is: heat pumps and renewable district heat as in the whole city, no photovoltaics, because nobody publishes
    those of a district."""
    renewable = given.numbers["renewable.district_heat"]["percent"]
    return Measures(heat_pumps=100 * given.rest["heat_pump"], renewable_heat=renewable)


def changed(base: Measures, said: Mapping[str, float]) -> Measures:
    """The measures with what is said of some of them, by name; see `checked`.

    A battery of which only is said what it holds has power for that, as one that nothing goes into would do nothing.
    """
    power = {"battery_kw": KW_PER_KWH * said["battery_kwh"]} if "battery_kwh" in said else {}
    every: dict[str, Any] = {**power, **said}
    return checked(replace(base, **every))


def checked(done: Measures) -> Measures:
    """The measures, if each is within its bounds. Raises ValueError naming the one that is not."""
    for field in fields(done):
        bounds, value = BOUNDS.get(field.name), getattr(done, field.name)
        if bounds is not None and not bounds.low <= value <= bounds.high:
            raise ValueError(f"{field.name} is {value:g}, expected {bounds.low:g} to {bounds.high:g}")
    return done
