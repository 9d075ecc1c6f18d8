"""The figures of the cities beside each other, as a table."""

from collections.abc import Sequence
from typing import Final

from charts.table import html_table
from data import cities
from indicators.catalogue import Indicator
from indicators.cities import standing
from locales import Language, number, text
from pictures.cities import CitySubject
from words.periods import dated

MARKS: Final = {"B": "\u2009†", "U": "\u2009‡", "P": "\u2009p", "E": "\u2009e"}


def city_table(subject: CitySubject) -> str:
    """As HTML, all figures: a row a period, the newest first, or a row a part; a column a city."""
    lang, names = subject.lang, cities.names()
    rows: list[list[str]] = []
    marks: list[str] = []
    for n, indicator in enumerate(subject.indicators):
        values = subject.values(indicator)
        columns = (values[column].tolist() for column in ("period", "area", "value", "status"))
        figures = {(period, area): (value, status) for period, area, value, status in zip(*columns, strict=True)}
        shown = [subject.period] if subject.composition else standing.periods(values)[::-1]
        for period in shown:
            label = subject.composition.labels[n][lang] if subject.composition else dated(lang, period)
            cells = [_cell(lang, indicator, figures.get((period, area))) for area in names]
            rows.append([label, *(figure for figure, _ in cells)])
            marks += [status for _, status in cells]
    head = text(lang, "Part") if subject.composition else text(lang, "Period")
    about = f"{subject.indicator.title[lang]} ({subject.indicator.unit[lang]})"
    about += f", {dated(lang, subject.period)}" if subject.composition else ""
    caption = " · ".join([about, *_meanings(lang, marks)])
    lit = [] if subject.composition or len(rows) == 1 else [n for n, row in enumerate(rows) if row[0] == subject.period]
    return html_table(caption, [head, *names.values()], rows, lit)


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
