"""The chapters of the energy page about the model: where heat is used, and what changed; and what chapters share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from charts import energy, energy_words, ranking
from charts.changes import all_moved, moved, value_rows
from charts.choropleth import Ground
from charts.theme import Captions, config
from charts.timeline import Line
from charts.words import amount, change_sentence
from data.areas import CITY, Level
from data.store import Dataset
from indicators import catalogue
from indicators.catalogue import Indicator
from indicators.energy_uncertainty import heat_band
from indicators.values import values
from locales import Language, number, plotly_separators, text
from ui import address, controls, downloads, energy_files, frame, maps, pictures, places
from ui.pictures import Chosen

TOTAL: Final = "residential_heat"
PER_RESIDENT: Final = "residential_heat_per_resident"
PER_M2: Final = "residential_heat_per_m2"
LIFE_CYCLE: Final = "heating_emissions_per_resident"
DIRECT: Final = "heating_emissions_direct_per_resident"
LIMITS: Final = ["area", "period", "low", "high"]


@dataclass(frozen=True)
class Here:
    """What every chapter needs: language, figures, the places for its leading sentence and for a control of its own,
    level and areas set off, and all that has been chosen so far.
    """

    lang: Language
    dataset: Dataset
    top: DeltaGenerator
    controls: DeltaGenerator
    level: Level
    lit: tuple[str, ...]
    choices: Mapping[str, str]

    @property
    def names(self) -> dict[str, str]:
        """Name by code of the level's areas and the city."""
        return {**self.dataset.names[self.level], CITY: "Leipzig"}

    @property
    def parts(self) -> str:
        """What the areas are called after `of its 63 …`."""
        return text(self.lang, "districts (of)") if self.level == "ortsteil" else text(self.lang, "boroughs (of)")

    def captions(self, title: str, subtitle: str, source: str) -> Captions:
        """The words of a picture of no declared indicator."""
        told = text(self.lang, "Source: {source} · data version {version}", source=source, version=self.dataset.version)
        return Captions(title, subtitle, told, plotly_separators(self.lang))

    def ground(self) -> Ground:
        """Where the browser fetches the boundaries."""
        base = st.get_option("server.baseUrlPath").strip("/")
        path = f"{f'/{base}' if base else ''}/api/v1/areas.geojson?version={self.dataset.version}&level="
        return Ground(path + self.level, path + "stadtbezirk", *self.dataset.extent)


def chapter(lang: Language) -> str:
    """Which chapter is open."""
    names = {
        "where": text(lang, "Where heat is used"),
        "made": text(lang, "How it is made"),
        "changed": text(lang, "What changed"),
        "cars": text(lang, "Electric vehicles"),
        "scenario": text(lang, "Scenario"),
    }
    key = address.one("chapter", names, "where")
    chosen = st.segmented_control(
        text(lang, "Chapter"), list(names), format_func=names.__getitem__, required=True, key=key
    )
    return chosen or "where"


def quantity(here: Here) -> Indicator:
    """Which modelled indicator is shown; beside the other controls."""
    lang = here.lang
    names = {
        PER_M2: text(lang, "Heat per m²"),
        PER_RESIDENT: text(lang, "Heat per resident"),
        TOTAL: text(lang, "Heat in all"),
        LIFE_CYCLE: text(lang, "CO₂ per resident, life cycle"),
        DIRECT: text(lang, "CO₂ per resident, direct"),
    }
    key = address.one("heat", names, PER_M2)
    with here.controls:
        chosen = st.selectbox(text(lang, "Modelled"), list(names), format_func=names.__getitem__, key=key)
    return catalogue.load()[chosen]


def where_heat_is_used(here: Here) -> dict[str, str]:
    """The map of one year's modelled heat or emissions, its ranking, its limits."""
    lang, names, indicator = here.lang, here.names, quantity(here)
    figures, chosen, periods = figures_of(here, indicator)
    between = st.container()
    left, right = st.columns([6, 5], gap="large")
    with left:
        year = maps.value_map(chosen, here.level, periods, here.lit)
    rows = value_rows(lang, indicator, figures, names, year)
    limits = _limits(here.dataset, indicator)
    with right:
        _ranking(here, chosen, rows, limits, year)
    with here.top:
        frame.lead(energy_words.where(lang, indicator, year, rows, _at(limits, year)))
        _caution(lang)
    with between:
        pictures.key_figures(_key_figures(here, year))
    st.subheader(text(lang, "The figures"), anchor=False)
    _downloads(chosen, figures, limits, names)
    frame.footer(lang, here.dataset, indicator)
    return {"heat": indicator.id, "year": year}


