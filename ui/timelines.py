"""Lines over time that pages place, with what is to be said of their breaks, doubts and dashes.

Only an index depends on the years that the reader chose, so what is drawn is kept for the next choice and the next
reader.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import pandas as pd
import streamlit as st

from charts import timeline
from charts.points import BAND
from charts.theme import Figure, Theme
from charts.timeline import Line
from indicators import catalogue
from indicators.figures import measures
from indicators.figures.remarks import reason
from indicators.figures.values import Groups, values, values_with_groups
from indicators.figures.yearly import change_a_year
from locales import text
from ui import frame
from ui.pictures import Chosen, captions
from words.change import change_decimals, change_unit
from words.two_periods import Measure, lines_sentence


@dataclass(frozen=True, eq=False)
class _Lines:
    """A picture of lines, the frame of values that it shows, and what stands below it."""

    figure: Figure
    shown: pd.DataFrame
    remarks: tuple[str, ...]


def lines_chart(chosen: Chosen, lines: Sequence[Line], *, measure: Measure, groups: Groups = ()) -> None:
    """One line a place: values, an index with 100 at the first chosen period, or the change of each year.

    groups: those that lines are of, beside official areas.
    """
    lang, theme = chosen.lang, frame.theme()
    base = chosen.start if measure == "index" else ""
    drawn = _lines(replace(chosen, start=base, end=base, picked=None), tuple(lines), measure, groups, theme)
    if drawn is None:
        st.info(text(lang, "There are no figures to draw for this choice."))
        return
    names = {line.area: line.name for line in lines}
    sentence = lines_sentence(lang, chosen.indicator, chosen.span, drawn.shown, names, measure)
    years = (int(chosen.start[:4]), int(chosen.end[:4]))
    chosen.draw(timeline.with_span(drawn.figure, years, theme), "lines", sentence)
    for remark in drawn.remarks:
        st.caption(remark)


@lru_cache(maxsize=128)
def _lines(chosen: Chosen, lines: tuple[Line, ...], measure: Measure, groups: Groups, theme: Theme) -> _Lines | None:
    """What is drawn, whatever the years; None without a figure. chosen: its span is the base period of an index."""
    dataset, indicator, areas = chosen.dataset, chosen.indicator, {line.area for line in lines}
    every = values_with_groups(dataset, indicator, groups)
    own = every[every["area"].isin(areas)]
    shown = _with_range(chosen, own, _measured(chosen, own, measure), measure)
    if shown["value"].notna().sum() == 0:
        return None
    marks = _reasons(chosen, _places(own)["B"], "B")
    figure = timeline.timeline(
        shown,
        lines,
        marks,
        captions(chosen, *_titles(chosen, measure)),
        theme,
        {"index": 1, "change": change_decimals(indicator)}.get(measure, indicator.decimals),
        zero=measure == "change",
    )
    return _Lines(figure, shown, tuple(_remarks(chosen, shown, marks)))


def _remarks(chosen: Chosen, drawn: pd.DataFrame, marks: Mapping[str, str]) -> list[str]:
    """Why lines break, which of their figures are doubtful, and what is dashed."""
    lang, indicator = chosen.lang, chosen.indicator
    told = [text(lang, "Break in {period}: {reason}", period=period, reason=why) for period, why in marks.items()]
    doubts: dict[str, list[str]] = {}
    places = _places(drawn)
    for period, why in _reasons(chosen, places["U"], "U").items():
        doubts.setdefault(why, []).append(period)
    for why, years in doubts.items():
        told.append(text(lang, "Doubtful ({years}, open circles): {reason}", years=", ".join(years), reason=why))
    estimated = text(lang, "Dashed: forecast") if indicator.kind == "forecast" else text(lang, "Dashed: modelled")
    if set(BAND) <= set(drawn.columns):
        told.append(text(lang, "Band: from the lower to the upper variant"))
    for status, said in (("P", text(lang, "Dashed: provisional")), ("E", estimated)):
        dashed = sorted(places[status])
        if dashed:
            told.append(f"{said} ({'–'.join(dict.fromkeys([dashed[0], dashed[-1]]))})")
    return told


def _measured(chosen: Chosen, values: pd.DataFrame, measure: str) -> pd.DataFrame:
    if measure == "index":
        return measures.index_to(values, chosen.start)
    return change_a_year(values, chosen.indicator.change) if measure == "change" else values


def _with_range(chosen: Chosen, own: pd.DataFrame, drawn: pd.DataFrame, measure: Measure) -> pd.DataFrame:
    """What is drawn with the ends of its indicator's range beside it, in the same measure; as it is without a range.

    own: the values behind what is drawn, row by row.
    """
    if not chosen.indicator.range or measure == "change" or drawn.empty:
        return drawn
    keys, scale = ["area", "period"], drawn["value"].to_numpy() / own["value"].to_numpy()
    for name, id in zip(BAND, chosen.indicator.range, strict=True):
        end = values(chosen.dataset, catalogue.load()[id])[[*keys, "value"]].rename(columns={"value": name})
        drawn = drawn.merge(end, on=keys, how="left")
        drawn[name] = drawn[name].to_numpy() * scale
    return drawn


def _titles(chosen: Chosen, measure: str) -> tuple[str, str]:
    """What lines show, and in what."""
    lang, title = chosen.lang, chosen.indicator.title[chosen.lang]
    if measure == "index":
        return title, text(lang, "index, {start} = 100", start=chosen.start)
    if measure == "change":
        unit = change_unit(lang, chosen.indicator)
        return text(lang, "{title}: change a year", title=title), text(lang, "on the year before ({unit})", unit=unit)
    return title, text(lang, "in {unit}", unit=chosen.indicator.unit[lang])


def _reasons(chosen: Chosen, places: Mapping[str, Sequence[str]], status: str) -> dict[str, str]:
    """By period, why figures have a status; places: the areas with such a figure, by period."""
    found = {}
    for period, areas in sorted(places.items()):
        why = reason(chosen.dataset, chosen.indicator, period, status, frozenset(areas))
        if why:
            found[period] = why[chosen.lang]
    return found


def _places(figures: pd.DataFrame) -> Mapping[str, dict[str, list[str]]]:
    """By status and period, the areas whose figures have it."""
    found: dict[str, dict[str, list[str]]] = defaultdict(dict)
    cells = zip(*(figures[name].tolist() for name in ("area", "period", "status")), strict=True)
    for area, period, status in cells:
        found[status].setdefault(period, []).append(area)
    return found
