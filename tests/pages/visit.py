"""A reader without a browser: opens pages by address, and reads what they show."""

import json
import re
from html import unescape
from typing import Any, Final

import plotly.graph_objects as go
from streamlit.testing.v1 import AppTest

from benchmarks.opening import start

Page = str
"""The name of a page's file, without its ending."""
PAGES: Final[tuple[Page, ...]] = ("growth", "leipzig_west")


def visit(page: Page, **address: str | list[str]) -> AppTest:
    """The page under an address, the first that a reader opens."""
    return go_to(start(), page, **address)


def go_to(app: AppTest, page: Page, **address: str | list[str]) -> AppTest:
    """On to another page; without an address it is the menu, which takes nothing along either."""
    app.query_params.clear()
    app.query_params.update(address)
    return app.switch_page(f"{page}.py").run()


def lead(app: AppTest) -> str:
    """The leading sentence, its spaces plain."""
    (found,) = (re.sub("<.*?>", "", html.value) for html in app.html if html.value.startswith('<p class="lead">'))
    return unescape(found).replace("\u00a0", " ")


def notes(app: AppTest) -> str:
    """Everything in small type."""
    return unescape(" ".join(html.value for html in app.html if html.value.startswith('<p class="small">')))


def table(app: AppTest) -> str:
    """The table of figures, its spaces plain."""
    (found,) = (html.value for html in app.html if 'class="figures"' in html.value)
    return found.replace("\u00a0", " ")


def shown(app: AppTest) -> dict[str, tuple[str, str]]:
    """Key figures: value and what is told of it, by label; their spaces plain."""
    return {each.label: (each.value.replace("\u00a0", " "), each.delta.replace("\u00a0", " ")) for each in app.metric}


def pictures(app: AppTest) -> list[dict[str, Any]]:
    """The figures of the page as plotly reads them; raises ValueError for one that it does not accept."""
    found = [json.loads(drawn["figure"]) for drawn in drawings(app)]
    for spec in found:
        go.Figure(spec)
    return found


def drawings(app: AppTest) -> list[dict[str, Any]]:
    """Everything that the browser gets to draw the pictures: figure, file name, alternative text, slider."""
    return [json.loads(drawn.proto.json) for drawn in app.get("bidi_component")]


def warnings(app: AppTest) -> list[str]:
    return [warning.value for warning in app.warning]


def address(app: AppTest, *keys: str) -> list[Any]:
    """What the address says of some choices."""
    return [app.query_params[key] for key in keys]
