"""Lines over time that pages place, with what is to be said of their breaks, doubts and dashes."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from charts import timeline
from charts.points import BAND
from charts.words import change_decimals, change_unit
from charts.words_spans import Measure, lines_sentence
from indicators import catalogue, measures
from indicators.remarks import reason
from indicators.values import values
from indicators.yearly import change_a_year
from locales import text
from ui import frame
from ui.pictures import Chosen, captions


def lines_chart(chosen: Chosen, values: pd.DataFrame, lines: Sequence[timeline.Line], *, measure: Measure) -> None:
    """One line a place: values, an index with 100 at the first chosen period, or the change of each year."""
    lang, indicator = chosen.lang, chosen.indicator
    own = values[values["area"].isin([line.area for line in lines])]
    drawn = _with_range(chosen, own, _measured(chosen, own, measure), measure)
    if drawn["value"].notna().sum() == 0:
        st.info(text(lang, "There are no figures to draw for this choice."))
        return
    marks = _reasons(chosen, _places(own)["B"], "B")
    figure = timeline.timeline(
        drawn,
        lines,
        marks,
        captions(chosen, *_titles(chosen, measure)),
        frame.theme(),
        {"index": 1, "change": change_decimals(indicator)}.get(measure, indicator.decimals),
        (int(chosen.start[:4]), int(chosen.end[:4])),
        zero=measure == "change",
    )
    names = {line.area: line.name for line in lines}
    chosen.draw(figure, "lines", lines_sentence(lang, indicator, chosen.span, drawn, names, measure))
    _remarks(chosen, drawn, marks)


def _remarks(chosen: Chosen, drawn: pd.DataFrame, marks: Mapping[str, str]) -> None:
    """Below lines: why they break, which of their figures are doubtful, and what is dashed."""
    lang, indicator = chosen.lang, chosen.indicator
    for period, why in marks.items():
        st.caption(text(lang, "Break in {period}: {reason}", period=period, reason=why))
    doubts: dict[str, list[str]] = {}
    places = _places(drawn)
    for period, why in _reasons(chosen, places["U"], "U").items():
        doubts.setdefault(why, []).append(period)
    for why, years in doubts.items():
        st.caption(text(lang, "Doubtful ({years}, open circles): {reason}", years=", ".join(years), reason=why))
    estimated = text(lang, "Dashed: forecast") if indicator.kind == "forecast" else text(lang, "Dashed: modelled")
    if set(BAND) <= set(drawn.columns):
        st.caption(text(lang, "Band: from the lower to the upper variant"))
    for status, told in (("P", text(lang, "Dashed: provisional")), ("E", estimated)):
        dashed = sorted(places[status])
        if dashed:
            st.caption(f"{told} ({'–'.join(dict.fromkeys([dashed[0], dashed[-1]]))})")


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
