"""The legend of a map of circles in words: what the largest and the smallest stand for."""

import pandas as pd

from indicators.catalogue import Indicator
from locales import Language, number, text
from words.change import amount
from words.missing import nothing_to_draw
from words.phrases import ends, known, level, within


def circles_sentence(lang: Language, indicator: Indicator, rows: pd.DataFrame, parts: str) -> str:
    """What the largest and the smallest circle stand for, and how many places have none as they lack a figure.

    rows: as from `words.rows.value_rows`; parts: what they are called, in the case that "in seven …" takes.
    """
    found = known(indicator, rows, "shade")
    if not found:
        return nothing_to_draw(lang)
    largest, smallest = (
        within(lang, [one.name for one in end], amount(lang, indicator, end[0].value), parts) for end in ends(found)
    )
    told = [text(lang, "the largest {where}", where=largest), text(lang, "the smallest {where}", where=smallest)]
    if level(found):
        told = [text(lang, "all of one size {where}", where=largest)]
    if missing := len(rows) - len(found):
        told.append(f"{text(lang, 'no figure')}: {number(lang, missing)}")
    return text(lang, "One circle an area – {told}.", told="; ".join(told))
