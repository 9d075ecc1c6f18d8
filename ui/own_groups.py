"""Groups of districts that readers make themselves: they live in the address, and strangers' links bring them.

How an address says them: `indicators.figures.reader_groups`.
"""

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from data.store import Dataset
from indicators.catalogue import groups
from indicators.figures.reader_groups import OwnGroup, read, written
from locales import Language, joined, text
from ui import address, controls

KEY: Final = "group"
BESIDE: Final = "beside"
"""The key of the control that chooses one of them."""


def is_group(area: str) -> bool:
    """Whether an id is one of an own or a declared group."""
    return area.startswith("own-") or area in groups.load()


def current(dataset: Dataset, *, even_none: bool = False) -> tuple[OwnGroup, ...]:
    """The reader's groups, from this session or the address; even_none: whether the page's address says it when there
    are none, so that a way back to it takes them away."""
    known = dataset.names["ortsteil"]

    def valid(said: str) -> bool:
        try:
            read(said, known)
        except ValueError:
            return False
        return True

    def write(said: str) -> Mapping[str, str]:
        return {KEY: said} if said or even_none else {}

    address.restore(KEY, lambda all: all.get(KEY), valid, "", write)
    return read(address.state(KEY), known)


def keep(own: Sequence[OwnGroup]) -> None:
    """Makes these the reader's groups."""
    address.choose(KEY, written(own))


def quoted(lang: Language, group: OwnGroup) -> str:
    """A group's name as pages show it: in quotation marks, so that nobody takes it for an official one."""
    return text(lang, "“{name}”", name=group.name)


def with_members(lang: Language, group: OwnGroup, names: Mapping[str, str]) -> str:
    """A group's name and which districts belong to it."""
    members = joined(lang, [names[code] for code in group.members])
    return text(lang, "{group}: {members}", group=quoted(lang, group), members=members)


def title(lang: Language, own: Sequence[OwnGroup], members: Sequence[str]) -> str:
    """The name of the group that consists of exactly these districts; empty where there is none."""
    return next((quoted(lang, group) for group in own if set(group.members) == set(members)), "")


def all_groups(lang: Language, own: Sequence[OwnGroup]) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Name and districts of every group by id: those that are declared, and the reader's own."""
    declared = {id: (group.title[lang], group.members) for id, group in groups.load().items()}
    return declared | {group.id: (quoted(lang, group), group.members) for group in own}


def select(lang: Language, own: Sequence[OwnGroup]) -> tuple[str, tuple[str, ...]]:
    """Which group a page tells of, declared or the reader's own; Leipzig West at first: name and districts."""
    known = all_groups(lang, own)
    names = {id: name for id, (name, _) in known.items()}
    return known[controls.select(text(lang, "Group"), BESIDE, names, next(iter(known)), width=300)]


def selected(lang: Language, own: Sequence[OwnGroup]) -> tuple[str, str]:
    """Id and name of the group that `select` gives, also for what stands above that control."""
    known = all_groups(lang, own)
    address.one(BESIDE, known, next(iter(known)))
    id: str = address.state(BESIDE)
    return id, known[id][0]


def offer(lang: Language, own: Sequence[OwnGroup], key: str) -> None:
    """Buttons that put a group's districts into a control of several districts, which is drawn later."""
    if own:
        with st.popover(text(lang, "Own groups")):
            for group in own:
                districts = (key, list(group.members))
                st.button(quoted(lang, group), key=f"take {group.id}", on_click=address.choose, args=districts)
