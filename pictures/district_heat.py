"""Where dwellings have district heat, and what heats the whole city."""

from dataclasses import replace
from typing import Final

import pandas as pd

from charts import choropleth, ranking
from charts.classes import value_classes
from data.areas import CITY
from indicators.energy.factors import DISTRICT_HEAT, factors
from indicators.energy.heat import district_heat_share, dwellings
from locales import Language, number, percent, text
from pictures.map_parts import ground, missing_only
from pictures.picture import Drawn, Picture
from pictures.request import Request
from words import energy
from words.care import DOUBTFUL, doubts_counted, mark, values_told
from words.factors import carrier_name
from words.missing import why_missing
from words.sources import named_source, record_line

BREAKS: Final = (5.0, 20.0, 40.0, 60.0, 80.0)
"""Class breaks of shares of district heat, percent."""
CENSUS: Final = "zensus2011-wohnungen"


def shares(request: Request) -> pd.DataFrame:
    """Percent of dwellings with district heat in 2011, by area: area, name, period, connected, dwellings, shade,
    status, told, label, note."""
    lang, share = request.lang, district_heat_share(request.dataset)
    rows = dwellings(request.dataset).assign(shade=100 * share["value"], status=share["status"])
    rows["name"] = rows["area"].map({**request.names, CITY: "Leipzig"})
    pairs = list(zip(rows["shade"], rows["status"], strict=True))
    rows["label"] = [number(lang, value, 1) + mark(status) for value, status in pairs]
    counts = zip(rows["shade"], rows["connected"], rows["dwellings"], strict=True)
    rows["told"] = pd.Series([_told(lang, *counted) for counted in counts], index=rows.index)
    rows["note"] = [
        why_missing(lang, status) if pd.isna(value) else "".join(values_told(lang, {status})) for value, status in pairs
    ]
    return rows.sort_values("shade", ascending=False, ignore_index=True)


def _told(lang: Language, share: float, connected: float, every: float) -> list[str]:
    """What a tooltip of the map says: the percentage, and of how many dwellings."""
    counts = {"connected": number(lang, connected), "every": number(lang, every)}
    return [percent(lang, share), text(lang, "{connected} of {every} dwellings", **counts)]


def share_map(request: Request) -> Drawn:
    """The map of the shares in 2011, and where district heat ends."""
    lang, every = request.lang, shares(request)
    percents = dict(zip(every["area"], every["shade"], strict=True))
    needed = [CITY, *(area for pair in energy.EDGE for area in pair)]
    if not pd.Series([percents.get(area) for area in needed], dtype=float).notna().all():
        return text(lang, "The census of 2011 is not among the figures in force.")
    sentence = energy.district_heat(lang, percents, request.names, 100 * factors().dwellings[DISTRICT_HEAT])
    rows = every[every["area"].isin(request.dataset.codes(request.level))]
    doubts = doubts_counted(lang, int((rows["status"] == DOUBTFUL).sum()))
    figure = choropleth.district_map(
        rows,
        value_classes(BREAKS, [percent(lang, at, 0) for at in BREAKS], 1, request.theme),
        replace(missing_only(lang, rows), care="".join(doubts)),
        "<b>%{text}</b><br>%{customdata[0]}<br>%{customdata[1]}%{customdata[2]}<extra></extra>",
        request.lit,
        ground(request),
        request.captions(
            text(lang, "Dwellings with district heat 2011"),
            text(lang, "in % of all dwellings; census of 9 May 2011"),
            source=record_line(lang, request.dataset, CENSUS),
        ),
        request.theme,
    )
    return Picture("map", figure, sentence, "leipzig_district-heat_map_2011", rows)


def share_ranking(request: Request) -> Picture:
    """Bars of the shares in 2011, the largest on top."""
    lang, every = request.lang, shares(request)
    rows = every[every["area"].isin(list(request.areas))]
    source, notes = record_line(lang, request.dataset, CENSUS), values_told(lang, set(rows["status"]))
    title, subtitle = text(lang, "Ranking {period}", period="2011"), text(lang, "dwellings with district heat, in %")
    captions = request.captions(title, subtitle, notes, source)
    bars = rows.assign(value=rows["shade"]).dropna(subset=["value"])
    figure = ranking.ranking(bars, request.strongest, captions, request.theme)
    return Picture("ranking", figure, f"{title}, {subtitle}", "leipzig_district-heat_ranking_2011", bars)


def carriers(request: Request) -> Picture:
    """Bars of what heated the dwellings of the whole city in 2022."""
    lang, percents = request.lang, {id: 100 * share for id, share in factors().dwellings.items()}
    rows = [(id, carrier_name(lang, id), value, percent(lang, value)) for id, value in percents.items()]
    bars = pd.DataFrame(rows, columns=["area", "name", "value", "label"]).sort_values("value", ascending=False)
    source = next(entry.source for entry in factors().entries if entry.place == "dwellings.gas")
    title = text(lang, "What heats Leipzig’s dwellings, 2022")
    subtitle = text(lang, "in % of all dwellings of the whole city; census of 15 May 2022")
    captions = request.captions(title, subtitle, source=named_source(lang, request.dataset, source))
    figure = ranking.ranking(bars, [DISTRICT_HEAT], captions, request.theme)
    return Picture("carriers", figure, f"{title}, {subtitle}", "leipzig_carriers_2022", bars)
