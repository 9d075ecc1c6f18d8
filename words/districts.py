"""Sentences about all districts at once: on one scale, and in all years."""

from collections.abc import Collection, Sequence
from itertools import groupby
from math import isnan

import pandas as pd

from indicators.catalogue import Indicator
from locales import Language, alphabetical, joined, number, plural, text
from words.care import DOUBTFUL, doubt
from words.change import amount
from words.counts import counted
from words.missing import absent_rows, no_figures, nothing_to_draw
from words.periods import dated
from words.phrases import NAMED, Shown, as_shown, bare, ends, headed, known, level, unit_once, without_year
from words.places import in_places
from words.ranks import rank_words, value_ranks
from words.titles import titled
from words.units import priced


def distribution_sentence(
    lang: Language, indicator: Indicator, period: str, rows: pd.DataFrame, chosen: Sequence[str], parts: str
) -> str:
    """The median of the districts, the middle half of them, and where chosen ones stand among the others.

    rows: as from `words.rows.value_rows`; chosen: areas; parts: what the rows are called, in the case that "of
    seven …" takes. Quartiles are interpolated between the values next to them, as numpy, R and Excel do without being
    asked (type 7 of Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician 50, 1996).
    """
    found = known(indicator, rows, "shade")
    head = headed(lang, indicator, period, unit_once(lang, indicator) if found else "")
    if not found:
        return f"{head}: {no_figures(lang, len(rows), parts)}."
    if len(found) == 1:
        clauses = [f"{found[0].name} {bare(lang, indicator, found[0].value)}"]
    else:
        clauses = [_middle(lang, indicator, rows["shade"].dropna(), parts), *_standing(lang, indicator, rows, chosen)]
    said = "; ".join([*clauses, *absent_rows(lang, rows, "shade")])
    return f"{head}: {said}." + doubt(lang, (one.doubtful for one in found))


def _middle(lang: Language, indicator: Indicator, values: pd.Series, parts: str) -> str:
    median = text(
        lang,
        "median of {count} {parts} {median}",
        count=counted(lang, len(values)),
        parts=parts,
        median=bare(lang, indicator, float(values.median())),
    )
    # A half of two or three districts is none.
    if len(values) < 4:
        return median
    first, last = (float(values.quantile(share)) for share in (0.25, 0.75))
    shown = number(lang, first, indicator.decimals)
    low, high = priced(lang, shown, indicator.unit[lang]), bare(lang, indicator, last)
    return median + ", " + text(lang, "middle half {low} to {high}", low=low, high=high)


def _standing(lang: Language, indicator: Indicator, rows: pd.DataFrame, chosen: Sequence[str]) -> list[str]:
    places = value_ranks(indicator, rows, "shade")
    found = {one.area: one for one in known(indicator, rows, "shade")}
    grades = indicator.graded
    told = []
    for area in chosen:
        if area in found:
            value = f"{found[area].name} {bare(lang, indicator, found[area].value)}"
            told.append(f"{value} ({rank_words(lang, places[area], grades=grades)})" if area in places else value)
    return [", ".join(told)] if told else []


def heat_sentence(
    lang: Language, indicator: Indicator, rows: pd.DataFrame, periods: Sequence[str], areas: Collection[str]
) -> str:
    """The highest and the lowest value of all districts in all periods, where and when, and how many are missing; of
    modelled values between what they lie.

    rows: columns area, name, period, value, status; periods, areas: columns and rows of the table that is drawn, in
    which a place without a row has no value.
    """
    found = _cells(indicator, rows[rows["period"].isin(list(periods)) & rows["area"].isin(list(areas))])
    if not found:
        return nothing_to_draw(lang)
    start, end = dated(lang, periods[0]), dated(lang, periods[-1])
    span = start if len(periods) == 1 else text(lang, "{start} to {end}", start=start, end=end)
    clauses = [_highest_and_lowest(lang, indicator, found, several=len(periods) > 1)]
    cells = len(periods) * len(areas)
    if cells > len(found):
        clauses.append(
            plural(
                lang,
                "{n} of {count} figures is missing",
                "{n} of {count} figures are missing",
                cells - len(found),
                count=number(lang, cells),
            )
        )
    high, low = ends(found)
    doubts = (one.doubtful for one in (*high, *low))
    title = without_year(titled(lang, indicator), periods[0]) if len(periods) == 1 else titled(lang, indicator)
    return f"{title}, {span}: {'; '.join(clauses)}." + doubt(lang, doubts)


def _cells(indicator: Indicator, rows: pd.DataFrame) -> list[Shown]:
    """The figures of several periods, in order of name and period."""
    columns = (rows[column].tolist() for column in ("area", "name", "value", "status", "period"))
    found = [
        Shown(area, name, as_shown(indicator, value), status == DOUBTFUL, period)
        for area, name, value, status, period in zip(*columns, strict=True)
        if not isnan(value)
    ]
    return sorted(found, key=lambda one: (alphabetical(one.name), one.period))


def _highest_and_lowest(lang: Language, indicator: Indicator, found: Sequence[Shown], *, several: bool) -> str:
    """several: whether figures are of more than one period, so that a place is told with its own."""
    if level(found):
        return text(lang, "the same everywhere ({value})", value=amount(lang, indicator, found[0].value))
    first, second = ends(found)
    if indicator.kind == "modelled":
        # Limits of a district's values reach over those of its other years.
        low, high = bare(lang, indicator, second[0].value), amount(lang, indicator, first[0].value)
        return text(lang, "from {low} to {high}; which is highest and which lowest can't be told", low=low, high=high)
    grades = indicator.graded
    if grades:
        first, second = second, first
    said = {
        "first": amount(lang, indicator, first[0].value),
        "second": bare(lang, indicator, second[0].value),
        "where_first": _places(lang, first, several=several),
        "where_second": _places(lang, second, several=several),
    }
    if grades:
        return text(lang, "best at {first} {where_first}, worst at {second} {where_second}", **said)
    return text(lang, "highest at {first} {where_first}, lowest at {second} {where_second}", **said)


def _places(lang: Language, cells: Sequence[Shown], *, several: bool) -> str:
    """Places with their periods, `in Plagwitz (2005 and 2006)`; many are counted."""
    if len(cells) > NAMED:
        return text(lang, "({n} times)", n=number(lang, len(cells)))
    if not several:
        return in_places(lang, [cell.name for cell in cells])
    told = [
        f"{name} ({joined(lang, [dated(lang, cell.period) for cell in own])})"
        for (_, name), own in groupby(cells, key=lambda cell: (cell.area, cell.name))
    ]
    return in_places(lang, told)
