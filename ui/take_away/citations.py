"""Ready citations of what a page shows, of its indicators and of the whole data set."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from urllib.parse import urlencode

import streamlit as st

from data.store import Dataset
from exports import links
from exports.about import citation
from exports.about.citation import Work
from indicators import catalogue
from indicators.catalogue import Indicator
from indicators.selection import Selection
from locales import Language, plural, text
from ui import share
from ui.take_away.offers import Figures


def today() -> date:
    """The day on which figures are had."""
    return datetime.now(UTC).date()


def works(lang: Language, dataset: Dataset, figures: Figures, choices: Mapping[str, str]) -> dict[str, Work]:
    """What can be cited, by what it is called. choices: the page's address."""
    page = share.address({**choices, "version": dataset.version})
    found = {}
    if figures.title:
        found[text(lang, "The picture")] = work(
            lang, dataset, figures.indicators, page, figures.title, picture=True, boundaries=figures.maps
        )
    if figures.indicators:
        label = plural(lang, "The indicator", "The indicators", len(figures.indicators))
        where = address(lang, dataset, figures.behind) if figures.behind else page
        found[label] = work(lang, dataset, figures.indicators, where)
    whole = work(lang, dataset, (), address(lang, dataset, Selection()))
    return {**found, text(lang, "The whole data set"): whole}


def work(
    lang: Language,
    dataset: Dataset,
    indicators: Sequence[Indicator],
    where: str = "",
    title: str = "",
    *,
    picture: bool = False,
    boundaries: bool = False,
) -> Work:
    """What figures of some indicators are, had today; without indicators all of them."""
    return citation.work(
        dataset,
        indicators or tuple(catalogue.load().values()),
        lang=lang,
        accessed=today(),
        address=where,
        title=title,
        picture=picture,
        boundaries=boundaries,
    )


def address(lang: Language, dataset: Dataset, choice: Selection) -> str:
    """Where observations can be had again."""
    return f"{share.base()}api/v1/observations.csv?{urlencode(links.query(choice, lang, dataset.version), safe=',~')}"


def shown(lang: Language, cited: Mapping[str, Work]) -> None:
    """The citations to copy, in each form."""
    kinds = {
        text(lang, "As text"): citation.as_text,
        "BibTeX": citation.as_bibtex,
        "CSL-JSON (Zotero)": citation.as_csl_json,
    }
    for tab, write in zip(st.tabs(list(kinds)), kinds.values(), strict=True):
        with tab:
            for label, one in cited.items():
                st.caption(label)
                st.code(write(lang, one), language=None, wrap_lines=True)
