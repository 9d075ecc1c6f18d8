"""The chapter of the energy page about supply: where dwellings have district heat, and what heats the whole city."""

from dataclasses import replace
from typing import Final

import pandas as pd
import streamlit as st

from charts import choropleth
from charts.classes import value_classes
from charts.labels import with_notes
from data.areas import CITY
from indicators import catalogue
from indicators.energy.factors import DISTRICT_HEAT, factors
from indicators.energy.heat import district_heat_share, dwellings
from indicators.selection import Selection
from locales import Language, number, percent, text
from pages.energy import files
from pages.energy.subject import Here, bars, missing_areas
from pictures import places
from pictures.map_parts import ground
from ui import frame
from ui.drawing import component
from ui.take_away import dialog
from ui.take_away.offers import Figures
from words import energy
from words.care import DOUBTFUL, doubts_counted, mark, values_told
from words.missing import why_missing
from words.rows import districts

BREAKS: Final = (5.0, 20.0, 40.0, 60.0, 80.0)
"""Class breaks of shares of district heat, percent."""
CENSUS: Final = "zensus2011-wohnungen"


def how_it_is_made(here: Here) -> Figures:
    """Where dwellings had district heat in 2011, and what heats the whole city."""
    lang, dataset = here.lang, here.dataset
    every = _shares(here, {**places.all_names(lang, dataset), CITY: "Leipzig"})
    percents = dict(zip(every["area"], every["shade"], strict=True))
    needed = [CITY, *(area for pair in energy.EDGE for area in pair)]
    if not pd.Series([percents.get(area) for area in needed], dtype=float).notna().all():
        frame.end_early(here.view, text(lang, "The census of 2011 is not among the figures in force."))
    names = dict(zip(every["area"], every["name"], strict=True))
    sentence = energy.district_heat(lang, percents, names, 100 * factors().dwellings[DISTRICT_HEAT])
    with here.view.top:
        frame.lead(sentence)
    rows = every[every["area"].isin(list(here.names))]
    left, right = st.columns([6, 5], gap="large")
    with left:
        _map(here, districts(rows), sentence)
    with right:
        title = text(lang, "Ranking {period}", period="2011")
        captions = here.captions(title, text(lang, "dwellings with district heat, in %"), _census(here))
        captions = with_notes(captions, values_told(lang, set(rows["status"])))
        drawn = rows.assign(value=rows["shade"])
        bars(here, drawn, [*here.lit, CITY], "ranking", captions, "leipzig_district-heat_ranking_2011")
    dialog.button(lang, dialog.BELOW)
    _carriers(here)
    frame.note(
        text(
            lang,
            "The census of 2011 says how a dwelling is heated, not with what: apart from district heat, the carrier is "
            "known for the whole city only, from the census of 2022. Counts of 2011 are of cells of 100 m, in which "
            "counts below 3 are left out.",
        )
    )
    table = files.of_dwellings(lang, dataset, rows)
    indicator = catalogue.load()["district_heating_share"]
    return Figures(table.title, (indicator,), (table,), Selection((indicator,)), maps=True)


def _shares(here: Here, names: dict[str, str]) -> pd.DataFrame:
    """Percent of dwellings with district heat, by area: area, name, shade, told, label, note."""
    lang, share = here.lang, district_heat_share(here.dataset)
    rows = dwellings(here.dataset).assign(shade=100 * share["value"], status=share["status"])
    rows["name"] = rows["area"].map(names)
    rows["told"] = rows[["shade", "connected", "dwellings"]].to_numpy().tolist()
    pairs = list(zip(rows["shade"], rows["status"], strict=True))
    rows["label"] = [number(lang, value, 1) + mark(status) for value, status in pairs]
    rows["note"] = [
        why_missing(lang, status) if pd.isna(value) else "".join(values_told(lang, {status})) for value, status in pairs
    ]
    return rows.sort_values("shade", ascending=False, ignore_index=True)


def _map(here: Here, rows: pd.DataFrame, alt: str) -> None:
    lang, theme = here.lang, here.view.theme
    classes = value_classes(BREAKS, [percent(lang, at, 0) for at in BREAKS], theme)
    counted = text(
        lang, "{connected} of {every} dwellings", connected="%{customdata[1]:,.0f}", every="%{customdata[2]:,.0f}"
    )
    figure = choropleth.district_map(
        rows,
        classes,
        replace(missing_areas(lang, rows), care="".join(doubts_counted(lang, int((rows["status"] == DOUBTFUL).sum())))),
        f"<b>%{{text}}</b><br>%{{customdata[0]:,.1f}} %<br>{counted}%{{customdata[3]}}<extra></extra>",
        here.lit,
        ground(here.dataset, here.level, component.base_path()),
        here.captions(
            text(lang, "Dwellings with district heat 2011"),
            text(lang, "in % of all dwellings; census of 9 May 2011"),
            _census(here),
        ),
        theme,
    )
    component.draw(lang, figure, "leipzig_district-heat_map_2011", alt, "map")


def _carriers(here: Here) -> None:
    """What heated the dwellings of the whole city in 2022."""
    lang = here.lang
    shares = factors().dwellings
    rows = pd.DataFrame({"area": list(shares), "value": [100 * share for share in shares.values()]})
    rows["name"] = [carrier_name(lang, carrier) for carrier in rows["area"]]
    rows["label"] = [percent(lang, value) for value in rows["value"]]
    captions = here.captions(
        text(lang, "What heats Leipzig’s dwellings, 2022"),
        text(lang, "in % of all dwellings of the whole city; census of 15 May 2022"),
        next(entry.source for entry in factors().entries if entry.place == "dwellings.gas"),
    )
    bars(here, rows, [DISTRICT_HEAT], "carriers", captions, "leipzig_carriers_2022")


def carrier_name(lang: Language, carrier: str) -> str:
    """A carrier of energy in words."""
    return {
        "district_heat": text(lang, "District heat"),
        "gas": text(lang, "Gas"),
        "oil": text(lang, "Oil"),
        "coal": text(lang, "Coal"),
        "wood": text(lang, "Wood"),
        "biogas": text(lang, "Biomass, biogas"),
        "heat_pump": text(lang, "Heat pump, solar, geothermal"),
        "electricity": text(lang, "Electricity"),
        "none": text(lang, "No heating"),
    }[carrier]


def _census(here: Here) -> str:
    record = here.dataset.sources.get(CENSUS, {})
    return f"{record.get('attribution', '')} ({record.get('licence', '')})"
