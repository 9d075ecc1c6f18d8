"""Ready citations of what a page shows, of its indicators and of the whole data set."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from data.store import Dataset
from exports import links
from exports.about import citation
from exports.about.citation import Work
from indicators.selection import Selection
from locales import Language, plural, text, today
from ui import share
from ui.take_away.offers import Figures
from ui.view import View


def of_observations(lang: Language, dataset: Dataset, selection: Selection) -> Work:
    """The figures of some indicators, had today, and where they can be had again."""
    where = share.base() + links.observations(selection, lang, dataset.version)
    return citation.work(dataset, selection.named, lang=lang, accessed=today(), address=where)


def place(view: View, figures: Figures, choices: Mapping[str, str]) -> None:
    """The citations to copy, in each form. choices: the page's address."""
    kinds = {
        text(view.lang, "As text"): citation.as_text,
        "BibTeX": citation.as_bibtex,
        "CSL-JSON (Zotero)": citation.as_csl_json,
    }
    works = _works(view, figures, choices)
    for tab, write in zip(st.tabs(list(kinds)), kinds.values(), strict=True):
        with tab:
            for label, work in works.items():
                st.caption(label)
                st.code(write(view.lang, work), language=None, wrap_lines=True)


def _works(view: View, figures: Figures, choices: Mapping[str, str]) -> dict[str, Work]:
    """What can be cited, by what it is called."""
    lang, dataset, indicators = view.lang, view.dataset, Selection(figures.indicators).named
    page = share.address({**choices, "version": dataset.version})
    of_page = partial(citation.work, dataset, indicators, lang=lang, accessed=today(), address=page)
    works = {}
    if figures.title:
        works[text(lang, "The picture")] = of_page(title=figures.title, picture=True, boundaries=figures.maps)
    if figures.indicators:
        label = plural(lang, "The indicator", "The indicators", len(indicators))
        works[label] = of_observations(lang, dataset, figures.behind) if figures.behind else of_page()
    return {**works, text(lang, "The whole data set"): of_observations(lang, dataset, Selection())}
