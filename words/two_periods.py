"""Sentences about two periods: of all districts, on lines and on maps beside each other, and of chosen places."""

from collections.abc import Mapping, Sequence
from math import isnan
from typing import Literal

import pandas as pd

from indicators.analysis.limits import Limits
from indicators.catalogue import Indicator
from locales import Language, joined, number, plural, text
from words.care import BREAK, DOUBTFUL, doubt, with_care
from words.change import Moved, apart, change_unit, short_difference
from words.limits import NONE, extremes_of
from words.missing import absent, left_out, no_figures, nothing_to_draw, with_figures
from words.periods import dated, when
from words.phrases import Shown, bare, deviation, extremes, known, level, sides, turn, unit_once, without_year
from words.rows import ENDS
from words.titles import titled
from words.units import priced

Measure = Literal["value", "index", "change"]
"""What lines show: values, an index with 100 at the first period, or the change on the year before."""

EndLimits = tuple[Mapping[str, Limits], Mapping[str, Limits]]
"""The limits of the first and of the last values, by area."""


def slope_sentence(
    lang: Language,
    indicator: Indicator,
    span: tuple[str, str],
    rows: pd.DataFrame,
    chosen: Sequence[str],
    parts: str,
    limits: EndLimits = (NONE, NONE),
) -> str:
    """Where values were highest and lowest in two periods, how many rose and fell, and how chosen districts moved.

    rows: as from `words.rows.rows`, districts only; those that lack one of the values are left out. chosen: areas;
    parts: what the rows are called, in the case that "of seven …" takes; limits: of modelled values in both periods, by
    area.
    """
    both = rows.dropna(subset=list(ENDS))
    if both.empty:
        return nothing_to_draw(lang)
    ends = [known(indicator, both, column) for column in ENDS] if len(both) > 1 else []
    clauses = [
        *(
            " ".join([when(lang, span[n]), *_spread(lang, indicator, end, parts, limits[n])])
            for n, end in enumerate(ends)
        ),
        *_turns(lang, indicator, both, with_figures(lang, parts, len(both), len(rows))),
        *_named(lang, indicator, both, chosen),
        *left_out(lang, len(rows) - len(both)),
    ]
    said = "; ".join(clauses)
    return f"{titled(lang, indicator, unit_once(lang, indicator))}: {said}." + _care(lang, _cares(both))


def pair_sentence(
    lang: Language,
    indicator: Indicator,
    span: tuple[str, str],
    rows: pd.DataFrame,
    city: Moved,
    parts: str,
    limits: EndLimits = (NONE, NONE),
) -> str:
    """The city's value and where it was highest and lowest in each of two periods, and how many rose and fell.

    rows: as from `words.rows.rows`, parts of the city only; city: as from `words.rows.moved`; parts, limits: as
    of `slope_sentence`.
    """
    periods = [
        _one_of_two(lang, indicator, period, rows, column, value, parts, known_limits)
        for period, column, value, known_limits in zip(span, ENDS, (city.start, city.end), limits, strict=True)
    ]
    both = rows.dropna(subset=list(ENDS))
    turns = _turns(lang, indicator, both, with_figures(lang, parts, len(both), len(rows)))
    own = [] if isnan(city.start) or isnan(city.end) else [(city.breaks, city.doubtful)]
    title, care = titled(lang, indicator, unit_once(lang, indicator)), _care(lang, [*own, *_cares(both)])
    if span[0] == span[1]:
        return f"{without_year(title, span[0])}: {periods[0]}.{care}"
    return f"{title}: {'; '.join([*periods, *turns])}.{care}"


def _one_of_two(
    lang: Language,
    indicator: Indicator,
    period: str,
    rows: pd.DataFrame,
    column: str,
    city: float,
    parts: str,
    limits: Mapping[str, Limits],
) -> str:
    found = known(indicator, rows, column)
    spread = _spread(lang, indicator, found, parts, limits)
    if rows.empty or len(found):
        spread += absent(lang, len(rows) - len(found))
    else:
        spread = [no_figures(lang, len(rows), parts)]
    of_city = text(lang, "no figure for Leipzig")
    if not isnan(city):
        of_city = " ".join([text(lang, "Leipzig"), bare(lang, indicator, city)])
    return f"{when(lang, period)} " + ", ".join([of_city, *spread])


Care = tuple[tuple[str, ...], bool]
"""The periods of the breaks that a course crosses, and whether one of its figures is doubtful."""


def _cares(rows: pd.DataFrame) -> list[Care]:
    return list(zip(rows["breaks"].tolist(), (rows["status"] == DOUBTFUL).tolist(), strict=True))


def _care(lang: Language, cares: Sequence[Care]) -> str:
    """What to know of several courses; breaks that not all of them cross are told apart."""
    common = sorted(set.intersection(*(set(breaks) for breaks, _ in cares))) if cares else []
    some = sorted({period for breaks, _ in cares for period in breaks} - set(common))
    if not some:
        return with_care(lang, [common], (doubtful for _, doubtful in cares))
    told = {"years": joined(lang, some), "common": joined(lang, common)}
    of_some = plural(
        lang,
        "Some changes cross a break in the series ({years}).",
        "Some changes cross breaks in the series ({years}).",
        len(some),
        **told,
    )
    of_all = plural(
        lang,
        "All changes cross a break in the series ({common}), some others besides ({years}).",
        "All changes cross breaks in the series ({common}), some others besides ({years}).",
        len(common),
        **told,
    )
    return " " + (of_all if common else of_some) + doubt(lang, (doubtful for _, doubtful in cares))


