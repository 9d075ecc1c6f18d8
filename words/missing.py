"""What is said of figures that are missing: how many, and why."""

from collections.abc import Iterable

import pandas as pd

from locales import Language, number, text
from words.counts import counted


def why_missing(lang: Language, status: str) -> str:
    """What a status that stands in the place of a figure means, in a few words."""
    return {
        "M": text(lang, "not collected or not published"),
        "Q": text(lang, "confidential or too few cases"),
        "N": text(lang, "not meaningful"),
    }.get(status, text(lang, "no figure"))


def with_figures(lang: Language, parts: str, known: int, n: int) -> str:
    """What n parts are called in a sentence about those with a figure: themselves where that is all of them."""
    return parts if known == n else text(lang, "{parts} with figures", parts=parts)


def absent(lang: Language, n: int, reasons: Iterable[str] = ()) -> list[str]:
    """How many figures are missing, and why if that is the same for all; nothing where none is missing."""
    if n == 0:
        return []
    several = text(lang, "{count} figures are missing", count=counted(lang, n))
    told = text(lang, "one figure is missing") if n == 1 else several
    why = set(reasons)
    return [f"{told} ({why.pop()})" if len(why) == 1 and all(why) else told]


def absent_rows(lang: Language, rows: pd.DataFrame, column: str) -> list[str]:
    """The same for rows with notes; column: what is missing in them."""
    missing = rows[rows[column].isna()]
    return absent(lang, len(missing), missing["note"])


def left_out(lang: Language, n: int) -> list[str]:
    """How many places a picture leaves out; nothing where none is."""
    return [text(lang, "{n} left out because a figure is missing", n=number(lang, n))] if n else []


def no_figures(lang: Language, n: int, parts: str) -> str:
    """That none of n parts has a figure."""
    return text(lang, "there are no figures for its {count} {parts}", count=counted(lang, n), parts=parts)


def nothing_to_draw(lang: Language) -> str:
    """What is said in the place of a picture without figures."""
    return text(lang, "There are no figures to draw for this choice.")
