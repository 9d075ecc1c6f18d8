"""The files of an energy district: its hours, its year with ranges, and what is assumed."""

from functools import partial

from exports import links
from exports.energy_district.assumptions import assumptions
from exports.energy_district.balance import balance
from exports.energy_district.hours import hours
from indicators import catalogue
from indicators.energy.district.asked import District
from indicators.energy.district.outcome import HEAT
from indicators.energy.district.weather import HOURS
from indicators.energy.district.year import COLUMNS
from indicators.energy.factors import factors
from indicators.selection import Selection
from locales import Language, text
from pages.energy_district import inputs
from pages.energy_district.place import Place
from ui import address
from ui.take_away.offers import Figures, Table


def of(lang: Language, place: Place, district: District) -> Figures:
    """What the page offers to take away."""
    indicators = (catalogue.load()[HEAT],)
    stem = f"leipzig_energy-district_{place.id}"
    # A program can't be given the reader's file.
    lasting = _address(place, district) if district.given is factors() else ""
    every = (
        Table(
            text(lang, "What if, hour by hour: {name}", name=place.name),
            f"{stem}_hours",
            len(HOURS),
            partial(hours, district, place.id, place.level),
            lasting,
        ),
        Table(
            text(lang, "What if, the year with its ranges: {name}", name=place.name),
            f"{stem}_year",
            len(COLUMNS),
            partial(balance, lang, district, place.id, place.level),
        ),
        Table(
            text(lang, "What it assumes, with sources"),
            "leipzig_energy-district_assumptions",
            len(assumptions(lang, district.given)),
            partial(assumptions, lang, district.given),
        ),
    )
    return Figures(every[0].title, indicators, every, Selection(indicators), maps=True)


def _address(place: Place, district: District) -> str:
    measures = {inputs.PRESET: address.state(inputs.PRESET), **inputs.said()}
    return links.api("energy-district.csv", **place.parameters, **measures, version=district.dataset.version)
