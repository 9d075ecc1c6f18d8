"""The chapter of the energy page that asks what if: sliders, outcome against the model of today, its own look."""

from collections.abc import Mapping
from dataclasses import replace
from html import escape
from math import isfinite, nan
from typing import Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts import choropleth, energy_words
from charts.energy_scenario import before_after, marked, steps, tinted
from charts.table import html_table
from charts.theme import Captions, Theme, config
from data.areas import CITY
from indicators import catalogue
from indicators import energy_scenario as model
from indicators.energy import residential_heat
from indicators.energy_factors import (
    DISTRICT_HEAT,
    Factors,
    FactorsError,
    factors,
    read,
    template,
    with_district_heat,
)
from indicators.energy_scenario import Measures
from locales import Language, number, percent, plural, text
from ui import address, controls, energy_files, frame, pictures
from ui.energy import LIFE_CYCLE, Here
from ui.energy_supply import factor_list

SAVED: Final = (2.5, 5.0, 7.5, 10.0, 20.0, 40.0)
"""Class breaks of saved emissions, percent."""
LARGEST_FILE: Final = 1
"""Megabytes of a file of factors."""
LOOK: Final = """<style>
.st-key-scenario{border:2px dashed %(accent)s;border-radius:8px;padding:1rem 1.1rem 1.2rem;background:%(ground)s}
.scenario{display:inline-block;font-weight:700;letter-spacing:.04em;color:%(ground)s;background:%(accent)s;
padding:.15rem .7rem;border-radius:4px}
.wide{overflow-x:auto}
</style><span class="scenario">%(badge)s</span>"""


def scenario(here: Here) -> dict[str, str]:
    """Sliders of measures, and what they would change in every district and the city."""
    lang, dataset = here.lang, here.dataset
    heat = residential_heat(dataset).dropna(subset=["value"])
    if heat.empty:
        frame.no_figures(lang, here.top, here.choices)
    period = str(heat["period"].max())
    theme = tinted(frame.theme())
    with here.top:
        frame.note(text(lang, "This chapter shows your assumptions. Figures are in the other chapters."))
    with st.container(key="scenario"):
        badge = text(lang, "SCENARIO: what if? No forecast, no statistics")
        st.html(LOOK % {"accent": theme.accent, "ground": theme.background, "badge": escape(badge)})
        words = st.container()
        given, choices = _given(lang)
        done, chosen = _measures(lang, given)
        outcome = model.scenario(dataset, given, done, period)
        city = {name: float(outcome.loc[outcome["area"] == CITY, name].iloc[0]) for name in model.OUTCOME[1:]}
        today = given.life_cycle[DISTRICT_HEAT]
        sentence = energy_words.scenario(lang, done, today, period, list(city.values()))
        with words:
            frame.lead(sentence)
            pictures.key_figures(_key_figures(lang, city))
        rows = _rows(lang, outcome, here.names)
        districts = rows[rows["area"] != CITY]
        left, right = st.columns([6, 5], gap="large")
        with left:
            _map(here, districts, period, theme, sentence)
        with right:
            _steps(here, model.steps(dataset, given, done, period), period, theme, sentence)
        _bars(here, districts, period, theme, sentence)
        energy_files.of_scenario(lang, dataset, outcome, here.names, done, today, period)
        _table(lang, rows, period)
        frame.note(
            text(
                lang,
                "A scenario changes today’s dwellings only: nothing is built or pulled down, nobody moves, the weather "
                "stays. Renovation reaches every age and district alike; a renovated building uses {n} kWh per m² a "
                "year, and one that uses less stays as it is.",
                n=number(lang, given.renovated, 1),
            )
        )
    return {**choices, **chosen}


def _given(lang: Language) -> tuple[Factors, dict[str, str]]:
    """The model's factors with what the reader changes in them, and what of it the address keeps."""
    given, choices = factors(), {}
    with st.expander(text(lang, "Factors and their sources; use your own")):
        label = text(lang, "A TOML file with the factors that differ; the address does not keep it")
        file = st.file_uploader(label, type="toml", max_upload_size=LARGEST_FILE)
        if file is not None:
            given = _from_file(lang, file.getvalue(), file.name)
        else:
            label = text(lang, "District heat today, life cycle, kg CO₂e per kWh")
            today = _number("district_heat", 0.0, 2.0, given.life_cycle[DISTRICT_HEAT])
            own = st.number_input(label, 0.0, 2.0, step=0.001, format="%.3f", key=today, width=320)
            given = with_district_heat(given, own) if own != given.life_cycle[DISTRICT_HEAT] else given
            choices = {"district_heat": f"{own:g}"}
        label = text(lang, "The model’s factors as a template")
        st.download_button(label, template, "factors.toml", "application/toml", key="template", on_click="ignore")
        frame.listed(factor_list(lang, given))
    return given, choices


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


