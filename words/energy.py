"""Sentences that read the pictures of the energy page."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from data.areas import CITY
from indicators.analysis.limits import Limits
from indicators.catalogue import Indicator
from indicators.energy.scenario import Measures
from locales import Language, joined, number, percent, text
from words.change import amount
from words.ends import Exactness, exactness
from words.limits import emits, spread_within
from words.noun import noun, pronoun

TOTAL: Final = "residential_heat"
EDGE: Final = (("6", "7"), ("51", "70"))
"""Where district heat ends: the Stadtbezirke West and Alt-West beside each other, Plagwitz and Lindenau beside them."""


def where(
    lang: Language,
    indicator: Indicator,
    period: str,
    rows: pd.DataFrame,
    limits: Mapping[str, Limits],
    parts: str,
    *,
    taken_up: bool = False,
) -> str:
    """The city's modelled value, its limits, and where it is highest and lowest, as far as limits permit to say so.

    rows: from `words.rows.value_rows`, the city and the areas of one level; limits: by area, none where nobody knows
    them; parts: what the areas are called after "in its 63 …"; taken_up: whether a sentence before has said the period
    and the noun.
    """
    city = rows.loc[rows["area"] == CITY, "shade"]
    known = rows[(rows["area"] != CITY) & rows["shade"].notna()]
    if city.isna().all() or known.empty:
        return text(lang, "For {year} there is no modelled figure for the city.", year=period)
    facts = {
        "noun": noun(lang, indicator),
        "it": pronoun(lang, indicator),
        "year": period,
        "value": rough(lang, indicator, float(city.iloc[0])),
        "limits": ", " + within(lang, indicator, limits[CITY]) if CITY in limits else "",
        "where": _spread(lang, indicator, known, limits, parts),
    }
    told = (
        text(lang, "In Leipzig {it} was {value}{limits}; {where}.", **facts)
        if taken_up
        else text(lang, "In {year} {noun} in Leipzig was {value}{limits}; {where}.", **facts)
    )
    return told + limited(lang, indicator)


def limited(lang: Language, indicator: Indicator) -> str:
    """What the limits of modelled emissions hold, as a sentence to add; nothing for anything else."""
    if not emits(indicator):
        return ""
    return " " + text(
        lang,
        "The ranges of uncertainty cover the heat alone, not emission factors, connections to district heat (2011) and "
        "the mix of the rest (2022).",
    )


def followed(lang: Language, indicator: Indicator) -> str:
    """What modelled emissions follow over the years, as a sentence to add; nothing for anything else."""
    if not emits(indicator):
        return ""
    return " " + text(
        lang,
        "Over the years, emissions follow heat alone: connections to district heat are those of 2011 and the mix of "
        "the rest is that of 2022 in every year.",
    )


def _spread(lang: Language, indicator: Indicator, known: pd.DataFrame, limits: Mapping[str, Limits], parts: str) -> str:
    """Where values are highest and lowest, several places that are level as shown; or between what they lie."""
    shown = [_bare(lang, indicator, value) for value in known["shade"].tolist()]
    most, least = shown[known["shade"].argmax()], shown[known["shade"].argmin()]
    if most == least:
        return text(lang, "the same in all its {count} {parts} ({value})", count=len(known), parts=parts, value=most)
    level = ((known[[one == end for one in shown]], end) for end in (most, least))
    high, low = ((rows["area"].tolist(), rows["name"].tolist(), end) for rows, end in level)
    return spread_within(lang, indicator, limits, high, low, known["area"].tolist(), parts)


def rough(lang: Language, indicator: Indicator, value: float) -> str:
    """A value with its unit, heat in GWh: a model does not know it to the megawatt hour."""
    if indicator.id == TOTAL:
        return text(lang, "{n} GWh a year", n=_bare(lang, indicator, value))
    return amount(lang, indicator, value)


def _bare(lang: Language, indicator: Indicator, value: float) -> str:
    """The number of `rough`."""
    return number(lang, value / 1000) if indicator.id == TOTAL else number(lang, value, indicator.decimals)


def within(lang: Language, indicator: Indicator, limits: tuple[float, float]) -> str:
    """The limits of a value, without their unit."""
    low, high = (_bare(lang, indicator, limit) for limit in limits)
    return text(lang, "uncertainty from {low} to {high}", low=low, high=high)


def district_heat(lang: Language, shares: Mapping[str, float], names: Mapping[str, str], now: float) -> str:
    """Where district heat ended in 2011, and what the whole city had in 2022.

    shares: percent of dwellings by area, of those of `EDGE` and the city; now: the city's percent of 2022.
    """
    (west, beside), (near, far) = EDGE
    return text(
        lang,
        "District heat ends between Grünau and Lindenau: in 2011, {west} of the dwellings in the borough {west_name} "
        "had it, in its neighbour {beside_name} {beside}, in {near_name} {near}, in {far_name} {far}. The whole city "
        "had {city}, in 2022 {now}.",
        west=percent(lang, shares[west]),
        west_name=names[west],
        beside=percent(lang, shares[beside]),
        beside_name=names[beside],
        near=percent(lang, shares[near]),
        near_name=names[near],
        far=percent(lang, shares[far]),
        far_name=names[far],
        city=percent(lang, shares[CITY]),
        now=percent(lang, now),
    )


def scenario(lang: Language, done: Measures, today: float, period: str, city: Mapping[str, float]) -> str:
    """What would be, if what a scenario assumes were done.

    today: factor of district heat in the model; city: its outcome, by column of `energy_scenario.OUTCOME`.
    """
    what = _measures(lang, done, today)
    if not what:
        return text(lang, "Scenario without a measure: everything stays as it is. Move a slider.")
    return text(
        lang,
        "Scenario: if {what}, modelled heat in Leipzig would be {heat_then} instead of {heat} GWh a year "
        "({heat_change}), and emissions {emissions_then} instead of {emissions} tonnes of CO₂e ({emissions_change}), "
        "against the model for {year}.",
        what=joined(lang, what),
        heat=number(lang, city["heat"] / 1000),
        heat_then=number(lang, city["heat_then"] / 1000),
        heat_change=_changed(lang, city["heat"] / 1000, city["heat_then"] / 1000, city["heat_percent"], 0),
        # Thousands are as much as such a sum deserves.
        emissions=number(lang, city["emissions"], -3),
        emissions_then=number(lang, city["emissions_then"], -3),
        emissions_change=_changed(lang, city["emissions"], city["emissions_then"], city["emissions_percent"], -3),
        year=period,
    )


def _changed(lang: Language, start: float, end: float, change: float, decimals: int) -> str:
    """A change in percent beside ends with so many decimals, saying so where it does not follow from them."""
    told = percent(lang, change, signed=True)
    if exactness(start, end, change, decimals, 1, percent=True) == Exactness(decimals, True):
        return told
    return f"{told}, " + text(lang, "from unrounded figures")


def _measures(lang: Language, done: Measures, today: float) -> list[str]:
    found = []
    if done.renovated > 0:
        share = percent(lang, 100 * done.renovated, 0)
        found.append(text(lang, "{share} of the living space were renovated", share=share))
    if done.connected > 0:
        share = percent(lang, done.connected, 0)
        found.append(text(lang, "{share} of the dwellings without district heat were connected", share=share))
    if done.factor != today:
        was, then = number(lang, today, 3), number(lang, done.factor, 3)
        found.append(text(lang, "district heat emitted {then} instead of {was} kg CO₂e per kWh", then=then, was=was))
    return found
