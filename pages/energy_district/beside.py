"""A second set of measures beside the first: a preset, or measures of the reader's own that were kept."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import streamlit as st

from charts.table import html_table
from exports.energy_district.figures import figures as figures_of
from indicators.energy.district.asked import District
from indicators.energy.district.measures import Measures
from indicators.energy.district.presets import PRESETS, preset
from locales import Language, text
from pages.energy_district import figures, inputs
from ui import address, frame
from ui.drawing import tables
from words.energy_district import sentence

KEY: Final = "against"
"""A preset, or one with what was moved away from it: `roofs,pv_kwp:5000`; empty for none."""
COMPARED: Final = (
    "final_energy_mwh",
    "electricity_demand_mwh",
    "generation_mwh",
    "own_use_mwh",
    "import_mwh",
    "export_mwh",
    "self_sufficiency",
    "self_consumption",
    "short_mwh",
    "kwp_needed",
    "emissions_t",
)


def choose(lang: Language) -> None:
    """What is set beside the measures above; and keeping these."""
    held = _restored()
    names = {"": text(lang, "nothing"), **inputs.preset_names(lang)}
    if held not in names:
        names[held] = text(lang, "the measures kept")
    st.selectbox(text(lang, "Compare with"), list(names), format_func=names.__getitem__, key=address.control_key(KEY))
    st.button(text(lang, "Keep these measures to compare with"), key="keep measures", on_click=_keep)


def second(district: District) -> District | None:
    """The same place under the other measures; None where nothing is set beside it."""
    held = _restored()
    if not held:
        return None
    name, said = _read(held)
    base = preset(name, district.outcome.place, district.given)
    return replace(district, done=inputs.overlaid(base, said))


def place(lang: Language, first: District, other: District) -> None:
    """The other's sentence, and both with their difference."""
    frame.said(text(lang, "Beside it, {measures}: {sentence}", measures=_called(lang), sentence=sentence(lang, other)))
    header = [text(lang, "Measure or figure"), text(lang, "Chosen"), text(lang, "Beside it"), text(lang, "Difference")]
    rows = [*_measures(lang, first.done, other.done), *_figures(lang, first, other)]
    caption = text(lang, "{name}: two sets of measures, modelled", name=first.name)
    tables.place(html_table(caption, header, rows, []))


def _called(lang: Language) -> str:
    """The other measures by the name of their preset, and whether they differ from it."""
    name, moved = _read(_restored())
    preset_name = text(lang, "“{name}”", name=inputs.preset_names(lang)[name])
    return text(lang, "{preset}, changed", preset=preset_name) if moved else preset_name


def _measures(lang: Language, first: Measures, other: Measures) -> list[list[str]]:
    names, found = inputs.measure_names(lang), []
    for name in inputs.NAMES:
        one, two = getattr(first, name), getattr(other, name)
        if one == two:
            continue
        if name == inputs.SWITCH:
            found.append([names[name], *(figures.told(lang, figures.YES_NO, float(on)) for on in (one, two)), ""])
        else:
            amounts = (inputs.amount_told(lang, amount) for amount in (one, two))
            found.append([names[name], *amounts, inputs.amount_told(lang, one - two, signed=True)])
    return found


def _figures(lang: Language, first: District, other: District) -> list[list[str]]:
    titles, found = figures_of(lang), []
    for column in COMPARED:
        one, two = first.outcome.year[column], other.outcome.year[column]
        unit = "%" if column in figures.SHARES else titles[column].unit
        found.append(
            [
                f"{titles[column].title}, {unit}",
                figures.told(lang, column, one),
                figures.told(lang, column, two),
                figures.told(lang, column, one - two, signed=True),
            ]
        )
    return found


def _restored() -> str:
    """What is set beside, from the address or the reader."""

    def valid(said: str) -> bool:
        try:
            return not said or bool(inputs.overlaid(Measures(), _read(said)[1]))
        except ValueError:
            return False

    address.restore(KEY, inputs.asked(KEY), valid, "", lambda said: {KEY: said} if said else {})
    held: str = address.state(KEY) or ""
    return held


def _read(said: str) -> tuple[str, Mapping[str, str]]:
    """The preset and what differs from it. Raises ValueError."""
    name, *moved = said.split(",")
    if name not in PRESETS:
        raise ValueError(f"preset is {name!r}, expected one of {', '.join(PRESETS)}")
    parts = [part.partition(":") for part in moved]
    return name, {measure: value for measure, _, value in parts}


def _keep() -> None:
    moved = [f"{name}:{value}" for name, value in inputs.said().items()]
    address.choose(KEY, ",".join([address.state(inputs.PRESET), *moved]))
