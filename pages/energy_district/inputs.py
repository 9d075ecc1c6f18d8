"""What is done: a preset, and sliders that a reader moves away from it.

A slider that nobody moved stands where the preset has it and is not in the address; one that was moved is.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from math import floor, log10
from typing import Any, Final

import pandas as pd
import streamlit as st

from indicators.energy.district.measures import BOUNDS, KW_PER_KWH, WITH_ROOFS, Measures, changed
from indicators.energy.district.presets import PRESETS, preset
from indicators.energy.district.stock import plausible_kwp
from indicators.energy.factors import Factors
from locales import Language, number, text
from ui import address

PRESET: Final = "preset"
NAMES: Final = tuple(field.name for field in fields(Measures))
SHOWN: Final = ("renovation", "connected", "renewable_heat", "heat_pumps", "pv_kwp", "battery_kwh")
MORE: Final = ("battery_kw", "solar_m2")
SWITCH: Final = "cars"
ON: Final = {"true": True, "false": False}
STEPS: Final = 80
"""About how many steps a slider of an amount has."""
TIMES: Final = 4
"""A slider of power reaches to so many times what the buildings are taken to bear."""


def preset_names(lang: Language) -> dict[str, str]:
    """What the presets are called."""
    called = (
        text(lang, "Today"),
        text(lang, "Renovation"),
        text(lang, "Heat pumps and roofs"),
        text(lang, "Green district heat"),
        text(lang, "All together"),
    )
    return dict(zip(PRESETS, called, strict=True))


def measure_names(lang: Language) -> dict[str, str]:
    """What the measures are called, with their units."""
    return {
        "renovation": text(lang, "Renovated, % of living space"),
        "connected": text(lang, "Newly connected to district heat, % of the dwellings without"),
        "renewable_heat": text(lang, "Renewable part of district heat, %"),
        "heat_pumps": text(lang, "Heat pumps, % of the heat outside the network"),
        "pv_kwp": text(lang, "Photovoltaics, kWp"),
        "battery_kwh": text(lang, "Batteries hold, kWh"),
        "battery_kw": text(lang, "Batteries give and take, kW"),
        "solar_m2": text(lang, "Solar collectors for heat, m²"),
        "cars": text(lang, "Today’s electric cars are charged here"),
    }


def said() -> dict[str, str]:
    """The measures that the address or the reader says, as the address writes them."""
    for name in NAMES:
        _restore(name)
    return {name: value for name in NAMES if (value := address.state(name))}


def overlaid(base: Measures, chosen: Mapping[str, str]) -> Measures:
    """A preset's measures with those that were chosen. Raises ValueError for what is no measure within its bounds."""
    unknown = chosen.keys() - set(NAMES)
    if unknown:
        raise ValueError(f"{', '.join(sorted(unknown))}: no measure, expected some of {', '.join(NAMES)}")
    given: dict[str, Any] = {name: _value(name, value) for name, value in chosen.items()}
    return changed(base, given)


def current(lang: Language, place: pd.Series, given: Factors) -> Measures:
    """Presets and sliders, and what they say is done at a place."""
    names = preset_names(lang)
    st.pills(
        text(lang, "Measures"),
        list(names),
        format_func=names.__getitem__,
        required=True,
        key=address.one(PRESET, names, PRESETS[0]),
        on_change=back,
        wrap=True,
    )
    base = preset(address.state(PRESET), place, given)
    chosen = said()
    for name in SHOWN:
        _slider(lang, name, base, place, given)
    _switch(lang, base)
    with st.expander(text(lang, "More measures")):
        held = {"battery_kwh": chosen["battery_kwh"]} if "battery_kwh" in chosen else {}
        for name in MORE:
            _slider(lang, name, overlaid(base, held), place, given)
    label = text(lang, "Back to “{preset}”", preset=names[address.state(PRESET)])
    st.button(label, key="back to the preset", disabled=not chosen, on_click=back)
    return overlaid(base, chosen)


def told(lang: Language) -> str:
    """The preset by name, and whether anything was moved away from it."""
    name = preset_names(lang)[address.state(PRESET)]
    return text(lang, "{preset}, changed", preset=name) if said() else name


