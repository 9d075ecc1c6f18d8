"""The address is the state: each choice is read from it and written to it, by stable ids.

Streamlit's own binding writes the words that the reader sees, which differ by language; these ids are those of the
HTTP interface. What a control says wins, unless the reader came by the address (a link, the menu, the back button).
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from data import store
from data.store import Dataset

MOST_BEHIND: Final = 10
"""Addresses that a browser may be behind what its reader chose."""
VERSION: Final = "version"
"""The choice of an older version of the figures."""
PLACES: Final = ("areas", "area", "compare")
"""Choices of areas. Each page has its own, because it can use others, but the reader means the same by them."""

STATE: Final = "address"
"""Where Streamlit keeps what is known of a reader's addresses."""

T = TypeVar("T")


@dataclass
class Known:
    """What is known of a reader's addresses.

    page: it is of; said: what addresses said, of any page; written: what was written last; recent: what the browser
    may still say; asked: what no page has answered yet, answered: whether a page wrote its choices; refused: what could
    not be restored; unused: what the page has no use for; choices: what the page's controls say; places: the areas that
    the reader chose last, on any page.
    """

    page: str | None = None
    said: dict[str, str] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    recent: list[dict[str, str]] = field(default_factory=list)
    asked: dict[str, str] = field(default_factory=dict)
    answered: bool = False
    refused: dict[str, str] = field(default_factory=dict)
    unused: dict[str, str] = field(default_factory=dict)
    choices: dict[str, str] = field(default_factory=dict)
    places: tuple[str, ...] = ()


def known() -> Known:
    """What is known of this reader's addresses."""
    state: Known = st.session_state.setdefault(STATE, Known())
    return state


def adopt() -> None:
    """Takes over what the address says, where the reader came by it, and begins a page's choices. Call before any
    control.

    An address of just before is none that the reader came by: who chooses quickly chooses again before the browser has
    heard of the address that the last choice led to.
    """
    reader = known()
    reader.choices = {}
    now = {key: ",".join(st.query_params.get_all(key)) for key in st.query_params}
    run = get_script_run_ctx()
    page, back = (run.page_script_hash, run.is_history_navigation) if run else ("", False)
    if page == reader.page and now in reader.recent and not back:
        return
    # A page that only leads on to another writes nothing; what it was asked for is for the other to answer.
    reader.asked = now if reader.answered else {**reader.asked, **now}
    reader.page, reader.written, reader.recent, reader.answered = page, now, [now], False
    reader.refused, reader.unused = {}, {}
    reader.said |= now
    if now and VERSION not in now:
        # An address that says anything says every choice but this one, whose default stands for the newest figures.
        reader.said.pop(VERSION, None)
    for control in [key for key in st.session_state if str(key).startswith(control_key(""))]:
        del st.session_state[control]


def control_key(key: str) -> str:
    """The key under which Streamlit keeps the state of a choice's control."""
    return f"choice {key}"


def state(key: str) -> Any:
    """The state of a choice's control; None before it was drawn or restored."""
    return st.session_state.get(control_key(key))


def choose(key: str, state: object) -> None:
    """Puts a choice's control into another state; before it is drawn, as in what is called by a click."""
    st.session_state[control_key(key)] = state


def restore(
    key: str,
    read: Callable[[Mapping[str, str]], T | None],
    valid: Callable[[T], bool],
    default: T,
    write: Callable[[T], Mapping[str, str]],
) -> str:
    """Makes sure that a control has a valid state before it is drawn, and that the page's address will say it; returns
    the control's key.

    read: the state from what the address says, or from what was chosen on another page; None where neither says
    anything. What the address says but is not valid is kept for a notice for as long as the default is shown. write:
    the state as the address says it.
    """
    reader, held = known(), state(key)
    if held is None or not valid(held):
        asked = read(reader.said) if held is None else None
        parts = key.split("–")
        if asked is not None and not valid(asked) and not reader.asked.keys().isdisjoint(parts):
            reader.refused[key] = "–".join(reader.said.get(part, "…") for part in parts)
        held = asked if asked is not None and valid(asked) else default
        choose(key, held)
    elif held != default:
        reader.refused.pop(key, None)
    reader.choices |= write(held)
    return control_key(key)


