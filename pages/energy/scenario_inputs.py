"""What the reader can put into a scenario: factors of one's own, and what is done."""

from collections.abc import Callable, Mapping, Sequence
from math import nan
from typing import Final

import streamlit as st

from indicators.energy.factors import (
    DISTRICT_HEAT,
    OWN,
    Factors,
    FactorsError,
    factors,
    read,
    template,
    with_district_heat,
)
from indicators.energy.scenario import Measures
from locales import Language, number, percent, text
from pictures.district_heat import carrier_name
from ui import address, controls, frame

LARGEST_FACTOR: Final = 2.0
"""kg CO2e per kWh, as the schema of factors has it."""
LARGEST_FILE: Final = 1
"""Megabytes of a file of factors."""


def given_factors(lang: Language) -> Factors:
    """The model's factors with what the reader changes in them."""
    given = factors()
    with st.expander(text(lang, "Factors and their sources; use your own")):
        label = text(lang, "A TOML file with the factors that differ; the address does not keep it")
        file = st.file_uploader(label, type="toml", max_upload_size=LARGEST_FILE)
        if file is not None:
            given = _from_file(lang, file.getvalue(), file.name)
        else:
            label = text(lang, "District heat today, life cycle, kg CO₂e per kWh")
            today = _restore(
                "district_heat", lambda value: 0 <= value <= LARGEST_FACTOR, given.life_cycle[DISTRICT_HEAT]
            )
            own = st.number_input(label, 0.0, LARGEST_FACTOR, step=0.001, format="%.3f", key=today, width=320)
            given = with_district_heat(given, own) if own != given.life_cycle[DISTRICT_HEAT] else given
        label = text(lang, "The model’s factors as a template")
        st.download_button(label, template, "factors.toml", "application/toml", key="template", on_click="ignore")
        frame.listed(_factor_list(lang, given))
    return given


def _from_file(lang: Language, content: bytes, name: str) -> Factors:
    try:
        given = read(content.decode("utf-8"), name)
    except UnicodeDecodeError:
        st.error(text(lang, "The file is not text in UTF-8; the model’s own factors are used."))
        return factors()
    except FactorsError as error:
        st.error(text(lang, "The file can’t be used; the model’s own factors are used instead."))
        frame.note(str(error))
        return factors()
    st.success(text(lang, "Your factors are used in this scenario only, for today and for then."))
    return given


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

    control = _restore(key, lambda value: value in options, default)
    return float(st.select_slider(label, options, format_func=told, key=control))


def _restore(key: str, valid: Callable[[float], bool], default: float) -> str:
    """The key of a control for a number; words that are none are not valid."""

    def read(said: Mapping[str, str]) -> float | None:
        try:
            return float(said[key]) if key in said else None
        except ValueError:
            return nan

    return address.restore(key, read, valid, default, lambda value: {key: f"{value:.15g}"})


def _factor_list(lang: Language, given: Factors) -> list[str]:
    """Every factor with its unit, under its source."""
    by_source: dict[str, list[str]] = {}
    for entry in given.entries:
        source = text(lang, "Your own input") if entry.source == OWN else entry.source
        by_source.setdefault(source, []).append(_told(lang, entry.place, entry.numbers))
    return [f"{source}: {'; '.join(told)}" for source, told in by_source.items()]


def _told(lang: Language, place: str, numbers: tuple[tuple[str, float], ...]) -> str:
    table, key = place.split(".")
    name = carrier_name(lang, key) if table in ("emissions", "dwellings") else _age_name(lang, table, key)
    return f"{name} " + ", ".join(_amount(lang, unit, value) for unit, value in numbers)


def _amount(lang: Language, unit: str, value: float) -> str:
    return {
        "kwh_per_m2": text(lang, "{n} kWh/m²", n=number(lang, value, 1)),
        "percent": f"±{percent(lang, value, 0)}",
        "direct": text(lang, "direct {n} kg/kWh", n=number(lang, value, 3)),
        "life_cycle": text(lang, "life cycle {n} kg/kWh", n=number(lang, value, 3)),
        "count": text(lang, "{n} dwellings", n=number(lang, value)),
    }[unit]


def _age_name(lang: Language, table: str, key: str) -> str:
    if table != "consumption":
        return {
            "average": text(lang, "all ages"),
            "uncertainty": text(lang, "uncertainty of consumption"),
            "renovated": text(lang, "renovated"),
        }[table]
    names = {"until_1918": text(lang, "built until 1918"), "from_2011": text(lang, "built from 2011 on")}
    return names.get(key) or text(lang, "built {years}", years=key.replace("_", "–"))