def what_changed(here: Here) -> dict[str, str]:
    """The change of a modelled indicator over all its years, and the city's line inside its limits."""
    lang, names, indicator = here.lang, here.names, quantity(here)
    figures, chosen, _ = figures_of(here, indicator)
    rows = pictures.changes(chosen, figures, names)
    districts = rows[rows["area"] != CITY]
    city = moved(rows, CITY, "Leipzig", text(lang, "Leipzig"))
    sentence = change_sentence(lang, indicator, chosen.span, city, None, all_moved(districts), here.parts)
    with here.top:
        frame.lead(sentence)
        _caution(lang)
        frame.note(
            text(
                lang,
                "Modelled heat changes with living space and new buildings only. What renovation, weather, prices and "
                "habits changed is not in it.",
            )
        )
    left, right = st.columns([6, 5], gap="large")
    limits = _limits(here.dataset, indicator)
    with left:
        maps.change_map(chosen, districts, here.level, here.lit, sentence)
    with right:
        if limits.empty:
            pictures.ranking_chart(chosen, rows, [*here.lit, CITY], sentence)
        else:
            _band(chosen, figures, limits, sentence)
    st.subheader(text(lang, "The figures"), anchor=False)
    _downloads(chosen, figures, limits, names)
    pictures.change_table(chosen, rows, here.lit)
    frame.footer(lang, here.dataset, indicator)
    return {"heat": indicator.id}


def electric_cars(here: Here) -> dict[str, str]:
    """The share of electric vehicles, on a map and over time."""
    lang, names, indicator = here.lang, here.names, catalogue.load()["electric_car_share"]
    figures, chosen, periods = figures_of(here, indicator)
    rows = pictures.changes(chosen, figures, names)
    city = moved(rows, CITY, "Leipzig", text(lang, "Leipzig"))
    moves = all_moved(rows[rows["area"] != CITY])
    sentence = change_sentence(lang, indicator, chosen.span, city, None, moves, here.parts)
    with here.top:
        frame.lead(sentence)
    left, right = st.columns([6, 5], gap="large")
    with left:
        year = maps.value_map(chosen, here.level, periods, here.lit)
    with right:
        counted = figures[figures["period"].isin(periods)]
        pictures.lines_chart(chosen, counted, _lines(here), index=False, alt=sentence)
    st.subheader(text(lang, "The figures"), anchor=False)
    downloads.csv_downloads(chosen, figures, names)
    pictures.change_table(chosen, rows, here.lit)
    frame.footer(lang, here.dataset, indicator)
    return {"year": year}


def figures_of(here: Here, indicator: Indicator) -> tuple[pd.DataFrame, Chosen, list[str]]:
    """An indicator's values, what is chosen of it (all its years), and its periods; ends the page without any."""
    figures = values(here.dataset, indicator)
    periods = controls.periods(figures, list(here.names))
    if not periods:
        frame.no_figures(here.lang, here.top, here.choices)
    return figures, Chosen(here.lang, here.dataset, indicator, periods[0], periods[-1]), periods


def bars(rows: pd.DataFrame, lit: Sequence[str], key: str, captions: Captions, name: str) -> None:
    """Bars from the largest down. rows: area, name, value, label, and, for tooltips, below; name: of the file."""
    drawn = rows.dropna(subset=["value"]).sort_values("value", ascending=False)
    below = drawn["below"].tolist() if "below" in drawn else []
    figure = ranking.ranking(drawn, lit, captions, frame.theme(), below)
    with st.container(height=600 if len(drawn) > 24 else "content", border=False):
        st.plotly_chart(figure, theme=None, config=config(name), key=key, alt=f"{captions.title}, {captions.subtitle}")


def _ranking(here: Here, chosen: Chosen, rows: pd.DataFrame, limits: pd.DataFrame, year: str) -> None:
    lang, indicator = here.lang, chosen.indicator
    # A count of the whole city would leave no room for its districts.
    listed = rows[(rows["area"] != CITY) | (indicator.id != TOTAL)]
    labels = [number(lang, value, indicator.decimals) for value in listed["shade"]]
    title = text(lang, "Ranking {period}", period=year)
    subtitle = text(lang, "{title}, in {unit}", title=indicator.title[lang], unit=indicator.unit[lang])
    told = pictures.captions(chosen, title, subtitle)
    own = limits[limits["period"] == year].set_index("area")
    below = [_below(lang, indicator, own, area) for area in listed["area"]]
    drawn = listed.assign(value=listed["shade"], label=labels, below=below)
    bars(drawn, [*here.lit, CITY], "ranking", told, chosen.file("ranking", year))


