"""What a profile is about: the place that was chosen, its name, its sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd
import streamlit as st

from data.areas import Level
from data.store import Dataset
from indicators import catalogue
from indicators.catalogue import Indicator, topics
from indicators.figures import measures
from indicators.figures.histories import Place, beside
from indicators.figures.named_groups import OwnGroup
from indicators.places import similarity
from indicators.places.profile import differences, positions
from locales import Language, joined, number, plural, text
from ui import address, own_groups
from words.change import amount
from words.profile import Apart, Residents, profile_sentence
from words.rows import moved as moved_of
from words.rows import rows as change_rows
from words.titles import titled

SINCE: Final = "2012"
"""The first year of sparklines, trends and the change in the sentence."""
DEFAULT: Final = "51"
A_TOPIC: Final = 2
IN_SENTENCE: Final = 2
"""How many differences are listed of one topic, and how many are told in the sentence."""
ALL: Final = "all"


@dataclass(frozen=True)
class Shown:
    """What a page is about: the reader's language, the figures, the place, every name by code or id, and the reader's
    own groups."""

    lang: Language
    dataset: Dataset
    place: Place
    names: Mapping[str, str]
    own: tuple[OwnGroup, ...] = ()

    @property
    def name(self) -> str:
        return self.names[self.place.id]

    @property
    def rows(self) -> pd.DataFrame:
        return positions(self.dataset, self.place)

    def peers(self) -> str:
        """Those that the place is set against, as in `the median of …`."""
        ortsteil = self.place.peers == "ortsteil"
        return text(self.lang, "the 63 districts") if ortsteil else text(self.lang, "the 10 boroughs")


def names(lang: Language, dataset: Dataset, own: Sequence[OwnGroup] = ()) -> dict[str, str]:
    """The name of each place that has a profile, in the order in which they are offered: districts by name first."""
    districts = sorted(dataset.names["ortsteil"].items(), key=lambda item: item[1])
    boroughs = {code: text(lang, "{name} borough", name=name) for code, name in dataset.names["stadtbezirk"].items()}
    made = {
        id: plural(lang, "{name} (group of {n} district)", "{name} (group of {n} districts)", len(members), name=name)
        for id, (name, members) in own_groups.all_groups(lang, own).items()
    }
    return {**dict(districts), **boroughs, **made}


def chosen(lang: Language, dataset: Dataset) -> Shown:
    """The place that the address or the reader asks for; Plagwitz at first."""
    own = own_groups.current(dataset)
    known, made = names(lang, dataset, own), own_groups.all_groups(lang, own)
    id = st.session_state[address.one("area", known, DEFAULT)]
    if id in made:
        name, members = made[id]
        return Shown(lang, dataset, Place(id, "ortsteil", members), {**known, id: name}, own)
    level: Level = "stadtbezirk" if id in dataset.names["stadtbezirk"] else "ortsteil"
    return Shown(lang, dataset, Place(id, level), known, own)


def controls(shown: Shown) -> str:
    """Which place, and which topic the table shows; returns the topic."""
    lang, known = shown.lang, names(shown.lang, shown.dataset, shown.own)
    there = {ALL: text(lang, "All topics")} | {id: topic_title(lang, id) for id in shown.rows["topic"].unique()}
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        key = address.one("area", known, DEFAULT)
        st.selectbox(text(lang, "Area"), list(known), format_func=known.__getitem__, key=key, width=360)
        key = address.one("topic", there, ALL)
        topic = st.selectbox(text(lang, "Topic"), list(there), format_func=there.__getitem__, key=key, width=300)
    return str(topic)


def members(shown: Shown) -> str:
    """Which districts belong to the group that is shown; empty for an official area."""
    if not shown.place.members:
        return ""
    districts = joined(shown.lang, [shown.dataset.names["ortsteil"][code] for code in shown.place.members])
    return text(shown.lang, "{group}: {members}", group=shown.name, members=districts)


def topic_title(lang: Language, id: str) -> str:
    """A topic's title; its id where it has none."""
    known = topics.load()
    return known[id][lang] if id in known else id


def sentence(shown: Shown) -> str:
    """The sentence above the page."""
    lang, known = shown.lang, catalogue.load()
    population = known["population"]
    apart = [
        Apart(
            titled(lang, known[row["indicator"]]),
            row["period"],
            number(lang, row["value"], known[row["indicator"]].decimals),
            amount(lang, known[row["indicator"]], row["city"]),
        )
        for row in differences(shown.rows, IN_SENTENCE, A_TOPIC).to_dict("records")
    ]
    alike = similarity.similar(shown.dataset, shown.place)
    first = alike[alike["distance"].round(2) == alike["distance"].round(2).min()]
    similar = [shown.names[area] for area in first["area"]]
    return profile_sentence(lang, shown.name, population, _residents(shown, population), apart, similar)


def _residents(shown: Shown, population: Indicator) -> Residents | None:
    rows = shown.rows[shown.rows["indicator"] == population.id]
    if rows.empty:
        return None
    row = rows.iloc[0]
    own = beside(shown.dataset, population, (shown.place,), SINCE)
    told = change_rows(shown.lang, population, measures.change(own, SINCE, row["period"]), shown.names)
    moved = moved_of(told, shown.place.id, shown.name, shown.name)
    return Residents((SINCE, row["period"]), moved, row["status"])
