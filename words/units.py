"""What units say of their figures: their form beside a one, what can be counted."""

from typing import Final

from locales import Language, inflected, percent_sign, text

ONE: Final = {
    "Bedarfsgemeinschaften": "Bedarfsgemeinschaft",
    "Einwohner": "Einwohner",
    "Fahrzeuge": "Fahrzeug",
    "Familien": "Familie",
    "Firmen": "Firma",
    "Geborene": "Geborenes",
    "Gebäude": "Gebäude",
    "Haushalte": "Haushalt",
    "Kinder": "Kind",
    "Personen": "Person",
    "Pkw": "Pkw",
    "Plätze": "Platz",
    "Prozentpunkte": "Prozentpunkt",
    "Schüler": "Schüler",
    "Straftaten": "Straftat",
    "Wohnungen": "Wohnung",
    "Ärzte": "Arzt",
    "benefit units": "benefit unit",
    "births": "birth",
    "buildings": "building",
    "cars": "car",
    "children": "child",
    "dwellings": "dwelling",
    "families": "family",
    "firms": "firm",
    "households": "household",
    "offences": "offence",
    "percentage points": "percentage point",
    "people": "person",
    "physicians": "physician",
    "places": "place",
    "pupils": "pupil",
    "residents": "resident",
    "vehicles": "vehicle",
}
"""The singular by plural, of both languages."""
BY_THEMSELVES: Final = {"je", "per", "Schulnote", "school"}
"""How units begin, besides those of what is counted, that don't go behind "in"."""
EURO: Final = "€"
YEARS: Final = {"Jahre", "years"}
"""The unit of time, which German declines."""


def agreeing(unit: str, shown: str) -> str:
    """A unit as it stands behind a number: `Person` behind 1, `Personen` behind 0 and 2."""
    if unit[:1].isdigit():
        # Two numbers beside each other would be read as one.
        return f"×\u00a0{unit}"
    return ONE.get(unit, unit) if shown.lstrip("+−") == "1" else unit


def priced(lang: Language, shown: str, unit: str) -> str:
    """A number whose unit is said elsewhere; a currency stands in front of each in English: `€5.00`."""
    if lang == "en" and unit.startswith(EURO):
        return f"−{EURO}{shown[1:]}" if shown.startswith("−") else f"{EURO}{shown}"
    return shown


def with_unit(lang: Language, shown: str, unit: str) -> str:
    """A number and its unit, which no line parts: `5,00 € je m²`, `€5.00 per m²`."""
    if lang == "en" and unit.startswith(EURO):
        rest = unit.removeprefix(EURO).strip()
        return priced(lang, shown, unit) + (f"\u00a0{rest}" if rest else "")
    return shown + (percent_sign(lang) if unit == "%" else f"\u00a0{agreeing(unit, shown)}")


def in_unit(lang: Language, unit: str) -> str:
    """A unit by itself, as captions say it: `in %`, `in Jahren`; what is counted or related stands without "in"."""
    first = unit.partition(" ")[0]
    if first in ONE or first in BY_THEMSELVES:
        return unit
    return text(lang, "in {unit}", unit=inflected(lang, "in", "years") if unit in YEARS else unit)


def captioned(title: str, unit: str, told: str) -> str:
    """A title and what is told behind it, in which a unit that the title ends with does not stand again."""
    return title + told.removeprefix(unit) if title.endswith(unit) and told.startswith(unit) else f"{title}, {told}"


def countable(unit: str, decimals: int) -> bool:
    """Whether one can ask how many there are, and so where most are and where fewest; not of means of counts."""
    return unit in ONE and decimals == 0
