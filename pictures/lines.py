"""Lines over time, with what is to be said of their breaks, doubts and dashes.

Only an index depends on the years that the reader chose, so what is drawn is kept for the next choice and the next
reader.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from charts import timeline
from charts.points import BAND
from charts.theme import Figure, Theme
from charts.timeline import Line
from data.store import Dataset
from indicators import catalogue
from indicators.catalogue import Indicator
from indicators.figures import measures
from indicators.figures.grid import Grid
from indicators.figures.remarks import reason
from indicators.figures.values import Groups, grid, values
from indicators.kept import kept_lately
from locales import Language, text
from pictures.picture import Drawn, Subject
from words.change import change_decimals, change_unit
from words.two_periods import Measure, lines_sentence


@dataclass(frozen=True, eq=False)
class _Lines:
    """A picture of lines, the frame of values that it shows, and what stands below it."""

    figure: Figure
    shown: pd.DataFrame
    remarks: tuple[str, ...]


def over_time(subject: Subject, drawn: Sequence[Line], *, measure: Measure, groups: Groups = ()) -> Drawn:
    """One line a place: values, an index with 100 at the first period, or the change of each year.

    groups: those that lines are of, beside official areas.
    """
    lang = subject.lang
    base = subject.start if measure == "index" else ""
    found = _lines(lang, subject.dataset, subject.indicator, base, subject.theme, tuple(drawn), measure, groups)
    if found is None:
        return text(lang, "There are no figures to draw for this choice.")
    names = {line.area: line.name for line in drawn}
    sentence = lines_sentence(lang, subject.indicator, subject.span, found.shown, names, measure)
    years = (int(subject.start[:4]), int(subject.end[:4]))
    figure = timeline.with_span(found.figure, years, subject.theme)
    return subject.picture("lines", figure, sentence, found.shown, caveats=found.remarks)


@kept_lately
def _lines(
    lang: Language,
    dataset: Dataset,
    indicator: Indicator,
    base: str,
    theme: Theme,
    lines: tuple[Line, ...],
    measure: Measure,
    groups: Groups,
) -> _Lines | None:
    """What is drawn, whatever the years; None without a figure. base: the base period of an index."""
    subject, areas = Subject(lang, dataset, indicator, base, base, theme), {line.area for line in lines}
    figures = grid(dataset, indicator, groups).among(areas)
    own = figures.frame
    shown = _with_range(subject, own, _measured(subject, figures, measure).frame, measure)
    if shown["value"].notna().sum() == 0:
        return None
    marks = _reasons(subject, _places(own)["B"], "B")
    figure = timeline.timeline(
        shown,
        lines,
        marks,
        subject.captions(*_titles(subject, measure)),
        theme,
        {"index": 1, "change": change_decimals(indicator)}.get(measure, indicator.decimals),
        zero=measure == "change",
    )
    return _Lines(figure, shown, tuple(_remarks(subject, shown, marks)))


def _remarks(subject: Subject, drawn: pd.DataFrame, marks: Mapping[str, str]) -> list[str]:
    """Why lines break, which of their figures are doubtful, and what is dashed."""
    lang, indicator = subject.lang, subject.indicator
    told = [text(lang, "Break in {period}: {reason}", period=period, reason=why) for period, why in marks.items()]
    doubts: dict[str, list[str]] = {}
    places = _places(drawn)
    for period, why in _reasons(subject, places["U"], "U").items():
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


def _measured(subject: Subject, figures: Grid, measure: str) -> Grid:
    if measure == "index":
        return measures.index_to(figures, subject.start)
    return measures.change_a_year(figures, subject.indicator.change) if measure == "change" else figures


def _with_range(subject: Subject, own: pd.DataFrame, drawn: pd.DataFrame, measure: Measure) -> pd.DataFrame:
    """What is drawn with the ends of its indicator's range beside it, in the same measure; as it is without a range.

    own: the values behind what is drawn, row by row.
    """
    if not subject.indicator.range or measure == "change" or drawn.empty:
        return drawn
    keys, scale = ["area", "period"], drawn["value"].to_numpy() / own["value"].to_numpy()
    for name, id in zip(BAND, subject.indicator.range, strict=True):
        end = values(subject.dataset, catalogue.load()[id])[[*keys, "value"]].rename(columns={"value": name})
        drawn = drawn.merge(end, on=keys, how="left")
        drawn[name] = drawn[name].to_numpy() * scale
    return drawn


def _titles(subject: Subject, measure: str) -> tuple[str, str]:
    """What lines show, and in what."""
    lang, title = subject.lang, subject.indicator.title[subject.lang]
    if measure == "index":
        return title, text(lang, "index, {start} = 100", start=subject.start)
    if measure == "change":
        unit = change_unit(lang, subject.indicator)
        return text(lang, "{title}: change a year", title=title), text(lang, "on the year before ({unit})", unit=unit)
    return title, text(lang, "in {unit}", unit=subject.indicator.unit[lang])


def _reasons(subject: Subject, places: Mapping[str, Sequence[str]], status: str) -> dict[str, str]:
    """By period, why figures have a status; places: the areas with such a figure, by period."""
    found = {}
    for period, areas in sorted(places.items()):
        why = reason(subject.dataset, subject.indicator, period, status, frozenset(areas))
        if why:
            found[period] = why[subject.lang]
    return found


def _places(figures: pd.DataFrame) -> Mapping[str, dict[str, list[str]]]:
    """By status and period, the areas whose figures have it."""
    found: dict[str, dict[str, list[str]]] = defaultdict(dict)
    cells = zip(*(figures[name].tolist() for name in ("area", "period", "status")), strict=True)
    for area, period, status in cells:
        found[status].setdefault(period, []).append(area)
    return found
