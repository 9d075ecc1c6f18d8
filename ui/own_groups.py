"""Groups of districts that readers make themselves: they live in the address, and strangers' links bring them.

In the address a group is its name and its districts' two-digit codes: `West~505152`, several with `~` between them.
A name consists of letters, digits and signs that mean nothing in HTML, Markdown or plotly's text, so it can be shown
anywhere; a link that says anything else is refused as a whole, because a group that lacks a part would have wrong
figures.
"""

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote_plus

import streamlit as st

from data.store import Dataset
from indicators import groups
from locales import Language, joined, text
from ui import address

KEY: Final = "group"
STATE: Final = f"choice {KEY}"
MOST: Final = 8
LETTERS: Final = 30
ENCODED: Final = 80
"""Characters that a name may take in an address, where an umlaut takes six."""
SIGNS: Final = frozenset(" -–.,'’()+&/!?°")
BETWEEN: Final = "~"


@dataclass(frozen=True)
class OwnGroup:
    """Ortsteile by code, ascending, under a name that a reader gave them; id: its place in the address, `own-1`."""

    id: str
    name: str
    members: tuple[str, ...]


def cleaned(name: str) -> str:
    """A name as it may be shown: on one line, short, without signs that a page could take for its own language."""
    known = "".join(c if unicodedata.category(c)[0] in "LMN" or c in SIGNS else " " for c in name)
    # What follows a dot at once could be taken for an address on the web.
    apart = re.sub(r"\.(?=[^ .])", ". ", unicodedata.normalize("NFC", known))
    short = " ".join(apart.split())[:LETTERS].rstrip()
    while len(quote_plus(short)) > ENCODED:
        short = short[:-1].rstrip()
    return short


def written(own: Sequence[OwnGroup]) -> str:
    """Groups as they stand in the address."""
    return BETWEEN.join(part for group in own for part in (group.name, "".join(group.members)))


def read(said: str, known: Collection[str]) -> tuple[OwnGroup, ...]:
    """The groups that an address says. known: codes of districts. Raises ValueError for anything not `written`."""
    parts = said.split(BETWEEN) if said else []
    names, codes = parts[::2], parts[1::2]
    if len(names) != len(codes) or len(names) > MOST:
        raise ValueError(f"{len(parts)} parts, expected name and districts of at most {MOST} groups")
    if any(not name or cleaned(name) != name for name in names) or len(set(names)) < len(names):
        raise ValueError("a name is empty, stands twice or has signs that no name has")
    members = [_codes(part, known) for part in codes]
    return tuple(OwnGroup(place(n), *pair) for n, pair in enumerate(zip(names, members, strict=True)))


def place(n: int) -> str:
    """The id of the group at place n of the address, from 0: `own-1` for the first."""
    return f"own-{n + 1}"


def is_group(area: str) -> bool:
    """Whether an id is one of an own or a declared group."""
    return area.startswith("own-") or area in groups.load()


def _codes(said: str, known: Collection[str]) -> tuple[str, ...]:
    found = [said[at : at + 2] for at in range(0, len(said), 2)]
    if not found or len(set(found)) < len(found) or not set(found) <= set(known):
        raise ValueError("districts are missing, unknown or stand twice")
    return tuple(sorted(found))


def current(dataset: Dataset) -> tuple[OwnGroup, ...]:
    """The reader's groups, from this session or the address."""
    known = dataset.names["ortsteil"]

    def valid(said: str) -> bool:
        try:
            read(said, known)
        except ValueError:
            return False
        return True

    said: str = st.session_state[address.restore(KEY, lambda all: all.get(KEY), valid, "")]
    return read(said, known)


def keep(own: Sequence[OwnGroup]) -> None:
    """Makes these the reader's groups."""
    st.session_state[STATE] = written(own)


def choices(own: Sequence[OwnGroup]) -> Mapping[str, str]:
    """What a page that can do without groups writes into its address: nothing when there are none."""
    return {KEY: written(own)} if own else {}


def quoted(lang: Language, group: OwnGroup) -> str:
    """A group's name as pages show it: in quotation marks, so that nobody takes it for an official one."""
    return text(lang, "“{name}”", name=group.name)


def told(lang: Language, group: OwnGroup, names: Mapping[str, str]) -> str:
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


def chosen(lang: Language, own: Sequence[OwnGroup]) -> tuple[str, str, tuple[str, ...]]:
    """Which group a page tells of, declared or the reader's own; Leipzig West at first: id, name and districts."""
    known = all_groups(lang, own)
    key = address.one("beside", known, next(iter(known)))
    id = st.selectbox(text(lang, "Group"), list(known), format_func=lambda id: known[id][0], key=key, width=300)
    return str(id), *known[id]


def offer(lang: Language, own: Sequence[OwnGroup], key: str) -> None:
    """Buttons that put a group's districts into a control of several districts, which is drawn later."""
    if own:
        with st.popover(text(lang, "Own groups")):
            for group in own:
                chosen = (f"choice {key}", list(group.members))
                st.button(quoted(lang, group), key=f"take {group.id}", on_click=_take, args=chosen)


def _take(control: str, members: list[str]) -> None:
    st.session_state[control] = members
