"""Small multiples of a group against the city and its rest, and of its gaps to the city."""

from collections.abc import Sequence
from typing import Final

import pandas as pd

from charts.context_marks import Mark
from charts.multiples import Panel
from charts.multiples import multiples as chart
from charts.timeline import Line
from data.areas import CITY
from data.store import Dataset
from indicators.catalogue import Indicator, at_a_glance, groups
from indicators.figures import measures
from indicators.figures.grid import Grid
from indicators.figures.values import Groups, grid
from indicators.kept import kept_lately
from locales import Language, text
from pictures import places
from pictures.picture import Picture
from pictures.request import Request
from words.periods import dated, short

GROUP_OF_STORY: Final = "leipzig-west"
COLUMNS: Final = {False: 3, True: 1}
"""Panels beside each other, by whether the window is narrow."""
PIXELS: Final = {False: 960, True: 340}
"""Of the narrowest windows that each is drawn for."""


def multiples(request: Request) -> Picture:
    """The indicators of the group, the rest of the city and the city."""
    lang, lines = request.lang, tuple(places.contrast(request))
    title = text(lang, "{group}, the rest of the city and the city", group=request.names[places.GROUP])
    subtitle = text(lang, "each on a scale of its own; doubtful figures are left out")
    panels = [_panel(lang, request.dataset, each, request.groups, lines) for each in request.selection.indicators]
    return _panels(request, "multiples", panels, title, subtitle)


def gaps(request: Request) -> Picture:
    """The distance of the group to the city, of those indicators in which it can be stated."""
    lang, lines = request.lang, tuple(line for line in places.contrast(request) if line.area == places.GROUP)
    title = text(lang, "Gap: {group} minus city", group=request.names[places.GROUP])
    subtitle = text(lang, "zero means level with the city; in the unit of each indicator")
    panels = [
        _gap_panel(lang, request.dataset, each, request.groups, lines)
        for each in request.selection.indicators
        if has_gap(each)
    ]
    return _panels(request, "gaps", panels, title, subtitle)


def has_gap(indicator: Indicator) -> bool:
    """Whether a group's distance to the city can be stated: not of counts, nor where groups have no figures."""
    return indicator.change != "percent" and indicator.groups["by"] != "none"


def _panels(request: Request, kind: str, panels: Sequence[Panel], title: str, subtitle: str) -> Picture:
    context = at_a_glance.load()[GROUP_OF_STORY].context
    marks = [Mark(each.name, each.first, each.last) for each in context]
    narrow, captions = request.narrow, request.captions(title, subtitle)
    figure = chart(panels, captions, request.theme, COLUMNS[narrow], marks, PIXELS[narrow])
    table = pd.concat([each.frame for each in panels], ignore_index=True) if panels else pd.DataFrame()
    drawn = f"{kind} narrow" if narrow else f"{kind} wide"
    return Picture(drawn, figure, request.sentence or title, f"{stem(request)}_{kind}", table)


def stem(request: Request) -> str:
    """What the names of files of the group begin with."""
    members, declared = dict(request.groups)[places.GROUP], groups.load()[GROUP_OF_STORY].members
    return "leipzig-west" if set(members) == set(declared) else "leipzig_selection"


@kept_lately
def _panel(lang: Language, dataset: Dataset, indicator: Indicator, groups: Groups, lines: tuple[Line, ...]) -> Panel:
    """Counts as an index, because a group and its city have no scale in common; everything else as it is."""
    found = without_doubt(dataset, indicator, groups)
    title, unit, decimals = indicator.title[lang], _unit(lang, found, indicator.unit[lang]), indicator.decimals
    base = next(iter(found.with_figures([places.GROUP])), "")
    if indicator.change == "percent" and base:
        found, decimals = measures.index_to(found.among([line.area for line in lines]), base), 0
        unit = text(lang, "index, {start} = 100", start=short(lang, base))
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


@kept_lately
def _gap_panel(
    lang: Language, dataset: Dataset, indicator: Indicator, groups: Groups, lines: tuple[Line, ...]
) -> Panel:
    """A group's distance to the city."""
    found = without_doubt(dataset, indicator, groups)
    gap = measures.gap(found.among([places.GROUP, CITY]), CITY).frame
    unit = text(lang, "percentage points") if indicator.change == "points" else indicator.unit[lang]
    return Panel(indicator.title[lang], _unit(lang, found, unit), max(indicator.decimals, 1), gap, lines)
