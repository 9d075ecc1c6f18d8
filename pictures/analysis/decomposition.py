"""What made a rate change: parts of it within and between districts, its two sides, and growth by nationality."""

from math import isnan

import pandas as pd

from charts.cascade import Step, cascade
from charts.columns import Part
from charts.yearly_parts import yearly_parts
from data.areas import CITY
from indicators import catalogue
from indicators.analysis import decomposition, methods
from indicators.analysis.contribution import REMAINDER
from indicators.analysis.decomposition import Sides
from indicators.catalogue.availability import missing_rubrics
from indicators.figures import measures
from indicators.figures.values import NoPartsError, grid
from locales import percent, rounded, text
from pictures.picture import Drawn
from pictures.places import GROUP
from pictures.request import Request
from words.analysis import decomposition as words
from words.care import DOUBTFUL, with_care
from words.missing import nothing_to_draw
from words.periods import short_span


def parts(request: Request) -> pd.DataFrame:
    """What each district contributed, then the city; see `indicators.analysis.decomposition.parts`."""
    return decomposition.parts(request.dataset, request.indicator, *request.span)


def group(request: Request) -> tuple[str, tuple[str, ...]]:
    """Name and districts of the group that is told of; empty without one."""
    return next(((own.name, own.members) for own in request.selection.own if own.id == GROUP), ("", ()))


def rate_parts(request: Request) -> Drawn:
    """The change of the city's rate as a cascade: what came about within each borough's districts, then what by shifts
    between all districts."""
    if not _is_rate(request):
        return nothing_to_draw(request.lang)
    lang, indicator, rows = request.lang, request.indicator, parts(request)
    districts, city = rows.iloc[:-1], rows.iloc[-1]
    if pd.isna(city["both"]) or districts["within"].isna().all():
        return words.without_both(lang, request.span)
    steps = _steps(request, districts, city)
    title = text(lang, "{indicator}: parts of the change {span}", indicator=indicator.title[lang], span=_span(request))
    subtitle = text(
        lang, "{unit}; boroughs: what came about within their districts", unit=words.part_unit(lang, indicator)
    )
    figure = cascade(steps, {}, "", request.captions(title, subtitle), request.theme)
    name, members = group(request)
    own = districts[districts["area"].isin(members)]
    said = words.parts_sentence(lang, indicator, request.span, city, name, own)
    said += with_care(lang, rows["breaks"], rows["status"] == DOUBTFUL)
    return request.picture("parts", figure, said, rows.drop(columns="breaks"))


def _steps(request: Request, districts: pd.DataFrame, city: pd.Series) -> list[Step]:
    lang, indicator, change = request.lang, request.indicator, float(city["both"])
    names = request.dataset.names["stadtbezirk"]

    def step(area: str, name: str, value: float) -> Step:
        label = words.part(lang, indicator, value)
        share = percent(lang, 100 * value / change, 1) if rounded(change, indicator.decimals) else ""
        return Step(area, name, value, " · ".join(filter(None, [label, share])))

    parents = dict(zip(request.dataset.areas["code"], request.dataset.areas["parent"], strict=True))
    by_borough = districts.groupby(districts["area"].map(parents))["within"].sum()
    ordered = by_borough.sort_values(ascending=change < 0, kind="stable")
    bars = [step(str(code), names[str(code)], float(value)) for code, value in ordered.items()]
    bars.append(step("", text(lang, "between districts"), float(city["between"])))
    left = change - float(city["within"]) - float(city["between"])
    if rounded(left, words.decimals(indicator)):
        bars.append(step(REMAINDER, text(lang, "remainder, rounding"), left))
    return [*bars, step(CITY, text(lang, "Leipzig"), change)]


