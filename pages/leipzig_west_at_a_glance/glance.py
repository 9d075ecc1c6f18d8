"""A group's transformation at a glance: small multiples against the city, and where the gap closed or opened."""

from collections.abc import Mapping, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from charts.context_marks import Mark
from charts.multiples import Panel
from charts.theme import Captions
from data.areas import CITY
from data.store import Dataset
from exports.observations import PLACES, labelled
from indicators.catalogue import Indicator
from indicators.catalogue.at_a_glance import Story
from indicators.figures import measures
from indicators.figures.grid import Grid
from indicators.figures.values import Groups, values
from indicators.selection import Selection
from locales import Language, inflected, joined, text
from pictures import places
from pictures.multiples import COLUMNS, captions, gap_panel, panel, panels_in, without_doubt
from ui import frame, pictures
from ui.take_away import dialog
from ui.take_away.offers import Figures, Table
from ui.view import View
from words.change import change_sentence
from words.rows import moved
from words.rows import rows as change_rows


def at_a_glance(
    view: View,
    story: Story,
    groups: Groups,
    names: Mapping[str, str],
    spoken: tuple[str, str],
    stem: str,
) -> Figures:
    """The story's indicators as small multiples, the gaps to the city, and a sentence each; returns what is offered.

    names: by code; spoken: the group as the subject of a sentence, and as in `in {place}`; stem: of the files' names.
    """
    lang, dataset, theme = view.lang, view.dataset, view.theme
    lines = places.contrast(dict(names), theme)
    marks = [Mark(context.name, context.first, context.last) for context in story.context]
    panels = [panel(lang, dataset, indicator, groups, lines) for indicator in story.indicators]
    title = text(lang, "{group}, the rest of the city and the city", group=names[places.GROUP])
    told = captions(
        lang, dataset, story, title, text(lang, "each on a scale of its own; doubtful figures are left out")
    )
    sentences = {
        indicator.id: sentence
        for indicator in story.indicators
        if (sentence := _sentence(lang, without_doubt(dataset, indicator, groups), indicator, names, spoken))
    }
    _place(view, "multiples", panels, told, marks, next(iter(sentences.values()), title), stem)
    apart = [(one.id, gap) for one in story.indicators if (gap := gap_panel(lang, dataset, one, groups, lines))]
    title = text(lang, "Gap: {group} minus city", group=names[places.GROUP])
    told = captions(
        lang, dataset, story, title, text(lang, "zero means level with the city; in the unit of each indicator")
    )
    said = next((sentences[id] for id, _ in apart if id in sentences), title)
    _place(view, "gaps", [gap for _, gap in apart], told, marks, said, stem)
    _without_parts(lang, story, spoken[0])
    st.subheader(text(lang, "In words"), anchor=False)
    frame.listed(list(sentences.values()))
    dialog.button(lang, dialog.BELOW)
    tables = [(indicator, values(dataset, indicator, groups)) for indicator in story.indicators]
    compared = {code: names[code] for code in (places.GROUP, places.REST, CITY)}
    rows = sum(int(values["area"].isin(list(compared)).sum()) for _, values in tables)
    title = text(lang, "Indicators of {group}, the rest of the city and the city", group=names[places.GROUP])
    file = Table(title, f"{stem}_at-a-glance", rows, partial(_file, lang, dataset, tables, compared))
    return Figures(title, tuple(story.indicators), (file,), Selection(tuple(story.indicators)))


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


def _place(
    view: View, kind: str, panels: Sequence[Panel], told: Captions, marks: Sequence[Mark], sentence: str, stem: str
) -> None:
    """Panels in several layouts; the width of the window decides which is shown."""
    with st.container(key=kind):
        for layout in COLUMNS:
            with st.container(key=f"{layout}-{kind}"):
                drawn = panels_in(layout, kind, panels, told, marks, view.theme, sentence, stem)
                pictures.place(view.lang, drawn)


def _without_parts(lang: Language, story: Story, group: str) -> None:
    """Why the group has no figure of some of the indicators, a sentence a reason."""
    titles: dict[str, list[str]] = {}
    for indicator in story.indicators:
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


def _sentence(
    lang: Language, found: Grid, indicator: Indicator, names: Mapping[str, str], spoken: tuple[str, str]
) -> str:
    """From the first to the last year in which the group and the city both have a figure, or in the only one."""
    of_city = found.with_figures([CITY])
    periods = [period for period in found.with_figures([places.GROUP]) if period in of_city]
    if not periods:
        return ""
    span = (periods[0], periods[-1])
    changes = measures.change(found.among([places.GROUP, CITY]), *span)
    rows = change_rows(lang, indicator, changes, names)
    subject = moved(rows, places.GROUP, *spoken)
    city = moved(rows, CITY, text(lang, "the city"), inflected(lang, "in", "the city"))
    return change_sentence(lang, indicator, span, subject, city, [], "")
