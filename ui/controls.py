"""What the reader can choose; every choice is in the address."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Final, Literal, TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data.areas import Level
from indicators import catalogue
from indicators.catalogue import Indicator
from indicators.figures import measures
from locales import Language, in_order, text
from pictures.circle_map import CIRCLES, preferred_scheme
from pictures.request import ClassesOf
from ui import address
from ui.drawing import component
from ui.lists.offered import choosable
from ui.view import View
from words.lines import Measure
from words.periods import dated, when

MOST_AREAS: Final = 6
K = TypeVar("K", bound=str)


def row() -> DeltaGenerator:
    """Controls beside each other, below each other where the window is narrow."""
    return st.container(horizontal=True, vertical_alignment="bottom", gap="medium")


def segments(label: str, key: str, names: Mapping[K, str], default: K, *, hidden: bool = False) -> K:
    """One of a few choices, all in sight. names: what each is called; hidden: whether the label is for screen readers
    only."""
    state = st.segmented_control(
        label,
        list(names),
        format_func=names.__getitem__,
        required=True,
        key=address.one(key, names, default),
        label_visibility="collapsed" if hidden else "visible",
    )
    return state or default


def pills(label: str, key: str, names: Mapping[str, str], default: str, *, wrap: bool | None = None) -> str:
    """One of several choices, all in sight."""
    key = address.one(key, names, default)
    state = st.pills(label, list(names), format_func=names.__getitem__, required=True, key=key, wrap=wrap)
    return state or default


def select(label: str, key: str, names: Mapping[K, str], default: K, width: int | Literal["stretch"] = "stretch") -> K:
    """One of many choices, from a list in which typing finds what contains the words; width: pixels."""
    key = address.one(key, names, default)
    options = list(names)
    return st.selectbox(label, options, format_func=names.__getitem__, key=key, filter_mode="contains", width=width)


def show(lang: Language, names: Mapping[str, str]) -> str:
    """Which of its views a page shows; the first at first."""
    return segments(text(lang, "Show"), "show", names, next(iter(names)), hidden=True)


def indicator(view: View) -> Indicator:
    """The indicator, from all with figures; population at first."""
    names = choosable(view, "indicator")
    return catalogue.load()[select(text(view.lang, "Indicator"), "indicator", names, "population")]


def other_indicator(view: View, first: Indicator) -> Indicator:
    """The second of two indicators whose relation is drawn; the first is none of those to choose from."""
    names = {id: name for id, name in choosable(view, "with").items() if id != first.id}
    return catalogue.load()[select(text(view.lang, "Second indicator"), "with", names, beside(first))]


def beside(indicator: Indicator) -> str:
    """The indicator that another one's relation is drawn with unless the reader chooses."""
    return "unemployment_share" if indicator.id != "unemployment_share" else "net_income_person"


def picture(lang: Language, periods: Sequence[str]) -> str:
    """Which picture stands below the map; of a single period only those that are about one, of two no lines."""
    names = {
        "lines": text(lang, "Over time"),
        "slope": text(lang, "Before and after"),
        "distribution": text(lang, "Distribution"),
        "heat": text(lang, "Table of years"),
        "relation": text(lang, "Relation"),
    }
    if len(periods) == 1:
        names = {name: names[name] for name in ("distribution", "relation")}
    elif not course(lang, periods):
        del names["lines"]
    return segments(text(lang, "Kind of picture"), "picture", names, next(iter(names)))


def course(lang: Language, periods: Sequence[str]) -> bool:
    """Whether there are periods enough for a line over time; of two, it is said why there is none."""
    if len(periods) == 2:
        first, second = (dated(lang, period) for period in periods)
        told = text(
            lang,
            "Two figures ({first} and {second}) make no line; the change between them is shown.",
            first=first,
            second=second,
        )
        st.caption(told)
    return len(periods) > 2


def fit(lang: Language) -> bool:
    """Whether the line of least squares is drawn."""
    return st.toggle(text(lang, "Line of least squares"), key=address.switch("fit"))


def level(lang: Language) -> Level:
    """Ortsteile or Stadtbezirke."""
    return segments(text(lang, "Areas"), "level", levels(lang), "ortsteil")


def levels(lang: Language) -> dict[Level, str]:
    """What the levels are called, with how many areas they have."""
    return {"ortsteil": text(lang, "63 districts"), "stadtbezirk": text(lang, "10 boroughs")}


def years(lang: Language, periods: Sequence[str], preferred: tuple[str, str]) -> tuple[str, str]:
    """First and last period of the change; the preferred ones where the indicator has them.

    Of a single period there is nothing to choose, and that is said.
    """
    chosen = span(periods, preferred)
    span_slider(lang, periods)
    return chosen


def span(periods: Sequence[str], preferred: tuple[str, str]) -> tuple[str, str]:
    """The same without its slider, for a page that draws it elsewhere or not at all."""
    start, end = (
        year if year in periods else edge for year, edge in zip(preferred, (periods[0], periods[-1]), strict=True)
    )

    def read(said: Mapping[str, str]) -> tuple[str, str] | None:
        return (said.get("from", start), said.get("to", end)) if {"from", "to"} & set(said) else None

    def valid(chosen: tuple[str, str]) -> bool:
        return set(chosen) <= set(periods) and chosen[0] <= chosen[1]

    if len(periods) == 1:
        # Another indicator, for which it is not valid, begins with its own default then, and without a notice.
        address.choose("from–to", (start, end))
    address.restore("from–to", read, valid, (start, end), lambda ends: {"from": ends[0], "to": ends[1]})
    chosen: tuple[str, str] = address.state("from–to")
    return chosen


