"""Taking figures away: what a page shows and all that is behind it, in every format, and how to cite it.

A page only places buttons. What is to be had is counted when the dialog opens, and a file is built when it is asked
for: those of observations by the HTTP interface at their own address, those of other tables by a button.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from html import escape
from typing import Final
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from charts.html import stylesheet
from data.store import Dataset
from exports import links, observations
from exports.about import citation
from exports.about.definitions import about
from exports.formats import table_file
from exports.formats.registry import FORMATS, Format
from indicators.selection import Selection
from locales import Language, number, plural, text
from server import scripts
from ui.drawing import component
from ui.take_away import citations
from ui.take_away.offers import Figures, Table

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
        st.subheader(text(lang, "The figures"), anchor=False, width="content")
        button(lang, BELOW)


def asked() -> bool:
    """Whether one of the buttons was pressed just now."""
    return any(st.session_state.get(key) for key in (TOP, BELOW))


def dialog(lang: Language, dataset: Dataset, figures: Figures, choices: Mapping[str, str]) -> None:
    """Shows what there is to take away. choices: the page's address."""

    def show() -> None:
        st.html(STYLE)
        for table in figures.shown:
            if isinstance(table, Table):
                _table(lang, dataset, figures, table)
        offered = [(text(lang, "What this page shows"), one) for one in figures.shown if isinstance(one, Selection)]
        if figures.behind is not None:
            offered.append((text(lang, "All of it: every year, every area"), figures.behind))
        for column, (title, choice) in zip(st.columns(max(len(offered), 1), gap="large"), offered, strict=False):
            with column:
                _choice(lang, dataset, title, choice)
        _programs(lang)
        st.markdown(f"**{text(lang, 'How to cite')}**")
        citations.shown(lang, citations.works(lang, dataset, figures, choices))

    st.dialog(text(lang, "Download and cite"), width="large")(show)()


def _choice(lang: Language, dataset: Dataset, title: str, choice: Selection) -> None:
    """Links to the HTTP interface, one a format."""
    n = observations.count(dataset, choice)
    facts = about(dataset, choice, lang, accessed=citations.today())
    named, where, years = facts.filters.values()
    what = named if choice.indicators else text(lang, "All indicators")
    _titled(lang, title, [what, where, years if choice.start or choice.end else text(lang, "all years")], n)
    query = links.query(choice, lang, dataset.version)
    items = "".join(_item(lang, form, n, query) for form in FORMATS.values())
    st.html(f'<ul class="files">{items}</ul>{_script() if n > LARGE else ""}', unsafe_allow_javascript=True)


def _titled(lang: Language, title: str, told: Sequence[str], n: int) -> None:
    counted = plural(lang, "{n} row", "{n} rows", n)
    st.html(f"<b class=offer>{escape(title)}</b><br><span>{escape(' · '.join([*told, counted]))}</span>")


def _item(lang: Language, form: Format, n: int, query: Mapping[str, str]) -> str:
    words = form.words(lang)
    if form.most is not None and n > form.most:
        why = text(lang, "not of more than {n} rows at once", n=number(lang, form.most))
        return f"<li><b>{escape(words.name)}</b><span>{escape(why)}</span></li>"
    where = escape(f"api/v1/observations.{form.ending}?{urlencode({**query, **form.query}, safe=',~')}")
    building = escape(text(lang, "is being put together …"))
    watched = f' data-building="{building}"' if n > LARGE else ""
    return (
        f'<li><a href="{where}" download{watched}>{escape(words.name)}</a>'
        f'<span>{escape(words.purpose)}<output aria-live="polite"></output></span></li>'
    )


def _script() -> str:
    return (
        f'<script>import(new URL("{component.base_path()}{scripts.path("files.js")}", location.origin).href)</script>'
    )


def _table(lang: Language, dataset: Dataset, figures: Figures, table: Table) -> None:
    """Buttons that build a table's file when they are pressed."""
    _titled(lang, table.title, [], table.rows)
    cited = citations.work(lang, dataset, figures.indicators, title=table.title)
    facts = {
        text(lang, "Title"): table.title,
        text(lang, "Data version"): dataset.version,
        text(lang, "Citation"): citation.as_text(lang, cited),
    }
    with st.container(horizontal=True):
        for kind, write in table_file.WRITERS.items():
            ending, style = ("csv", "_de") if kind == "csv_de" else (kind, "")
            build = partial(_built, table.build, write, facts)
            name = f"{table.stem}_{dataset.version}{style}.{ending}"
            key = f"{table.stem} {kind}"
            st.download_button(
                FORMATS[kind].words(lang).name, build, name, FORMATS[ending].media_type, key=key, on_click="ignore"
            )


def _built(
    build: Callable[[], pd.DataFrame],
    write: Callable[[pd.DataFrame, table_file.Facts], bytes],
    facts: table_file.Facts,
) -> bytes:
    return write(build(), facts)


def _programs(lang: Language) -> None:
    told = text(lang, "All indicators, lasting addresses for programs, examples for Excel, R and Python:")
    st.html(f'<p class="small offered">{escape(told)} <a href="api/v1/?lang={lang}" target="_blank">/api/v1/</a></p>')
