"""States that the controls of the pages accept, as their addresses say them."""

from typing import Final

from hypothesis import strategies as st

from data import store
from data.areas import CITY
from indicators import catalogue
from indicators import cities as declared
from indicators.catalogue import Indicator, groups, topics
from indicators.energy.district.measures import BOUNDS
from indicators.energy.district.presets import PRESETS
from indicators.energy.factors import DISTRICT_HEAT, factors
from indicators.figures import reader_groups
from indicators.figures.reader_groups import OwnGroup
from indicators.figures.values import grid
from locales import LANGUAGES
from ui import controls

State = dict[str, str]
PAGES: Final = (
    "overview",
    "about",
    "workshop",
    "growth",
    "growth_story",
    "leipzig_west",
    "leipzig_west_at_a_glance",
    "explore",
    "profile",
    "compare",
    "energy",
    "energy_district",
    "cities",
    "methods",
)
CLASSES: Final = ("quantiles", "natural_breaks", "equal_interval", "continuous")
MODELLED: Final = (
    "residential_heat_per_m2",
    "residential_heat_per_resident",
    "residential_heat",
    "heating_emissions_per_resident",
    "heating_emissions_direct_per_resident",
)
"""The choices of the energy page's first chapters."""
NAMES: Final = st.text(max_size=40).map(reader_groups.cleaned).filter(bool)


@st.composite
def states(draw: st.DrawFn, page: str) -> State:
    """Every parameter of a page, each with a value that goes with the others; in no order."""
    said = {"lang": draw(st.sampled_from(LANGUAGES)), **draw(BY_PAGE[page]())}
    if draw(st.booleans()):
        said["version"] = store.current().version
    return dict(draw(st.permutations(sorted(said.items()))))


def _codes(level: str) -> list[str]:
    return store.current().codes("stadtbezirk" if level == "stadtbezirk" else "ortsteil")


def _several(among: list[str], least: int, most: int) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(among), min_size=least, max_size=most, unique=True).map(",".join)


def _with_figures() -> st.SearchStrategy[Indicator]:
    there = [one for one in catalogue.load().values() if grid(store.current(), one).with_figures()]
    return st.sampled_from(there)


def _span(draw: st.DrawFn, periods: list[str]) -> State:
    start, end = sorted([draw(st.sampled_from(periods)), draw(st.sampled_from(periods))])
    return {"from": start, "to": end}


def _measure(draw: st.DrawFn, indicator: Indicator) -> State:
    offered = ["value"]
    offered += ["index"] if indicator.change == "percent" else []
    offered += ["change"] if indicator.values["as"] != "year_on_year" else []
    return {"measure": draw(st.sampled_from(offered))}


@st.composite
def growth(draw: st.DrawFn) -> State:
    level = draw(st.sampled_from(["ortsteil", "stadtbezirk"]))
    indicator = draw(_with_figures())
    periods = grid(store.current(), indicator).with_figures([*_codes(level), CITY])
    if not periods:
        return {"indicator": indicator.id, "level": level}
    over_time = len(periods) > 1
    maps = ["value", *(["city"] if indicator.comparable else []), *(["change", "pair"] if over_time else [])]
    shows = draw(st.sampled_from(maps))
    said = {"indicator": indicator.id, "level": level, "map": shows, **_span(draw, periods)}
    said["areas"] = draw(_several(_codes(level), 0, controls.MOST_AREAS))
    said["zoom"] = draw(st.sampled_from(["city", "inner"]))
    if shows in ("value", "city"):
        said["year"] = draw(st.sampled_from(periods))
    if shows in ("value", "pair"):
        said["classes"] = draw(st.sampled_from(CLASSES))
    if shows == "city" or said.get("classes") in ("quantiles", "natural_breaks", "equal_interval"):
        said["classes_of"] = draw(st.sampled_from(["newest", "shown", "all"]))
    said["picture"] = draw(
        st.sampled_from(["distribution", "relation", *(["lines", "slope", "heat"] if over_time else [])])
    )
    if said["picture"] == "lines":
        said |= _measure(draw, indicator)
    if said["picture"] == "relation":
        said |= {"with": draw(st.sampled_from(sorted(catalogue.load()))), "fit": draw(st.sampled_from(["yes", "no"]))}
    return said


