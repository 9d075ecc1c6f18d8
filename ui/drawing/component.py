"""Places pictures on a page: plotly's figures, drawn in the browser by `ui/drawing/drawing.js`.

Streamlit's own element would build each picture anew whenever its figure changes, has no menu of ours, and tells
nothing of a click on a district.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, Final

import orjson
import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from charts.choropleth import COUNT, DISTRICT_LAYERS, NOTE
from charts.html import stylesheet, tag
from charts.theme import CONFIG
from locales import Language, text
from pictures.picture import Picture
from server import scripts
from words.periods import short

PICTURE: Final = """<div class="picture">
<div class="years" hidden><button type="button"></button><div><input type="range"></div><output></output></div>
<figure></figure>
<menu><select hidden></select>
<button name="png" hidden></button><button name="svg" hidden></button><button name="full" hidden></button>
<button name="slide" hidden></button><button name="embed" hidden></button><button name="add" hidden></button></menu>
</div>"""
SLIDER: Final = """<div class="years two" hidden><span></span><output></output>
<div><input type="range"><input type="range"></div></div>"""
MARKS: Final = {"layers": DISTRICT_LAYERS, "count": COUNT, "note": NOTE}
"""How a map's districts, the counts above its classes and the note below them are told from the rest."""
STYLE: Final = stylesheet(__file__, "picture.css") + stylesheet(__file__, "slider.css")
"""Of every page once; a component's own would travel with every picture and every change."""
MENU: Final = 24
YEARS: Final = 40
"""Pixels of the menu below each picture, and of the slider of years above a map of values."""


@cache
def _component(name: str, html: str) -> ComponentRenderer:
    """name: of the script beside this file, whose default export draws the component."""
    # A component's own script would travel with every picture; this line fetches it once, by address.
    script = f"""const drawing = {imported(f"{name}.js")};
export default async (component) => (await drawing).default(component);"""
    return st.components.v2.component(name, html=html, js=script, isolate_styles=False)


def run_script(name: str, told: str = "") -> None:
    """Runs a script of ours in the page, once. told: an element for it to read."""
    # By address: what stands in a page itself, no browser runs (server/page.py).
    script = tag("script", type="module", src=f".{scripts.path(name)}")
    st.html(told + script, unsafe_allow_javascript=True)


def imported(name: str) -> str:
    """JavaScript that fetches one of our scripts once, by address, and gives its module."""
    # Pages stand in one folder with the scripts. Which one that is may only be known to a proxy.
    return f'import(new URL("{scripts.path(name).removeprefix("/")}", document.baseURI).href)'


def draw(
    lang: Language,
    picture: Picture,
    picked: Callable[[str], None] | None = None,
    moved: Callable[[str], None] | None = None,
    current: str = "",
    *,
    key: str = "",
    added: Callable[[], None] | None = None,
    slide: str = "",
) -> None:
    """Places a picture with its menu, and a slider above a map of one period.

    picked, moved: called with the area that was clicked and with the period that the slider came to rest at, before
    the page runs again; current: the area whose bar is brought into view where many scroll;
    key: where a page has several pictures of a kind; added: called to add the picture to the reader's set;
    slide: the address of a slide of it, empty where there is none.
    """
    # A frame finds a picture on its page by the kind.
    menu = {"embed": "" if key else text(lang, "Embed"), "add": text(lang, "Add to set") if added else ""}
    menu["slide"] = "PPTX" if slide else ""
    key, height = key or picture.kind, int(picture.figure["layout"]["height"])
    scrubs = picture.repainting is not None and len(picture.repainting.parameters) == 1
    data = _of_picture(lang, picture) | {
        "key": key.partition(" ")[0],  # of what is drawn in two widths, a frame shows the place of both
        "height": height,
        "pick": picked is not None,
        "current": current,
        "slide": slide,
        "menu": {"png": "PNG", "svg": "SVG", "full": text(lang, "Full screen"), **menu},
        "years": _of_slider(lang) if scrubs else None,
    }
    _component("drawing", PICTURE)(
        key=key,
        data=_json(data),
        height=height + MENU + (YEARS if scrubs else 0),
        on_picked_change=_listener(key, "picked", picked),
        on_period_change=_listener(key, "period", moved),
        on_added_change=_listener(key, "added", (lambda _: added()) if added else None),
    )


def _of_picture(lang: Language, picture: Picture) -> dict[str, Any]:
    """What the browser draws, and what is said of it."""
    layout = picture.figure["layout"]
    return {
        "figure": picture.figure,
        "config": CONFIG,
        "name": picture.file,
        "copied": text(lang, "Copied"),
        "alt": picture.sentence,
        "title": _plain(layout),
        "legend": picture.legend,
        "areas": text(lang, "Areas of the map: arrow keys read them, Enter chooses") if "geo" in layout else "",
        "layers": DISTRICT_LAYERS,
        "repainting": vars(picture.repainting) | MARKS if picture.repainting else None,
    }


def _of_slider(lang: Language) -> dict[str, Any]:
    return {"handles": [text(lang, "Year")], "play": text(lang, "Play"), "pause": text(lang, "Pause")}


def span(
    lang: Language, name: str, periods: Sequence[str], current: tuple[str, str], moved: Callable[[str], None]
) -> None:
    """Places a slider with handles at the first and the last of some periods; pictures are repainted while it moves.

    moved: called with the two periods at which it came to rest, a dash between, before the page runs again.
    """
    data = {
        "name": name,
        "handles": [text(lang, "{label}, begin", label=name), text(lang, "{label}, end", label=name)],
        "periods": periods,
        "labels": [short(lang, period) for period in periods],
        "current": current,
    }
    slider = _component("slider", SLIDER)
    slider(key="years", data=_json(data), on_periods_change=_listener("years", "periods", moved))


def _plain(layout: Mapping[str, Any]) -> str:
    """The title of a drawing without plotly's marks, its first line."""
    said = str(layout.get("title", {}).get("text", ""))
    return re.sub("<[^>]*>", "", re.split("<br>|<br/>", said)[0]).strip()


def _json(data: Mapping[str, Any]) -> bytes:
    """As text once, where Streamlit would write it three times to look for tables in it and to tell its changes."""
    return orjson.dumps(data, option=orjson.OPT_SERIALIZE_NUMPY)


def _listener(key: str, event: str, listen: Callable[[str], None] | None) -> Callable[[], None]:
    def hear() -> None:
        what = st.session_state[key].get(event)
        if listen and isinstance(what, str):
            listen(what)

    return hear
