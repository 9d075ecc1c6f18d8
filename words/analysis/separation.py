"""Who lives apart, in words."""

import pandas as pd

from indicators.analysis.broken import comparable
from indicators.catalogue import Indicator
from locales import Language, number, percent, text
from words.missing import nothing_to_draw
from words.periods import short_span

DECIMALS = 3


def separation_sentence(lang: Language, indicator: Indicator, rows: pd.DataFrame) -> str:
    """How unevenly a group is spread, beside chance, and beside whom its average member lives.

    rows: as from `indicators.analysis.separation.result`, of one group, in order of period.
    """
    if rows.empty:
        return nothing_to_draw(lang)
    return " ".join([_course(lang, indicator, comparable(rows)), _now(lang, rows)])


def _course(lang: Language, indicator: Indicator, rows: pd.DataFrame) -> str:
    first, last = rows.iloc[0], rows.iloc[-1]
    said = text(
        lang,
        "{indicator}, {span}: dissimilarity {first} → {last}",
        indicator=indicator.title[lang],
        span=short_span(lang, (first["period"], last["period"])),
        first=number(lang, first["dissimilarity"], DECIMALS),
        last=number(lang, last["dissimilarity"], DECIMALS),
    )
    most = rows.iloc[int(rows["dissimilarity"].to_numpy().argmax())]
    if most["period"] in {first["period"], last["period"]}:
        return f"{said}."
    value = number(lang, most["dissimilarity"], DECIMALS)
    highest = text(lang, "highest in {year}: {value}", year=most["period"], value=value)
    return f"{said} ({highest})."


def _now(lang: Language, rows: pd.DataFrame) -> str:
    last = rows.iloc[-1]
    return text(
        lang,
        "{apart} of the group would have to move for it to be spread like all others ({chance} if it were spread at "
        "random); its average member lives in a district where {isolation} belong to it, against {share} in the city.",
        apart=percent(lang, last["dissimilarity"] * 100, 0),
        chance=percent(lang, last["by_chance"] * 100, 0),
        isolation=percent(lang, last["isolation"], 1),
        share=percent(lang, last["share"], 1),
    )
