"""The figures of an energy district: a few that say most, and the table of its year."""

from collections.abc import Callable, Hashable
from math import isnan, nan
from typing import Final

import pandas as pd
import streamlit as st

from charts.table import html_table
from exports.energy_district.figures import figures
from indicators.analysis.aside import GivenUpError
from indicators.energy.district import aside
from indicators.energy.district.asked import District
from locales import Language, number, percent, percent_sign, text
from pictures.key_figures import KeyFigure
from ui import share
from ui.drawing import tables
from ui.take_away import dialog
from words.energy_units import energy, peak_power, power

AGAIN: Final = 0.3
"""Seconds after which the page looks again for the ranges."""
SHARES: Final = ("self_sufficiency", "self_consumption")
RESTS: Final = "ranges may be asked for"
THERE: Final = "ranges"
"""Where Streamlit keeps whether the reader rests, and the ranges with what they are of."""
YES_NO: Final = "positive"
ENDS: Final = ("low", "high")
DECIMALS: Final = {"peak_import_mw": 2, "peak_export_mw": 2}


def ranges(district: District) -> pd.DataFrame | None:
    """low and high of each column of the year, None until they are there, empty where they could not be had."""
    of, found = st.session_state.get(THERE, (None, None))
    return found if of == _what(district) else None


def follow(district: District) -> None:
    """Sees to it that the ranges come, unless the reader looks at a dialog, which would close."""
    if ranges(district) is None and not (dialog.asked() or share.asked()):
        st.session_state[RESTS] = False
        _awaited(district)


@st.fragment(run_every=AGAIN)
def _awaited(district: District) -> None:
    """Asks for the ranges when the reader rests, and runs the page again once they are there.

    At first it runs with the page, while a slider may be about to move on.
    """
    if not st.session_state[RESTS]:
        st.session_state[RESTS] = True
        return
    try:
        found = aside.ranges(district)
    except GivenUpError:
        found = pd.DataFrame(columns=list(ENDS))
    if found is not None:
        st.session_state[THERE] = (_what(district), found)
        st.rerun()


def _what(district: District) -> tuple[Hashable, ...]:
    return district.dataset.version, district.codes, district.done, district.given


def key_figures(lang: Language, district: District, ends: pd.DataFrame | None) -> list[KeyFigure]:
    """Demand, what is made here, self-sufficiency, what comes from outside, what is needed, and emissions."""
    year = district.outcome.year
    needs, made, outside = (year[name] for name in ("final_energy_mwh", "generation_mwh", "import_mwh"))
    electric, kwp, tonnes = (year[name] for name in ("electricity_demand_mwh", "kwp_needed", "emissions_t"))
    unit = energy(electric)
    of_year = percent(lang, 100 * made / electric, 0) if electric else ""
    return [
        (
            text(lang, "Energy needed in a year"),
            energy(needs).told(lang, needs),
            text(lang, "of that {n} electricity", n=unit.told(lang, electric)),
        ),
        (
            text(lang, "Electricity made here"),
            unit.told(lang, made),
            text(lang, "{share} of the electricity needed in a year", share=of_year) if of_year else None,
        ),
        (
            text(lang, "Self-sufficient in the hours"),
            percent(lang, 100 * year["self_sufficiency"], 0),
            _within(lang, ends, "self_sufficiency", lambda value: percent(lang, 100 * value, 0)),
        ),
        (
            text(lang, "Electricity from outside"),
            unit.told(lang, outside),
            text(lang, "at most {n} in an hour", n=power(year["peak_import_mw"]).told(lang, year["peak_import_mw"])),
        ),
        (
            text(lang, "Photovoltaics needed to be positive"),
            peak_power(kwp).told(lang, kwp),
            _within(lang, ends, "kwp_needed", lambda value: peak_power(kwp).bare(lang, value)),
        ),
        (
            text(lang, "Emissions, t CO₂e a year"),
            number(lang, tonnes),
            _within(lang, ends, "emissions_t", lambda value: number(lang, value)),
        ),
    ]


def place_table(lang: Language, district: District, ends: pd.DataFrame | None) -> None:
    """Every figure of the year with its range."""
    year = district.outcome.year
    header = [
        text(lang, "Figure"),
        text(lang, "Unit"),
        text(lang, "Value"),
        text(lang, "Range from"),
        text(lang, "Range to"),
    ]
    rows = []
    for column, figure in figures(lang).items():
        low, high = ("…", "…") if ends is None else (told(lang, column, _end(ends, column, end)) for end in ENDS)
        unit = percent_sign(lang).strip() if column in SHARES else figure.unit
        rows.append([figure.title, unit, told(lang, column, year[column]), low, high])
    tables.place(html_table(text(lang, "The year of {name}, modelled", name=district.name), header, rows, []))


def told(lang: Language, column: str, value: float, *, signed: bool = False) -> str:
    """A figure of the year, without its unit."""
    if column == YES_NO:
        return "" if isnan(value) else text(lang, "yes") if value else text(lang, "no")
    if column in SHARES:
        return number(lang, 100 * value, 1, signed=signed)
    return number(lang, value, DECIMALS.get(column, 0), signed=signed)


def _end(ends: pd.DataFrame, column: str, end: str) -> float:
    return float(ends[end].get(column, nan))


def _within(lang: Language, ends: pd.DataFrame | None, column: str, written: Callable[[float], str]) -> str | None:
    """The range of a figure below it; its place is kept while it is under way."""
    if ends is None:
        return text(lang, "its range follows …")
    if ends.empty:
        return text(lang, "no range could be had")
    low, high = (_end(ends, column, end) for end in ENDS)
    return (
        None if isnan(low) or low == high else text(lang, "range {low} to {high}", low=written(low), high=written(high))
    )
