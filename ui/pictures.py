"""The pictures that pages place: each with its words, its source and its table."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from math import isnan
from typing import Any

import pandas as pd
import streamlit as st

from charts import ranking
from charts.labels import with_notes
from charts.table import html_table
from charts.theme import Captions, Figure
from charts.tooltips import with_kind
from data.areas import CITY
from data.store import Dataset
from indicators.analysis.trends import trend
from indicators.catalogue import Indicator
from indicators.figures import periods
from indicators.figures.values import Groups, values
from locales import Language, number, plotly_separators, text
from ui import frame
from ui.drawing import component
from words.care import OF_VALUES, changes_told, of_change, values_told
from words.change import amount, change_unit
from words.periods import dated, short, short_span
from words.rows import DOUBTFUL, value_rows
from words.rows import rows as change_rows


@dataclass(frozen=True)
class Chosen:
    """What a page is about: the figures, the indicator, the span, the reader's language.

    picked: what happens with an area that is clicked in a picture.
    """

    lang: Language
    dataset: Dataset
    indicator: Indicator
    start: str
    end: str
    picked: Callable[[str], None] | None = None

    def file(self, picture: str, period: str = "") -> str:
        """The name of a picture's file: what it is of, over which years or in which period."""
        return f"leipzig_{self.indicator.id}_{picture}_{period or f'{self.start}-{self.end}'}"

    def draw(self, figure: Figure, picture: str, alt: str, period: str = "", legend: str = "") -> None:
        """Places a picture of what the page is about under its own name; see `ui.drawing.component.draw`."""
        told = with_kind(figure, self.lang, self.indicator)
        component.draw(self.lang, told, self.file(picture, period), alt, picture, self.picked, legend=legend)

    @property
    def span(self) -> tuple[str, str]:
        return self.start, self.end


def changes(chosen: Chosen, names: Mapping[str, str], groups: Groups = ()) -> pd.DataFrame:
    """The change of each named place, ready to draw; see `words.rows.rows`. groups: those among the places."""
    found = periods.change(chosen.dataset, chosen.indicator, *chosen.span, groups)
    return change_rows(chosen.lang, chosen.indicator, found, names)


def key_figures(figures: Sequence[tuple[str, str, str | None]]) -> None:
    """A row of labels with their values and, below, what to tell of them."""
    listed = (
        f"<div><dt>{escape(label)}</dt><dd>{escape(value)}</dd>{f'<dd>{escape(told)}</dd>' if told else ''}</div>"
        for label, value, told in figures
    )
    st.html(f'<dl class="key">{"".join(listed)}</dl>')


def captions(chosen: Chosen, title: str, subtitle: str, *others: Indicator) -> Captions:
    """The words of a picture of what a page is about, and of other indicators in it."""
    source = frame.source_line(chosen.lang, chosen.dataset, chosen.indicator, *others)
    return Captions(title, subtitle, source, plotly_separators(chosen.lang))


def ranking_chart(chosen: Chosen, rows: pd.DataFrame, lit: Sequence[str], alt: str) -> None:
    """Bars of change, the largest on top."""
    lang, indicator = chosen.lang, chosen.indicator
    start, end = (dated(lang, period) for period in chosen.span)
    if all(map(isnan, rows["change"].tolist())):
        st.info(text(lang, "No area has figures for both {start} and {end}.", start=start, end=end))
        return
    title = text(lang, "Ranking of change {span}", span=short_span(lang, chosen.span))
    bars = rows.assign(value=rows["change"], label=rows["short"])
    _bars(chosen, bars, (title, change_unit(lang, indicator)), changes_told(lang, rows["short"]), lit, alt)


def value_ranking(
    chosen: Chosen, values: pd.DataFrame, names: Mapping[str, str], period: str, lit: Sequence[str], alt: str
) -> None:
    """Bars of one period's values, the largest on top."""
    lang, indicator = chosen.lang, chosen.indicator
    # A count of the whole city would leave no room for its districts.
    listed = {area: name for area, name in names.items() if area != CITY or indicator.change != "percent"}
    rows = value_rows(lang, indicator, values, listed, period)
    cells = zip(rows["shade"], rows["status"], strict=True)
    labels = [number(lang, value, indicator.decimals) + OF_VALUES.get(status, "") for value, status in cells]
    title = text(lang, "Ranking {period}", period=dated(lang, period))
    notes = values_told(lang, set(rows.loc[rows["shade"].notna(), "status"]))
    bars = rows.assign(value=rows["shade"], label=labels)
    _bars(chosen, bars, (title, indicator.unit[lang]), notes, lit, alt, period)


def _bars(
    chosen: Chosen,
    rows: pd.DataFrame,
    titles: tuple[str, str],
    notes: Sequence[str],
    lit: Sequence[str],
    alt: str,
    period: str = "",
) -> None:
    """titles: of the picture, and the unit; notes: what signs behind the figures mean."""
    subtitle = text(chosen.lang, "{title}, in {unit}", title=chosen.indicator.title[chosen.lang], unit=titles[1])
    bars = rows.iloc[[place for place, value in enumerate(rows["value"].tolist()) if not isnan(value)]]
    told = with_notes(captions(chosen, titles[0], subtitle), notes)
    figure = ranking.ranking(bars, lit, told, frame.theme())
    with st.container(height=560 if len(bars) > 22 else "content", border=False):
        chosen.draw(figure, "ranking", alt, period)


