"""Kinds of districts by their traits: a map in three colours, paler where a district is borderline."""

from typing import Final

import pandas as pd

from charts.choropleth import Legend
from charts.classes import blend
from charts.kinds_map import Kind, kinds_map
from charts.theme import Theme
from indicators import catalogue
from indicators.analysis import methods, store
from indicators.analysis.kinds import BORDERLINE, KINDS
from locales import Language, number, percent, text
from pictures.map_parts import ground
from pictures.picture import Drawn, Picture
from pictures.request import Request
from words.analysis.being_made import being_made
from words.analysis.kinds import kind_name, kinds_sentence
from words.phrases import bare, unit_once
from words.sources import source_line
from words.titles import titled

HOVER: Final = "<b>%{text}</b><br>%{customdata[0]}<br>%{customdata[1]}<br>%{customdata[2]}<extra></extra>"


def map_of_kinds(request: Request) -> Drawn:
    """Every district in the colour of its kind, in a paler one where it is borderline."""
    lang, dataset, theme = request.lang, request.dataset, request.theme
    rows, numbers = store.result(dataset, "kinds"), store.result(dataset, "kinds_number")
    if rows is None or numbers is None:
        return being_made(lang, failed=store.failed(dataset, "kinds") or store.failed(dataset, "kinds_number"))
    names, drawn = dataset.names["ortsteil"], _drawn(request, rows)
    title = text(lang, "Kinds of districts by their traits")
    subtitle = text(lang, "k-means of seven traits; paler: borderline, about as near to another kind")
    known = catalogue.load()
    traits = [known[id] for id in methods.load()["kinds"].indicators]
    captions = request.captions(title, subtitle, source=source_line(lang, dataset, *traits))
    legend = Legend(text(lang, "Above each colour: the number of districts in it"), "", "")
    figure = kinds_map(drawn, _kinds(lang, theme), legend, HOVER, request.lit, ground(request), captions, theme)
    return Picture("kinds", figure, kinds_sentence(lang, rows, numbers, names), "leipzig_kinds", rows)


def _drawn(request: Request, rows: pd.DataFrame) -> pd.DataFrame:
    lang, borderline = request.lang, rows["silhouette"] < BORDERLINE
    told = [
        [
            text(lang, "{kind}, borderline", kind=kind_name(lang, kind)) if doubtful else kind_name(lang, kind),
            text(lang, "silhouette {value}", value=number(lang, silhouette, 2)),
            text(lang, "stays of its kind in {share} of the samples", share=percent(lang, stays, 0)),
        ]
        for kind, doubtful, silhouette, stays in zip(
            rows["kind"], borderline, rows["silhouette"], rows["stays"], strict=True
        )
    ]
    return pd.DataFrame(
        {
            "area": rows["area"],
            "name": rows["area"].map(request.dataset.names["ortsteil"]),
            "shade": 2 * rows["kind"].map(KINDS.index) + borderline,
            "told": pd.Series(told, rows.index),
            "note": "",
        }
    )


def _kinds(lang: Language, theme: Theme) -> list[Kind]:
    names = (text(lang, "inner<br>city"), text(lang, "large<br>estates"), text(lang, "edge of<br>the city"))
    found = []
    for name, colour in zip(names, (theme.lines[0], theme.lines[1], theme.lines[2]), strict=True):
        pale = blend((colour, theme.background), 3)[1]
        found += [Kind(name, colour), Kind(text(lang, "border-<br>line"), pale)]
    return found


def means(request: Request, rows: pd.DataFrame) -> list[list[str]]:
    """Of every trait: its name with its unit, and its mean over the districts of each kind."""
    lang, known = request.lang, catalogue.load()
    traits = methods.load()["kinds"].indicators
    of_kind = {kind: rows.loc[rows["kind"] == kind, [*traits]].mean() for kind in KINDS}
    return [
        [
            titled(lang, known[id], unit_once(lang, known[id])),
            *(bare(lang, known[id], float(of_kind[kind][id])) for kind in KINDS),
        ]
        for id in traits
    ]


def members(request: Request, rows: pd.DataFrame) -> list[list[str]]:
    """Of every district: its name, kind, silhouette, and how often it stays of its kind."""
    lang, drawn = request.lang, _drawn(request, rows)
    ordered = rows.assign(name=drawn["name"], first=[told[0] for told in drawn["told"]]).sort_values(["kind", "name"])
    return [
        [name, first, number(lang, silhouette, 2), percent(lang, stays, 0)]
        for name, first, silhouette, stays in zip(
            ordered["name"], ordered["first"], ordered["silhouette"], ordered["stays"], strict=True
        )
    ]
