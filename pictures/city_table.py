"""The figures of the cities beside each other, as a table."""

from collections.abc import Sequence
from typing import Final

from charts.table import html_table
from data import cities
from indicators.catalogue import Indicator
from indicators.cities import standing
from indicators.cities.figures import CityFigures
from locales import Language, number, text
from words.periods import dated

MARKS: Final = {"B": "\u2009†", "U": "\u2009‡", "P": "\u2009p", "E": "\u2009e"}


def city_table(lang: Language, figures: CityFigures) -> str:
    """As HTML, all figures: a row a period, the newest first, or a row a part; a column a city."""
    names = cities.names()
    rows: list[list[str]] = []
    marks: list[str] = []
    for n, indicator in enumerate(figures.indicators):
        values = figures.values(indicator)
        columns = (values[column].tolist() for column in ("period", "area", "value", "status"))
        known = {(period, area): (value, status) for period, area, value, status in zip(*columns, strict=True)}
        shown = [figures.period] if figures.composition else standing.periods(values)[::-1]
        for period in shown:
            label = figures.composition.labels[n][lang] if figures.composition else dated(lang, period)
            cells = [_cell(lang, indicator, known.get((period, area))) for area in names]
            rows.append([label, *(figure for figure, _ in cells)])
            marks += [status for _, status in cells]
    head = text(lang, "Part") if figures.composition else text(lang, "Period")
    about = f"{figures.indicator.title[lang]} ({figures.indicator.unit[lang]})"
    about += f", {dated(lang, figures.period)}" if figures.composition else ""
    caption = " · ".join([about, *_meanings(lang, marks)])
    lit = [] if figures.composition or len(rows) == 1 else [n for n, row in enumerate(rows) if row[0] == figures.period]
    return html_table(caption, [head, *names.values()], rows, lit, in_order=True)


def _cell(lang: Language, indicator: Indicator, figure: tuple[float, str] | None) -> tuple[str, str]:
    """A figure as it is shown, with the mark of its status; and the status."""
    if figure is None:
        return number(lang, float("nan")), ""
    value, status = figure
    return number(lang, value, indicator.decimals) + MARKS.get(status, ""), status


def _meanings(lang: Language, statuses: Sequence[str]) -> list[str]:
    """What the marks behind some figures mean, for those that occur."""
    known = {
        "B": text(lang, "† break: not comparable with the period before"),
        "U": text(lang, "‡ doubtful figure"),
        "P": text(lang, "p provisional figure"),
        "E": text(lang, "e estimated figure"),
        "M": text(lang, "– not collected or not published"),
        "": text(lang, "– not collected or not published"),
        "Q": text(lang, "– confidential"),
        "N": text(lang, "– not meaningful"),
    }
    return list(dict.fromkeys(known[status] for status in statuses if status in known))
