"""Maps with a slider of years: where it stands is in the address."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from locales import Language
from pictures.picture import Picture
from ui import address, pictures


def year(periods: Sequence[str], default: str) -> str:
    """The period that the slider below a map of values stands at."""
    chosen: str = st.session_state[address.one("year", periods, default)]
    return chosen


def place(lang: Language, drawn: Picture, picked: Callable[[str], None] | None = None) -> None:
    """A map; where its slider comes to rest, the page follows."""
    pictures.place(lang, drawn, picked, partial(st.session_state.__setitem__, "choice year"))
