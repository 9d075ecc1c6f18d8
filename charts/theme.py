"""One look for every picture: colours, type, margins, and what plotly may load."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any, Final

from locales import Language, plotly_separators

FONT: Final = '"Source Sans", system-ui, -apple-system, "Segoe UI", "Liberation Sans", sans-serif'

CONFIG: Final[dict[str, Any]] = {
    # Plotly fetches an outline of the world from another host for a map whose base layers are shown. Ours are not;
    # an empty outline makes sure of it.
    "topojsonURL": 'data:application/json,{"type":"Topology","objects":{},"arcs":[]}#',
    "displayModeBar": False,
    "scrollZoom": False,
}

Figure = dict[str, Any]
"""A picture as plotly's library in the browser reads it: `data`, a list of traces, and `layout`.

Plotly's own objects in Python would compare each property with its schema and copy it twice, which takes a sixth of a
page's time; the tests do that once instead.
"""

# In the place of plotly's default template, which would travel with every picture: what most lines and texts share.
SHARED: Final[dict[str, Any]] = {
    "data": {"scatter": [{"mode": "lines+markers", "marker": {"size": 5, "symbol": "circle"}}]},
    "layout": {"annotationdefaults": {"showarrow": False, "xref": "paper", "xanchor": "left"}},
}


@dataclass(frozen=True)
class Theme:
    """Colours on one background. falling and rising run from the smallest to the largest change.

    The diverging colours are ColorBrewer's BrBG (Brewer 2003), safe for colour-blind readers; on dark the
    middle is dark instead of light. values are its YlGnBu, from low to high, turned round on dark. no_value is a
    warm grey, as a neutral one looks like the rising colours to readers who do not see red or green. lines are
    Okabe and Ito's (2008) without black and yellow, with two of Tol's (2021) for the seventh and eighth.
    """

    background: str
    text: str
    muted: str
    grid: str
    outline: str
    accent: str
    no_value: str
    bar: str
    steady: str
    falling: tuple[str, ...]
    rising: tuple[str, ...]
    values: tuple[str, ...]
    lines: tuple[str, ...]


LIGHT: Final = Theme(
    background="#ffffff",
    text="#1d2528",
    muted="#5a666b",
    grid="#e3e7e8",
    outline="#ffffff",
    accent="#01665e",
    no_value="#b0a898",
    bar="#b3b9bc",
    steady="#f4f2e6",
    falling=("#f1e2bd", "#dfc27d", "#bf812d", "#8c510a", "#543005"),
    rising=("#c7eae5", "#80cdc1", "#35978f", "#01665e", "#003c30"),
    values=("#edf8b1", "#c7e9b4", "#7fcdbb", "#41b6c4", "#1d91c0", "#225ea8", "#0c2c84"),
    lines=("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#882255", "#7a7a2b"),
)
DARK: Final = Theme(
    background="#14191c",
    text="#e8ecec",
    muted="#a3afb2",
    grid="#30383c",
    outline="#14191c",
    accent="#5ec4b6",
    no_value="#706858",
    bar="#6f7a7f",
    steady="#3a4347",
    falling=("#5e4d33", "#86673a", "#b3853f", "#d8ad62", "#f2d9a2"),
    rising=("#2f5a56", "#2f7f77", "#3fa599", "#7accc0", "#bfeee6"),
    values=("#2a3a6e", "#2a5a9a", "#2b85b8", "#41b6c4", "#7fcdbb", "#c7e9b4", "#f4fbd0"),
    lines=("#56b4e9", "#e58e4f", "#33c49a", "#e3a3c6", "#8fd0f5", "#f0b93a", "#d97ba6", "#c9c46a"),
)

SMALL_LETTERS: Final = 66
"""Letters of a line of small type."""


@dataclass(frozen=True)
class Captions:
    """The words of a picture: what is seen, in what, from where; and the language that they and its numbers are in."""

    title: str
    subtitle: str
    source: str
    lang: Language


def layout(
    theme: Theme, captions: Captions, height: float, bottom: int, *, top: int = 56, left: float = 0, right: float = 0
) -> dict[str, Any]:
    """Plotly layout that every picture starts from: its title, what it is in, and where it is from.

    height: of the whole picture; bottom, top, left, right: its margins, in pixels; title and source begin at its edge.
    """
    subtitle = f"<span style='font-size:12px;color:{theme.muted}'>{captions.subtitle}</span>"
    source = small_print(in_lines(captions.source), theme, bottom)
    return {
        "height": height,
        "font": {"family": FONT, "size": 13, "color": theme.text},
        "paper_bgcolor": theme.background,
        "plot_bgcolor": "rgba(0,0,0,0)",
        "title": {
            "text": f"<b>{captions.title}</b><br>{subtitle}",
            "font": {"size": 16},
            "x": 0,
            "xref": "container",
            "xanchor": "left",
            "y": 1,
            "yref": "container",
            "yanchor": "top",
            "pad": {"t": 16},
        },
        "margin": {"l": round(left), "r": right, "t": top, "b": bottom},
        "annotations": [source | {"xshift": -round(left)} if left else source],
        "separators": plotly_separators(captions.lang),
        "showlegend": False,
        "template": SHARED,
        "hoverlabel": {"font": {"family": FONT, "size": 13}, "align": "left"},
        "dragmode": False,
    }


def in_lines(small: str) -> list[str]:
    """What is said in small type, in lines that fit a phone; each part between ` · ` begins one.

    A line that goes on in the next ends with a space, by which `ui/drawing/fitting.js` knows to break it elsewhere.
    """
    parts = (wrap(part, SMALL_LETTERS, break_on_hyphens=False) for part in small.split(" · "))
    return [f"{piece} " if piece is not part[-1] else piece for part in parts for piece in part]


def small_print(lines: Sequence[str], theme: Theme, below: int) -> dict[str, Any]:
    """Small type that ends `below` pixels under the drawing."""
    place = {"yref": "paper", "x": 0, "y": 0, "yshift": -below, "yanchor": "bottom", "align": "left"}
    return {"text": "<br>".join(lines), "font": {"size": 11, "color": theme.muted}, **place}


def figure(data: list[dict[str, Any]], layout: dict[str, Any]) -> Figure:
    """A picture from its traces and its layout."""
    return {"data": data, "layout": layout}