def _measures(lang: Language, given: Factors) -> tuple[Measures, dict[str, str]]:
    """What the sliders say, and the same for the address."""
    today = given.life_cycle[DISTRICT_HEAT]
    with controls.row():
        label = text(lang, "Renovated a year, % of living space")
        rate = st.slider(label, 0.0, 5.0, step=0.1, format="%.1f %%", key=_number("renovation", 0.0, 5.0, 1.0))
        label = text(lang, "For how many years")
        years = st.slider(label, 1, 30, step=1, key=_whole("years", 1, 30, 10))
        label = text(lang, "Connection, % of the dwellings without district heat")
        connected = st.slider(label, 0, 100, step=5, format="%d %%", key=_whole("connection", 0, 100, 10))
        label = text(lang, "Emission factor of district heat, change in %")
        change = st.slider(label, -100, 50, step=5, format="%d %%", key=_whole("factor", -100, 50, 0))
    said = {"renovation": f"{rate:g}", "years": str(years), "connection": str(connected), "factor": str(change)}
    return Measures(rate, years, float(connected), today * (1 + change / 100)), said


def _number(key: str, low: float, high: float, default: float) -> str:
    """The key of a control for a number, which stands in the address."""
    return address.restore(key, lambda said: _read(said.get(key)), lambda value: low <= value <= high, default)


def _whole(key: str, low: int, high: int, default: int) -> str:
    """The key of a control for a whole number, which stands in the address."""

    def read_whole(said: Mapping[str, str]) -> int | None:
        found = _read(said.get(key))
        return None if found is None else int(found) if isfinite(found) and found == int(found) else low - 1

    return address.restore(key, read_whole, lambda value: low <= value <= high, default)


def _read(said: str | None) -> float | None:
    """A number, NaN for words that are none, None where nothing is said."""
    try:
        return None if said is None else float(said)
    except ValueError:
        return nan


def _key_figures(lang: Language, city: Mapping[str, float]) -> list[tuple[str, str, str | None]]:
    """The city's heat and emissions then, and now below."""
    heat = (text(lang, "Heat in the scenario"), text(lang, "{n} MWh a year"), city["heat"], city["heat_then"])
    emissions = (
        text(lang, "Emissions in the scenario"),
        text(lang, "{n} t CO₂e a year"),
        city["emissions"],
        city["emissions_then"],
    )
    found: list[tuple[str, str, str | None]] = []
    for label, unit, now, then in (heat, emissions):
        model_today = text(lang, "model today: {value}", value=unit.format(n=number(lang, now)))
        found.append((label, f"{unit.format(n=number(lang, then))} ({_change(lang, now, then)})", model_today))
    return found


def _change(lang: Language, now: float, then: float) -> str:
    return percent(lang, 100 * (then / now - 1) if now else nan, signed=True)


