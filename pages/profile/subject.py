"""What a profile is about: the place that was chosen, its name, its sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd
from streamlit.delta_generator import DeltaGenerator

from data.areas import CITY, Level
from data.store import Dataset
from indicators import catalogue
from indicators.catalogue import topics
from indicators.figures.reader_groups import OwnGroup
from indicators.figures.values import grid
from indicators.places.place import Place
from indicators.places.profile import positions
from locales import Language, in_order, joined, plural, text
from ui import address, controls, folding, own_groups
from ui.lists.words import with_parts
from ui.view import View
from words.place_sentence import SINCE, place_sentence

DEFAULT: Final = "51"
ALL: Final = "all"
NEWEST: Final = "newest"


@dataclass(frozen=True)
class Profile:
    """What the page is about: the place, every name by code or id, the reader's own groups, and the year whose newest
    figures are meant, empty for the newest of all."""

    view: View
    place: Place
    names: Mapping[str, str]
    own: tuple[OwnGroup, ...] = ()
    until: str = ""

    @property
    def lang(self) -> Language:
        return self.view.lang

    @property
    def dataset(self) -> Dataset:
        return self.view.dataset

    @property
    def name(self) -> str:
        return self.names[self.place.id]

    @property
    def rows(self) -> pd.DataFrame:
        return positions(self.dataset, self.place, self.until)

    def peers(self) -> str:
        """Those that the place is set against, as in `the median of …`."""
        ortsteil = self.place.peers == "ortsteil"
        return text(self.lang, "the 63 districts") if ortsteil else text(self.lang, "the 10 boroughs")


def names(lang: Language, dataset: Dataset, own: Sequence[OwnGroup] = ()) -> dict[str, str]:
    """The name of each place that has a profile, in the order in which they are offered: districts by name first."""
    districts = in_order(dataset.names["ortsteil"])
    boroughs = {
        code: text(lang, "{name} borough", name=name) for code, name in in_order(dataset.names["stadtbezirk"]).items()
    }
    made = {
        id: plural(lang, "{name} (group of {n} district)", "{name} (group of {n} districts)", len(members), name=name)
        for id, (name, members) in own_groups.all_groups(lang, own).items()
    }
    return {**districts, **boroughs, **made}


def place(lang: Language, dataset: Dataset) -> tuple[Place, dict[str, str], tuple[OwnGroup, ...]]:
    """The place that the address or the reader asks for, Plagwitz at first; every name, and the reader's own groups."""
    own = own_groups.current(dataset)
    known, made = names(lang, dataset, own), own_groups.all_groups(lang, own)
    address.one("area", known, DEFAULT)
    id = address.state("area")
    if id in made:
        name, members = made[id]
        return Place(id, "ortsteil", members), {**known, id: name}, own
    level: Level = "stadtbezirk" if id in dataset.names["stadtbezirk"] else "ortsteil"
    return Place(id, level), known, own


def until(lang: Language, dataset: Dataset) -> tuple[str, dict[str, str]]:
    """The year that the address or the reader asks for, empty for the newest figures; and what the years that may be
    asked for are called."""
    years = [year for year in grid(dataset, catalogue.load()["population"]).with_figures([CITY]) if year > SINCE]
    names = {NEWEST: text(lang, "newest figures"), **{year: year for year in reversed(years)}}
    address.one("until", names, NEWEST)
    year: str = address.state("until")
    return "" if year == NEWEST else year, names


def choose(profile: Profile, years: Mapping[str, str]) -> DeltaGenerator:
    """Which place, and of which year; returns the row of the controls. years: as from `until`."""
    lang, known = profile.lang, names(profile.lang, profile.dataset, profile.own)
    folded, row = folding.place()
    with row:
        controls.select(text(lang, "Area"), "area", with_parts(profile.dataset, known), DEFAULT, width=360)
        controls.select(text(lang, "As of"), "until", years, NEWEST, width=180)
    folding.say(folded, lang, (profile.name, years[profile.until or NEWEST]))
    return row


def topic(profile: Profile) -> str:
    """Which topic the table shows."""
    lang = profile.lang
    there: dict[str, str] = {ALL: text(lang, "All topics")} | {
        id: topic_title(lang, id) for id in profile.rows["topic"].unique()
    }
    return controls.select(text(lang, "Topic"), "topic", there, ALL, width=300)


def members(profile: Profile) -> str:
    """Which districts belong to the group that is shown; empty for an official area."""
    if not profile.place.members:
        return ""
    districts = joined(profile.lang, [profile.dataset.names["ortsteil"][code] for code in profile.place.members])
    return text(profile.lang, "{group}: {members}", group=profile.name, members=districts)


def topic_title(lang: Language, id: str) -> str:
    """A topic's title; its id where it has none."""
    known = topics.load()
    return known[id][lang] if id in known else id


def sentence(profile: Profile) -> str:
    """The sentence above the page."""
    return place_sentence(profile.lang, profile.dataset, profile.place, profile.names, profile.rows, profile.until)