def change_table(chosen: Chosen, rows: pd.DataFrame, lit: Sequence[str]) -> None:
    """The figures behind the pictures, the largest change first; of a single period the largest value."""
    if chosen.start == chosen.end:
        _value_table(chosen, rows, lit)
        return
    lang, indicator = chosen.lang, chosen.indicator
    decimals = max(indicator.decimals, 1 if indicator.change == "points" else 0)
    absolute = indicator.change == "percent"
    header = [text(lang, "Area"), *(short(lang, period) for period in chosen.span)]
    header += [text(lang, "Difference")] if absolute else []
    header += [text(lang, "Change in {unit}", unit=change_unit(lang, indicator))]
    shown = ("name", "start_value", "end_value", "absolute", "change", "short", "note")
    columns = (rows[column].tolist() for column in shown)
    cells = [
        [
            name,
            number(lang, start, indicator.decimals),
            number(lang, end, indicator.decimals),
            *([number(lang, difference, decimals, signed=True)] if absolute else []),
            note if isnan(change) else short,
        ]
        for name, start, end, difference, change, short, note in zip(*columns, strict=True)
    ]
    caption = f"{indicator.title[lang]} ({indicator.unit[lang]}), {short_span(lang, chosen.span)}"
    _place_table(" · ".join([caption, *changes_told(lang, rows["short"])]), header, cells, rows, lit)


def _value_table(chosen: Chosen, rows: pd.DataFrame, lit: Sequence[str]) -> None:
    lang, indicator, period = chosen.lang, chosen.indicator, chosen.end
    ordered = rows.sort_values("end_value", ascending=False, kind="stable", na_position="last")
    cells = [
        [
            row["name"],
            number(lang, row["end_value"], indicator.decimals) + of_change(row["short"]),
            row["note"] if pd.isna(row["end_value"]) else "",
        ]
        for row in ordered.to_dict("records")
    ]
    said = values_told(lang, {DOUBTFUL} & set(ordered["status"]))
    caption = " · ".join([f"{indicator.title[lang]} ({indicator.unit[lang]}), {dated(lang, period)}", *said])
    header = [text(lang, "Area"), dated(lang, period), text(lang, "Note")]
    if not any(note for _, _, note in cells):
        header, cells = header[:2], [cell[:2] for cell in cells]
    _place_table(caption, header, cells, ordered, lit)


def _place_table(
    caption: str, header: Sequence[str], cells: Sequence[Sequence[str]], rows: pd.DataFrame, lit: Sequence[str]
) -> None:
    """rows: of the cells; those of lit areas and of the city are set off."""
    set_off = [n for n, area in enumerate(rows["area"]) if area in lit or area == CITY]
    st.html(html_table(caption, header, cells, set_off))


def summary(chosen: Chosen, rows: pd.DataFrame, area: str) -> list[tuple[str, str, str | None]]:
    """One official area in figures: its value, its change in what the indicator counts and in percent, its trend.

    Nothing for a place that is not among the rows, because nobody publishes figures of it.
    """
    lang, indicator = chosen.lang, chosen.indicator
    areas = rows["area"].tolist()
    if area not in areas:
        return []
    row = rows.iloc[areas.index(area)]
    newest = (f"{indicator.title[lang]} {dated(lang, chosen.end)}", amount(lang, indicator, row["end_value"]))
    if chosen.start == chosen.end:
        return [(*newest, None)]
    course = _trend(chosen.dataset, indicator, area, *chosen.span)
    since = text(lang, "Change since {start}", start=dated(lang, chosen.start))
    before = f"{dated(lang, chosen.start)}: {amount(lang, indicator, row['start_value'])}"
    found: list[tuple[str, str, str | None]] = [
        (*newest, before),
        (since, row["label"], None),
    ]
    if indicator.change == "percent":
        found[1] = (since, row["label"], number(lang, row["absolute"], indicator.decimals, signed=True))
    decimals = indicator.decimals + (indicator.change != "percent")
    a_year = number(lang, course["slope"], decimals, signed=True)
    slope = None if pd.isna(course["slope"]) else text(lang, "{slope} a year (Theil–Sen)", slope=a_year)
    return [*found, (text(lang, "Trend"), verdict(lang, str(course["verdict"])), slope)]


@lru_cache(maxsize=1024)
def _trend(dataset: Dataset, indicator: Indicator, area: str, start: str, end: str) -> Mapping[str, Any]:
    """The trend of an official area, see `indicators.analysis.trends.trend`."""
    return trend(values(dataset, indicator), area, start, end)


def contrast(chosen: Chosen, rows: pd.DataFrame, areas: Sequence[str]) -> list[tuple[str, str, str | None]]:
    """Several places beside each other: value at the end, and change."""
    lang, (start, end) = chosen.lang, (dated(chosen.lang, period) for period in chosen.span)
    found: list[tuple[str, str, str | None]] = []
    for area in areas:
        row = rows[rows["area"] == area]
        if len(row):
            value = amount(lang, chosen.indicator, float(row["end_value"].iloc[0]))
            told = text(lang, "{change} since {start}", change=row["label"].iloc[0], start=start)
            since = None if row["change"].isna().iloc[0] or start == end else told
            found.append((f"{row['name'].iloc[0]} {end}", value, since))
    return found


def verdict(lang: Language, found: str) -> str:
    """The verdict of a trend test in a word or two."""
    return {
        "rising": text(lang, "rising"),
        "falling": text(lang, "falling"),
        "no clear trend": text(lang, "no clear trend"),
    }.get(found, text(lang, "too few values"))
