"""What units say of their figures: their form beside a one, what can be counted."""

from typing import Final

from locales import Language, percent_sign

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


def agreeing(unit: str, shown: str) -> str:
    """A unit as it stands behind a number: `Person` behind 1, `Personen` behind 0 and 2."""
    if unit[:1].isdigit():
        # Two numbers beside each other would be read as one.
        return f"×\u00a0{unit}"
    return ONE.get(unit, unit) if shown.lstrip("+−") == "1" else unit


def with_unit(lang: Language, shown: str, unit: str) -> str:
    """A number and its unit, which no line parts."""
    return shown + (percent_sign(lang) if unit == "%" else f"\u00a0{agreeing(unit, shown)}")


def countable(unit: str, decimals: int) -> bool:
    """Whether one can ask how many there are, and so where most are and where fewest; not of means of counts."""
    return unit in ONE and decimals == 0