def rate_sides(request: Request) -> Drawn:
    """The change of a rate as a cascade of its numerator and its denominator, of the group or else the city."""
    if not _is_rate(request):
        return nothing_to_draw(request.lang)
    lang, names, places = request.lang, _names(request), sides(request)
    place, found = next(iter(places.items()))
    if isnan(found.rate):
        return words.without_both(lang, request.span)
    title = text(lang, "{indicator}: numerator and denominator", indicator=request.indicator.title[lang])
    subtitle = text(lang, "{place} {span} · change, and its part of the rate’s", place=place, span=_span(request))
    pieces = {names["count"][lang]: (found.count, found.count), names["base"][lang]: (-found.base, found.base)}
    steps = [_side(request, name, value, moved, found) for name, (value, moved) in pieces.items()]
    whole = Step(CITY, request.indicator.title[lang], found.rate, words.relative(lang, found.rate))
    figure = cascade([*steps, whole], {}, "", request.captions(title, subtitle), request.theme)
    moved = measures.change(request.grid.among(request.dataset.codes("ortsteil")), *request.span)
    said = words.sides_sentence(lang, request.indicator, names, request.span, places)
    said += with_care(lang, moved["breaks"], moved["status"] == DOUBTFUL)
    return request.picture("sides", figure, said, table_of(places))


def _side(request: Request, name: str, value: float, moved: float, found: Sides) -> Step:
    """value: what it did to the logarithm of the rate; moved: how its own moved."""
    share = percent(request.lang, 100 * value / found.rate, 1) if found.one_way else ""
    return Step(name, name, value, " · ".join(filter(None, [words.relative(request.lang, moved), share])))


def sides(request: Request) -> dict[str, Sides]:
    """The two sides by place: of the group, if there is one, and of the city."""
    name, members = group(request)
    of = (request.dataset, request.indicator)
    own = {name: decomposition.sides(*of, members, *request.span)} if members else {}
    return own | {text(request.lang, "Leipzig"): decomposition.city_sides(*of, *request.span)}


def table_of(places: dict[str, Sides]) -> pd.DataFrame:
    """A row a place: changes of rate, count and base as differences of natural logarithms, and the denominator's part,
    0.32 for a third."""
    rows = [
        {"place": place, "log_rate": found.rate, "log_count": found.count, "log_base": found.base}
        | {"denominators_part": found.of_base}
        for place, found in places.items()
    ]
    return pd.DataFrame(rows)


def growth(request: Request) -> pd.DataFrame:
    """The city's growth of each year of the span by nationality; see `decomposition.by_nationality`."""
    everyone, foreigners = (grid(request.dataset, catalogue.load()[id]) for id in ("population", "foreigners"))
    rows = decomposition.by_nationality(everyone, foreigners, CITY)
    start, end = request.span
    return rows[(rows["period"] > start) & (rows["period"] <= end)].reset_index(drop=True)


def growth_parts(request: Request) -> Drawn:
    """The city's growth of each year, stacked by nationality."""
    if any(missing_rubrics(catalogue.load()[id], request.dataset) for id in ("population", "foreigners")):
        return nothing_to_draw(request.lang)
    lang, theme, rows = request.lang, request.theme, growth(request)
    if rows.empty:
        return nothing_to_draw(lang)
    stacked = [
        Part("german", text(lang, "Germans"), theme.bar),
        Part("foreign", text(lang, "foreign nationals"), theme.accent),
    ]
    title = text(lang, "Growth by nationality {span}", span=_span(request))
    captions = request.captions(title, text(lang, "Residents, change on the year before; point: both together"))
    figure = yearly_parts(rows, stacked, captions, theme)
    said = words.nationality_sentence(lang, request.span, float(rows["all"].sum()), float(rows["foreign"].sum()))
    return request.picture("nationality", figure, said, rows)


def _span(request: Request) -> str:
    return short_span(request.lang, request.span)


def _names(request: Request) -> dict[str, dict[str, str]]:
    """What count and base of the rate are called."""
    declared = methods.load()["decomposition"].rates.get(request.indicator.id)
    if declared is not None:
        return {side: dict(declared[side]) for side in ("count", "base")}
    lang = request.lang
    return {"count": {lang: text(lang, "numerator")}, "base": {lang: text(lang, "denominator")}}


def _is_rate(request: Request) -> bool:
    """Whether the indicator's figures have parts to be made of, in both periods."""
    try:
        return {*request.span} <= {*decomposition.periods(request.dataset, request.indicator)}
    except NoPartsError:
        return False
