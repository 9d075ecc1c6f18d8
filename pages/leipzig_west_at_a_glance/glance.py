"""A group's transformation at a glance: small multiples against the city, and where the gap closed or opened."""

from collections.abc import Mapping, Sequence
from functools import lru_cache, partial
from typing import Final

import pandas as pd
import streamlit as st

from charts.context_marks import Mark
from charts.multiples import Panel, multiples
from charts.theme import Captions
from charts.timeline import Line
from data.areas import CITY
from data.store import Dataset
from exports.observations import PLACES, labelled
from indicators.catalogue import Indicator
from indicators.catalogue.at_a_glance import Story
from indicators.figures import measures
from indicators.figures.values import Groups, values_with_groups
from indicators.selection import Selection
from locales import Language, inflected, joined, plotly_separators, text
from ui import frame, places
from ui.drawing import component
from ui.take_away import dialog
from ui.take_away.offers import Figures, Table
from words.change import change_sentence
from words.periods import dated
from words.rows import moved
from words.rows import rows as change_rows
from words.sources import source_line

COLUMNS: Final = 3
WIDE: Final = 960
NARROW: Final = 340
"""Pixels of the narrowest windows that panels beside each other, and below each other, are drawn for."""


def at_a_glance(
    lang: Language,
    dataset: Dataset,
    story: Story,
    groups: Groups,
    names: Mapping[str, str],
    spoken: tuple[str, str],
    stem: str,
) -> Figures:
    """The story's indicators as small multiples, the gaps to the city, and a sentence each; returns what is offered.

    names: by code; spoken: the group as the subject of a sentence, and as in `in {place}`; stem: of the files' names.
    """
    theme = frame.theme()
    lines = places.contrast(dict(names), theme)
    marks = [Mark(context.name, context.first, context.last) for context in story.context]
    panels = [_panel(lang, dataset, indicator, groups, lines) for indicator in story.indicators]
    title = text(lang, "{group}, the rest of the city and the city", group=names[places.GROUP])
    told = _captions(
        lang, dataset, story, title, text(lang, "each on a scale of its own; doubtful figures are left out")
    )
    sentences = {
        indicator.id: sentence
        for indicator in story.indicators
        if (sentence := _sentence(lang, _found(dataset, indicator, groups), indicator, names, spoken))
    }
    _both_widths(lang, stem, "multiples", panels, told, marks, next(iter(sentences.values()), title))
    apart = [(one.id, panel) for one in story.indicators if (panel := _gap(lang, dataset, one, groups, lines))]
    title = text(lang, "Gap: {group} minus city", group=names[places.GROUP])
    told = _captions(
        lang, dataset, story, title, text(lang, "zero means level with the city; in the unit of each indicator")
    )
    said = next((sentences[id] for id, _ in apart if id in sentences), title)
    _both_widths(lang, stem, "gaps", [panel for _, panel in apart], told, marks, said)
    _without_parts(lang, story, spoken[0])
    st.subheader(text(lang, "In words"), anchor=False)
    frame.listed(list(sentences.values()))
    dialog.button(lang, dialog.BELOW)
    tables = [(indicator, values_with_groups(dataset, indicator, groups)) for indicator in story.indicators]
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


def _both_widths(
    lang: Language, stem: str, key: str, panels: Sequence[Panel], told: Captions, marks: Sequence[Mark], alt: str
) -> None:
    """The panels beside each other and below each other; the width of the window decides which is shown."""
    with st.container(key=key):
        for layout, columns, width in (("wide", COLUMNS, WIDE), ("narrow", 1, NARROW)):
            figure = multiples(panels, told, frame.theme(), columns, marks, width)
            with st.container(key=f"{layout}-{key}"):
                component.draw(lang, figure, f"{stem}_{key}", alt, f"{key} {layout}")


def _captions(lang: Language, dataset: Dataset, story: Story, title: str, subtitle: str) -> Captions:
    source = source_line(lang, dataset, *story.indicators)
    return Captions(title, subtitle, source, plotly_separators(lang))


def _panel(lang: Language, dataset: Dataset, indicator: Indicator, groups: Groups, lines: Sequence[Line]) -> Panel:
    """Counts as an index, because a group and its city have no scale in common; everything else as it is."""
    found = _found(dataset, indicator, groups)
    title, unit, decimals = indicator.title[lang], _unit(lang, found, indicator.unit[lang]), indicator.decimals
    if indicator.change == "percent" and indicator.groups["by"] != "none":
        base = str(found.loc[(found["area"] == places.GROUP) & found["value"].notna(), "period"].min())
        found, decimals = measures.index_to(found[found["area"].isin([line.area for line in lines])], base), 0
        unit = text(lang, "index, {start} = 100", start=base)
    if indicator.groups["by"] == "none":
        title = text(lang, "{title} (city only)", title=title)
    return Panel(title, unit, decimals, found, lines)


def _unit(lang: Language, found: pd.DataFrame, unit: str) -> str:
    """A unit with the period beside it where there is one only, which no line tells."""
    periods = found.loc[found["value"].notna(), "period"].unique()
    return f"{unit} · {dated(lang, str(periods[0]))}" if len(periods) == 1 else unit


@lru_cache(maxsize=64)
def _found(dataset: Dataset, indicator: Indicator, groups: Groups) -> pd.DataFrame:
    """The values of the groups and the city, without those that are doubtful."""
    every = values_with_groups(dataset, indicator, groups)
    values = every[every["area"].isin([CITY, *(id for id, _ in groups)])]
    doubtful = values["status"] == "U"
    return values.assign(value=values["value"].mask(doubtful), status=values["status"].mask(doubtful, "M"))


def _gap(lang: Language, dataset: Dataset, indicator: Indicator, groups: Groups, lines: Sequence[Line]) -> Panel | None:
    if indicator.change == "percent" or indicator.groups["by"] == "none":
        return None
    found = _found(dataset, indicator, groups)
    gap = measures.gap(found[found["area"].isin([places.GROUP, CITY])], CITY)
    unit = text(lang, "percentage points") if indicator.change == "points" else indicator.unit[lang]
    own = [line for line in lines if line.area == places.GROUP]
    return Panel(indicator.title[lang], _unit(lang, found, unit), max(indicator.decimals, 1), gap, own)


def _sentence(
    lang: Language, found: pd.DataFrame, indicator: Indicator, names: Mapping[str, str], spoken: tuple[str, str]
) -> str:
    """From the first to the last year in which the group and the city both have a figure, or in the only one."""
    known = found[found["value"].notna()]
    of_both = known[known["area"].isin([places.GROUP, CITY])].groupby("period")["area"].nunique()
    periods = sorted(of_both.index[of_both == 2])
    if not periods:
        return ""
    span = (periods[0], periods[-1])
    both = found[found["area"].isin([places.GROUP, CITY])]
    rows = change_rows(lang, indicator, measures.change(both, *span), names)
    subject = moved(rows, places.GROUP, *spoken)
    city = moved(rows, CITY, text(lang, "the city"), inflected(lang, "in", "the city"))
    return change_sentence(lang, indicator, span, subject, city, [], "")
