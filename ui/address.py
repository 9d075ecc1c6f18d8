"""The address is the state: each choice is read from it and written to it, by stable ids.

Streamlit's own binding writes the words that the reader sees, which differ by language; these ids are those of the
HTTP interface. What a control says wins, unless the reader came by the address (a link, the menu, the back button).
"""

from collections.abc import Callable, Collection, Mapping
from typing import Any, Final, TypeVar

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from data import store
from data.store import Dataset

PAGE: Final = "address: the page it is of"
SAID: Final = "address: what it says"
WRITTEN: Final = "address: what was written"
RECENT: Final = "address: what the browser may still say"
ASKED: Final = "address: what no page has answered yet"
ANSWERED: Final = "address: whether a page wrote its choices"
REFUSED: Final = "address: what could not be restored"
UNUSED: Final = "address: what the page has no use for"
CHOICES: Final = "address: what the page's controls say"
MOST_BEHIND: Final = 10
"""Addresses that a browser may be behind what its reader chose."""
VERSION: Final = "version"
"""The choice of an older version of the figures."""

T = TypeVar("T")


def adopt() -> None:
    """Takes over what the address says, where the reader came by it, and begins a page's choices. Call before any
    control.

    An address of just before is none that the reader came by: who chooses quickly chooses again before the browser has
    heard of the address that the last choice led to.
    """
    st.session_state[CHOICES] = {}
    now = {key: ",".join(st.query_params.get_all(key)) for key in st.query_params}
    run = get_script_run_ctx()
    page, back = (run.page_script_hash, run.is_history_navigation) if run else ("", False)
    if page == st.session_state.get(PAGE) and now in st.session_state[RECENT] and not back:
        return
    st.session_state[PAGE] = page
    st.session_state[RECENT] = [now]
    st.session_state[WRITTEN] = now
    # A page that only leads on to another writes nothing; what it was asked for is for the other to answer.
    unanswered = {} if st.session_state.pop(ANSWERED, False) else st.session_state.get(ASKED, {})
    st.session_state[ASKED] = {**unanswered, **now}
    st.session_state[REFUSED] = {}
    st.session_state[UNUSED] = {}
    st.session_state[SAID] = {**st.session_state.get(SAID, {}), **now}
    if now and VERSION not in now:
        # An address that says anything says every choice but this one, whose default stands for the newest figures.
        st.session_state[SAID].pop(VERSION, None)
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
    held = state(key)
    if held is None or not valid(held):
        asked = read(st.session_state.get(SAID, {})) if held is None else None
        parts = key.split("–")
        if asked is not None and not valid(asked) and not st.session_state[ASKED].keys().isdisjoint(parts):
            st.session_state[REFUSED][key] = "–".join(st.session_state[SAID].get(part, "…") for part in parts)
        held = asked if asked is not None and valid(asked) else default
        choose(key, held)
    elif held != default:
        st.session_state[REFUSED].pop(key, None)
    st.session_state[CHOICES] |= write(held)
    return control_key(key)


def one(key: str, allowed: Collection[str], default: str) -> str:
    """The key of a control for one choice."""
    return restore(key, lambda said: said.get(key), lambda value: value in allowed, default, lambda value: {key: value})


def several(
    key: str, allowed: Collection[str], default: list[str], most: int | None = None, *, in_order: bool = False
) -> str:
    """The key of a control for several choices, at most `most`, which stand in the address with commas between; sorted
    there where their order means nothing (`in_order`)."""

    def read(said: Mapping[str, str]) -> list[str] | None:
        return list(dict.fromkeys(part for part in said[key].split(",") if part)) if key in said else None

    def valid(values: list[str]) -> bool:
        return all(value in allowed for value in values) and (most is None or len(values) <= most)

    def write(values: list[str]) -> Mapping[str, str]:
        return {key: ",".join(sorted(values) if in_order else values)}

    return restore(key, read, valid, default, write)


def switch(key: str) -> str:
    """The key of a control that is on or off, off at first; `yes` and `no` in the address."""
    states: dict[str, object] = {"yes": True, "no": False}

    def read(said: Mapping[str, str]) -> object | None:
        return states.get(said[key], said[key]) if key in said else None

    default: object = False
    return restore(key, read, lambda state: isinstance(state, bool), default, lambda on: {key: "yes" if on else "no"})


def pinned(dataset: Dataset) -> dict[str, str]:
    """What a link says so that it leads to the same figures: nothing for those in force."""
    return {} if dataset.version == store.current().version else {VERSION: dataset.version}


def forget(key: str) -> None:
    """Takes a choice back to its default, on this page and on those to come."""
    st.session_state[SAID].pop(key, None)
    st.session_state.pop(control_key(key), None)


def choices() -> dict[str, str]:
    """What the controls of the page say, so far as it came to them."""
    return dict(st.session_state[CHOICES])


def add(key: str, said: str) -> None:
    """Lets the page's address say something that no control does."""
    st.session_state[CHOICES] = {**choices(), key: said}


def write(*, early: bool = False) -> None:
    """Writes the page's choices into the address. What it asked for and is none of them is kept for a notice until the
    reader chooses something.

    early: whether the page ends before all its controls; what it did not come to stays in the address as it is.
    """
    now, asked, before = choices(), st.session_state[ASKED], st.session_state[WRITTEN]
    if early:
        now = {**before, **now}
    elif asked:
        answered = {*now, *st.session_state[REFUSED]}
        st.session_state[UNUSED] = {key: said for key, said in asked.items() if said and key not in answered}
    elif now != before:
        st.session_state[UNUSED] = {}
    st.session_state[ANSWERED] = True
    st.session_state[SAID] = {**st.session_state.get(SAID, {}), **now}
    # The answer to an address is written even where it says the same: a choice still under way when the reader went
    # back has come to stand in the browser since.
    if asked or now != before:
        st.query_params.from_dict(now)
        st.session_state[WRITTEN] = now
        st.session_state[RECENT] = [*st.session_state[RECENT], now][-MOST_BEHIND:]
    if not early:
        st.session_state[ASKED] = {}


def refuse(key: str, asked: str) -> None:
    """Keeps for a notice what can no longer be shown."""
    st.session_state[REFUSED][key] = asked


def refused() -> dict[str, str]:
    """What the address asked for and could not be restored."""
    return dict(st.session_state.get(REFUSED, {}))


def unused() -> dict[str, str]:
    """What the address says and the page has no choice for."""
    return dict(st.session_state.get(UNUSED, {}))
