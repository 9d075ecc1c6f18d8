"""Sentences that read the pictures of the energy page."""

from collections.abc import Sequence
from math import isnan

import pandas as pd

from charts.words import amount
from data.areas import CITY
from indicators.catalogue import Indicator
from indicators.energy_scenario import Measures
from locales import Language, joined, number, percent, text

EDGE = (("6", "7"), ("51", "70"))
"""Where district heat ends: the Stadtbezirke West and Alt-West beside each other, Plagwitz and Lindenau beside them."""


def where(
    lang: Language, indicator: Indicator, period: str, rows: pd.DataFrame, limits: tuple[float, float] | None
) -> str:
    """The city's modelled value, its limits, and the areas with the highest and the lowest.

    rows: from `charts.changes.value_rows`, the city and the areas of one level.
    """
    city = rows.loc[rows["area"] == CITY, "shade"]
    known = rows[(rows["area"] != CITY) & rows["shade"].notna()]
    if city.isna().all() or known.empty:
        return text(lang, "For {year} there is no modelled figure for the city.", year=period)
    within = _limits(lang, indicator, limits)
    highest, lowest = known.iloc[0], known.iloc[-1]
    return text(
        lang,
        "“{title}” in Leipzig {year}: {value}{limits}; highest in {highest} ({most}), lowest in {lowest} ({least}).",
        title=indicator.title[lang],
        year=period,
        value=amount(lang, indicator, float(city.iloc[0])),
        limits=within,
        highest=highest["name"],
        most=number(lang, highest["shade"], indicator.decimals),
        lowest=lowest["name"],
        least=number(lang, lowest["shade"], indicator.decimals),
    )


def _limits(lang: Language, indicator: Indicator, limits: tuple[float, float] | None) -> str:
    if limits is None or any(map(isnan, limits)):
        return ""
    low, high = (number(lang, limit, indicator.decimals) for limit in limits)
    return text(lang, ", limits {low} to {high}", low=low, high=high)


def district_heat(lang: Language, shares: dict[str, float], names: dict[str, str], now: float) -> str:
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


def scenario(lang: Language, done: Measures, today: float, period: str, city: Sequence[float]) -> str:
    """What would be, if what a scenario assumes were done. today: factor of district heat; city: heat now and then in
    MWh, emissions now and then in tonnes.
    """
    heat, heat_then, emissions, emissions_then = city
    what = _measures(lang, done, today)
    if not what:
        return text(lang, "Scenario without a measure: everything stays as it is. Move a slider.")
    return text(
        lang,
        "Scenario: if {what}, modelled heat in Leipzig would be {heat_then} instead of {heat} GWh a year "
        "({heat_change}), and emissions {emissions_then} instead of {emissions} tonnes of CO₂e ({emissions_change}), "
        "against the model for {year}.",
        what=joined(lang, what),
        heat=number(lang, heat / 1000),
        heat_then=number(lang, heat_then / 1000),
        heat_change=percent(lang, 100 * (heat_then / heat - 1), signed=True),
        emissions=number(lang, round(emissions, -3)),
        emissions_then=number(lang, round(emissions_then, -3)),
        emissions_change=percent(lang, 100 * (emissions_then / emissions - 1), signed=True),
        year=period,
    )


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
