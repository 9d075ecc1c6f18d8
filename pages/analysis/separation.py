"""Who lives apart: a group of residents, spread over the districts, and all groups beside each other."""

from typing import Any

import pandas as pd

from charts.table import html_table
from indicators import catalogue
from indicators.analysis import methods, store
from indicators.catalogue import Indicator
from indicators.selection import Selection
from locales import number, percent, text
from pages.analysis.choice import Chosen, one_indicator, one_of
from pictures.picture import Picture
from ui import frame, pictures
from ui.drawing import tables
from ui.take_away.offers import Figures, Table
from ui.view import View
from words.analysis.separation import DECIMALS


def choose(view: View) -> Chosen:
    """Which group."""
    groups = methods.load()["separation"].indicators
    return one_indicator(view, one_of(view, groups, groups[0]))


def place(view: View, chosen: Chosen) -> Figures:
    """Places answer, pictures and the table of all groups; returns what there is to take away."""
    request, indicator = chosen.request, chosen.request.indicator
    drawn = pictures.draw("separation", request)
    if isinstance(drawn, Picture):
        with view.top:
            frame.lead(drawn.sentence)
        pictures.draw("isolation", request)
    return Figures(indicators=(indicator,), shown=_all_groups(view, indicator), behind=Selection((indicator,)))


def _all_groups(view: View, indicator: Indicator) -> tuple[Table, ...]:
    """Every group in its newest year, the one that lives most apart first, and the file of all years."""
    lang, found = view.lang, store.result(view.dataset, "separation")
    if found is None:
        return ()
    newest = found.loc[found.groupby("indicator")["period"].idxmax()]
    rows = newest.sort_values("dissimilarity", ascending=False, kind="stable")
    header = [
        text(lang, "Group"),
        text(lang, "Year"),
        text(lang, "Dissimilarity"),
        text(lang, "by chance"),
        text(lang, "Isolation"),
        text(lang, "in the city"),
    ]
    caption = text(lang, "Groups in their newest year, those most apart first; small groups lie apart by chance alone")
    lit = [n for n, id in enumerate(rows["indicator"]) if id == indicator.id]
    tables.place(html_table(caption, header, [_cells(view, row) for row in rows.itertuples()], lit))
    title = text(lang, "Who lives apart: all groups and years")
    return (Table(title, "leipzig_separation", len(found), lambda: pd.DataFrame(found)),)


def _cells(view: View, row: Any) -> list[str]:
    """One row of the table. row: a named tuple of the columns of `indicators.analysis.separation.result`."""
    lang = view.lang
    return [
        catalogue.load()[row.indicator].title[lang],
        row.period,
        number(lang, row.dissimilarity, DECIMALS),
        number(lang, row.by_chance, DECIMALS),
        percent(lang, row.isolation, 1),
        percent(lang, row.share, 1),
    ]
