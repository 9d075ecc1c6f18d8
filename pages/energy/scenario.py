"""The chapter of the energy page that asks what if: sliders, outcome against the model of today, its own look."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from html import escape
from typing import Final

import pandas as pd
import streamlit as st

from charts import choropleth
from charts.classes import value_classes
from charts.scenario import before_after, marked, marked_map, steps, tinted
from charts.table import html_table
from charts.theme import Captions, Figure, Theme
from data.areas import CITY
from indicators import catalogue
from indicators.energy import scenario as model
from indicators.energy.factors import DISTRICT_HEAT
from indicators.energy.heat import residential_heat
from indicators.selection import Selection
from locales import Language, number, percent, text
from pages.energy import files
from pages.energy.scenario_inputs import given_factors, measures
from pages.energy.subject import LIFE_CYCLE, TOTAL, Here, missing_areas
from pictures.map_parts import ground
from ui import frame, pictures
from ui.drawing import component
from ui.take_away import dialog
from ui.take_away.offers import Figures
from words import energy
from words.rows import districts
from words.sources import source_line

SAVED: Final = (2.5, 5.0, 7.5, 10.0, 20.0, 40.0)
"""Class breaks of saved emissions, percent."""
Mark = Callable[[Figure, str, Theme], Figure]
LOOK: Final = """<style>
.st-key-scenario{border:2px dashed %(accent)s;border-radius:8px;padding:1rem 1.1rem 1.2rem;background:%(ground)s}
.scenario{display:inline-block;font-weight:700;letter-spacing:.04em;color:%(ground)s;background:%(accent)s;
padding:.15rem .7rem;border-radius:4px}
</style><span class="scenario">%(badge)s</span>"""


def scenario(here: Here) -> Figures:
    """Sliders of measures, and what they would change in every district and the city."""
    lang, dataset = here.lang, here.dataset
    heat = residential_heat(dataset).dropna(subset=["value"])
    if heat.empty:
        frame.no_figures(here.view)
    period = str(heat["period"].max())
    theme = tinted(here.view.theme)
    with here.view.top:
        frame.note(text(lang, "This chapter shows your assumptions. Figures are in the other chapters."))
    with st.container(key="scenario"):
        badge = text(lang, "SCENARIO: what if? No forecast, no statistics")
        st.html(LOOK % {"accent": theme.accent, "ground": theme.background, "badge": escape(badge)})
        words = st.container()
        given = given_factors(lang)
        done = measures(lang, given)
        outcome = model.scenario(dataset, given, done, period)
        city = dict(
            zip(model.OUTCOME[1:], outcome.loc[outcome["area"] == CITY, model.OUTCOME[1:]].iloc[0], strict=True)
        )
        today = given.life_cycle[DISTRICT_HEAT]
        sentence = energy.scenario(lang, done, today, period, city)
        with words:
            frame.lead(sentence)
            pictures.key_figures(_key_figures(lang, city))
        rows = _rows(lang, outcome, here.names)
        shown = districts(rows)
        left, right = st.columns([6, 5], gap="large")
        with left:
            _map(here, shown, period, theme, sentence)
        with right:
            _steps(here, model.steps(dataset, given, done, period), period, theme, sentence)
        _bars(here, shown, period, theme, sentence)
        dialog.button(lang, dialog.BELOW)
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
    table = files.of_scenario(lang, dataset, outcome, here.names, done, today, period)
    indicators = tuple(catalogue.load()[id] for id in (TOTAL, LIFE_CYCLE))
    return Figures(table.title, indicators, (table,), Selection(indicators), maps=True)


def _key_figures(lang: Language, city: Mapping[str, float]) -> list[tuple[str, str, str | None]]:
    """The city's heat and emissions then, and against now below."""
    labels = {
        "heat": text(lang, "Heat in the scenario, MWh a year"),
        "emissions": text(lang, "Emissions in the scenario, t CO₂e a year"),
    }
    found: list[tuple[str, str, str | None]] = []
    for name, label in labels.items():
        change, now = percent(lang, city[f"{name}_percent"], signed=True), number(lang, city[name])
        against = text(lang, "{change} against {value} in the model", change=change, value=now)
        found.append((label, number(lang, city[f"{name}_then"]), against))
    return found


def _rows(lang: Language, outcome: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """The outcome of named areas, those that emit most first: with what pictures say of each."""
    rows = outcome[outcome["area"].isin(list(names))].sort_values("emissions", ascending=False, ignore_index=True)
    now, then = rows["emissions"], rows["emissions_then"]
    changes = [percent(lang, value, signed=True) for value in rows["emissions_percent"]]
    return rows.assign(
        name=rows["area"].map(names),
        shade=-rows["emissions_percent"],
        told=pd.Series([list(told) for told in zip(changes, now, then, strict=True)], index=rows.index),
        note=["" if known else text(lang, "no figure") for known in rows["emissions_percent"].notna()],
        today_label=[f"{number(lang, value)} t" for value in now],
        then_label=[f"{number(lang, value)} t ({change})" for value, change in zip(then, changes, strict=True)],
    )


def _captions(here: Here, title: str, subtitle: str) -> Captions:
    """Words of a picture of the scenario, whose title begins with that word."""
    said = catalogue.load()[LIFE_CYCLE]
    told = here.captions(text(here.lang, "Scenario: {title}", title=title), subtitle, "")
    return replace(told, source=source_line(here.lang, here.dataset, said))


def _place(here: Here, drawn: Figure, key: str, theme: Theme, alt: str, mark: Mark = marked) -> None:
    figure = mark(drawn, text(here.lang, "SCENARIO"), theme)
    component.draw(here.lang, figure, f"leipzig_scenario_{key}", alt, f"scenario-{key}")


def _map(here: Here, rows: pd.DataFrame, period: str, theme: Theme, alt: str) -> None:
    lang = here.lang
    saved = text(lang, "model {year}: {now} t CO₂e", year=period, now="%{customdata[1]:,.0f}")
    then = text(lang, "scenario: {then} t CO₂e", then="%{customdata[2]:,.0f}")
    drawn = choropleth.district_map(
        rows,
        value_classes(SAVED, [percent(lang, at, 0 if at == int(at) else 1) for at in SAVED], theme),
        missing_areas(lang, rows),
        f"<b>%{{text}}</b><br>{then} (%{{customdata[0]}})<br>{saved}%{{customdata[3]}}<extra></extra>",
        here.lit,
        ground(here.dataset, here.level, component.base_path()),
        _captions(here, text(lang, "saved emissions"), text(lang, "in % of today’s by the model, life cycle")),
        theme,
    )
    _place(here, drawn, "map", theme, alt, marked_map)


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
    subtitle = text(lang, "t CO₂e a year, whole city, one after the other")
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
    subtitle = text(lang, "t CO₂e; outline: model {year}, hatched: scenario", year=period)
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
            percent(lang, row["heat_percent"], signed=True),
            number(lang, row["emissions"]),
            number(lang, row["emissions_then"]),
            percent(lang, row["emissions_percent"], signed=True),
        ]
        for row in rows.to_dict("records")
    ]
    caption = text(lang, "Scenario against the model for {year}", year=period)
    st.html(html_table(caption, header, cells, [0]))
