"""Controls that fold on a phone, where what they lead to comes first; a line says what is chosen and unfolds them."""

from collections.abc import Sequence
from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from charts.html import tag
from locales import Language, text
from ui import controls

SWITCH: Final = "folded"
"""The id of the box that `frame.css` reads: checked while the controls are in sight."""


def place(rows: int = 1) -> list[DeltaGenerator]:
    """Where it is said what is chosen, for `say`, and so many rows for the controls."""
    with st.container(key="fold"):
        return [st.container(key="chosen"), *(controls.row() for _ in range(rows))]


def say(line: DeltaGenerator, lang: Language, chosen: Sequence[str]) -> None:
    """Says on the line what is chosen; it stays unfolded while that changes."""
    label = tag("span", " · ".join(chosen))
    with line:
        # Apart from the words, so that Streamlit leaves the box as the reader has it.
        st.html(tag("input", type="checkbox", id=SWITCH, class_="folded", aria_label=text(lang, "Show the choices")))
        st.html(tag("label", label, for_=SWITCH, class_="fold"))
