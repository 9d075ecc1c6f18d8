"""The figures behind pictures, as tables."""

from collections.abc import Sequence
from math import isnan

import pandas as pd

from charts.table import html_table
from data.areas import CITY
from locales import number, text
from pictures.picture import Subject
from words.care import DOUBTFUL, changes_told, mark, values_told
from words.change import change_unit
from words.periods import dated, short, short_span


def change_table(subject: Subject, rows: pd.DataFrame, lit: Sequence[str]) -> str:
    """As HTML, the figures behind the pictures, the largest change first; of a single period the largest value."""
    if subject.start == subject.end:
        return _value_table(subject, rows, lit)
    lang, indicator = subject.lang, subject.indicator
    decimals = max(indicator.decimals, 1 if indicator.change == "points" else 0)
    absolute = indicator.change == "percent"
    header = [text(lang, "Area"), *(short(lang, period) for period in subject.span)]
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
    caption = f"{indicator.title[lang]} ({indicator.unit[lang]}), {short_span(lang, subject.span)}"
    return _html(" · ".join([caption, *changes_told(lang, rows["care"])]), header, cells, rows, lit)


def _value_table(subject: Subject, rows: pd.DataFrame, lit: Sequence[str]) -> str:
    lang, indicator, period = subject.lang, subject.indicator, subject.end
    ordered = rows.sort_values("end_value", ascending=False, kind="stable", na_position="last")
    cells = [
        [
            row["name"],
            number(lang, row["end_value"], indicator.decimals) + mark(row["care"]),
            row["note"] if pd.isna(row["end_value"]) else "",
        ]
        for row in ordered.to_dict("records")
    ]
    said = values_told(lang, {DOUBTFUL} & set(ordered["status"]))
    caption = " · ".join([f"{indicator.title[lang]} ({indicator.unit[lang]}), {dated(lang, period)}", *said])
    header = [text(lang, "Area"), dated(lang, period), text(lang, "Note")]
    if not any(note for _, _, note in cells):
        header, cells = header[:2], [cell[:2] for cell in cells]
    return _html(caption, header, cells, ordered, lit)


def _html(
    caption: str, header: Sequence[str], cells: Sequence[Sequence[str]], rows: pd.DataFrame, lit: Sequence[str]
) -> str:
    """rows: of the cells; those of lit areas and of the city are set off."""
    set_off = [n for n, area in enumerate(rows["area"]) if area in lit or area == CITY]
    return html_table(caption, header, cells, set_off)