def span_slider(lang: Language, periods: Sequence[str], label: str = "") -> None:
    """The slider of the first and the last period of the change, or that there is only one.

    label: what is chosen, where it is not a change.
    """

    def moved(said: str) -> None:
        first, _, last = said.partition("–")
        address.choose("from–to", (first, last))

    if len(periods) == 1:
        st.caption(text(lang, "There are figures {when} only, so no change can be shown.", when=when(lang, periods[0])))
    else:
        component.span(lang, label or text(lang, "Change between"), periods, address.state("from–to"), moved)


def year(periods: Sequence[str], default: str) -> str:
    """The period that the slider above a map of values stands at."""
    address.one("year", periods, default)
    period: str = address.state("year")
    return period


def measure(lang: Language, indicator: Indicator, periods: Sequence[str]) -> Measure:
    """Whether lines show values, the change of each year where years follow each other, or an index where changes are
    stated in percent."""
    names: dict[Measure, str] = {
        "index": text(lang, "Index"),
        "value": text(lang, "Value"),
        "change": text(lang, "Change a year"),
    }
    indexed = indicator.change == "percent"
    yearly = indicator.values["as"] != "year_on_year" and measures.has_year_before(periods)
    offered = {
        each: name for each, name in names.items() if (each != "index" or indexed) and (each != "change" or yearly)
    }
    if len(offered) == 1:
        address.one("measure", offered, "value")
        return "value"
    return segments(text(lang, "Lines show"), "measure", offered, "index" if indexed else "value")


def map_shows(lang: Language, indicator: Indicator, periods: Sequence[str]) -> str:
    """What the map shows: change between two years, the values of one or of both, or those against the city's.

    Of a single period it opens on its values, as nothing changed.
    """
    names = {"value": text(lang, "One year")}
    if len(periods) > 1:
        names = {"change": text(lang, "Change"), "pair": text(lang, "Both years"), **names}
    if indicator.comparable:
        names["city"] = text(lang, "Against the city")
    return segments(text(lang, "Map shows"), "map", names, next(iter(names)))


def inner_city(lang: Language) -> bool:
    """Whether the map shows the inner city alone, where districts are small."""
    names = {"city": text(lang, "Whole city"), "inner": text(lang, "Inner city")}
    return segments(text(lang, "Map extent"), "zoom", names, "city") == "inner"


def toggle(lang: Language, key: str, allowed: Collection[str], most: int | None = None) -> Callable[[str], None]:
    """Adds an area to a control of several, or takes it away; for clicks on pictures."""

    def toggled(area: str) -> None:
        areas = list(address.state(key) or ())
        if area in areas:
            areas.remove(area)
        elif area not in allowed:
            return
        elif most is not None and len(areas) >= most:
            st.toast(text(lang, "At most {n} areas can be followed; click one of them to let go of it.", n=most))
            return
        else:
            areas.append(area)
        address.choose(key, areas)

    return toggled


def scheme(lang: Language, indicator: Indicator) -> str:
    """How the values of a map are drawn: in classes, as the catalogue declares unless the reader wants otherwise; of
    an amount in circles, or in classes where the reader wants them."""
    circles = {} if indicator.comparable else {CIRCLES: text(lang, "Circles by size")}
    names = circles | {
        "quantiles": text(lang, "Equal numbers"),
        "natural_breaks": text(lang, "Natural breaks"),
        "equal_interval": text(lang, "Equal steps"),
        "continuous": text(lang, "Continuous"),
    }
    label = text(lang, "Circles or classes") if circles else text(lang, "Classes")
    return select(label, "classes", names, preferred_scheme(indicator), width=200)


def classes_of(lang: Language) -> ClassesOf:
    """The periods whose values make the classes of a map."""
    names: dict[ClassesOf, str] = {
        "newest": text(lang, "newest year"),
        "shown": text(lang, "year shown"),
        "all": text(lang, "all years"),
    }
    return select(text(lang, "Basis of the classes"), "classes_of", names, "newest", width=200)


def areas(lang: Language, level: Level, names: Mapping[str, str]) -> list[str]:
    """Up to six areas of a level to follow, by name; none at first."""
    names = in_order(names)
    return st.multiselect(
        text(lang, "Highlight districts") if level == "ortsteil" else text(lang, "Highlight boroughs"),
        list(names),
        format_func=names.__getitem__,
        key=address.several("areas", names, [], MOST_AREAS),
        max_selections=MOST_AREAS,
        filter_mode="contains",
        select_all=False,
        placeholder=text(lang, "Choose up to six"),
    )


def members(lang: Language, names: dict[str, str], default: Sequence[str]) -> tuple[str, ...]:
    """The districts of a group, those declared at first; in order of code."""
    names = in_order(names)
    with st.popover(text(lang, "Choose the districts")):
        districts = st.multiselect(
            text(lang, "Districts"),
            list(names),
            format_func=names.__getitem__,
            key=address.several("members", names, list(default), in_order=True),
            filter_mode="contains",
            select_all=False,
            placeholder=text(lang, "Choose districts"),
        )
    return tuple(sorted(districts))
