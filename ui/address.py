"""The address is the state: each choice is read from it and written to it, by stable ids.

Streamlit's own binding writes the words that the reader sees, which differ by language; these ids are those of the
HTTP interface. What a control says wins, unless the address changed by itself (a link, the back button).
"""

from collections.abc import Callable, Collection, Mapping
from typing import Final, TypeVar

import streamlit as st

SAID: Final = "address: what it says"
WRITTEN: Final = "address: what was written"
REFUSED: Final = "address: what could not be restored"

T = TypeVar("T")


def adopt() -> None:
    """Takes over what the address says, if it isn't what was written last. Call once, before any control."""
    now = {key: ",".join(st.query_params.get_all(key)) for key in st.query_params}
    if now == st.session_state.get(WRITTEN):
        return
    st.session_state[WRITTEN] = now
    st.session_state[REFUSED] = {}
    st.session_state[SAID] = {**st.session_state.get(SAID, {}), **now}
    for control in [key for key in st.session_state if str(key).startswith("choice ")]:
        del st.session_state[control]


def restore(key: str, read: Callable[[Mapping[str, str]], T | None], valid: Callable[[T], bool], default: T) -> str:
    """Makes sure that a control has a valid state before it is drawn; returns the control's key.

    read: the state from what the address says, None where it says nothing. What it says but is not valid
    is kept for a notice for as long as the default is shown.
    """
    control = f"choice {key}"
    if control in st.session_state and valid(st.session_state[control]):
        if st.session_state[control] != default:
            st.session_state[REFUSED].pop(key, None)
        return control
    asked = read(st.session_state.get(SAID, {})) if control not in st.session_state else None
    if asked is not None and not valid(asked):
        st.session_state[REFUSED][key] = "–".join(st.session_state[SAID].get(part, "…") for part in key.split("–"))
    st.session_state[control] = asked if asked is not None and valid(asked) else default
    return control


def one(key: str, allowed: Collection[str], default: str) -> str:
    """The key of a control for one choice."""
    return restore(key, lambda said: said.get(key), lambda value: value in allowed, default)


def several(key: str, allowed: Collection[str], default: list[str], most: int | None = None) -> str:
    """The key of a control for several choices, which stand in the address with commas between; at most `most`."""

    def read(said: Mapping[str, str]) -> list[str] | None:
        return list(dict.fromkeys(part for part in said[key].split(",") if part)) if key in said else None

    def valid(values: list[str]) -> bool:
        return all(value in allowed for value in values) and (most is None or len(values) <= most)

    return restore(key, read, valid, default)


def write(choices: Mapping[str, str]) -> None:
    """Writes a page's choices into the address."""
    st.session_state[SAID] = {**st.session_state.get(SAID, {}), **choices}
    if dict(choices) != st.session_state.get(WRITTEN):
        st.query_params.from_dict(dict(choices))
        st.session_state[WRITTEN] = dict(choices)


def refused() -> dict[str, str]:
    """What the address asked for and could not be restored."""
    return dict(st.session_state.get(REFUSED, {}))
