"""The files of an energy district: its hours, its year with ranges, and what is assumed."""

from dataclasses import replace
from functools import partial

from exports import links
from exports.energy_district.assumptions import assumptions
from exports.energy_district.balance import balance
from exports.energy_district.hours import hours
from exports.observations import PLACES, places
from indicators import catalogue
from indicators.energy.district.asked import District
from indicators.energy.district.outcome import HEAT
from indicators.energy.district.weather import HOURS
from indicators.energy.district.year import COLUMNS
from indicators.energy.factors import factors
from indicators.figures.reader_groups import read
from indicators.selection import Selection
from locales import Language, text
from pages.energy_district import inputs
from pages.energy_district.place import Place
from ui import address
from ui.take_away.offers import Figures, Table


def of(lang: Language, place: Place, district: District) -> Figures:
    """What the page offers to take away."""
    indicators = (catalogue.load()[HEAT],)
    area, name, level = _in_files(lang, place, district)
    named = replace(district, name=name)
    stem = f"leipzig_energy-district_{place.id}"
    every = (
        Table(
            text(lang, "What if, hour by hour: {name}", name=place.name),
            f"{stem}_hours",
            len(HOURS),
            partial(hours, named, area, level),
            _address(lang, place, district, "hours"),
        ),
        Table(
            text(lang, "What if, the year with its ranges: {name}", name=place.name),
            f"{stem}_year",
            len(COLUMNS),
            partial(balance, lang, named, area, level),
            _address(lang, place, district, "balance"),
        ),
        Table(
            text(lang, "What it assumes, with sources"),
            "leipzig_energy-district_assumptions",
            len(assumptions(lang, district.given)),
            partial(assumptions, lang, district.given),
            _address(lang, place, district, "assumptions"),
        ),
    )
    return Figures(every[0].title, indicators, every, Selection(indicators), maps=True)


def _in_files(lang: Language, place: Place, district: District) -> tuple[str, str, str]:
    """Id, name and level of the place, as the HTTP interface has them in its files."""
    known = district.dataset.names["ortsteil"]
    chosen = Selection(own=read(place.own, known)) if place.own else Selection(areas=(place.id,))
    ((area, name, level),) = places(district.dataset, chosen, lang)[PLACES].itertuples(index=False)
    return area, name, level


def _address(lang: Language, place: Place, district: District, of: str) -> str:
    """The lasting address of a table; none where it follows from a file of the reader's."""
    if district.given is not factors():
        return ""
    asked = {**place.parameters, inputs.PRESET: address.state(inputs.PRESET), **inputs.said(), "of": of, "lang": lang}
    return links.api("energy-district.csv", **asked, version=district.dataset.version)