def amount_told(lang: Language, amount: float, *, signed: bool = False) -> str:
    """How much of a measure; what is no whole number with a decimal."""
    return number(lang, amount, 0 if amount == int(amount) else 1, signed=signed)


def unknown(lang: Language) -> str:
    """What nobody knows of today."""
    return text(
        lang,
        "Of dwellings alone, without trade, industry and public buildings. Nobody publishes what photovoltaics and "
        "batteries a district has today, so “today” begins without any.",
    )


def back() -> None:
    """Takes back everything that was moved."""
    for name in NAMES:
        address.choose(name, "")


def grown() -> None:
    """Takes back what was moved and grows with a place, as another one was chosen."""
    for name in WITH_ROOFS:
        address.choose(name, "")


def _slider(lang: Language, name: str, base: Measures, place: pd.Series, given: Factors) -> None:
    """A slider that follows the preset until it is moved."""
    usual: float = getattr(base, name)
    held = address.state(name)
    value = float(held) if held else usual
    options = sorted({*_options(name, place, given), usual, value})
    key = f"slider {name}"
    if st.session_state.get(key) != value:
        st.session_state[key] = value
    label = measure_names(lang)[name]
    help = _help(lang, name, place, given)
    st.select_slider(
        label,
        options,
        format_func=lambda amount: amount_told(lang, amount),
        key=key,
        help=help,
        on_change=_moved,
        args=(name, usual),
    )


def _moved(name: str, usual: float) -> None:
    value = st.session_state[f"slider {name}"]
    address.choose(name, "" if value == usual else f"{value:.15g}")
    if name == "battery_kwh":
        address.choose("battery_kw", "")


def _switch(lang: Language, base: Measures) -> None:
    held = address.state(SWITCH)
    st.session_state["switch cars"] = ON[held] if held else base.cars
    st.toggle(measure_names(lang)[SWITCH], key="switch cars", on_change=_switched, args=(base.cars,))


def _switched(usual: bool) -> None:
    on = st.session_state["switch cars"]
    address.choose(SWITCH, "" if on == usual else str(on).lower())


def _options(name: str, place: pd.Series, given: Factors) -> list[float]:
    """The steps of a slider: percents, or an amount that fits the place."""
    if name not in WITH_ROOFS:
        bounds = BOUNDS[name]
        return [bounds.low + n * bounds.step for n in range(round((bounds.high - bounds.low) / bounds.step) + 1)]
    most = TIMES * max(plausible_kwp(place, given), 1.0)
    if name == "battery_kw":
        most *= KW_PER_KWH
    step = _round_step(most / STEPS)
    return [n * step for n in range(STEPS + 1) if n * step <= BOUNDS[name].high]


def _round_step(least: float) -> float:
    """The next larger of 1, 2, 5, 10, 20 …"""
    power = 10.0 ** floor(log10(least))
    return max(1.0, next(times * power for times in (1, 2, 5, 10) if times * power >= least))


def _help(lang: Language, name: str, place: pd.Series, given: Factors) -> str | None:
    if name == "pv_kwp":
        kwp = number(lang, plausible_kwp(place, given))
        return text(
            lang, "Its residential buildings are taken to bear {kwp} kWp; what exists today is unknown.", kwp=kwp
        )
    if name == "battery_kwh":
        return text(lang, "With another size, half of what they hold goes in or out in an hour; see “More measures”.")
    return None


def _value(name: str, value: str) -> float | bool:
    if name == SWITCH:
        if value not in ON:
            raise ValueError(f"{name} is {value!r}, expected true or false")
        return ON[value]
    try:
        return float(value)
    except ValueError:
        raise ValueError(f"{name} is {value!r}, expected a number") from None


def asked(key: str) -> Callable[[Mapping[str, str]], str | None]:
    """What the page's own address says by a key: other pages have measures of the same name and mean something else,
    and where it says nothing, the preset holds."""
    return lambda _: address.known().asked.get(key)


def _restore(name: str) -> None:
    def valid(value: str) -> bool:
        try:
            return not value or bool(overlaid(Measures(), {name: value}))
        except ValueError:
            return False

    address.restore(name, asked(name), valid, "", lambda value: {name: value} if value else {})
