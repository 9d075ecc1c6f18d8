"""Sentences about all districts at once: on one scale, in all years, and in two indicators."""

from collections.abc import Collection, Sequence
from math import isnan

import pandas as pd

from charts.changes import DOUBTFUL
from charts.words import amount, counted, titled
from charts.words_phrases import (
    NAMED,
    absent_rows,
    any_doubtful,
    bare,
    dated,
    doubt,
    ends,
    headed,
    in_order,
    known,
    left_out,
    when,
)
from charts.words_ranks import rank_words, ranks
from charts.words_units import graded
from indicators.catalogue import Indicator
from indicators.relation import MINIMUM, Correlation
from indicators.trends import SIGNIFICANT
from locales import Language, joined, number, rounded, text


def distribution_sentence(
    lang: Language, indicator: Indicator, period: str, rows: pd.DataFrame, chosen: Sequence[str], parts: str
) -> str:
    """The median of the districts, the middle half of them, and where chosen ones stand among the others.

    rows: as from `charts.changes.value_rows`; chosen: areas; parts: what the rows are called, in the case that "of
    seven …" takes. Quartiles are interpolated between the values next to them, as numpy, R and Excel do without being
    asked (type 7 of Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician 50, 1996).
    """
    found = known(indicator, rows, "shade")
    head = headed(lang, indicator, period)
    if found.empty:
        said = text(lang, "there are no figures for its {count} {parts}", count=counted(lang, len(rows)), parts=parts)
        return f"{head}: {said}."
    if len(found) == 1:
        clauses = [f"{found['name'].iloc[0]} {amount(lang, indicator, found['shown'].iloc[0])}"]
    else:
        clauses = [_middle(lang, indicator, found["shade"], parts), *_standing(lang, indicator, rows, chosen)]
    said = "; ".join([*clauses, *absent_rows(lang, rows, "shade")])
    return f"{head}: {said}." + doubt(lang, any_doubtful(lang, found))


def _middle(lang: Language, indicator: Indicator, values: pd.Series, parts: str) -> str:
    median = text(
        lang,
        "median of {count} {parts} {median}",
        count=counted(lang, len(values)),
        parts=parts,
        median=amount(lang, indicator, float(values.median())),
    )
    # A half of two or three districts is none.
    if len(values) < 4:
        return median
    low, high = (bare(lang, indicator, float(values.quantile(share))) for share in (0.25, 0.75))
    return median + ", " + text(lang, "middle half {low} to {high}", low=low, high=high)


def _standing(lang: Language, indicator: Indicator, rows: pd.DataFrame, chosen: Sequence[str]) -> list[str]:
    places = ranks(indicator, rows, "shade")
    named = in_order(rows, [area for area in chosen if area in places])
    grades = graded(indicator.unit[lang])
    told = [
        f"{name} {bare(lang, indicator, value)} ({rank_words(lang, *places[area], grades=grades)})"
        for area, name, value in named[["area", "name", "shade"]].itertuples(index=False)
    ]
    return [", ".join(told)] if told else []


def heat_sentence(
    lang: Language, indicator: Indicator, rows: pd.DataFrame, periods: Sequence[str], areas: Collection[str]
) -> str:
    """The highest and the lowest value of all districts in all periods, where and when, and how many are missing.

    rows: columns area, name, period, value, status; periods, areas: columns and rows of the table that is drawn, in
    which a place without a row has no value.
    """
    title = titled(lang, indicator)
    inside = rows[rows["period"].isin(list(periods)) & rows["area"].isin(list(areas))]
    found = known(indicator, inside, "value").sort_values(["name", "period"], kind="stable")
    if found.empty:
        return text(lang, "There are no figures to draw for this choice.")
    span = text(lang, "{start} to {end}", start=dated(lang, periods[0]), end=dated(lang, periods[-1]))
    high, low = ends(found)
    if len(high) == len(found):
        clauses = [text(lang, "the same everywhere ({value})", value=amount(lang, indicator, found["shown"].iloc[0]))]
    else:
        clauses = [_highest_and_lowest(lang, indicator, high, low)]
    cells = len(periods) * len(areas)
    if cells > len(found):
        empty, all_cells = number(lang, cells - len(found)), number(lang, cells)
        clauses.append(text(lang, "{n} of {count} cells without a figure", n=empty, count=all_cells))
    doubtful = bool(pd.concat([high, low])["status"].eq(DOUBTFUL).any())
    return f"{title}, {span}: {'; '.join(clauses)}." + doubt(lang, doubtful)