def _below(lang: Language, indicator: Indicator, limits: pd.DataFrame, area: str) -> str:
    """What a tooltip says below a modelled figure: that it is one, and its limits."""
    told = text(lang, "modelled, not measured")
    if area not in limits.index:
        return told
    low, high = (number(lang, float(limits.at[area, end]), indicator.decimals) for end in ("low", "high"))
    return f"{told}<br>{text(lang, 'limits {low} to {high}', low=low, high=high)}"


def _band(chosen: Chosen, figures: pd.DataFrame, limits: pd.DataFrame, alt: str) -> None:
    lang, indicator = chosen.lang, chosen.indicator
    own = figures[figures["area"] == CITY].merge(limits, on=["area", "period"]).sort_values("period")
    title = text(lang, "{title}: Leipzig", title=indicator.title[lang])
    subtitle = text(lang, "in {unit}; shaded: limits of what the model may miss", unit=indicator.unit[lang])
    told = text(lang, "{value} (limits {low} to {high}), modelled", value="{value}", low="{low}", high="{high}")
    captions = pictures.captions(chosen, title, subtitle)
    figure = energy.band_line(own, captions, frame.theme(), indicator.decimals, told)
    st.plotly_chart(figure, theme=None, config=config(chosen.file("limits")), key="limits", alt=alt)


@lru_cache(maxsize=16)
def _limits(dataset: Dataset, indicator: Indicator) -> pd.DataFrame:
    """The limits of modelled heat in the indicator's unit, columns `LIMITS`; none for emissions."""
    if indicator.id not in (TOTAL, PER_RESIDENT, PER_M2):
        return pd.DataFrame(columns=LIMITS)
    band = heat_band(dataset).merge(values(dataset, indicator), on=["area", "period"], suffixes=("_heat", ""))
    times = band["value"] / band["value_heat"]
    return band.assign(low=band["low"] * times, high=band["high"] * times)[LIMITS]


def _at(limits: pd.DataFrame, period: str) -> tuple[float, float] | None:
    """The city's limits in a period."""
    found = limits[(limits["area"] == CITY) & (limits["period"] == period)]
    return None if found.empty else (float(found["low"].iloc[0]), float(found["high"].iloc[0]))


def _key_figures(here: Here, year: str) -> list[tuple[str, str, str | None]]:
    """The city's heat and emissions in one year, with the limits of heat."""
    found: list[tuple[str, str, str | None]] = []
    for id in (TOTAL, PER_RESIDENT, LIFE_CYCLE):
        indicator = catalogue.load()[id]
        own = values(here.dataset, indicator)
        value = float(own.loc[(own["area"] == CITY) & (own["period"] == year), "value"].sum(min_count=1))
        limits = _at(_limits(here.dataset, indicator), year)
        # A million megawatt hours is more than a model knows to the last digit.
        per = 1000 if id == TOTAL else 1
        shown = text(here.lang, "{n} GWh a year", n=number(here.lang, value / per))
        told = None
        if limits is not None:
            low, high = (number(here.lang, limit / per, indicator.decimals) for limit in limits)
            told = text(here.lang, "limits {low} to {high}", low=low, high=high)
        shown = shown if id == TOTAL else amount(here.lang, indicator, value)
        found.append((f"{indicator.title[here.lang]} {year}", shown, told))
    return found


def _caution(lang: Language) -> None:
    frame.note(
        text(
            lang,
            "Modelled, not measured: nobody publishes metered energy of a district. What is assumed and how far off it "
            "may be: docs/energy-model.md.",
        )
    )


def _lines(here: Here) -> list[Line]:
    theme = frame.theme()
    if here.lit:
        return places.lines(here.lit, here.names, theme)
    return places.background(here.dataset.codes("stadtbezirk"), places.all_names(here.lang, here.dataset), theme)


def _downloads(chosen: Chosen, figures: pd.DataFrame, limits: pd.DataFrame, names: Mapping[str, str]) -> None:
    """Files of a modelled indicator over all its years; those of heat have its limits beside each value."""
    if limits.empty:
        downloads.csv_downloads(chosen, figures, names)
    else:
        shown = figures[figures["area"].isin(list(names))]
        energy_files.with_limits(chosen, shown, limits, names)
