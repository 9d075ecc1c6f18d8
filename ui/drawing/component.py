"""Places pictures on a page: plotly's figures, drawn in the browser by `ui/drawing/drawing.js`.

Streamlit's own element would build each picture anew whenever its figure changes, has no menu of ours, and tells
nothing of a click on a district.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final

import orjson
import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from charts.choropleth import COUNT, DISTRICT_LAYERS
from charts.theme import CONFIG, Figure
from locales import Language, text
from pictures.picture import Spans, Years
from server import scripts

HTML: Final = """<div class="picture"><figure></figure>
<div class="years" hidden><button type="button"></button><input type="range" min="0" step="1"><output></output></div>
<menu><button name="png"></button><button name="svg"></button><button name="full"></button>
<button name="embed"></button></menu></div>"""
CSS: Final = Path(__file__).with_name("picture.css").read_text("utf-8")
MARKS: Final = {"layers": DISTRICT_LAYERS, "count": COUNT}
"""How a map's districts and the counts above its classes are told from the rest."""
SLIDER: Final = "st-key-choice-from-to"
"""The place of `ui.controls.years` in the document, which Streamlit names after the control."""
MENU: Final = 24
YEARS: Final = 34
"""Pixels of the menu below each picture, and of the slider of years below a map of values."""


@cache
def _component(base: str) -> ComponentRenderer:
    # A component's own script would travel with every picture; this line fetches it once, by address.
    own = f"{base}{scripts.path('drawing.js')}"
    script = f"""const drawing = import(new URL("{own}", location.origin).href);
export default async (component) => (await drawing).default(component);"""
    return st.components.v2.component("picture", html=HTML, css=CSS, js=script, isolate_styles=False)


@cache
def base_path() -> str:
    """The folder under which the app is served, without a slash at its end."""
    base = st.get_option("server.baseUrlPath").strip("/")
    return f"/{base}" if base else ""


def draw(
    lang: Language,
    figure: Figure,
    name: str,
    alt: str,
    key: str,
    picked: Callable[[str], None] | None = None,
    years: Years | None = None,
    moved: Callable[[str], None] | None = None,
    legend: str = "",
    spans: Spans | None = None,
) -> None:
    """Places a picture with its menu.

    name: of a saved file, without its ending; alt: what the picture says, in words; picked, moved: called with the
    area that was clicked and with the period that the slider came to rest at, before the page runs again; legend: in
    words, for who can't see the picture.
    """
    height = int(figure["layout"]["height"])
    data: dict[str, Any] = {
        "figure": figure,
        "config": CONFIG,
        "name": name,
        "key": key.partition(" ")[0],  # of what is drawn in two widths, a frame shows the place of both
        "copied": text(lang, "Copied"),
        "alt": alt,
        "legend": legend,
        "height": height,
        "pick": picked is not None,
        "menu": {"png": "PNG", "svg": "SVG", "full": text(lang, "Full screen"), "embed": text(lang, "Embed")},
        "marks": MARKS,
        "years": vars(years) | MARKS if years else None,
        "spans": vars(spans) | MARKS | {"slider": SLIDER} if spans else None,
    }
    _component(base_path())(
        key=key,
        # As text once, where Streamlit would write it three times to look for tables in it and to tell its changes.
        data=orjson.dumps(data, option=orjson.OPT_SERIALIZE_NUMPY),
        height=height + MENU + (YEARS if years else 0),
        on_picked_change=_heard(key, "picked", picked),
        on_period_change=_heard(key, "period", moved),
    )


def _heard(key: str, event: str, listen: Callable[[str], None] | None) -> Callable[[], None]:
    def hear() -> None:
        said = st.session_state[key].get(event)
        if listen and isinstance(said, str):
            listen(said)

    return hear
