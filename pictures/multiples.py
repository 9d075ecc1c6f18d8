"""Small multiples of a group against the city and its rest, and of its gaps to the city."""

from collections.abc import Sequence
from typing import Final

import pandas as pd

from charts.context_marks import Mark
from charts.multiples import Panel, multiples
from charts.theme import Captions, Theme
from charts.timeline import Line
from data.areas import CITY
from data.store import Dataset
from indicators.catalogue import Indicator
from indicators.catalogue.at_a_glance import Story
from indicators.figures import measures
from indicators.figures.grid import Grid
from indicators.figures.values import Groups, grid
from indicators.kept import kept_lately
from locales import Language, plotly_separators, text
from pictures import places
from pictures.picture import Picture
from words.periods import dated
from words.sources import source_line

COLUMNS: Final = {"wide": 3, "narrow": 1}
"""Panels beside each other, by how wide the window is."""
PIXELS: Final = {"wide": 960, "narrow": 340}
"""Of the narrowest windows that each is drawn for."""


def panels_in(
    layout: str,
    kind: str,
    panels: Sequence[Panel],
    told: Captions,
    marks: Sequence[Mark],
    theme: Theme,
    sentence: str,
    stem: str,
) -> Picture:
    """The panels in a layout of `COLUMNS`; kind: multiples or gaps; stem: of the file's name."""
    figure = multiples(panels, told, theme, COLUMNS[layout], marks, PIXELS[layout])
    table = pd.concat([each.frame for each in panels], ignore_index=True) if panels else pd.DataFrame()
    return Picture(f"{kind} {layout}", figure, sentence, f"{stem}_{kind}", table)


def captions(lang: Language, dataset: Dataset, story: Story, title: str, subtitle: str) -> Captions:
    """The words of a picture of a story's indicators."""
    source = source_line(lang, dataset, *story.indicators)
    return Captions(title, subtitle, source, plotly_separators(lang))


def panel(lang: Language, dataset: Dataset, indicator: Indicator, groups: Groups, lines: Sequence[Line]) -> Panel:
    """Counts as an index, because a group and its city have no scale in common; everything else as it is."""
    found = without_doubt(dataset, indicator, groups)
    title, unit, decimals = indicator.title[lang], _unit(lang, found, indicator.unit[lang]), indicator.decimals
    base = next(iter(found.with_figures([places.GROUP])), "")
    if indicator.change == "percent" and base:
        found, decimals = measures.index_to(found.among([line.area for line in lines]), base), 0
        unit = text(lang, "index, {start} = 100", start=base)
    if indicator.groups["by"] == "none":
        title = text(lang, "{title} (city only)", title=title)
    return Panel(title, unit, decimals, found.frame, lines)


def _unit(lang: Language, found: Grid, unit: str) -> str:
    """A unit with the period beside it where there is one only, which no line tells."""
    periods = found.with_figures()
    return f"{unit} · {dated(lang, periods[0])}" if len(periods) == 1 else unit


@kept_lately
def without_doubt(dataset: Dataset, indicator: Indicator, groups: Groups) -> Grid:
    """The figures of the groups and the city, without those that are doubtful."""
    return measures.without_doubt(grid(dataset, indicator, groups).among([CITY, *(id for id, _ in groups)]))


def gap_panel(
    lang: Language, dataset: Dataset, indicator: Indicator, groups: Groups, lines: Sequence[Line]
) -> Panel | None:
    """A group's distance to the city; None for counts and where there is no figure of the group."""
    if indicator.change == "percent" or indicator.groups["by"] == "none":
        return None
    found = without_doubt(dataset, indicator, groups)
    gap = measures.gap(found.among([places.GROUP, CITY]), CITY).frame
    unit = text(lang, "percentage points") if indicator.change == "points" else indicator.unit[lang]
    own = [line for line in lines if line.area == places.GROUP]
    return Panel(indicator.title[lang], _unit(lang, found, unit), max(indicator.decimals, 1), gap, own)
