"""Taking figures away: what a page shows and all that is behind it, in every format, and how to cite it.

A page only places buttons. What is to be had is counted when the dialog opens, and a file is built when it is asked
for: those of observations by the HTTP interface at their own address, those of other tables by a button.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

import streamlit as st

from charts.html import stylesheet, tag
from exports import links, observations
from exports.about import citation
from exports.about.definitions import about
from exports.formats import table_file
from exports.formats.registry import FORMATS, Format
from exports.wide import width
from indicators.selection import Selection
from locales import Language, number, plural, text, today
from ui.drawing import component
from ui.take_away import citations
from ui.take_away.offers import Figures, Table
from ui.view import View

TOP: Final = "download"
BELOW: Final = "download below"
LARGE: Final = 20_000
"""Rows from which on a file takes long enough to tell how far it has come."""

STYLE: Final = stylesheet(__file__, "dialog.css")


def button(lang: Language, key: str = TOP) -> None:
    """Opens the dialog, once the page knows all that was chosen; see `dialog`."""
    st.button(text(lang, "Download figures"), key=key, width="content")


def heading(lang: Language) -> None:
    """What stands above a page's table, with a button beside it."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
        st.header(text(lang, "The figures"), anchor=False, width="content")
        button(lang, BELOW)


def asked() -> bool:
    """Whether one of the buttons was pressed just now."""
    return any(st.session_state.get(key) for key in (TOP, BELOW))


def dialog(view: View, figures: Figures, choices: Mapping[str, str]) -> None:
    """Shows what there is to take away. choices: the page's address."""
    lang = view.lang

    def show() -> None:
        st.html(STYLE)
        for table in figures.shown:
            if isinstance(table, Table):
                _table(view, figures, table)
        offered = [(text(lang, "What this page shows"), one) for one in figures.shown if isinstance(one, Selection)]
        if figures.behind is not None:
            offered.append((text(lang, "All of it: every year, every area"), figures.behind))
        for column, (title, choice) in zip(st.columns(max(len(offered), 1), gap="large"), offered, strict=False):
            with column:
                _observations(view, title, choice)
        said = text(lang, "All indicators, lasting addresses for programs, examples for Excel, R and Python:")
        link = tag("a", "/api/v1/", href=f"api/v1/?lang={lang}", target="_blank")
        st.html(tag("p", f"{said} ", link, class_="small offered"))
        st.markdown(f"**{text(lang, 'How to cite')}**")
        citations.place(view, figures, choices)

    st.dialog(text(lang, "Download and cite"), width="large")(show)()


def _observations(view: View, title: str, choice: Selection) -> None:
    """Links to the HTTP interface, one a format."""
    n = observations.count(view.dataset, choice)
    facts = about(view.dataset, choice, view.lang, accessed=today())
    named, where, years = facts.filters.values()
    what = named if choice.indicators else text(view.lang, "All indicators")
    _titled(view.lang, title, [what, where, years if choice.start or choice.end else text(view.lang, "all years")], n)
    st.html(tag("ul", *(_item(view, form, n, choice) for form in FORMATS.values()), class_="files"))
    if n > LARGE:
        component.run_script("files.js")


def _titled(lang: Language, title: str, told: Sequence[str], n: int) -> None:
    counted = plural(lang, "{n} row", "{n} rows", n)
    st.html(tag("b", title, class_="offer") + tag("br") + tag("span", " · ".join([*told, counted])))


def _item(view: View, form: Format, n: int, choice: Selection) -> str:
    words = form.words(view.lang)
    if form.most is not None and n > form.most:
        why = text(view.lang, "not of more than {n} rows at once", n=number(view.lang, form.most))
        return tag("li", tag("b", words.name), tag("span", why))
    if form.most_columns is not None and width(view.dataset, choice) > form.most_columns:
        why = text(view.lang, "not of more than {n} columns", n=number(view.lang, form.most_columns))
        return tag("li", tag("b", words.name), tag("span", why))
    where = links.observations(choice, view.lang, view.dataset.version, form.ending, **form.query)
    building = text(view.lang, "is being put together …") if n > LARGE else None
    link = tag("a", words.name, href=where, download="", data_building=building)
    return tag("li", link, tag("span", words.purpose, tag("output", aria_live="polite")))


def _table(view: View, figures: Figures, table: Table) -> None:
    """Buttons that build a table's file when they are pressed."""
    lang, dataset = view.lang, view.dataset
    _titled(lang, table.title, [], table.rows)
    indicators = Selection(figures.indicators).named
    cited = citation.work(dataset, indicators, lang=lang, accessed=today(), title=table.title)
    facts = {
        text(lang, "Title"): table.title,
        text(lang, "Data version"): dataset.version,
        text(lang, "Citation"): citation.as_text(lang, cited),
    }
    with st.container(horizontal=True):
        for kind in table_file.WRITERS:
            ending, style = ("csv", "_de") if kind == "csv_de" else (kind, "")
            name = f"{table.stem}_{dataset.version}{style}.{ending}"
            label, key = FORMATS[kind].words(lang).name, f"{table.stem} {kind}"
            build = partial(_file, table, kind, facts)
            st.download_button(label, build, name, FORMATS[ending].media_type, key=key, on_click="ignore")
    if table.address:
        said = text(lang, "Lasting address for programs (CSV):")
        st.html(tag("p", f"{said} ", tag("a", f"/{table.address}", href=table.address), class_="small offered"))


def _file(table: Table, kind: str, facts: table_file.Facts) -> bytes:
    return table_file.WRITERS[kind](table.build(), facts)
