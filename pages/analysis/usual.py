"""Leipzig West beside what was usual: beside the rest of the city, and beside its synthetic twin."""

from functools import partial
from typing import Final

import pandas as pd
import streamlit as st

from charts.table import html_table
from exports import links
from exports.area_ids import identified
from indicators.analysis import methods
from indicators.analysis.event_study import SINCE
from indicators.analysis.synthetic_control import dividing_years
from indicators.catalogue import Indicator
from indicators.figures.reader_groups import OwnGroup, written
from indicators.selection import Selection
from locales import number, text
from pages.analysis.choice import Chosen, one_of
from pictures import places
from pictures.analysis.usual import group, is_under_way, of_request, programmes, since
from pictures.picture import Picture
from pictures.request import Request
from ui import controls, frame, own_groups, pictures
from ui.drawing import tables
from ui.take_away.offers import Figures, Table
from ui.view import View
from words.analysis.usual import DECIMALS, coincides, twin_of

AGAIN: Final = 0.1
"""Seconds after which a page looks again for what is being computed for its reader."""


def choose(view: View) -> Chosen:
    """Of which indicator, of which group, and from which year on."""
    lang, offered = view.lang, methods.load()["usual"].indicators
    indicator = one_of(view, offered, offered[0])
    with controls.row():
        name, members = own_groups.select(lang, own_groups.current(view.dataset))
        years = dividing_years(view.dataset, indicator)
        first = controls.select(
            text(lang, "Before and from"), "since", dict(zip(years, years, strict=True)), SINCE, 140
        )
    own = (OwnGroup(places.GROUP, name, members),)
    request = pictures.request(view, Selection((indicator,), own=own, start=first, end=years[-1]))
    return Chosen(request, (indicator.title[lang], name, text(lang, "from {year} on", year=first)))


def place(view: View, chosen: Chosen) -> list[Indicator] | Figures:
    """Places answer, pictures and tables; returns the indicators behind them, and the tables as files."""
    request, indicator = chosen.request, chosen.request.indicator
    if is_under_way(request):
        pictures.draw("event study", request)
        _awaited(request)
        return [indicator]
    drawn = pictures.draw("event study", request)
    if isinstance(drawn, Picture):
        with view.top:
            frame.lead(drawn.sentence)
            if context := [one for one in programmes(request) if one.last >= drawn.table["period"].iloc[0]]:
                frame.said(coincides(view.lang, context))
                frame.behind(text(view.lang, "Why no effect is stated"), methods.load()["usual"].unsaid[view.lang])
        _twin(request)
        _by_year(request, drawn)
        return _offered(request)
    return [indicator]


@st.fragment(run_every=AGAIN)
def _awaited(request: Request) -> None:
    """Runs the page again once everything is there."""
    if not is_under_way(request):
        st.rerun()


def _twin(request: Request) -> None:
    drawn = pictures.draw("synthetic twin", request)
    if isinstance(drawn, Picture):
        frame.said(drawn.sentence)
        gaps = pictures.draw("placebo gaps", request)
        if isinstance(gaps, Picture):
            frame.note(twin_of(request.lang, gaps.table, request.dataset.all_names))


def _by_year(request: Request, drawn: Picture) -> None:
    """The table behind the picture, newest year first."""
    lang, name = request.lang, group(request)
    columns = ("own", "rest", "difference", "low", "high")
    header = [
        text(lang, "Year"),
        name,
        text(lang, "Rest of the city"),
        text(lang, "Difference"),
        text(lang, "usual from"),
        text(lang, "usual to"),
    ]
    rows = [
        [row["period"], *(number(lang, row[column], DECIMALS, signed=True) for column in columns)]
        for row in drawn.table.to_dict("records")[::-1]
    ]
    tables.place(html_table(text(lang, "Year by year, in points"), header, rows, (), in_order=True))


def _offered(request: Request) -> Figures:
    """The results behind the pictures, each at its lasting address."""
    lang, indicator, name = request.lang, request.indicator, group(request)
    titles = {
        "event_study": text(lang, "Year by year, in points"),
        "event_spans": text(lang, "Before and after, in points a year"),
        "synthetic_control": text(lang, "Synthetic twins of the group and of each other district"),
    }
    found = {result: of_request(request, result) for result in titles}
    tables = [
        _file(request, result, titles[result], rows) for result, rows in found.items() if not isinstance(rows, str)
    ]
    title = text(lang, "{indicator}: {group} beside what was usual", indicator=indicator.title[lang], group=name)
    return Figures(title, (indicator,), tuple(tables), Selection((indicator,)))


def _file(request: Request, result: str, title: str, rows: pd.DataFrame) -> Table:
    indicator, own = request.indicator.id, own_groups.current(request.dataset)
    id, _ = own_groups.selected(request.lang, own)
    mine = [one for one in own if one.id == id]
    whose = {"group": written(mine)} if mine else {"area": id}
    choice = {"result": result, "indicator": indicator, **whose, "since": since(request)}
    where = links.api("analysis.csv", **choice, version=request.dataset.version)
    stem = f"leipzig_{result}_{indicator}_{id}_{since(request)}"
    build = partial(identified, request.dataset, rows) if "area" in rows else rows.copy
    return Table(title, stem, len(rows), build, where)