def _highest_and_lowest(lang: Language, indicator: Indicator, high: pd.DataFrame, low: pd.DataFrame) -> str:
    grades = graded(indicator.unit[lang])
    first, second = (low, high) if grades else (high, low)
    said = {
        "first": amount(lang, indicator, first["shown"].iloc[0]),
        "second": bare(lang, indicator, second["shown"].iloc[0]),
        "where_first": _cells(lang, first),
        "where_second": _cells(lang, second),
    }
    if grades:
        return text(lang, "best at {first} in {where_first}, worst at {second} in {where_second}", **said)
    return text(lang, "highest at {first} in {where_first}, lowest at {second} in {where_second}", **said)


def _cells(lang: Language, level: pd.DataFrame) -> str:
    """Places with their periods, `Plagwitz (2005 and 2006)`; many are counted."""
    if len(level) > NAMED:
        return text(lang, "{n} cells", n=counted(lang, len(level)))
    told = [
        f"{cells['name'].iloc[0]} ({joined(lang, [dated(lang, period) for period in cells['period']])})"
        for _, cells in level.groupby("area", sort=False)
    ]
    return joined(lang, told)


def relation_sentence(
    lang: Language, pair: tuple[Indicator, Indicator], period: str, found: Correlation, missing: int, parts: str
) -> str:
    """How two indicators go together across districts, by Spearman's rank correlation; never why.

    found: over the districts that have both; missing: how many lack one; parts: what the districts are called, in the
    case that "in seven …" takes. From 0.6 on a correlation is called strong, from 0.4 moderate, from 0.2 weak; below
    that, or with p ≥ 0.05, none is clear. That is a convention, after Evans, "Straightforward Statistics for the
    Behavioral Sciences" (1996), whose "very strong" is strong and whose "very weak" is not clear here.
    """
    one, other = (titled(lang, indicator) for indicator in pair)
    head = text(lang, "“{one}” and “{other}” {when}", one=one, other=other, when=when(lang, period))
    said = "; ".join([*_relation(lang, found, parts), *left_out(lang, missing)])
    if isnan(found.spearman):
        return f"{head}: {said}."
    return f"{head}: {said}. " + text(lang, "This says nothing about causes.")


def _relation(lang: Language, found: Correlation, parts: str) -> list[str]:
    if isnan(found.spearman):
        n = number(lang, found.n)
        if found.n < MINIMUM:
            return [text(lang, "too few pairs of figures for a relation (n = {n})", n=n)]
        return [text(lang, "no relation can be stated, because all figures of one are the same (n = {n})", n=n)]
    rho = float(rounded(found.spearman, 2))
    clear = abs(rho) >= 0.2 and found.spearman_p < SIGNIFICANT
    called = _strength(lang, rho) if clear else text(lang, "no clear relation")
    count, shown = counted(lang, found.n), number(lang, rho, 2)
    told = text(
        lang,
        "{relation} in {count} {parts} (Spearman’s ρ = {rho})",
        relation=called,
        count=count,
        parts=parts,
        rho=shown,
    )
    if not clear:
        return [told]
    if rho > 0:
        return [told, text(lang, "where one is higher, the other tends to be higher, too")]
    return [told, text(lang, "where one is higher, the other tends to be lower")]


def _strength(lang: Language, rho: float) -> str:
    if abs(rho) >= 0.6:
        return text(lang, "strong positive relation") if rho > 0 else text(lang, "strong negative relation")
    if abs(rho) >= 0.4:
        return text(lang, "moderate positive relation") if rho > 0 else text(lang, "moderate negative relation")
    return text(lang, "weak positive relation") if rho > 0 else text(lang, "weak negative relation")
