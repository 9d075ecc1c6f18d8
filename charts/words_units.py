"""What units say of their figures: their form beside a one, what can be counted, what is a grade."""

from typing import Final

ONE: Final = {
    "Betriebe": "Betrieb",
    "Einwohner": "Einwohner",
    "Fälle": "Fall",
    "Fahrzeuge": "Fahrzeug",
    "Familien": "Familie",
    "Gebäude": "Gebäude",
    "Geburten": "Geburt",
    "Haushalte": "Haushalt",
    "Kinder": "Kind",
    "Personen": "Person",
    "Pkw": "Pkw",
    "Plätze": "Platz",
    "Prozentpunkte": "Prozentpunkt",
    "Sterbefälle": "Sterbefall",
    "Straftaten": "Straftat",
    "Stimmen": "Stimme",
    "Unternehmen": "Unternehmen",
    "Wohngebäude": "Wohngebäude",
    "Wohnungen": "Wohnung",
    "births": "birth",
    "buildings": "building",
    "businesses": "business",
    "cars": "car",
    "cases": "case",
    "children": "child",
    "companies": "company",
    "deaths": "death",
    "dwellings": "dwelling",
    "families": "family",
    "households": "household",
    "offences": "offence",
    "percentage points": "percentage point",
    "persons": "person",
    "places": "place",
    "residential buildings": "residential building",
    "residents": "resident",
    "vehicles": "vehicle",
    "votes": "vote",
}
"""The singular by plural, of both languages."""

GRADES: Final = frozenset({"Note", "Notenpunkte", "grade", "grade points"})


def agreeing(unit: str, shown: str) -> str:
    """A unit as it stands behind a number: `Person` behind 1, `Personen` behind 0 and 2."""
    return ONE.get(unit, unit) if shown.lstrip("+−") == "1" else unit


def countable(unit: str) -> bool:
    """Whether one can ask how many there are, and so where most are and where fewest."""
    return unit in ONE


def graded(unit: str) -> bool:
    """Whether figures are school grades, of which the lowest is the best."""
    return unit in GRADES