@st.composite
def growth_story(draw: st.DrawFn) -> State:
    level = draw(st.sampled_from(["ortsteil", "stadtbezirk"]))
    group = draw(st.just("") | own())
    made = [one.id for one in reader_groups.read(group, _codes("ortsteil"))]
    periods = grid(store.current(), catalogue.load()["population"]).with_figures([CITY])
    areas, beside = (
        draw(_several(_codes(level), 0, controls.MOST_AREAS)),
        draw(st.sampled_from([*groups.load(), *made])),
    )
    said = {"level": level, "beside": beside, **({"group": group} if group else {})}
    return {**said, **_span(draw, periods), "areas": areas}


@st.composite
def leipzig_west(draw: st.DrawFn) -> State:
    indicator, said = draw(_with_figures()), draw(leipzig_west_at_a_glance())
    members = said["members"].split(",")
    periods = grid(store.current(), indicator).with_figures([*members, CITY])
    said = {"indicator": indicator.id, **said}
    if not periods:
        return said
    said["area"] = draw(st.sampled_from(["", *_codes("ortsteil")]))
    return {**said, **_span(draw, periods), **(_measure(draw, indicator) if len(periods) > 1 else {})}


@st.composite
def leipzig_west_at_a_glance(draw: st.DrawFn) -> State:
    chosen = draw(_several(_codes("ortsteil"), 1, 12)).split(",")
    group = draw(st.just("") | own())
    return {"members": ",".join(sorted(chosen)), **({"group": group} if group else {})}


@st.composite
def own(draw: st.DrawFn) -> str:
    """One to three groups of a reader's own, as they stand in an address."""
    names = draw(st.lists(NAMES, min_size=1, max_size=3, unique=True))
    members = [draw(_several(_codes("ortsteil"), 1, 20)).split(",") for _ in names]
    made = [
        OwnGroup(reader_groups.place(n), name, tuple(sorted(chosen)))
        for n, (name, chosen) in enumerate(zip(names, members, strict=True))
    ]
    return reader_groups.written(made)


@st.composite
def compare(draw: st.DrawFn) -> State:
    indicator, group = draw(_with_figures()), draw(st.just("") | own())
    made = reader_groups.read(group, _codes("ortsteil"))
    known = [one.id for one in made] + [*groups.load(), CITY, *_codes("stadtbezirk"), *_codes("ortsteil")]
    areas = draw(_several(known, 1, 8))
    said = {"group": group, "indicator": indicator.id, "compare": areas, "edit": draw(st.sampled_from(["yes", "no"]))}
    members = {one.id: one.members for one in groups.load().values()} | {one.id: one.members for one in made}
    chosen = areas.split(",")
    wanted = tuple((id, members[id]) for id in chosen if id in members)
    periods = grid(store.current(), indicator, wanted).with_figures(chosen)
    if not periods:
        return said
    said |= _span(draw, periods)
    if len(periods) == 1:
        return said
    return {**said, **_measure(draw, indicator), "bars": draw(st.sampled_from(["value", "change"]))}


@st.composite
def explore(draw: st.DrawFn) -> State:
    if draw(st.booleans()):
        used = {indicator.topic for indicator in catalogue.load().values()}
        topic = draw(st.sampled_from(["all", *(id for id in topics.load() if id in used)]))
        letters = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])
        words = st.sampled_from(["", "Miete", "rent", "Alter"]) | st.text(letters, max_size=20)
        return {"show": "list", "q": draw(words.map(str.strip)), "topic": topic}
    periods = grid(store.current(), catalogue.load()["population"]).with_figures([CITY])
    area = draw(st.sampled_from([CITY, *_codes("stadtbezirk"), *_codes("ortsteil")]))
    return {"show": "moved", "area": area, **_span(draw, periods)}


