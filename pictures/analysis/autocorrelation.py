"""Whether districts resemble their neighbours: Moran's I over the years, where like lies beside like, and who
neighbours whom."""

from dataclasses import replace
from typing import Final

import pandas as pd

from charts import timeline
from charts.choropleth import Legend
from charts.kinds_map import Kind, kinds_map
from charts.links_map import links_map
from charts.theme import Theme
from charts.timeline import Line
from indicators.places.neighbours import neighbours
from locales import Language, number, percent, plural, text
from pictures.analysis.result_lines import breaks_told, line, rows_of
from pictures.map_parts import ground
from pictures.picture import Drawn, Picture
from pictures.request import Request
from words.analysis.autocorrelation import (
    DECIMALS,
    clusters_sentence,
    kind_name,
    links_sentence,
    measured_in,
    resemblance_sentence,
)
from words.change import amount
from words.sources import boundaries_line

ORDER: Final = ("low-low", "low-high", "", "high-low", "high-high")
"""Of kinds on the scale."""
HOVER: Final = "<b>%{text}</b><br>%{customdata[0]}<br>%{customdata[1]}<br>%{customdata[2]}<extra></extra>"


def resemblance_over_time(request: Request) -> Drawn:
    """Moran's I, and what dealing the values at random gives."""
    rows = rows_of(request, "neighbours")
    if isinstance(rows, str):
        return rows
    lang, theme = request.lang, request.theme
    own = line(rows, "own", rows["moran"])
    chance = line(rows, "chance", rows["by_chance"]).assign(low=rows["chance_low"], high=rows["chance_high"])
    lines = [
        Line("chance", text(lang, "by chance"), theme.muted, 2.0),
        Line("own", text(lang, "Moran’s I"), theme.accent, 3.0),
    ]
    title = text(lang, "{indicator}: do neighbours resemble each other", indicator=request.indicator.title[lang])
    subtitle = text(
        lang, "Moran’s I, 0 by chance, 1 alike; shaded: nine of ten reshuffles of the values to the districts"
    )
    if rows["start"].iloc[0]:
        subtitle = text(
            lang,
            "Moran’s I of the growth in the six years before; shaded: nine of ten reshuffles of the values "
            "to the districts",
        )
    drawn = pd.concat([own, chance], ignore_index=True)
    captions = request.captions(title, subtitle)
    figure = timeline.timeline(drawn, lines, breaks_told(request, rows), captions, theme, DECIMALS)
    return request.picture("neighbours", figure, resemblance_sentence(lang, request.indicator, rows), rows)


def clusters_map(request: Request) -> Drawn:
    """The districts that are told apart from chance with their surroundings, after the control of false discoveries."""
    rows = rows_of(request, "clusters")
    if isinstance(rows, str):
        return rows
    lang, dataset, indicator = request.lang, request.dataset, request.indicator
    names = dataset.names["ortsteil"]
    drawn = _drawn(request, rows, names)
    when = measured_in(lang, indicator, rows["start"].iloc[0], rows["period"].iloc[0])
    title = text(lang, "{what}: where like lies beside like", what=when)
    subtitle = text(lang, "District against the mean of all, then the mean of its neighbours; 5% false ones at most")
    found = rows.loc[rows["kind"] != "", "area"].tolist()
    around = replace(ground(request), named=(*reversed(request.lit), *found))
    captions = request.captions(title, subtitle)
    kinds = _kinds(lang, request.theme)
    figure = kinds_map(drawn, kinds, _legend(lang, drawn), HOVER, request.lit, around, captions, request.theme)
    sentence = clusters_sentence(lang, indicator, rows, names)
    return request.picture("clusters", figure, sentence, rows, rows["period"].iloc[0])


def _drawn(request: Request, rows: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    lang, indicator, change = request.lang, request.indicator, bool(rows["start"].iloc[0])

    def told(value: float) -> str:
        if not change:
            return amount(lang, indicator, value)
        return text(lang, "{percent} a year", percent=percent(lang, value, 1, signed=True))

    figures = zip(rows["kind"], rows["value"], rows["around"], strict=True)
    return pd.DataFrame(
        {
            "area": rows["area"],
            "name": rows["area"].map(names),
            "shade": rows["kind"].map(ORDER.index).where(rows["p"].notna()),
            "told": [
                [kind_name(lang, kind), told(own), text(lang, "its neighbours: {value}", value=told(around))]
                for kind, own, around in figures
            ],
            "note": ["" if known else text(lang, "no figure") for known in rows["p"].notna()],
        }
    )


def _kinds(lang: Language, theme: Theme) -> list[Kind]:
    names = {
        "low-low": text(lang, "low<br>among<br>low"),
        "low-high": text(lang, "low<br>among<br>high"),
        "": text(lang, "not told<br>from<br>chance"),
        "high-low": text(lang, "high<br>among<br>low"),
        "high-high": text(lang, "high<br>among<br>high"),
    }
    colours = (theme.falling[3], theme.falling[1], theme.steady, theme.rising[1], theme.rising[3])
    return [Kind(names[kind], colour) for kind, colour in zip(ORDER, colours, strict=True)]


def _legend(lang: Language, drawn: pd.DataFrame) -> Legend:
    missing = int(drawn["shade"].isna().sum())
    absent = plural(lang, "no value: {n} area", "no value: {n} areas", missing) if missing else ""
    return Legend(text(lang, "Above each colour: the number of districts in it"), "", absent)


def neighbours_map(request: Request) -> Picture:
    """Every two districts whose borders touch, joined by a line."""
    lang, dataset = request.lang, request.dataset
    known = neighbours(dataset, "ortsteil")
    links = [(one, other) for one, others in known.items() for other in others if one < other]
    title = text(lang, "Who neighbours whom")
    subtitle = text(lang, "a line: their borders touch, be it in a point; all neighbours of a district count alike")
    captions = request.captions(title, subtitle, source=boundaries_line(lang, dataset))
    names = dataset.names["ortsteil"]
    figure = links_map(names, links, ground(request), captions, request.theme)
    sentence = links_sentence(lang, len(links), len(names))
    return Picture("links", figure, sentence, "leipzig_neighbours", pd.DataFrame(links, columns=["area", "neighbour"]))


def cluster_rows(request: Request, rows: pd.DataFrame) -> list[list[str]]:
    """Of every district that is told apart from chance: name, kind, value, mean of its neighbours, adjusted p."""
    names = request.dataset.names["ortsteil"]
    found = rows[rows["kind"] != ""].sort_values(["kind", "p"])
    if found.empty:
        return []
    drawn = _drawn(request, found, names)
    adjusted = [number(request.lang, p, 3) for p in found["p_adjusted"]]
    return [
        [name, kind, own, around.partition(": ")[2], p]
        for name, (kind, own, around), p in zip(drawn["name"], drawn["told"], adjusted, strict=True)
    ]
