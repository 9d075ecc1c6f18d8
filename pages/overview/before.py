"""What stood at `/` before the overview: an address without a page led to the growth page."""

from typing import Final

import streamlit as st

OF_GROWTH: Final = (
    *("indicator", "level", "from", "to", "map", "year", "classes", "classes_of"),
    *("areas", "picture", "measure", "with", "fit", "show"),
)
"""What such addresses said."""


def lead_on() -> None:
    """On to the growth page where the address says one of its choices; it answers the whole address."""
    if any(choice in st.query_params for choice in OF_GROWTH):
        st.switch_page("growth/page.py")
