"""Sentences about two periods: of all districts, on slopes and on maps beside each other."""

from collections.abc import Mapping, Sequence
from math import isnan

import pandas as pd

from indicators.analysis.limits import Limits
from indicators.catalogue import Indicator
from locales import Language, joined, number, plural, text
from words.care import DOUBTFUL, doubt, with_care
from words.change import Moved, apart
from words.limits import NONE, extremes_of
from words.missing import absent, left_out, no_figures, nothing_to_draw, with_figures
from words.periods import when
from words.phrases import Shown, bare, deviation, extremes, known, level, sides, turn, unit_once, without_year
from words.rows import ENDS
from words.titles import titled
from words.units import priced

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
    return f"{titled(lang, indicator, unit_once(lang, indicator))}: {said}." + care_of_several(lang, _cares(both))


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
    title, care = titled(lang, indicator, unit_once(lang, indicator)), care_of_several(lang, [*own, *_cares(both)])
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


def care_of_several(lang: Language, cares: Sequence[Care]) -> str:
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
        first = last
    return both_ends(lang, name, first, last)


def both_ends(lang: Language, name: str, first: str, last: str) -> str:
    """The figures of a place at both ends of a span that has been said."""
    if first == last:
        return text(lang, "{name} both times {end}", name=name, end=last)
    return text(lang, "{name} from {start} to {end}", name=name, start=first, end=last)
