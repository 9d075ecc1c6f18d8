"""What made a rate change, in words: parts of it are arithmetic, no causes."""

from collections.abc import Mapping
from math import exp, isnan

import pandas as pd

from indicators.analysis.contribution import MOST_AGAINST
from indicators.analysis.decomposition import Sides
from indicators.catalogue import Indicator, Text
from locales import Language, number, percent, rounded, text
from words.change import turned
from words.periods import short_span
from words.phrases import bare


def without_both(lang: Language, span: tuple[str, str]) -> str:
    """That there is nothing to take apart."""
    return text(lang, "No area has figures for both {start} and {end}.", start=span[0], end=span[1])


def decimals(indicator: Indicator) -> int:
    """Decimals of a part: one more than the values have, as parts are small."""
    return indicator.decimals + 1


def part(lang: Language, indicator: Indicator, value: float) -> str:
    """A part of a change, signed, without its unit."""
    return number(lang, value, decimals(indicator), signed=True)


def part_unit(lang: Language, indicator: Indicator) -> str:
    """What parts are counted in, also where changes of the indicator are usually told in percent."""
    return text(lang, "percentage points") if indicator.unit["en"] == "%" else indicator.unit[lang]


def parts_sentence(
    lang: Language, indicator: Indicator, span: tuple[str, str], city: pd.Series, group: str, own: pd.DataFrame
) -> str:
    """How far the city's rate moved, within and between districts, and what part of it a group's districts hold.

    city, own: rows of `indicators.analysis.decomposition.parts`, of the city and of the group's districts; group: its
    name, empty without one.
    """
    change = float(city["both"])
    if isnan(change):
        return without_both(lang, span)
    first, last = (bare(lang, indicator, float(city[side])) for side in ("start_rate", "end_rate"))
    whole = text(
        lang,
        "{indicator}, {span}: {change} {unit} in the city ({first} → {last}).",
        indicator=indicator.title[lang],
        span=short_span(lang, span),
        change=part(lang, indicator, change),
        unit=part_unit(lang, indicator),
        first=first,
        last=last,
    )
    split = text(
        lang,
        "{within} came about within the districts, {between} by shifts between districts with high and low values.",
        within=part(lang, indicator, city["within"]),
        between=part(lang, indicator, city["between"]),
    )
    held = [_held(lang, indicator, change, group, own)] if group and own["both"].notna().all() else []
    return " ".join([whole, split, *held, no_cause(lang)])


def _held(lang: Language, indicator: Indicator, change: float, group: str, own: pd.DataFrame) -> str:
    both = float(own["both"].sum())
    told = {"group": group, "both": part(lang, indicator, both)}
    told |= {name: part(lang, indicator, own[name].sum()) for name in ("within", "between")}
    # A part against the whole is no share of it.
    if not rounded(change, indicator.decimals) or both * change < 0:
        return text(
            lang,
            "{group} accounts for {both} of it ({within} by its districts’ values, {between} by their size).",
            **told,
        )
    told["share"] = percent(lang, 100 * both / change, 1)
    return turned(
        1 if change > 0 else -1,
        text(
            lang,
            "{group} accounts for {share} of the rise: {both} ({within} by its districts’ values, {between} by their "
            "size).",
            **told,
        ),
        text(
            lang,
            "{group} accounts for {share} of the fall: {both} ({within} by its districts’ values, {between} by their "
            "size).",
            **told,
        ),
        "",
    )


def no_cause(lang: Language) -> str:
    """What parts must not be taken for."""
    return text(lang, "This says where it changed, not why.")


def sides_sentence(
    lang: Language,
    indicator: Indicator,
    names: Mapping[str, Text],
    span: tuple[str, str],
    places: Mapping[str, Sides],
) -> str:
    """How the numerator and the denominator of a rate moved, and what part of its change is the denominator's.

    names: of count and base; places: by name, in the order in which they are told.
    """
    told = [_of_place(lang, names, place, found) for place, found in places.items() if not isnan(found.rate)]
    if not told:
        return without_both(lang, span)
    titled = {"indicator": indicator.title[lang], "span": short_span(lang, span)}
    head = text(lang, "{indicator}, {span}, in proportion to its first value.", **titled)
    return " ".join([head, *told, text(lang, "This is arithmetic, no cause.")])


def _of_place(lang: Language, names: Mapping[str, Text], place: str, found: Sides) -> str:
    moved = text(
        lang,
        "{place} {rate}: {count} {by_count}, {base} {by_base}",
        place=place,
        rate=relative(lang, found.rate),
        count=names["count"][lang],
        by_count=relative(lang, found.count),
        base=names["base"][lang],
        by_base=relative(lang, found.base),
    )
    return f"{moved}; {_denominators(lang, found)}."


def _denominators(lang: Language, found: Sides) -> str:
    """What part of the change is the denominator's, unless both sides moved the rate in opposite directions."""
    if not found.one_way:
        return text(lang, "the two moved the rate in opposite directions, so that shares would mislead")
    share = percent(lang, 100 * found.of_base, 1)
    return turned(
        1 if found.rate > 0 else -1,
        text(lang, "{share} of the rise is the smaller denominator", share=share),
        text(lang, "{share} of the fall is the larger denominator", share=share),
        "",
    )


def relative(lang: Language, logarithm: float) -> str:
    """A difference of logarithms as the change in percent that it is."""
    return percent(lang, 100 * (exp(logarithm) - 1), 1, signed=True)


def nationality_sentence(lang: Language, span: tuple[str, str], every: float, foreign: float) -> str:
    """What part of a city's growth is of foreign nationals. every, foreign: people."""
    told = {
        "span": short_span(lang, span),
        "every": number(lang, every, signed=True),
        "foreign": number(lang, foreign, signed=True),
        "german": number(lang, every - foreign, signed=True),
        "share": percent(lang, 100 * foreign / every, 0) if every else "",
    }
    moved = text(lang, "Leipzig {span}: {every} residents, {foreign} foreign nationals and {german} Germans", **told)
    along, against = sorted((abs(foreign), abs(every - foreign)), reverse=True)
    if not every or (foreign * (every - foreign) < 0 and against > MOST_AGAINST * along):
        return f"{moved}."
    return turned(
        1 if every > 0 else -1,
        text(lang, "{moved}: {share} of the growth is foreign nationals.", moved=moved, share=told["share"]),
        text(lang, "{moved}: {share} of the decline is foreign nationals.", moved=moved, share=told["share"]),
        "",
    )
