"""What can be compared: the areas, how peers are found, and what the pictures show."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

import streamlit as st

from data.areas import CITY
from data.store import Dataset
from indicators.catalogue import Indicator, groups
from indicators.figures.reader_groups import OwnGroup
from indicators.places import boroughs, similarity
from indicators.places.place import Place
from locales import Language, in_order, joined, number, text
from ui import address, controls, frame, own_groups
from ui.lists.words import with_parts

MOST: Final = 8
KEY: Final = "compare"
DEFAULT: Final = ["leipzig-west", "2", CITY]
SIMILAR: Final = 5
NAMED: Final = 3
"""The most areas that are named on the line of a phone that says what is chosen."""


def names(lang: Language, dataset: Dataset, own: Sequence[OwnGroup]) -> dict[str, str]:
    """Name by id of all that can be compared: own groups, declared ones, the city, boroughs, districts."""
    boroughs = {
        code: text(lang, "{name} borough", name=name) for code, name in in_order(dataset.names["stadtbezirk"]).items()
    }
    return {
        **{group.id: own_groups.quoted(lang, group) for group in own},
        **{group.id: group.title[lang] for group in groups.load().values()},
        **dataset.names["city"],
        **boroughs,
        **in_order(dataset.names["ortsteil"]),
    }


def quoted(lang: Language, own: Sequence[OwnGroup]) -> tuple[OwnGroup, ...]:
    """The reader's groups, as they are called beside official areas."""
    return tuple(replace(group, name=own_groups.quoted(lang, group)) for group in own)


def areas(lang: Language, names: dict[str, str]) -> tuple[list[str], str]:
    """Up to eight areas by name, the city at their end where it is one of them; and what they are set against, which
    is the city unless it is alone."""
    chosen = st.multiselect(
        text(lang, "Areas to compare"),
        list(names),
        format_func=names.__getitem__,
        key=address.several(KEY, names, DEFAULT, MOST, beside=[CITY]),
        max_selections=MOST,
        filter_mode="contains",
        select_all=False,
        placeholder=text(lang, "Choose up to eight"),
    )
    parts = [area for area in chosen if area != CITY]
    city = [CITY] if CITY in chosen else []
    return [*parts, *city], CITY if parts and city else ""


def told(lang: Language, names: Mapping[str, str], chosen: Sequence[str]) -> str:
    """Which areas are compared, by name where they are few."""
    if len(chosen) > NAMED:
        return text(lang, "{n} areas", n=number(lang, len(chosen)))
    return joined(lang, [names[area] for area in chosen])


def peer_finder(lang: Language, dataset: Dataset) -> None:
    """Two ways to choose peers: all districts of a borough, and those most alike."""
    with st.popover(text(lang, "Find similar areas")):
        boroughs, districts = (
            with_parts(dataset, in_order(dataset.names[level])) for level in ("stadtbezirk", "ortsteil")
        )
        borough = _one(text(lang, "All districts of"), boroughs)
        st.button(text(lang, "Compare these districts"), on_click=_borough, args=(lang, dataset, borough))
        district = _one(text(lang, "Most similar to"), districts)
        st.button(text(lang, "Compare the most similar"), on_click=_similar, args=(dataset, district))
        st.caption(
            text(
                lang,
                "Similar are districts whose latest figures lie close together in these indicators, each measured in "
                "its standard deviations: {titles}.",
                titles=", ".join(indicator.title[lang] for indicator in similarity.load().indicators),
            )
        )


def _one(label: str, names: Mapping[str, str]) -> str:
    return st.selectbox(label, list(names), format_func=names.__getitem__, filter_mode="contains")


def _borough(lang: Language, dataset: Dataset, borough: str) -> None:
    found = boroughs.of_borough(dataset, borough)
    if len(found) > MOST:
        name = dataset.names["stadtbezirk"][borough]
        said = text(lang, "{name} has {n} districts; the eight with most residents are shown.", name=name, n=len(found))
        st.toast(said, duration="long")
        found = sorted(boroughs.largest(dataset, found, MOST))
    address.choose(KEY, found)


def _similar(dataset: Dataset, district: str) -> None:
    alike = similarity.similar(dataset, Place(district, "ortsteil"))["area"]
    address.choose(KEY, [district, *alike.iloc[:SIMILAR].tolist()])


def without_parts(lang: Language, indicator: Indicator, names: Mapping[str, str]) -> list[str]:
    """For each group among the places, why it has no figures of the indicator at all; empty where groups have."""
    if indicator.groups["by"] != "none":
        return []
    why, asked = indicator.groups["reason"][lang], [area for area in names if own_groups.is_group(area)]
    return [text(lang, "No figure for {group}: {reason}", group=names[area], reason=why) for area in asked]


def bars(lang: Language, indicator: Indicator) -> str:
    """What the bars show: the last year, or the change; at first the change of counts, which grow with size."""
    names = {"value": text(lang, "Last year"), "change": text(lang, "Change")}
    default = "value" if indicator.comparable else "change"
    return controls.segments(text(lang, "Bars show"), "bars", names, default)


def editing(lang: Language) -> bool:
    """Whether the reader makes groups."""
    return st.toggle(text(lang, "Create a group"), key=address.switch("edit"))


def members(lang: Language, dataset: Dataset, own: Sequence[OwnGroup], chosen: Sequence[str]) -> None:
    """Which districts belong to the groups that are compared."""
    districts = dataset.names["ortsteil"]
    told = [own_groups.with_members(lang, group, districts) for group in own if group.id in chosen]
    told += [group.reason[lang] for group in groups.load().values() if group.id in chosen]
    for line in told:
        frame.note(line)


def in_files(
    indicator: Indicator, areas: Sequence[str], own: Sequence[OwnGroup]
) -> tuple[tuple[str, ...] | None, tuple[OwnGroup, ...]]:
    """How the HTTP interface is asked for what is compared: ids of areas, None without any, and own groups."""
    apart = indicator.groups["by"] == "none"
    made = tuple(group for group in own if group.id in areas and not apart)
    ids = {group.id for group in own}
    official = tuple(area for area in areas if area not in ids and not (apart and own_groups.is_group(area)))
    return official or None, made
