"""A group of districts beside what was usual: beside the rest of the city year by year, and beside its twin."""

from collections.abc import Sequence
from typing import Final

import pandas as pd

from charts import timeline
from charts.context_marks import Mark
from charts.theme import Figure
from charts.timeline import Line
from indicators.analysis.event_study import SINCE, WEST
from indicators.analysis.synthetic_control import GROUP, dividing_years
from indicators.catalogue import at_a_glance, groups
from indicators.catalogue.at_a_glance import Context
from locales import text
from pictures.analysis.result_lines import rows_of
from pictures.picture import Drawn
from pictures.request import Request
from words.analysis.usual import DECIMALS, twin_sentence, usual_sentence
from words.missing import nothing_to_draw

CLOSE: Final = 5
"""Placebos are drawn whose twins lay before at most so many times as far from them as the group's: of others, what came
after tells nothing (Abadie, Diamond and Hainmueller 2010). Ranked are all."""


def beside_the_rest(request: Request) -> Drawn:
    """What the group moved each year more than the rest of the city, and what was usual."""
    rows, spans = rows_of(request, "event_study"), rows_of(request, "event_spans")
    if isinstance(rows, str) or isinstance(spans, str):
        return rows if isinstance(rows, str) else str(spans)
    lang, theme, name = request.lang, request.theme, group(request)
    usual = _line("usual", rows, rows["middle"]).assign(low=rows["low"], high=rows["high"])
    drawn = pd.concat([usual, _line(GROUP, rows, rows["difference"])], ignore_index=True)
    lines = [
        Line("usual", text(lang, "other groups"), theme.muted),
        Line(GROUP, name, theme.accent, 3.0),
    ]
    title = text(lang, "{indicator}: {group} against the rest, year by year", indicator=_title(request), group=name)
    subtitle = text(
        lang,
        "{measure}, difference in points; shaded: nine of ten groups of {size} neighbouring districts",
        measure=_yearly(request),
        size=len(members(request)),
    )
    figure = timeline.timeline(drawn, lines, {}, request.captions(title, subtitle), theme, DECIMALS, changes=True)
    marked = timeline.with_marks(figure, marks(programmes(request)), theme)
    sentence = usual_sentence(lang, request.indicator, name, len(members(request)), spans)
    return request.picture("event-study", marked, sentence, rows)


def beside_its_twin(request: Request) -> Drawn:
    """The group and its synthetic twin, since the first year."""
    rows = rows_of(request, "synthetic_control")
    if isinstance(rows, str):
        return rows
    own = rows[rows["area"] == GROUP]
    lang, theme, name = request.lang, request.theme, group(request)
    drawn = pd.concat([_line("twin", own, own["twin"]), _line(GROUP, own, own["own"])], ignore_index=True)
    lines = [Line("twin", text(lang, "synthetic twin"), theme.muted, 3.0), Line(GROUP, name, theme.accent, 3.0)]
    title = text(lang, "{indicator}: {group} and its synthetic twin", indicator=_title(request), group=name)
    subtitle = text(
        lang,
        "{measure} since {first}; the twin is mixed so that it fits before {since}",
        measure=_added(request),
        first=own["period"].iloc[0],
        since=since(request),
    )
    return request.picture("synthetic-twin", _split(request, drawn, lines, title, subtitle), _told(request, rows), own)


def gaps_of_placebos(request: Request) -> Drawn:
    """The distance from group to twin, among those of the districts whose twins fit about as well."""
    rows = rows_of(request, "synthetic_control")
    if isinstance(rows, str):
        return rows
    lang, theme, name = request.lang, request.theme, group(request)
    rows = rows.assign(gap=rows["own"] - rows["twin"])
    before = rows[rows["period"] < since(request)]
    errors = (before["gap"] ** 2).groupby(before["area"], sort=False).mean()
    close = [area for area in errors.index[errors <= CLOSE**2 * errors[GROUP]] if area != GROUP]
    lines = [
        *(Line(area, request.dataset.all_names[area], theme.muted, 0.6, labelled=False) for area in close),
        Line(GROUP, name, theme.accent, 3.0),
    ]
    drawn = pd.concat([_line(line.area, *_gap(rows, line.area)) for line in lines], ignore_index=True)
    title = text(lang, "{indicator}: distance from the twin", indicator=_title(request))
    subtitle = text(
        lang,
        "In points; grey: {n} of {all} districts, whose twins fitted before {since} at most {times} times as badly",
        n=len(close),
        all=rows["area"].nunique() - 1,
        since=since(request),
        times=CLOSE,
    )
    figure = _split(request, drawn, lines, title, subtitle, changes=True)
    return request.picture("placebo-gaps", figure, _told(request, rows), rows)


def group(request: Request) -> str:
    """The name of the group that is looked at: the first one listed, Leipzig West without any."""
    return request.names[_area(request)]


def members(request: Request) -> tuple[str, ...]:
    """Its districts."""
    return _groups(request)[_area(request)]


def since(request: Request) -> str:
    """The first year of what comes after: that of the selection where a twin can be mixed for it."""
    start = request.selection.start
    return start if start in dividing_years(request.dataset, request.indicator) else SINCE


def programmes(request: Request) -> Sequence[Context]:
    """Those that worked on the group; none but on Leipzig West."""
    return at_a_glance.load()[WEST].context if _area(request) == WEST else ()


def marks(context: Sequence[Context]) -> list[Mark]:
    """Programmes as charts take them."""
    return [Mark(one.name, one.first, one.last) for one in context]


def _area(request: Request) -> str:
    known = _groups(request)
    return next((area for area in request.selection.areas or () if area in known), WEST)


def _groups(request: Request) -> dict[str, tuple[str, ...]]:
    declared = {id: one.members for id, one in groups.load().items()}
    return declared | {one.id: one.members for one in request.selection.own}


def _title(request: Request) -> str:
    return request.indicator.title[request.lang]


def _yearly(request: Request) -> str:
    if request.indicator.change == "percent":
        return text(request.lang, "Growth on the year before in %")
    return text(request.lang, "Change on the year before")


def _added(request: Request) -> str:
    if request.indicator.change == "percent":
        return text(request.lang, "Growth in %, added up,")
    return text(request.lang, "Change in points")


def _line(area: str, rows: pd.DataFrame, values: pd.Series) -> pd.DataFrame:
    return pd.DataFrame({"area": area, "period": rows["period"], "value": values, "status": "A"})


def _gap(rows: pd.DataFrame, area: str) -> tuple[pd.DataFrame, pd.Series]:
    own = rows[rows["area"] == area]
    return own, own["gap"]


def _split(
    request: Request, drawn: pd.DataFrame, lines: Sequence[Line], title: str, subtitle: str, *, changes: bool = False
) -> Figure:
    """Lines with the year marked from which on they are compared."""
    here = {since(request): text(request.lang, "until here the twin was fitted")}
    captions = request.captions(title, subtitle)
    figure = timeline.timeline(drawn, lines, here, captions, request.theme, 1, changes=changes)
    return timeline.with_marks(figure, marks(programmes(request)), request.theme)


def _told(request: Request, rows: pd.DataFrame) -> str:
    if rows.empty:
        return nothing_to_draw(request.lang)
    return twin_sentence(request.lang, group(request), since(request), rows)
