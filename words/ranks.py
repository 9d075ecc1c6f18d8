"""A place among the others in words: its rank by value, and whether it shares it."""

from collections import Counter
from functools import cache
from math import isnan

import pandas as pd

from indicators.catalogue import Indicator
from locales import Language, number, text
from words.phrases import as_shown
from words.units import graded


def ranks(indicator: Indicator, rows: pd.DataFrame, column: str) -> dict[str, tuple[int, int, bool]]:
    """By area its rank from the highest value, or from the best grade, of how many, and whether others share it.

    rows: area and the named column of values; areas without a value are absent. Values that are level as shown share
    the better rank, and the next is left out: 1, 2, 2, 4.
    """
    columns = zip(rows["area"].tolist(), rows[column].tolist(), strict=True)
    values = {area: as_shown(indicator, value) for area, value in columns if not isnan(value)}
    order = sorted(values.values(), reverse=not graded(indicator.unit["en"]))
    level = Counter(order)
    return {area: (order.index(value) + 1, len(order), level[value] > 1) for area, value in values.items()}


@cache
def rank_words(lang: Language, rank: int, n: int, shared: bool = False, *, grades: bool = False) -> str:
    """`12th highest of 63`, `Rang 12 von 63`; says if several places share the rank.

    grades: whether it counts from the best grade, not from the highest value.
    """
    if n == 1:
        return text(lang, "the only figure")
    told = _graded(lang, rank, n) if grades else _ranked(lang, rank, n)
    return text(lang, "{rank}, shared", rank=told) if shared else told


def _ranked(lang: Language, rank: int, n: int) -> str:
    if rank == 1:
        return text(lang, "highest of {n}", n=number(lang, n))
    if rank == n:
        return text(lang, "lowest of {n}", n=number(lang, n))
    return text(lang, "{rank} highest of {n}", rank=_ordinal(lang, rank), n=number(lang, n))


def _graded(lang: Language, rank: int, n: int) -> str:
    if rank == 1:
        return text(lang, "best of {n}", n=number(lang, n))
    if rank == n:
        return text(lang, "worst of {n}", n=number(lang, n))
    return text(lang, "{rank} best of {n}", rank=_ordinal(lang, rank), n=number(lang, n))


def _ordinal(lang: Language, rank: int) -> str:
    """`12th`; in German, where a rank is a plain number, `12`."""
    if lang == "de":
        return number(lang, rank)
    teens = rank % 100 in (11, 12, 13)
    return number(lang, rank) + ("th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th"))