@st.composite
def profile(draw: st.DrawFn) -> State:
    group = draw(st.just("") | own())
    made = [one.id for one in reader_groups.read(group, _codes("ortsteil"))]
    area = draw(st.sampled_from([*made, *_codes("ortsteil"), *_codes("stadtbezirk"), *groups.load()]))
    topic = draw(st.sampled_from(["all", "population", "labour", "housing"]))
    until = draw(st.sampled_from(["newest", "2013", "2018", "2024"]))
    return {"area": area, "until": until, "topic": topic, **({"group": group} if group else {})}


@st.composite
def energy(draw: st.DrawFn) -> State:
    level = draw(st.sampled_from(["ortsteil", "stadtbezirk"]))
    chapter = draw(st.sampled_from(["where", "made", "changed", "cars", "scenario"]))
    said = {"chapter": chapter, "level": level, "areas": draw(_several(_codes(level), 0, controls.MOST_AREAS))}
    if chapter in ("where", "changed"):
        said["heat"] = draw(st.sampled_from(MODELLED))
    if chapter in ("where", "cars"):
        id = said.get("heat", "electric_car_share")
        periods = grid(store.current(), catalogue.load()[id]).with_figures([*_codes(level), CITY])
        said["year"] = draw(st.sampled_from(periods))
    return said | (_scenario(draw) if chapter == "scenario" else {})


def _scenario(draw: st.DrawFn) -> State:
    today = factors().life_cycle[DISTRICT_HEAT]
    numbers = {
        "district_heat": draw(st.just(today) | st.integers(0, 2000).map(lambda n: n / 1000)),
        "renovation": draw(st.integers(0, 50)) / 10,
        "years": draw(st.integers(1, 30)),
        "connection": draw(st.integers(0, 20)) * 5,
        "factor": draw(st.integers(-20, 10)) * 5,
    }
    return {key: f"{value:g}" for key, value in numbers.items()}


@st.composite
def energy_district(draw: st.DrawFn) -> State:
    group = draw(st.just("") | own())
    made = [one.id for one in reader_groups.read(group, _codes("ortsteil"))]
    area = draw(st.sampled_from([CITY, *made, *_codes("ortsteil"), *_codes("stadtbezirk"), *groups.load()]))
    moved = draw(st.dictionaries(st.sampled_from(sorted(BOUNDS)), st.integers(0, 20).map(lambda n: f"{5 * n}")))
    said = {"area": area, "preset": draw(st.sampled_from(PRESETS)), "show": draw(st.sampled_from(["year", "depends"]))}
    against = draw(st.sampled_from(["", "all", "roofs,pv_kwp:500,cars:true"]))
    cars = draw(st.sampled_from(["", "true", "false"]))
    chosen = {"group": group, "against": against, "cars": cars}
    return {**said, **moved, **{key: value for key, value in chosen.items() if value}}


@st.composite
def cities(draw: st.DrawFn) -> State:
    compositions = declared.compositions()
    parts = {part.id for whole in compositions.values() for part in whole.parts}
    return {"figure": draw(st.sampled_from([*(id for id in declared.indicators() if id not in parts), *compositions]))}


@st.composite
def methods(draw: st.DrawFn) -> State:
    show = draw(st.sampled_from(["indicator", "all", "data"]))
    chosen = {"indicator": draw(st.sampled_from(sorted(catalogue.load())))} if show == "indicator" else {}
    return {"show": show, **chosen}


BY_PAGE: Final = {
    "overview": lambda: st.just({}),
    "about": lambda: st.sampled_from(["imprint", "privacy", "accessibility"]).map(lambda shown: {"show": shown}),
    "workshop": lambda: st.just({}),
    "growth": growth,
    "growth_story": growth_story,
    "leipzig_west": leipzig_west,
    "leipzig_west_at_a_glance": leipzig_west_at_a_glance,
    "explore": explore,
    "profile": profile,
    "compare": compare,
    "energy": energy,
    "energy_district": energy_district,
    "cities": cities,
    "methods": methods,
}
