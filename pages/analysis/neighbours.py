"""Do neighbours resemble each other: one indicator's autocorrelation over the years and on the map."""

import streamlit as st

from charts.html import tag
from charts.table import html_table
from exports import links
from indicators.catalogue import Indicator
from locales import text
from pages.analysis.choice import Chosen, one_indicator, one_with
from pictures.analysis.autocorrelation import cluster_rows
from pictures.picture import Picture
from pictures.request import Request
from ui import frame, pictures
from ui.drawing import tables
from ui.view import View

DEFAULT = "population"


def choose(view: View) -> Chosen:
    """Of which indicator."""
    return one_indicator(view, one_with(view, "neighbours", DEFAULT))


def place(view: View, chosen: Chosen) -> list[Indicator]:
    """Places answer, pictures and table; returns the indicators behind them."""
    request = chosen.request
    drawn = pictures.draw("neighbours", request)
    if isinstance(drawn, Picture):
        with view.top:
            frame.lead(drawn.sentence)
    clusters = pictures.draw("clusters", request)
    if isinstance(clusters, Picture):
        frame.said(clusters.sentence)
        _table(view, request, clusters)
    _weights(view, request)
    return [request.indicator]


def _table(view: View, request: Request, clusters: Picture) -> None:
    """The districts that are told apart from chance, and the file of all."""
    lang = view.lang
    if rows := cluster_rows(request, clusters.table):
        header = [
            text(lang, "District"),
            text(lang, "Surroundings"),
            text(lang, "Value"),
            text(lang, "Mean of its neighbours"),
            text(lang, "p, adjusted"),
        ]
        tables.place(
            html_table(text(lang, "Districts told apart from chance with their surroundings"), header, rows, [])
        )
    _file(view, "clusters", request.indicator)


def _weights(view: View, request: Request) -> None:
    """Who neighbours whom, with its file."""
    drawn = pictures.draw("links", request)
    if isinstance(drawn, Picture):
        frame.said(drawn.sentence)
    where = links.api("neighbours.gal", version=view.dataset.version)
    _link(text(view.lang, "Neighbours for statistics programs (GAL)"), where)


def _file(view: View, result: str, indicator: Indicator) -> None:
    where = links.api("analysis.csv", result=result, indicator=indicator.id, version=view.dataset.version)
    _link(text(view.lang, "All districts with their p (CSV)"), where)


def _link(label: str, where: str) -> None:
    st.html(tag("p", tag("a", label, href=where), class_="small"))
