"""What each kind of picture can be asked for."""

from functools import cache
from typing import Any

from charts.theme import LIGHT
from data import store
from data.areas import CITY
from indicators import catalogue, cities
from indicators.catalogue import at_a_glance, groups
from indicators.energy.district.asked import District
from indicators.energy.district.measures import Measures
from indicators.energy.factors import factors
from indicators.energy.scenario import Measures as Rates
from indicators.energy.scenario import Scenario
from indicators.figures.reader_groups import OwnGroup
from indicators.figures.values import grid
from indicators.selection import Selection
from locales import Language
from pictures import places
from pictures.registry import OF_DISTRICTS
from pictures.request import Request

TOTAL, HEAT = "residential_heat", "residential_heat_per_resident"
OF: dict[str, tuple[str, ...]] = {
    "relation": ("unemployment_share", "net_income_person"),
    "change relation": ("population", "mean_age"),
    "contribution": ("population",),
    "turning": ("population",),
    "change points": ("population_change",),
    "continuation": ("population",),
    "ranking with city": (HEAT,),
    "limits": (HEAT,),
    "district heat map": ("district_heating_share",),
    "district heat ranking": ("district_heating_share",),
    "carriers": ("district_heating_share",),
    "rate sides": ("share_65_plus",),
    "growth by nationality": ("population", "foreigners"),
    **dict.fromkeys(OF_DISTRICTS, (TOTAL,)),
    "scenario map": ("heating_emissions_per_resident",),
    "scenario steps": ("heating_emissions_per_resident",),
    "scenario districts": ("heating_emissions_per_resident",),
}
"""What pictures are of that are not about any indicator."""
LISTED = {"place map": ("51",), "group map": ("50", "51"), "moved": (CITY,)}


def request_of(kind: str, lang: Language = "de", **asked: Any) -> Request:
    """A request that a kind of picture is drawn from."""
    dataset = store.current()
    indicators = tuple(catalogue.load()[id] for id in OF.get(kind, ("unemployment_share",)))
    if kind == "cities":
        indicators = (cities.indicators()["eurostat_unemployment_rate"],)
    own: tuple[OwnGroup, ...] = ()
    if kind in ("multiples", "gaps"):
        indicators = at_a_glance.load()["leipzig-west"].indicators
        own = places.split(lang, dataset, groups.load()["leipzig-west"].members, "Leipzig West")
    years = grid(dataset, indicators[0]).with_figures(["51"]) or ["2012", "2024"]
    selection = Selection(indicators, LISTED.get(kind), ("ortsteil", "city"), own, years[0], years[-1])
    scenario = Scenario(dataset, factors(), Rates(1.0, 10, 10.0, 0.1), "2020") if "scenario" in kind else None
    district = _district() if kind in OF_DISTRICTS else None
    return Request(lang, dataset, LIGHT, selection, "/areas?level=", scenario=scenario, district=district, **asked)


@cache
def _district() -> District:
    """The same for all pictures, so that its hours are reckoned once."""
    done = Measures(
        renovation=30, heat_pumps=60, renewable_heat=20, pv_kwp=25_000, battery_kwh=10_000, battery_kw=5_000, cars=True
    )
    return District(store.current(), ("51",), "Plagwitz", done, factors())
