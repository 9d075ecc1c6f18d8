"""A group's transformation at a glance: small multiples against the city, and where the gap closed or opened."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from data.areas import CITY
from data.store import Dataset
from exports.observations import PLACES, labelled
from indicators.catalogue import Indicator
from indicators.figures import measures
from indicators.figures.values import values
from indicators.selection import Selection
from locales import Language, inflected, joined, text
from pictures import places
from pictures.multiples import has_gap, stem, without_doubt
from pictures.request import Request
from ui import frame, pictures
from ui.take_away import dialog
from ui.take_away.offers import Figures, Table
from words.change import change_sentence
from words.rows import moved
from words.rows import rows as change_rows


def at_a_glance(request: Request, spoken: Sequence[str]) -> Figures:
    """The indicators as small multiples, the gaps to the city, and a sentence each; returns what is offered.

    spoken: the group as the subject of a sentence, and as in `in {place}`.
    """
    lang, indicators = request.lang, tuple(request.selection.indicators)
    told = {one.id: _sentence(request, one, spoken) for one in indicators}
    sentences = [sentence for sentence in told.values() if sentence]
    _place("multiples", replace(request, sentence=next(iter(sentences), "")))
    of_gaps = (told[one.id] for one in indicators if has_gap(one) and told[one.id])
    _place("gaps", replace(request, sentence=next(of_gaps, "")))
    _without_parts(lang, indicators, spoken[0])
    st.subheader(text(lang, "In words"), anchor=False)
    frame.listed(sentences)
    dialog.button(lang, dialog.BELOW)
    tables = [(one, values(request.dataset, one, request.groups)) for one in indicators]
    group = request.names[places.GROUP]
    title = text(lang, "Indicators of {group}, the rest of the city and the city", group=group)
    compared = {area: request.names[area] for area in (*(id for id, _ in request.groups), CITY)}
    rows = sum(int(values["area"].isin(list(compared)).sum()) for _, values in tables)
    file = Table(title, f"{stem(request)}_at-a-glance", rows, partial(_file, lang, request.dataset, tables, compared))
    return Figures(title, indicators, (file,), Selection(indicators))


def _file(
    lang: Language, dataset: Dataset, tables: Sequence[tuple[Indicator, pd.DataFrame]], names: Mapping[str, str]
) -> pd.DataFrame:
    places_of = pd.DataFrame(
        [(code, name, "city" if code == CITY else "group") for code, name in names.items()], columns=PLACES
    )
    told = [
        labelled(dataset, indicator, values[values["area"].isin(list(names))], places_of, lang)
        for indicator, values in tables
    ]
    return pd.concat(told, ignore_index=True)


def _place(kind: str, request: Request) -> None:
    """Panels for wide and for narrow windows; the width of the window decides which are shown."""
    with st.container(key=kind):
        for width in ("wide", "narrow"):
            with st.container(key=f"{width}-{kind}"):
                pictures.draw(kind, replace(request, narrow=width == "narrow"))


def _without_parts(lang: Language, indicators: Sequence[Indicator], group: str) -> None:
    """Why the group has no figure of some of the indicators, a sentence a reason."""
    titles: dict[str, list[str]] = {}
    for indicator in indicators:
        if indicator.groups["by"] == "none":
            titles.setdefault(indicator.groups["reason"][lang], []).append(
                text(lang, "“{name}”", name=indicator.title[lang])
            )
    for why, told in titles.items():
        frame.note(
            text(
                lang,
                "No figure of {titles} for {group}: {reason}",
                titles=joined(lang, told),
                group=group,
                reason=why,
            )
        )


def _sentence(request: Request, indicator: Indicator, spoken: Sequence[str]) -> str:
    """From the first to the last year in which the group and the city both have a figure, or in the only one."""
    lang, found = request.lang, without_doubt(request.dataset, indicator, request.groups)
    of_city = found.with_figures([CITY])
    periods = [period for period in found.with_figures([places.GROUP]) if period in of_city]
    if not periods:
        return ""
    span = (periods[0], periods[-1])
    changes = measures.change(found.among([places.GROUP, CITY]), *span)
    rows = change_rows(lang, indicator, changes, request.names)
    group = moved(rows, places.GROUP, *spoken)
    city = moved(rows, CITY, text(lang, "the city"), inflected(lang, "in", "the city"))
    return change_sentence(lang, indicator, span, group, city, [], "")
