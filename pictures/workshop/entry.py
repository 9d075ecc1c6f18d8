"""A picture of a set with all its state as plain values, and the set."""

from dataclasses import asdict, dataclass, replace
from typing import Final

from indicators.catalogue import groups
from indicators.energy.district.asked import District
from indicators.energy.factors import DISTRICT_HEAT, Factors, factors, with_district_heat
from indicators.energy.scenario import Scenario
from indicators.figures.reader_groups import OwnGroup
from locales import text
from pictures.places import REST, official
from pictures.request import ClassesOf, Request
from words.lines import Measure

MOST: Final = 30
"""Pictures in a set."""
QUOTES: Final = "“”„"


@dataclass(frozen=True)
class WhatIf:
    """What a scenario assumes, see `indicators.energy.scenario.Measures`; today: the factor of district heat now."""

    rate: float
    years: int
    connected: float
    factor: float
    today: float
    period: str


@dataclass(frozen=True)
class DistrictIf:
    """What an energy district assumes, see `indicators.energy.district.measures.Measures`.

    place: an official area or a declared group, empty for a group of the reader's own, which has a name, without
    quotation marks, or none where it is called as pages call it; codes: of its Ortsteile, one after the other.
    """

    place: str
    name: str
    codes: str
    renovation: float = 0.0
    connected: float = 0.0
    heat_pumps: float = 0.0
    renewable_heat: float = 0.0
    pv_kwp: float = 0.0
    solar_m2: float = 0.0
    battery_kwh: float = 0.0
    battery_kw: float = 0.0
    cars: bool = False


@dataclass(frozen=True)
class Entry:
    """Which picture, of what: the fields are those of `Request` and of its `Selection`, by id.

    areas: None where the picture is of a level's; own: groups of the reader's own, their names without quotation marks,
    empty for a group that is called as pages call it, in the reader's language; the rest of the city is without
    districts, as they follow from the group. title, remark: the reader's own, shown in the place of ours; beside:
    whether the remark follows our sentence.
    """

    kind: str
    indicators: tuple[str, ...] = ()
    areas: tuple[str, ...] | None = None
    levels: tuple[str, ...] = ()
    own: tuple[OwnGroup, ...] = ()
    start: str = ""
    end: str = ""
    lit: tuple[str, ...] = ()
    period: str = ""
    scheme: str = ""
    classes_of: ClassesOf = "newest"
    measure: Measure = "value"
    fit: bool = False
    subject: str = ""
    reference: str = ""
    what_if: WhatIf | None = None
    district: DistrictIf | None = None
    title: str = ""
    remark: str = ""
    beside: bool = False


@dataclass(frozen=True)
class WorkshopSet:
    """Pictures in order; version: of the figures that they were made with."""

    entries: tuple[Entry, ...] = ()
    version: str = ""


def entry_of(kind: str, request: Request) -> Entry | None:
    """A picture as it is shown; None for one that follows from a file of the reader's, which no set holds."""
    chosen, what_if, district = request.selection, request.scenario, request.district
    if what_if is not None and what_if.given.entries != given(what_if.today).entries:
        return None
    if district is not None and district.given.entries != factors().entries:
        return None
    return Entry(
        kind,
        tuple(indicator.id for indicator in chosen.indicators),
        None if chosen.areas is None else tuple(chosen.areas),
        tuple(chosen.levels or ()),
        tuple(_plain(request, group) for group in chosen.own),
        chosen.start,
        chosen.end,
        tuple(request.lit),
        request.period,
        request.scheme,
        request.classes_of,
        request.measure,
        request.fit,
        request.subject,
        request.reference,
        None if what_if is None else _what_if(what_if),
        None if district is None else _district(request, district),
    )


def moved_to(entry: Entry, period: str) -> Entry:
    """The same picture of another period; one that was of a single period has its other figures of that one, too."""
    if entry.start == entry.end == entry.period:
        return replace(entry, period=period, start=period, end=period)
    return replace(entry, period=period)


def codes_of(said: str) -> tuple[str, ...]:
    """Codes of Ortsteile that stand one after the other."""
    return tuple(said[at : at + 2] for at in range(0, len(said), 2))


def _plain(request: Request, group: OwnGroup) -> OwnGroup:
    """A group as its reader named it; without a name where its name is ours, which differs by language."""
    ours = {text(request.lang, "Your selection"), *(one.title[request.lang] for one in groups.load().values())}
    if group.id == REST:
        return OwnGroup(REST, "", ())
    name = "" if group.name in ours else group.name.strip(QUOTES)
    return OwnGroup(group.id, name, tuple(sorted(group.members)))


def _what_if(scenario: Scenario) -> WhatIf:
    done = scenario.done
    return WhatIf(done.rate, done.years, done.connected, done.factor, scenario.today, scenario.period)


def _district(request: Request, district: District) -> DistrictIf:
    names = official(request.lang, request.dataset)
    place = next((id for id, name in names.items() if name == district.name), "")
    ours = place or district.name == text(request.lang, "Your selection")
    name = "" if ours else district.name.strip(QUOTES)
    return DistrictIf(place, name, "".join(district.codes), **asdict(district.done))


def given(today: float) -> Factors:
    """The model's factors, with that of district heat by life cycle."""
    own = factors()
    return own if today == own.life_cycle[DISTRICT_HEAT] else with_district_heat(own, today)
