"""A group of districts beside what was usual: beside the rest of the city year by year, and beside its twin."""

from collections.abc import Sequence
from typing import Final

import pandas as pd

from charts import timeline
from charts.context_marks import Mark
from charts.theme import Figure
from charts.timeline import Line
from indicators.analysis import aside, for_reader
from indicators.analysis.event_study import SINCE, WEST, told, west
from indicators.analysis.synthetic_control import GROUP, dividing_years
from indicators.catalogue import at_a_glance, groups
from indicators.catalogue.at_a_glance import Context
from indicators.figures.reader_groups import OwnGroup
from locales import text
from pictures import places
from pictures.analysis.result_lines import rows_of
from pictures.picture import Drawn
from pictures.request import Request
from words.analysis.being_made import being_asked, being_made
from words.analysis.usual import DECIMALS, twin_sentence, usual_sentence
from words.missing import nothing_to_draw

CLOSE: Final = 5
"""Placebos are drawn whose twins lay before at most so many times as far from them as the group's: of others, what came
after tells nothing (Abadie, Diamond and Hainmueller 2010). Ranked are all."""


def beside_the_rest(request: Request) -> Drawn:
    """What the group moved each year more than the rest of the city, and what was usual."""
    rows, both = of_request(request, "event_study"), of_request(request, "event_spans")
    if isinstance(rows, str) or isinstance(both, str):
        return rows if isinstance(rows, str) else str(both)
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
    sentence = usual_sentence(lang, request.indicator, name, len(members(request)), both)
    return request.picture("event-study", marked, sentence, rows)


def beside_its_twin(request: Request) -> Drawn:
    """The group and its synthetic twin, since the first year."""
    rows = of_request(request, "synthetic_control")
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
    rows = of_request(request, "synthetic_control")
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
    shown = rows[rows["area"].isin([*close, GROUP])]
    drawn = _line(shown["area"], shown, shown["gap"])
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
    """The name of the group that is looked at: the reader's choice, Leipzig West without any."""
    chosen = _chosen(request)
    return chosen.name if chosen else groups.load()[WEST].title[request.lang]


def members(request: Request) -> tuple[str, ...]:
    """Its districts."""
    chosen = _chosen(request)
    return chosen.members if chosen else west()


def since(request: Request) -> str:
    """The first year of what comes after: that of the selection where a twin can be mixed for it."""
    start = request.selection.start
    return start if start in dividing_years(request.dataset, request.indicator) else SINCE


def programmes(request: Request) -> Sequence[Context]:
    """Those that worked on the group; none but on Leipzig West."""
    return at_a_glance.load()[WEST].context if members(request) == west() else ()


def is_under_way(request: Request) -> bool:
    """Whether anything that the pictures show is being computed for this reader."""
    if for_reader.is_kept(members(request), since(request)):
        return False
    try:
        return any(_found(request, name) is None for name in for_reader.COMPUTED)
    except aside.GivenUpError:
        return False


def of_request(request: Request, name: str) -> pd.DataFrame | str:
    """A result of `indicators.analysis.for_reader` for the reader's group and year, or why there is none."""
    if request.indicator not in told() or for_reader.is_kept(members(request), since(request)):
        return rows_of(request, name)
    try:
        rows = _found(request, name)
    except aside.GivenUpError:
        return being_made(request.lang, failed=True)
    return being_asked(request.lang) if rows is None else rows


def marks(context: Sequence[Context]) -> list[Mark]:
    """Programmes as charts take them."""
    return [Mark(one.name, one.first, one.last) for one in context]


def _found(request: Request, name: str) -> pd.DataFrame | None:
    return for_reader.found(request.dataset, name, request.indicator, members(request), since(request))


def _chosen(request: Request) -> OwnGroup | None:
    return next((own for own in request.selection.own if own.id == places.GROUP), None)


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


def _line(area: str | pd.Series, rows: pd.DataFrame, values: pd.Series) -> pd.DataFrame:
    return pd.DataFrame({"area": area, "period": rows["period"], "value": values, "status": "A"})


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