def one(key: str, allowed: Collection[str], default: str) -> str:
    """The key of a control for one choice; of areas chosen on another page, it is the last that this one knows."""

    def read(said: Mapping[str, str]) -> str | None:
        return said.get(key, next(iter(_brought(key, allowed)[::-1]), None))

    return restore(key, read, lambda value: value in allowed, default, lambda value: {key: value})


def several(
    key: str,
    allowed: Collection[str],
    default: list[str],
    most: int | None = None,
    *,
    in_order: bool = False,
    beside: Sequence[str] = (),
) -> str:
    """The key of a control for several choices, at most `most`, which stand in the address with commas between; sorted
    there where their order means nothing (`in_order`). beside: what stands beside areas chosen on another page."""

    def read(said: Mapping[str, str]) -> list[str] | None:
        if key in said:
            return list(dict.fromkeys(part for part in said[key].split(",") if part))
        brought = [area for area in _brought(key, allowed) if area not in beside]
        return [*brought[: None if most is None else most - len(beside)], *beside] if brought else None

    def valid(values: list[str]) -> bool:
        return all(value in allowed for value in values) and (most is None or len(values) <= most)

    def write(values: list[str]) -> Mapping[str, str]:
        return {key: ",".join(sorted(values) if in_order else values)}

    return restore(key, read, valid, default, write)


def _brought(key: str, allowed: Collection[str]) -> list[str]:
    """The areas chosen on another page that this one knows; none for a choice of anything else."""
    return [area for area in known().places if key in PLACES and area in allowed]


def switch(key: str) -> str:
    """The key of a control that is on or off, off at first; `yes` and `no` in the address."""
    states: dict[str, object] = {"yes": True, "no": False}

    def read(said: Mapping[str, str]) -> object | None:
        return states.get(said[key], said[key]) if key in said else None

    default: object = False
    return restore(key, read, lambda state: isinstance(state, bool), default, lambda on: {key: "yes" if on else "no"})


def brought(key: str, allowed: Collection[T], default: T) -> T:
    """What was chosen on another page by this key, for a page that has the same by another; else the default."""
    return next((one for one in allowed if one == known().said.get(key)), default)


def pinned(dataset: Dataset) -> dict[str, str]:
    """What a link says so that it leads to the same figures: nothing for those in force."""
    return {} if dataset.version == store.current().version else {VERSION: dataset.version}


def forget(key: str) -> None:
    """Takes a choice back to its default, on this page and on those to come."""
    known().said.pop(key, None)
    st.session_state.pop(control_key(key), None)


def write(*, early: bool = False) -> None:
    """Writes the page's choices into the address. What it asked for and is none of them is kept for a notice until the
    reader chooses something.

    early: whether the page ends before all its controls; what it did not come to stays in the address as it is.
    """
    reader = known()
    now = dict(reader.choices)
    asked = reader.asked
    if early:
        now = {**reader.written, **now}
    elif asked:
        reader.unused = {key: said for key, said in asked.items() if said and key not in {*now, *reader.refused}}
    elif now != reader.written:
        reader.unused = {}
    reader.answered = True
    _note_places(now)
    reader.said |= now
    # The answer to an address is written even where it says the same: a choice still under way when the reader went
    # back has come to stand in the browser since.
    if asked or now != reader.written:
        st.query_params.from_dict(now)
        reader.written = now
        reader.recent = [*reader.recent, now][-MOST_BEHIND:]
    if not early:
        reader.asked = {}


def _note_places(now: Mapping[str, str]) -> None:
    """Keeps the areas for other pages where the reader chose them, or came by an address that says them; a page's
    default is no choice."""
    reader = known()
    for key in PLACES:
        changed = key in now and now[key] != reader.written.get(key, now[key])
        if changed or (reader.asked.get(key) and now.get(key)):
            reader.places = tuple(area for area in now[key].split(",") if area)
            for other in set(PLACES) - {key}:
                reader.said.pop(other, None)
