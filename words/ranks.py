"""A place among the others in words: its rank by value, and whether it shares it."""

from functools import cache

import pandas as pd

from indicators.analysis.ranks import Rank, ranks
from indicators.catalogue import Indicator
from locales import Language, number, text
from words.change import change_decimals


def value_ranks(indicator: Indicator, rows: pd.DataFrame, column: str) -> dict[str, Rank]:
    """By area its rank from the highest value, or from the best grade; rows: area and the named column of values.

    Modelled figures have none: what a model gives districts lies too close together to number them.
    """
    if indicator.kind == "modelled":
        return {}
    return ranks(_by_area(rows, column), indicator.decimals, best_low=indicator.graded)


def change_ranks(indicator: Indicator, rows: pd.DataFrame) -> dict[str, Rank]:
    """By area the rank of its change from the highest; rows: as from `words.rows.rows`. Any fall is below any rise.

    Modelled figures have none, see `value_ranks`.
    """
    if indicator.kind == "modelled":
        return {}
    return ranks(_by_area(rows, "change"), change_decimals(indicator))


def _by_area(rows: pd.DataFrame, column: str) -> dict[str, float]:
    return dict(zip(rows["area"].tolist(), rows[column].tolist(), strict=True))


@cache
def rank_words(lang: Language, rank: Rank, *, grades: bool = False) -> str:
    """`12th highest of 63`, `Rang 12 von 63`; says if several places share the rank.

    grades: whether it counts from the best grade, not from the highest value.
    """
    place, n, level = rank
    if n == 1:
        return text(lang, "the only figure")
    if level == n:
        return text(lang, "the same in all {n}", n=number(lang, n))
    # German says the number of the rank, and the last of those who share it are not at the end.
    last = place + level - 1 == n and (level == 1 or lang == "en")
    told = (_graded if grades else _ranked)(lang, place, n, last=last)
    return text(lang, "{rank}, shared", rank=told) if level > 1 else told


def _ranked(lang: Language, rank: int, n: int, *, last: bool) -> str:
    if rank == 1:
        return text(lang, "highest of {n}", n=number(lang, n))
    if last:
        return text(lang, "lowest of {n}", n=number(lang, n))
    return text(lang, "{rank} highest of {n}", rank=_ordinal(lang, rank), n=number(lang, n))


def _graded(lang: Language, rank: int, n: int, *, last: bool) -> str:
    if rank == 1:
        return text(lang, "best of {n}", n=number(lang, n))
    if last:
        return text(lang, "worst of {n}", n=number(lang, n))
    return text(lang, "{rank} best of {n}", rank=_ordinal(lang, rank), n=number(lang, n))


def _ordinal(lang: Language, rank: int) -> str:
    """`12th`; in German, where a rank is a plain number, `12`."""
    if lang == "de":
        return number(lang, rank)
    teens = rank % 100 in (11, 12, 13)
    return number(lang, rank) + ("th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th"))
