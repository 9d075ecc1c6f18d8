"""The look of what might be, which nobody should take for figures: a dashed frame on a ground of its own, a badge."""

from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from charts.html import stylesheet, tag
from charts.scenario import tinted
from charts.theme import Theme
from locales import Language, text

STYLE: Final = stylesheet(__file__, "what_if.css")


def place(lang: Language, theme: Theme) -> DeltaGenerator:
    """The frame, with its badge, for everything that is assumed or follows from that. theme: the reader's."""
    own = tinted(theme)
    style = STYLE.replace("ACCENT", own.accent).replace("GROUND", own.background)
    frame = st.container(key="scenario")
    badge = text(lang, "SCENARIO: what if? No forecast, no statistics")
    frame.html(style + tag("span", badge, class_="scenario"))
    return frame
