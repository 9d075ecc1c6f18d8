"""The factors of the energy model in words: what each is of, and its numbers with their units."""

from collections.abc import Mapping
from typing import Final

from locales import Language, number, percent, percent_sign, plural, text

MOST_DECIMALS: Final = 4
RANGE: Final = ("low", "high")
CARRIERS_OF: Final = ("emissions", "dwellings", "primary_energy")
"""Tables whose entries are carriers of energy."""


def factor_name(lang: Language, place: str) -> str:
    """What a factor is of. place: its table and its key there, `emissions.gas`."""
    table, key = place.split(".")
    if table in CARRIERS_OF:
        name = carrier_name(lang, key)
        return text(lang, "{carrier}, primary energy", carrier=name) if table == "primary_energy" else name
    if table == "consumption":
        names = {"until_1918": text(lang, "built until 1918"), "from_2011": text(lang, "built from 2011 on")}
        return names.get(key) or text(lang, "built {years}", years=key.replace("_", "–"))
    if table == "household_electricity":
        n = int(key.removeprefix("persons_"))
        return plural(lang, "electricity of a household of {n} person", "electricity of a household of {n} persons", n)
    return _names(lang)[place]


def carrier_name(lang: Language, carrier: str) -> str:
    """A carrier of energy in words."""
    return {
        "district_heat": text(lang, "District heat"),
        "gas": text(lang, "Gas"),
        "oil": text(lang, "Oil"),
        "coal": text(lang, "Coal"),
        "wood": text(lang, "Wood"),
        "biogas": text(lang, "Biomass, biogas"),
        "heat_pump": text(lang, "Heat pump, solar, geothermal"),
        "electricity": text(lang, "Electricity"),
        "none": text(lang, "No heating"),
    }[carrier]


def factor_told(lang: Language, place: str, numbers: Mapping[str, float]) -> str:
    """A factor with its numbers, and the ends of its range where it has one. numbers: by unit."""
    by_hour = [value for unit, value in numbers.items() if unit.startswith("percent ")]
    if by_hour:
        amounts = [" / ".join(exact(lang, value) for value in by_hour) + percent_sign(lang)]
    else:
        amounts = [_amount(lang, place, unit, value) for unit, value in numbers.items() if unit not in RANGE]
    told = f"{factor_name(lang, place)} {', '.join(amounts)}"
    if "low" not in numbers:
        return told
    low, high = (exact(lang, numbers[end]) for end in RANGE)
    return f"{told} ({low}–{high})"


def exact(lang: Language, value: float) -> str:
    """A number with the decimals that it was declared with."""
    decimals = f"{value:.{MOST_DECIMALS}f}".rstrip("0").partition(".")[2]
    return number(lang, value, len(decimals))


def _names(lang: Language) -> dict[str, str]:
    return {
        "average.all": text(lang, "all ages"),
        "uncertainty.consumption": text(lang, "uncertainty of consumption"),
        "renovated.consumption": text(lang, "renovated"),
        "household.in_house": text(lang, "household in a house over one in a flat, electricity"),
        "electric_car.consumption": text(lang, "electric car"),
        "electric_car.distance": text(lang, "a car’s year"),
        "charging.home": text(lang, "charging at home by the hour of the day"),
        "roofs.south": text(lang, "roofs to the south"),
        "roofs.south_east": text(lang, "roofs to the south-east"),
        "roofs.south_west": text(lang, "roofs to the south-west"),
        "roofs.flat_east": text(lang, "flat roofs, modules to the east"),
        "roofs.flat_west": text(lang, "flat roofs, modules to the west"),
        "photovoltaics.losses": text(lang, "losses of photovoltaics"),
        "photovoltaics.temperature": text(lang, "less output the warmer the cell"),
        "photovoltaics.area": text(lang, "area of modules"),
        "photovoltaics.house": text(lang, "what a house of one or two dwellings can bear"),
        "photovoltaics.block": text(lang, "what a block can bear"),
        "heat_pump.air": text(lang, "COP of air heat pumps by the lift of temperature"),
        "heat_pump.radiators": text(lang, "radiators"),
        "heat_pump.water": text(lang, "hot water"),
        "heat_pump.correction": text(lang, "measured over catalogue COP"),
        "useful_heat.boiler": text(lang, "heat of a kWh of fuel, kWh"),
        "renewable.district_heat": text(lang, "renewable part of district heat"),
        "solar_thermal.collector": text(lang, "collector"),
        "solar_thermal.water": text(lang, "water in the collector"),
        "solar_thermal.roof": text(lang, "roof of the collectors"),
        "battery.efficiency": text(lang, "what a battery gives back"),
    }


def _amount(lang: Language, place: str, unit: str, value: float) -> str:
    n = exact(lang, value)
    return {
        "kwh_per_m2": text(lang, "{n} kWh/m²", n=number(lang, value, 1)),
        "percent": f"±{percent(lang, value, 0)}" if place.startswith("uncertainty.") else n + percent_sign(lang),
        "direct": text(lang, "direct {n} kg/kWh", n=number(lang, value, 3)),
        "life_cycle": text(lang, "life cycle {n} kg/kWh", n=number(lang, value, 3)),
        "count": text(lang, "{n} dwellings", n=number(lang, value)),
        "kwh": text(lang, "{n} kWh a year", n=n),
        "kwh_per_100km": f"{n} kWh/100 km",
        "km": f"{n} km",
        "tilt": text(lang, "tilt {n}°", n=n),
        "azimuth": text(lang, "facing {n}° from north by east", n=n),
        "percent_per_k": text(lang, "{n} a kelvin", n=n + percent_sign(lang)),
        "m2_per_kwp": f"{n} m²/kWp",
        "kwp": f"{n} kWp",
        "constant": n,
        "linear": text(lang, "linear {n}", n=n),
        "square": text(lang, "square {n}", n=n),
        "optical": text(lang, "optical {n}", n=n),
        "at_0": text(lang, "{n} °C when it is 0 °C outside", n=n),
        "per_k": text(lang, "{n} K for each kelvin outside", n=n),
        "celsius": f"{n} °C",
        "factor": f"× {n}",
        "share": n,
    }[unit]
