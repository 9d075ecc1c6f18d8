"""The city in a few tiles: each a figure, its change and its course, and a link to the page that shows them."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from charts.points import Point, moment
from charts.sparkline import sparkline
from charts.theme import Theme
from charts.tiles import tile
from charts.tiles import tiles as in_rows
from data.areas import CITY
from data.store import Dataset
from exports import links
from indicators.analysis.stretch import after_last_break, between
from indicators.catalogue import Indicator, overview
from indicators.figures.grid import Observed
from indicators.figures.values import grid
from indicators.kept import kept
from indicators.selection import Selection
from locales import Language, text
from pictures.request import Request
from words.care import DOUBTFUL, mark, status_told
from words.change import short_difference
from words.indicator import absent
from words.periods import dated, since
from words.tiles import figure_and_unit, line_told
from words.titles import unit_beside


@kept
def tiles(lang: Language, dataset: Dataset, theme: Theme, version: str) -> Markup:
    """All of them; version: that their links name, empty for the figures in force."""
    return in_rows(_tile(lang, dataset, theme, indicator, version) for indicator in overview.load().tiles)


def _tile(lang: Language, dataset: Dataset, theme: Theme, indicator: Indicator, version: str) -> Markup:
    title = indicator.title[lang]
    figures = between(grid(dataset, indicator).history(CITY).figures, overview.load().since, "")
    if not figures:
        address = links.page("methods", lang, indicator=indicator.id, version=version)
        return tile(title, "", None, Markup(), absent(lang), address)
    start, end = span(figures)
    address = links.page("growth", lang, indicator=indicator.id, version=version, **{"from": start, "to": end})
    selection = Selection((indicator,), levels=("ortsteil", "city"), start=start, end=end)
    rows = Request(lang, dataset, theme, selection).changes.to_dict("records")
    row = next(row for row in rows if row["area"] == CITY)
    when = ", ".join([dated(lang, end), *status_told(lang, figures[-1].status)])
    points = [Point(moment(each.period), each.value, each.status) for each in figures]
    line = sparkline(points, theme, line_told(lang, indicator, figures))
    told = _moved(lang, indicator, row, start) if start != end else ""
    return tile(title, when, figure_and_unit(lang, indicator, row["end_value"]), line, told, address)


def _moved(lang: Language, indicator: Indicator, row: Mapping[Hashable, Any], start: str) -> str:
    """The change, without its unit where the title says it."""
    change = row["label"] if unit_beside(lang, indicator) else short_difference(lang, indicator, row["change"])
    return text(lang, "{change} since {start}", change=change + mark(row["care"]), start=since(lang, start))


def span(figures: Sequence[Observed]) -> tuple[str, str]:
    """The periods that a tile compares: the newest, and the first that it can be compared with and nobody doubts."""
    comparable = after_last_break(figures)
    sound = [each.period for each in comparable if each.status != DOUBTFUL]
    return (sound or [comparable[-1].period])[0], comparable[-1].period
