"""A place among the others in words: its rank by value, and whether it shares it."""

from functools import cache
from typing import Final

import pandas as pd

from indicators.analysis.ranks import Rank, ranks
from indicators.catalogue import Indicator
from locales import Language, number, text
from words.change import change_decimals

LAST: Final = 3
"""So many are counted from the end."""


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
    _, n, level = rank
    if n == 1:
        return text(lang, "the only figure")
    if level == n:
        return text(lang, "the same in all {n}", n=number(lang, n))
    told = (_graded if grades else _ranked)(lang, rank)
    return text(lang, "{rank}, shared", rank=told) if level > 1 else told


def _ranked(lang: Language, rank: Rank) -> str:
    place, n, _ = rank
    if place == 1:
        return text(lang, "highest of {n}", n=number(lang, n))
    if (last := _from_the_end(lang, rank)) == 1:
        return text(lang, "lowest of {n}", n=number(lang, n))
    if last:
        return text(lang, "{rank} lowest of {n}", rank=_ordinal(lang, last), n=number(lang, n))
    return text(lang, "{rank} highest of {n}", rank=_ordinal(lang, place), n=number(lang, n))


def _graded(lang: Language, rank: Rank) -> str:
    place, n, _ = rank
    if place == 1:
        return text(lang, "best of {n}", n=number(lang, n))
    if (last := _from_the_end(lang, rank)) == 1:
        return text(lang, "worst of {n}", n=number(lang, n))
    if last:
        return text(lang, "{rank} worst of {n}", rank=_ordinal(lang, last), n=number(lang, n))
    return text(lang, "{rank} best of {n}", rank=_ordinal(lang, place), n=number(lang, n))


def _from_the_end(lang: Language, rank: Rank) -> int:
    """The place of the last few counted from the end, 0 of others: nobody sees at once that the 62nd highest of 63 is
    low. German, which says the number of the rank and no direction, needs that of none but the last."""
    place, n, level = rank
    last = n - place - level + 2
    if lang == "de":
        return int(place == n)
    return last if last <= LAST and place > 2 * last else int(last == 1)


def _ordinal(lang: Language, rank: int) -> str:
    """`12th`; in German, where a rank is a plain number, `12`."""
    if lang == "de":
        return number(lang, rank)
    teens = rank % 100 in (11, 12, 13)
    return number(lang, rank) + ("th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th"))
