"""Lines over time, with what is to be said of their breaks, doubts and dashes.

Only an index depends on the years that the reader chose, so what is drawn is kept for the next choice and the next
reader.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from charts import timeline
from charts.points import BAND, moment
from charts.theme import Figure, Theme
from charts.timeline import Line
from data.store import Dataset
from indicators import catalogue
from indicators.catalogue import Indicator
from indicators.figures import measures
from indicators.figures.grid import Grid
from indicators.figures.values import Groups, grid, values
from indicators.kept import kept_lately
from indicators.selection import Selection
from locales import Language, joined, text
from pictures import places
from pictures.breaks import places_by_status, reasons
from pictures.picture import Drawn
from pictures.request import Request
from words.change import change_decimals, change_unit
from words.lines import Measure, lines_sentence
from words.periods import short
from words.units import in_unit


@dataclass(frozen=True, eq=False)
class _Lines:
    """A picture of lines, the frame of values that it shows, and what stands below it."""

    figure: Figure
    shown: pd.DataFrame
    remarks: tuple[str, ...]


def over_time(request: Request) -> Drawn:
    """One line a place: values, an index with 100 at the first period, or the change of each year."""
    lang, theme, drawn = request.lang, request.theme, tuple(places.lines(request))
    measure, (start, end) = request.measure, request.span
    base = start if measure == "index" else ""
    found = _lines(lang, request.dataset, request.indicator, theme, base, measure, drawn, request.groups)
    if found is None:
        return text(lang, "There are no figures to draw for this choice.")
    names = {line.area: line.name for line in drawn}
    sentence = lines_sentence(lang, request.indicator, request.span, found.shown, names, measure)
    figure = timeline.with_span(found.figure, (moment(start), moment(end)), theme)
    return request.picture("lines", figure, sentence, found.shown, caveats=found.remarks)


@kept_lately
def _lines(
    lang: Language,
    dataset: Dataset,
    indicator: Indicator,
    theme: Theme,
    base: str,
    measure: Measure,
    lines: tuple[Line, ...],
    groups: Groups,
) -> _Lines | None:
    """What is drawn, whatever the years; None without a figure. base: the base period of an index."""
    request = Request(lang, dataset, theme, Selection((indicator,), start=base), measure=measure)
    figures = grid(dataset, indicator, groups).among([line.area for line in lines])
    own, shown = figures.frame, _with_range(request, figures)
    if shown["value"].notna().sum() == 0:
        return None
    marks = reasons(request, places_by_status(own)["B"], "B")
    figure = timeline.timeline(
        shown,
        lines,
        marks,
        request.captions(*_titles(request)),
        theme,
        {"index": 1, "change": change_decimals(indicator)}.get(measure, indicator.decimals),
        changes=measure == "change",
    )
    return _Lines(figure, shown, tuple(_remarks(request, shown, marks)))


def _remarks(request: Request, drawn: pd.DataFrame, marks: Mapping[str, str]) -> list[str]:
    """Why lines break, which of their figures are doubtful, and what is dashed."""
    lang, indicator = request.lang, request.indicator
    where = places_by_status(drawn)
    told = [
        text(lang, "Break in {period}: {reason}", period=joined(lang, years), reason=why)
        for why, years in _by_reason(lang, marks).items()
    ]
    told += [
        text(lang, "Doubtful ({years}, open circles): {reason}", years=", ".join(years), reason=why)
        for why, years in _by_reason(lang, reasons(request, where["U"], "U")).items()
    ]
    estimated = text(lang, "Dashed: forecast") if indicator.kind == "forecast" else text(lang, "Dashed: modelled")
    if set(BAND) <= set(drawn.columns):
        told.append(text(lang, "Band: from the lower to the upper variant"))
    for status, said in (("P", text(lang, "Dashed: provisional")), ("E", estimated)):
        dashed = [short(lang, period) for period in sorted(where[status])]
        if dashed:
            told.append(f"{said} ({'–'.join(dict.fromkeys([dashed[0], dashed[-1]]))})")
    return told


def _by_reason(lang: Language, reasons: Mapping[str, str]) -> Mapping[str, list[str]]:
    """The periods of each reason, as they are written."""
    found: dict[str, list[str]] = defaultdict(list)
    for period, why in reasons.items():
        found[why].append(short(lang, period))
    return found


def _with_range(request: Request, figures: Grid) -> pd.DataFrame:
    """Values in the measure that is drawn, with the ends of their indicator's range beside them if it has one."""
    own, drawn, measure = figures.frame, _measured(request, figures).frame, request.measure
    if not request.indicator.range or measure == "change" or drawn.empty:
        return drawn
    keys, scale = ["area", "period"], drawn["value"].to_numpy() / own["value"].to_numpy()
    for name, id in zip(BAND, request.indicator.range, strict=True):
        end = values(request.dataset, catalogue.load()[id])[[*keys, "value"]].rename(columns={"value": name})
        drawn = drawn.merge(end, on=keys, how="left")
        drawn[name] = drawn[name].to_numpy() * scale
    return drawn


def _measured(request: Request, figures: Grid) -> Grid:
    if request.measure == "index":
        return measures.index_to(figures, request.selection.start)
    return measures.change_a_year(figures, request.indicator.change) if request.measure == "change" else figures


def _titles(request: Request) -> tuple[str, str]:
    """What lines show, and in what."""
    lang, title = request.lang, request.indicator.title[request.lang]
    match request.measure:
        case "index":
            return title, text(lang, "index, {start} = 100", start=short(lang, request.selection.start))
        case "change":
            unit = text(lang, "on the year before ({unit})", unit=change_unit(lang, request.indicator))
            return text(lang, "{title}: change a year", title=title), unit
    return title, in_unit(lang, request.indicator.unit[lang])
