"""Sentences that read an energy district: always what would be, the answer first."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from indicators.energy.district import stock
from indicators.energy.district.asked import District
from locales import Language, number, percent, text
from words.energy_units import energy, peak_power
from words.noun import begun
from words.places import as_dative, as_subject

LITTLE: Final = 0.5
"""Percent below which a share is not told as 0 %."""
LEAST: Final = 0.1
"""kWp a resident, the last digit that is told."""


def sentence(lang: Language, district: District) -> str:
    """How much of its electricity a place would make, in a year and in the hours, and what positive would need."""
    year = district.outcome.year
    if not year["electricity_demand_mwh"] > 0:
        return no_need(lang, district)
    return f"{_made(lang, district)} {needed(lang, district)}"


def no_need(lang: Language, district: District) -> str:
    """That there is nothing to tell of."""
    return begun(text(lang, "{name} has no dwellings that need energy.", name=as_subject(lang, district.name)))


def who(lang: Language, district: District) -> str:
    """What needs energy, after "that"."""
    return text(lang, "its dwellings and cars need") if district.done.cars else text(lang, "its dwellings need")


def share(lang: Language, part: float, whole: float) -> str:
    """A share in whole percent; one that is not nothing is not told as nothing."""
    found = 100 * part / whole
    return text(lang, "less than {share}", share=percent(lang, 1, 0)) if 0 < found < LITTLE else percent(lang, found, 0)


def needed(lang: Language, district: District) -> str:
    """The power of photovoltaics that makes the year's balance positive, as a sentence."""
    year, place = district.outcome.year, district.outcome.place
    kwp, positive = float(year["kwp_needed"]), bool(year["positive"])
    if not kwp:
        return text(lang, "Over the year it would be positive without any photovoltaics.")
    power = peak_power(kwp).told(lang, kwp)
    each = text(lang, ", {n} kWp a resident", n=number(lang, kwp / place["residents"], 1)) if place["residents"] else ""
    if positive:
        return text(lang, "Over the year that is positive: {power} would be enough{each}.", power=power, each=each)
    beside = _beside_roofs(lang, kwp, stock.plausible_kwp(place, district.given))
    return text(lang, "To be positive it would need {power}{each}{beside}.", power=power, each=each, beside=beside)


def balance(lang: Language, district: District) -> str:
    """How much of the year's energy is renewable, and what is missing or left over."""
    year = district.outcome.year
    needs, renewable, short = (float(year[name]) for name in ("final_energy_mwh", "renewable_mwh", "short_mwh"))
    if not needs > 0:
        return no_need(lang, district)
    unit = energy(max(needs, renewable))
    facts = {
        "who": who(lang, district),
        "needs": unit.told(lang, needs),
        "renewable": unit.told(lang, renewable),
        "share": _of_all(lang, renewable, needs),
        "short": energy(abs(short)).told(lang, abs(short)),
    }
    if year["positive"]:
        told = text(
            lang,
            "{name} would be positive over the year: {renewable} of renewable energy for the {needs} that {who} "
            "({share}).",
            name=as_subject(lang, district.name),
            **facts,
        )
        return begun(told)
    told = text(
        lang,
        "{name} would be {short} a year short of positive: {renewable} of renewable energy for the {needs} that {who} "
        "({share}).",
        name=as_dative(lang, district.name),
        **facts,
    )
    return begun(told)


def most_moving(lang: Language, district: District, factor: str, ends: tuple[float, float]) -> str:
    """Which assumption moves the power that is needed most. ends: the lowest and the highest of that, kWp."""
    kwp = float(district.outcome.year["kwp_needed"])
    unit = peak_power(max(ends))
    return text(
        lang,
        "What {name} would need to be positive, {power}, depends most on {factor}: from {low} to {high} by that alone.",
        name=as_subject(lang, district.name),
        power=unit.told(lang, kwp),
        factor=factor,
        low=unit.bare(lang, ends[0]),
        high=unit.told(lang, ends[1]),
    )


def everywhere(lang: Language, missing: pd.Series) -> str:
    """How many districts would be positive with the same measures, and what the others lack.

    missing: kWp a resident by Ortsteil, 0 where it is positive, NaN where nobody knows.
    """
    known = missing.dropna()
    positive, others = int((known == 0).sum()), known[known > 0]
    facts = {"count": number(lang, len(known))}
    if others.empty:
        return text(lang, "With the same measures, all {count} districts would be positive.", **facts)
    facts |= {
        "n": number(lang, positive),
        "least": lacking(lang, float(others.min())),
        "most": number(lang, max(float(others.max()), LEAST), 1),
    }
    if not positive:
        return text(
            lang,
            "With the same measures, none of the {count} districts would be positive: {least} to {most} kWp of "
            "photovoltaics a resident would be missing.",
            **facts,
        )
    return text(
        lang,
        "With the same measures, {n} of the {count} districts would be positive; the others would lack up to {most} "
        "kWp of photovoltaics a resident.",
        **facts,
    )