def _rows(lang: Language, outcome: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """The outcome of named areas, the most saved first: with what pictures say of each."""
    rows = outcome[outcome["area"].isin(list(names))].copy()
    rows["name"] = rows["area"].map(names)
    rows["shade"] = 100 * (1 - rows["emissions_then"] / rows["emissions"].mask(rows["emissions"] == 0))
    pairs = list(zip(rows["emissions"], rows["emissions_then"], strict=True))
    rows["told"] = [[_change(lang, now, then), now, then] for now, then in pairs]
    rows["note"] = [text(lang, "no figure") if pd.isna(shade) else "" for shade in rows["shade"]]
    rows["today_label"] = [f"{number(lang, now)} t" for now, _ in pairs]
    rows["then_label"] = [f"{number(lang, then)} t ({_change(lang, now, then)})" for now, then in pairs]
    return rows.sort_values(["emissions"], ascending=False, ignore_index=True)


def _captions(here: Here, title: str, subtitle: str) -> Captions:
    """Words of a picture of the scenario, whose title begins with that word."""
    said = catalogue.load()[LIFE_CYCLE]
    told = here.captions(text(here.lang, "Scenario: {title}", title=title), subtitle, "")
    return replace(told, source=frame.source_line(here.lang, here.dataset, said))


def _place(here: Here, drawn: go.Figure, key: str, theme: Theme, alt: str) -> None:
    figure = marked(drawn, text(here.lang, "SCENARIO"), theme)
    st.plotly_chart(figure, theme=None, config=config(f"leipzig_scenario_{key}"), key=f"scenario {key}", alt=alt)


def _map(here: Here, rows: pd.DataFrame, period: str, theme: Theme, alt: str) -> None:
    lang = here.lang
    saved = text(lang, "model {year}: {now} t CO₂e", year=period, now="%{customdata[1]:,.0f}")
    then = text(lang, "scenario: {then} t CO₂e", then="%{customdata[2]:,.0f}")
    drawn = choropleth.district_map(
        rows,
        choropleth.value_classes(SAVED, [percent(lang, at, 0 if at == int(at) else 1) for at in SAVED], theme),
        plural(lang, "no value: {n} area", "no value: {n} areas", int(rows["shade"].isna().sum())),
        f"<b>%{{text}}</b><br>{then} (%{{customdata[0]}})<br>{saved}%{{customdata[3]}}<extra></extra>",
        here.lit,
        here.ground(),
        _captions(here, text(lang, "saved emissions"), text(lang, "in % of today’s by the model, life cycle")),
        theme,
    )
    _place(here, drawn, "map", theme, alt)


def _steps(here: Here, amounts: Mapping[str, float], period: str, theme: Theme, alt: str) -> None:
    lang = here.lang
    today, renovated, connected, then = amounts.values()
    bars = [
        (text(lang, "Model {year}", year=period), 0.0, today, f"{number(lang, today)} t"),
        *(
            (name, before, after, f"{number(lang, after - before, signed=True)} t")
            for name, before, after in (
                (text(lang, "Renovation"), today, renovated),
                (text(lang, "Connection"), renovated, connected),
                (text(lang, "District heat"), connected, then),
            )
        ),
        (text(lang, "Scenario"), 0.0, then, f"{number(lang, then)} t"),
    ]
    subtitle = text(lang, "t CO₂e a year, life cycle; whole city, one measure after the other")
    drawn = steps(bars, _captions(here, text(lang, "what each measure changes"), subtitle), theme)
    _place(here, drawn, "steps", theme, alt)


def _bars(here: Here, rows: pd.DataFrame, period: str, theme: Theme, alt: str) -> None:
    lang = here.lang
    told = (text(lang, "model {year}", year=period), text(lang, "scenario"))
    title = (
        text(lang, "emissions of each district")
        if here.level == "ortsteil"
        else text(lang, "emissions of each borough")
    )
    subtitle = text(lang, "t CO₂e a year, life cycle; outline: model {year}, hatched: scenario", year=period)
    drawn = rows.rename(columns={"emissions": "today", "emissions_then": "then"}).dropna(subset=["today", "then"])
    with st.container(height=620 if len(drawn) > 20 else "content", border=False):
        _place(here, before_after(drawn, _captions(here, title, subtitle), theme, told), "districts", theme, alt)


def _table(lang: Language, rows: pd.DataFrame, period: str) -> None:
    header = [
        text(lang, "Area"),
        text(lang, "Heat {year}, MWh (model)", year=period),
        text(lang, "Heat, MWh (scenario)"),
        text(lang, "Change"),
        text(lang, "t CO₂e {year} (model)", year=period),
        text(lang, "t CO₂e (scenario)"),
        text(lang, "Change"),
    ]
    cells = [
        [
            row["name"],
            number(lang, row["heat"]),
            number(lang, row["heat_then"]),
            _change(lang, row["heat"], row["heat_then"]),
            number(lang, row["emissions"]),
            number(lang, row["emissions_then"]),
            _change(lang, row["emissions"], row["emissions_then"]),
        ]
        for row in rows.to_dict("records")
    ]
    caption = text(lang, "Scenario against the model for {year}", year=period)
    with st.container(height=460 if len(rows) > 14 else "content", border=False):
        st.html(f'<div class="wide">{html_table(caption, header, cells, [0])}</div>')