def _spread(
    lang: Language,
    indicator: Indicator,
    found: Sequence[Shown],
    parts: str,
    limits: Mapping[str, Limits],
) -> list[str]:
    if not found:
        return []
    value = bare(lang, indicator, found[0].value)
    if len(found) == 1:
        return [f"{found[0].name} {value}"]
    if level(found):
        return [text(lang, "the same everywhere ({value})", value=value)]
    if limits:
        return [extremes_of(lang, indicator, limits, found, parts)]
    return [extremes(lang, indicator, found, parts, unit_said=True)]


def _turns(lang: Language, indicator: Indicator, both: pd.DataFrame, parts: str) -> list[str]:
    """How many of the rows with two values rose and fell, as far as that is shown."""
    n = len(both)
    if n < 2:
        return []
    pairs = zip(*(both[column].tolist() for column in ENDS), strict=True)
    turns = [turn(indicator, start, end) for start, end in pairs]
    risen, fallen, level = (turns.count(way) for way in (1, -1, 0))
    told = [(risen, text(lang, "a rise in {who}")), (fallen, text(lang, "a fall in {who}"))]
    if indicator.graded:
        told = [(fallen, text(lang, "a better grade in {who}")), (risen, text(lang, "a worse grade in {who}"))]
    return [sides(lang, n, parts, [*told, (level, text(lang, "hardly any change or none in {who}"))])]


def _named(lang: Language, indicator: Indicator, both: pd.DataFrame, chosen: Sequence[str]) -> list[str]:
    """The courses of the chosen rows in their order; of a single row in any case."""
    columns = (both[column].tolist() for column in ("area", "name", *ENDS))
    rows = {area: course for area, *course in zip(*columns, strict=True)}
    named = [rows[area] for area in (chosen if len(rows) > 1 else rows) if area in rows]
    return [", ".join(_from_to(lang, indicator, *course) for course in named)] if named else []


def _from_to(lang: Language, indicator: Indicator, name: str, start: float, end: float) -> str:
    decimals = apart(indicator, start, end, deviation(indicator, end, start))
    first = priced(lang, number(lang, start, decimals), indicator.unit[lang])
    last = bare(lang, indicator, end, decimals)
    if number(lang, start, decimals) == number(lang, end, decimals):
        return text(lang, "{name} both times {end}", name=name, end=last)
    return text(lang, "{name} from {start} to {end}", name=name, start=first, end=last)


Point = tuple[str, float, str]
"""Period, value and status of one figure."""


def lines_sentence(
    lang: Language,
    indicator: Indicator,
    span: tuple[str, str],
    frame: pd.DataFrame,
    names: Mapping[str, str],
    measure: Measure,
) -> str:
    """Each place's first and last figure between two periods, in the order of the names.

    frame: what lines show, as columns area, period, value, status; names: of the places to speak of, by area.
    """
    courses = _courses(frame, span)
    there = [area for area in names if any(not isnan(value) for _, value, _ in courses.get(area, []))]
    if not there:
        return nothing_to_draw(lang)
    clauses = [_course(lang, indicator, names[area], courses[area], measure) for area in there]
    if len(there) < len(names):
        missing = [name for area, name in names.items() if area not in there]
        clauses.append(text(lang, "no figure for {names}", names=joined(lang, missing)))
    said = "; ".join(clauses)
    cares = [_care_of(courses[area]) for area in there]
    return f"{_shown(lang, indicator, span, measure)}: {said}." + _care(lang, cares)


def _courses(rows: pd.DataFrame, span: tuple[str, str]) -> dict[str, list[Point]]:
    """By area its points within the span in order of time; the span's last year takes in the days of that year."""
    found: dict[str, list[Point]] = {}
    columns = (rows[column].tolist() for column in ("area", "period", "value", "status"))
    for area, period, value, status in zip(*columns, strict=True):
        if span[0] <= period and period[: len(span[1])] <= span[1]:
            found.setdefault(area, []).append((period, value, status))
    return {area: sorted(points) for area, points in found.items()}


def _shown(lang: Language, indicator: Indicator, span: tuple[str, str], measure: Measure) -> str:
    if measure == "index":
        return titled(lang, indicator, text(lang, "index, {start} = 100", start=dated(lang, span[0])))
    if measure == "change":
        unit = change_unit(lang, indicator)
        return titled(lang, indicator, text(lang, "change on the year before, {unit}", unit=unit))
    return titled(lang, indicator, unit_once(lang, indicator))


def _course(lang: Language, indicator: Indicator, name: str, points: Sequence[Point], measure: Measure) -> str:
    there = [(period, value) for period, value, _ in points if not isnan(value)]
    (start, one), (end, other) = there[0], there[-1]
    decimals = apart(indicator, one, other, deviation(indicator, other, one))
    first, last = (_figure(lang, indicator, value, measure, decimals) for value in (one, other))
    start, end = dated(lang, start), dated(lang, end)
    if len(there) == 1:
        return text(lang, "{name} {value} ({period} only)", name=name, value=last, period=end)
    said = {"name": name, "start": start, "end": end}
    if first == last:
        return text(lang, "{name} {value} in both {start} and {end}", value=last, **said)
    return text(lang, "{name} from {first} ({start}) to {last} ({end})", first=first, last=last, **said)


def _figure(lang: Language, indicator: Indicator, value: float, measure: Measure, decimals: int) -> str:
    """A figure of a line; decimals: of values."""
    if measure == "index":
        return number(lang, value, 1)
    return short_difference(lang, indicator, value) if measure == "change" else bare(lang, indicator, value, decimals)


def _care_of(points: Sequence[Point]) -> Care:
    """The breaks between the first and last figure of a course, and whether one of these is doubtful."""
    known = [point for point in points if not isnan(point[1])]
    (start, _, one), (end, _, other) = known[0], known[-1]
    breaks = tuple(period for period, _, status in points if start < period <= end and status == BREAK)
    return breaks, DOUBTFUL in (one, other)