def among_all(lang: Language, district: District, here: float, missing: pd.Series) -> str:
    """What the place lacks beside the district in the middle. here, missing: kWp a resident, as in `everywhere`."""
    known = missing.dropna()
    middle = float(known.median())
    name = as_dative(lang, district.name) if here else as_subject(lang, district.name)
    facts = {"name": begun(name), "here": lacking(lang, here), "middle": lacking(lang, middle)}
    if middle == 0:
        facts |= {"n": number(lang, int((known == 0).sum())), "count": number(lang, len(known))}
        if here == 0:
            return text(
                lang,
                "{name} would be positive, as {n} of the {count} districts would with the same measures.",
                **facts,
            )
        return text(
            lang,
            "{name} would lack {here} kWp of photovoltaics a resident to be positive; with the same measures, {n} of "
            "the {count} districts would be.",
            **facts,
        )
    if here == 0:
        return text(
            lang,
            "{name} would be positive; with the same measures, half of the districts would lack {middle} kWp of "
            "photovoltaics a resident or more.",
            **facts,
        )
    return text(
        lang,
        "{name} would lack {here} kWp of photovoltaics a resident to be positive; with the same measures, half of the "
        "districts would lack {middle} or more.",
        **facts,
    )


def lacking(lang: Language, each: float) -> str:
    """kWp a resident that are missing; what is not nothing is not told as nothing."""
    little = 0 < each < LEAST / 2
    return text(lang, "less than {share}", share=number(lang, LEAST, 1)) if little else number(lang, each, 1)


def factor_name(lang: Language, factor: str) -> str:
    """An uncertain assumption, by its name in `indicators.energy.district.uncertainty.FACTORS`."""
    names: Mapping[str, str] = {
        "heat": text(lang, "Heat of the dwellings"),
        "household": text(lang, "Electricity of households"),
        "cars": text(lang, "Electricity of cars"),
        "roofs": text(lang, "Yield of the roofs"),
        "pumps": text(lang, "Efficiency of heat pumps"),
        "boilers": text(lang, "Efficiency of boilers"),
        "battery": text(lang, "Efficiency of the battery"),
    }
    return names[factor]


def factor_in_sentence(lang: Language, factor: str) -> str:
    """The same after "depends most on"."""
    names: Mapping[str, str] = {
        "heat": text(lang, "the heat of the dwellings"),
        "household": text(lang, "the electricity of households"),
        "cars": text(lang, "the electricity of cars"),
        "roofs": text(lang, "the yield of the roofs"),
        "pumps": text(lang, "the efficiency of heat pumps"),
        "boilers": text(lang, "the efficiency of boilers"),
        "battery": text(lang, "the efficiency of the battery"),
    }
    return names[factor]


def _made(lang: Language, district: District) -> str:
    year = district.outcome.year
    facts = {"name": as_subject(lang, district.name), "who": who(lang, district)}
    if not year["generation_mwh"] > 0:
        return text(lang, "Without photovoltaics {name} would make none of the electricity that {who}.", **facts)
    demand = year["electricity_demand_mwh"]
    return text(
        lang,
        "With these measures {name} would make {made} of the electricity that {who} in a year; in the hours when it is "
        "needed, {hours}.",
        made=share(lang, year["generation_mwh"], demand),
        hours=share(lang, year["own_use_mwh"], demand),
        **facts,
    )


def _of_all(lang: Language, part: float, whole: float) -> str:
    """A share; what lacks something of the whole is not told as all of it."""
    if part < whole and 100 * part / whole >= 100 - LITTLE:
        return text(lang, "almost {share}", share=percent(lang, 100, 0))
    return share(lang, part, whole)


def _beside_roofs(lang: Language, kwp: float, plausible: float) -> str:
    """How much that is beside what buildings can bear, as the end of a sentence."""
    if not plausible > 0:
        return ""
    times = number(lang, kwp / plausible, 1)
    if times == number(lang, 1, 1):
        return text(lang, ", as much as its buildings are taken to bear")
    if kwp > plausible:
        return text(lang, ", {times} times what its buildings are taken to bear", times=times)
    return text(lang, ", {share} of what its buildings are taken to bear", share=share(lang, kwp, plausible))
