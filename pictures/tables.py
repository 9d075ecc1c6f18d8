"""The figures behind pictures, as tables."""

from collections.abc import Sequence
from dataclasses import replace
from math import isnan

import pandas as pd

from charts.table import html_table
from data.areas import CITY
from locales import number, text
from pictures.again import kept_for_all
from pictures.request import Request
from words.care import DOUBTFUL, changes_told, mark, values_told
from words.change import change_unit
from words.periods import dated, short, short_span


@kept_for_all
def change_table(request: Request) -> str:
    """As HTML, the figures behind the pictures in the order of their rankings; of a single period its values."""
    if request.selection.start == request.selection.end:
        return _value_table(request)
    lang, indicator, rows = request.lang, request.indicator, _reference_last(request, request.changes)
    decimals = max(indicator.decimals, 1 if indicator.change == "points" else 0)
    absolute = indicator.change == "percent"
    header = [text(lang, "Area"), *(short(lang, period) for period in request.span)]
    header += [text(lang, "Difference")] if absolute else []
    header += [text(lang, "Change ({unit})", unit=change_unit(lang, indicator))]
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
    return _html(request, short_span(lang, request.span), changes_told(lang, rows["care"]), header, cells, rows)


def _value_table(request: Request) -> str:
    lang, indicator, period = request.lang, request.indicator, request.selection.end
    order = replace(request, period=period).values(request.areas)["area"].tolist()
    rows = request.changes.set_index("area", drop=False)
    rows = _reference_last(request, rows.loc[[area for area in order if area in rows.index]])
    cells = [
        [
            row["name"],
            number(lang, row["end_value"], indicator.decimals) + mark(row["care"]),
            row["note"] if pd.isna(row["end_value"]) else "",
        ]
        for row in rows.to_dict("records")
    ]
    header = [text(lang, "Area"), dated(lang, period), text(lang, "Note")]
    if not any(note for _, _, note in cells):
        header, cells = header[:2], [cell[:2] for cell in cells]
    return _html(request, dated(lang, period), values_told(lang, {DOUBTFUL} & set(rows["status"])), header, cells, rows)


def _reference_last(request: Request, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with what the others are set against at their foot."""
    is_reference = rows["area"] == request.reference
    return pd.concat([rows[~is_reference], rows[is_reference]]) if is_reference.any() else rows


def _html(
    request: Request,
    when: str,
    notes: Sequence[str],
    header: Sequence[str],
    cells: Sequence[Sequence[str]],
    rows: pd.DataFrame,
) -> str:
    """rows: of the cells, of which the city's is set off and the first of areas that are listed; notes: what signs in
    the cells mean. What the reader chose is no part of the table, so that it need not travel anew with a choice."""
    lang, indicator = request.lang, request.indicator
    caption = " · ".join([f"{indicator.title[lang]} ({indicator.unit[lang]}), {when}", *notes])
    strongest = {CITY, *(request.strongest if request.listed else ())}
    set_off = [n for n, area in enumerate(rows["area"]) if area in strongest]
    return html_table(caption, header, cells, set_off, find=text(lang, "Find an area"))


def chosen_rows(request: Request) -> list[str]:
    """The names of the rows that the reader chose, the one that the page tells of last; none of areas that are
    listed."""
    return [] if request.listed else [request.areas[area] for area in request.lit if area in request.areas]
