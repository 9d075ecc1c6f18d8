"""The city in a few tiles: each a figure, its change and its course, and a link to the page that shows them."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, Final

from markupsafe import Markup

from charts.html import tag
from charts.points import Point, moment
from charts.sparkline import sparkline
from charts.theme import Theme
from data.areas import CITY
from data.store import Dataset
from exports import links
from indicators.analysis.stretch import after_last_break, between
from indicators.catalogue import Indicator, overview
from indicators.figures.grid import Observed
from indicators.figures.values import grid
from indicators.kept import kept
from indicators.selection import Selection
from locales import Language, number, text
from pictures.request import Request
from words.care import DOUBTFUL, mark, status_told
from words.change import amount, exact, short_difference
from words.indicator import absent
from words.periods import dated, since
from words.titles import unit_beside

PERCENT: Final = "%"


@kept
def tiles(lang: Language, dataset: Dataset, theme: Theme, version: str) -> Markup:
    """All of them; version: that their links name, empty for the figures in force."""
    every = (_tile(lang, dataset, theme, indicator, version) for indicator in overview.load().tiles)
    return tag("ul", *(tag("li", tile) for tile in every), class_="tiles")


def _tile(lang: Language, dataset: Dataset, theme: Theme, indicator: Indicator, version: str) -> Markup:
    title = tag("b", indicator.title[lang])
    figures = between(grid(dataset, indicator).history(CITY).figures, overview.load().since, "")
    if not figures:
        address = links.page("methods", lang, indicator=indicator.id, version=version)
        return tag("a", tag("span", title, class_="name"), tag("span", absent(lang), class_="told"), href=address)
    start, end = span(figures)
    address = links.page("growth", lang, indicator=indicator.id, version=version, **{"from": start, "to": end})
    selection = Selection((indicator,), levels=("ortsteil", "city"), start=start, end=end)
    rows = Request(lang, dataset, theme, selection).changes.to_dict("records")
    row = next(row for row in rows if row["area"] == CITY)
    decimals = exact(indicator, row["start_value"], row["end_value"], row["change"]).decimals
    when = [dated(lang, end), *status_told(lang, figures[-1].status)]
    return tag(
        "a",
        tag("span", title, f" {', '.join(when)}", class_="name"),
        _value(lang, indicator, row["end_value"], decimals),
        sparkline(
            [Point(moment(each.period), each.value, each.status) for each in figures],
            theme,
            _course(lang, indicator, figures),
        ),
        tag("span", _moved(lang, indicator, row, start) if start != end else "", class_="told"),
        href=address,
    )


def _moved(lang: Language, indicator: Indicator, row: Mapping[Hashable, Any], start: str) -> str:
    """The change, without its unit where the title says it."""
    change = row["label"] if unit_beside(lang, indicator) else short_difference(lang, indicator, row["change"])
    return text(lang, "{change} since {start}", change=change + mark(row["care"]), start=since(lang, start))


def span(figures: Sequence[Observed]) -> tuple[str, str]:
    """The periods that a tile compares: the newest, and the first that it can be compared with and nobody doubts."""
    comparable = after_last_break(figures)
    sound = [each.period for each in comparable if each.status != DOUBTFUL]
    return (sound or [comparable[-1].period])[0], comparable[-1].period


def _value(lang: Language, indicator: Indicator, value: float, decimals: int) -> Markup:
    """The figure in large type, its unit in small; a percent sign belongs to the figure."""
    if indicator.unit[lang] == PERCENT:
        return tag("span", tag("b", amount(lang, indicator, value, decimals)), class_="value")
    unit = unit_beside(lang, indicator)
    return tag("span", tag("b", number(lang, value, decimals)), f" {unit}" if unit else "", class_="value")


def _course(lang: Language, indicator: Indicator, figures: Sequence[Observed]) -> str:
    """The line in words: its first and its last figure."""
    first, last = figures[0], figures[-1]
    return text(
        lang,
        "{first}: {start}, {last}: {end}",
        first=dated(lang, first.period),
        start=amount(lang, indicator, first.value),
        last=dated(lang, last.period),
        end=amount(lang, indicator, last.value),
    )
