"""A slider of years that repaints a map in the browser while it moves, and plays.

The page hears of a year when the hand rests; until then no picture crosses the line.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from charts.choropleth import DISTRICT_LAYERS, Classes
from charts.theme import Theme

HTML: Final = '<button type="button"></button><input type="range" min="0" step="1"><output></output>'
CSS: Final = """
:host { width: 100%; }
:host, div { display: flex; width: 100%; align-items: center; gap: .75rem; font-family: var(--st-font); }
input { flex: 1; accent-color: var(--st-primary-color); min-width: 8rem; height: 1.5rem; }
button { font: inherit; font-size: .9rem; color: var(--st-text-color); background: transparent; cursor: pointer;
  border: 1px solid var(--st-border-color); border-radius: 4px; padding: .2rem .7rem; min-width: 6.5rem; }
button:hover { border-color: var(--st-primary-color); color: var(--st-primary-color); }
output { font-weight: 600; font-size: 1.15rem; font-variant-numeric: tabular-nums; min-width: 3rem; }
"""
CONTROL: Final = "choice scrubber"
"""The key of the slider's own state; it begins like those that a changed address takes back."""
DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"


@cache
def _component() -> ComponentRenderer:
    script = Path(__file__).with_suffix(".js").read_text("utf-8")
    return st.components.v2.component("scrubber", html=HTML, css=CSS, js=script)


def scrubber(
    map_key: str,
    periods: Sequence[str],
    period: str,
    areas: Sequence[str],
    shades: Sequence[str],
    classes: Classes,
    theme: Theme,
    words: tuple[str, str, str],
) -> str:
    """The period at which the hand rests.

    map_key: of the container that holds the map; shades: one text a period with a digit of base 36 a district, its
    class, or `-` without a value; words: what the slider is called, play, pause.
    """
    label, play, pause = words
    data = {
        "map": map_key,
        "layers": list(DISTRICT_LAYERS),
        "periods": list(periods),
        "period": period,
        "areas": list(areas),
        "shades": list(shades),
        "colours": list(classes.colours),
        "noValue": theme.no_value,
        "label": label,
        "play": play,
        "pause": pause,
    }
    result = _component()(key=CONTROL, data=data, default={"period": period}, on_period_change=lambda: None)
    return str(result["period"]) if result["period"] in periods else period
