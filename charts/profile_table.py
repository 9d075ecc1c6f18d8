"""A profile as an HTML table: one row an indicator, one section a topic."""

from collections.abc import Mapping, Sequence
from math import isnan
from typing import Any, Final

from markupsafe import Markup

from charts.html import stylesheet, tag
from charts.points import NONE, Point, moment
from charts.sparkline import beside_city
from charts.theme import Theme
from indicators.analysis.trends import Judged
from indicators.catalogue import Indicator
from indicators.figures.grid import History
from locales import Language, number, text
from words.care import BREAK, DOUBTFUL, mark
from words.course import p_told, verdict_word
from words.missing import why_missing
from words.periods import dated, short, short_span
from words.titles import unit_beside

STYLE: Final = stylesheet(__file__, "profile_table.css")
DENSE: Final = 60
"""Rows above which a table is set in smaller type in print, so that two pages hold it."""
COLUMNS: Final = ("", "", "wide", "rank", "", "words verdict", "wide", "words")
"""What the columns may do: those that are wide leave a narrow window."""
ARROWS: Final = {"rising": "↑", "falling": "↓"}


def profile_table(caption: str, header: Sequence[str], sections: Sequence[tuple[str, Sequence[Markup]]]) -> Markup:
    """The table; header: names of the eight columns; sections: topics with their rows, from `profile_row`."""
    head = [tag("th", name, scope="col", class_=kind) for name, kind in zip(header, COLUMNS, strict=True)]
    bodies = [
        tag("tbody", tag("tr", tag("th", topic, colspan=len(COLUMNS), scope="rowgroup"), class_="topic"), *rows)
        for topic, rows in sections
    ]
    dense = " dense" if sum(len(rows) for _, rows in sections) > DENSE else ""
    table = tag("caption", caption), tag("thead", tag("tr", *head)), *bodies
    return STYLE + tag(
        "div",
        tag("table", *table, class_=f"profile{dense}"),
        class_="scroll",
        role="region",
        aria_label=caption,
        tabindex=0,
    )


def profile_row(
    lang: Language,
    indicator: Indicator,
    position: Mapping[Any, Any],
    own: History,
    city: History,
    theme: Theme,
    judged: Judged | None = None,
) -> Markup:
    """One row of the table. position: of `indicators.places.profile.POSITIONS`; own, city: both since the same year;
    judged: the trend of the place, None where none is looked for."""
    period, decimals = dated(lang, position["period"]), indicator.decimals
    rank = "" if isnan(position["rank"]) else _of(lang, position)
    theirs = _points(city if indicator.comparable else History())
    small = tag("small", unit_beside(lang, indicator), " ", tag("span", period, class_="then"))
    return tag(
        "tr",
        tag("th", indicator.title[lang], " ", small, scope="row"),
        _value(lang, position, decimals),
        tag("td", period, class_="wide"),
        tag("td", rank, class_="rank"),
        tag("td", _figure(lang, position["city"], decimals, position["city_status"])),
        tag("td", *_verdict(lang, position, decimals), class_="words"),
        tag("td", beside_city(_points(own), theirs, theme, _course(lang, own, decimals)), class_="wide"),
        tag("td", *_trend(lang, judged), class_="words"),
    )


def _of(lang: Language, position: Mapping[Any, Any]) -> str:
    told = text(lang, "{rank} of {n}", rank=int(position["rank"]), n=int(position["of"]))
    return text(lang, "{rank}, shared", rank=told) if position["level"] > 1 else told


def _value(lang: Language, position: Mapping[Any, Any], decimals: int) -> Markup:
    """The cell of the place's own figure, or of why there is none."""
    value, status = position["value"], position["status"]
    if isnan(value):
        return tag("td", why_missing(lang, status), class_="why")
    return tag("td", _figure(lang, value, decimals, status), class_="value")


def _figure(lang: Language, value: float, decimals: int, status: str) -> str:
    return number(lang, value, decimals) + (mark(DOUBTFUL) if status == DOUBTFUL and not isnan(value) else "")


def _verdict(lang: Language, position: Mapping[Any, Any], decimals: int) -> list[str]:
    """How the figure stands against the median of its peers, and the median; nothing without a verdict."""
    words = {"above": text(lang, "above"), "similar": text(lang, "similar"), "below": text(lang, "below")}
    if not position["verdict"]:
        return []
    word = tag("span", words[position["verdict"]], class_=position["verdict"])
    return [word, " ", tag("small", f"({number(lang, position['median'], decimals)})")]


def _points(history: History) -> list[Point]:
    """The points of a line, doubtful figures left out."""
    figures = zip(history.periods, history.values, history.status, strict=True)
    return [
        Point(moment(period), NONE if status == DOUBTFUL else float(value), status) for period, value, status in figures
    ]


def _course(lang: Language, own: History, decimals: int) -> str:
    """What the line shows, for those who do not see it: its first and last figure."""
    known = [(period, value) for period, value in zip(own.periods, own.values, strict=True) if not isnan(value)]
    if not known:
        return ""
    (first, start), (last, end) = known[0], known[-1]
    first, last = short(lang, first), short(lang, last)
    return f"{first}: {number(lang, start, decimals)} – {last}: {number(lang, end, decimals)}"


def _trend(lang: Language, judged: Judged | None) -> list[Markup]:
    """An arrow where the test finds a trend, which opens to tell of which years and how clearly; else in words.

    What lies after a break alone carries its mark.
    """
    if judged is None:
        return []
    found, adjusted, verdict = judged
    signs = ARROWS.get(verdict, "") + mark(BREAK if found.breaks else "")
    shown = tag("span", signs, aria_hidden="true"), tag("span", verdict_word(lang, verdict), class_="heard")
    if verdict not in ARROWS:
        return [*shown]
    span, p = short_span(lang, (found.start, found.end)), p_told(lang, found.p)
    told = text(lang, "{span}, {p}, adjusted {adjusted}", span=span, p=p, adjusted=p_told(lang, adjusted))
    return [tag("details", tag("summary", *shown), tag("small", told))]
