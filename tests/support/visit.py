"""A reader without a browser: opens pages by address, and reads what they show."""

import json
import re
from collections.abc import Callable
from html import unescape
from typing import Any, Final

import plotly.graph_objects as go
import pytest
import streamlit
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from api import routes as api
from server import routes as server
from settings import ROOT
from tests.support.opening import run_as_history, start, to_page

Page = str
"""The name of a page's file, without its ending."""
DRAWN: Final = frozenset(json.loads((ROOT / "ui" / "drawing" / "library" / "traces.json").read_text("utf-8")))
"""The kinds of traces that the library was built with."""
PAGES: Final[tuple[Page, ...]] = ("growth", "leipzig_west")


def visit(page: Page, **address: str | list[str]) -> AppTest:
    """The page under an address, the first that a reader opens."""
    return go_to(start(), page, **address)


def go_to(app: AppTest, page: Page, **address: str | list[str]) -> AppTest:
    """On to another page; without an address it is the menu, which takes nothing along either."""
    app.query_params.clear()
    app.query_params.update(address)
    return to_page(app, page).run()


def step_to(app: AppTest, **address: str) -> AppTest:
    """Back or forward to an address of the same page, by the browser's buttons."""
    app.query_params.clear()
    app.query_params.update(address)
    return run_as_history(app)


def lead(app: AppTest) -> str:
    """The leading sentence, its spaces plain."""
    (found,) = (re.sub("<.*?>", "", html.value) for html in app.html if html.value.startswith('<p class="lead">'))
    return unescape(found).replace("\u00a0", " ")


def notes(app: AppTest) -> str:
    """Everything in small type."""
    return unescape(" ".join(html.value for html in app.html if '<p class="small">' in html.value))


def table(app: AppTest) -> str:
    """The table of figures, its spaces plain."""
    (found,) = (html.value for html in app.html if 'class="figures"' in html.value)
    return found.replace("\u00a0", " ")


def shown(app: AppTest) -> dict[str, tuple[str, str]]:
    """Key figures: value and what is told of it, by label; their spaces plain."""
    listed = "".join(html.value for html in app.html if html.value.startswith('<dl class="key">'))
    rows = re.findall("<dt>(.*?)</dt><dd>(.*?)</dd>(?:<dd>(.*?)</dd>)?", unescape(listed).replace("\u00a0", " "))
    return {label: (value, told) for label, value, told in rows}


def card(app: AppTest) -> tuple[str, dict[str, tuple[str, str]], dict[str, str]]:
    """The card's name, its figures by label, and its links by what they are called; their spaces plain."""
    (found,) = (unescape(html.value).replace("\u00a0", " ") for html in app.html if 'class="card"' in html.value)
    rows = re.findall("<dt>(.*?)</dt><dd>(.*?)</dd>(?:<dd>(.*?)</dd>)?", found)
    (name,) = re.findall("<h2>(.*?) <", found)
    figures = {label: (value, told) for label, value, told in rows}
    return name, figures, {label: where for where, label in re.findall('<a href="(.*?)">(.*?)</a>', found)}


def cards(app: AppTest) -> int:
    """How many cards there are."""
    return sum('class="card"' in html.value for html in app.html)


def pictures(app: AppTest) -> list[dict[str, Any]]:
    """The figures of the page as plotly reads them; raises ValueError for one that it does not accept, and
    AssertionError for one with traces that the bundled library can't draw."""
    found = [drawn["figure"] for drawn in drawings(app)]
    for spec in found:
        go.Figure(spec)
        assert {trace["type"] for trace in spec["data"]} <= DRAWN, (
            "ui/drawing/library/traces.json lacks a kind of trace"
        )
    return found


def drawings(app: AppTest) -> list[dict[str, Any]]:
    """Everything that the browser gets to draw the pictures: figure, file name, alternative text, slider."""
    return [drawn for drawn in _components(app) if "figure" in drawn]


def spans(app: AppTest) -> list[dict[str, Any]]:
    """What the browser gets to draw sliders of two periods."""
    return [drawn for drawn in _components(app) if "figure" not in drawn]


def move_span(app: AppTest, start: str, end: str) -> AppTest:
    """The page after the slider of two periods has been moved."""
    app.session_state["choice from–to"] = (start, end)
    return app.run()


def _components(app: AppTest) -> list[dict[str, Any]]:
    return [json.loads(drawn.proto.bytes) for drawn in app.get("bidi_component")]


def warnings(app: AppTest) -> list[str]:
    return [warning.value for warning in app.warning]


def address(app: AppTest, *keys: str) -> list[Any]:
    """What the address says of some choices."""
    return [app.query_params[key] for key in keys]


def links(app: AppTest) -> list[tuple[int, dict[str, str]]]:
    """What the download dialog links to: the rows that it promises, and the address of each format by its name."""
    app.button(key="download").click().run()
    assert not app.exception
    found, rows = [], 0
    for html in app.html:
        if promised := re.search(r"([\d.,]+) (?:rows?|Zeilen?)</span>", html.value):
            rows = int(re.sub(r"\D", "", promised[1]))
        if html.value.startswith('<ul class="files">'):
            linked = re.findall(r'<a href="(.*?)" download.*?>(.*?)</a>', html.value)
            found.append((rows, {unescape(name): unescape(where) for where, name in linked}))
    return found


def fetched(where: str) -> bytes:
    """What the HTTP interface answers to a link of a page."""
    with TestClient(Starlette(routes=[*api.routes, *server.routes])) as client:
        answer = client.get(f"/{where}")
    assert answer.status_code == 200, answer.text
    return answer.content


def lines(content: bytes) -> list[str]:
    """The rows of a CSV file below its header."""
    return content.decode("utf-8-sig").splitlines()[1:]


def built(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> dict[str, Callable[[], bytes]]:
    """What builds each file that the download dialog has a button for, by the file's name."""
    found: dict[str, Callable[[], bytes]] = {}

    def button(_label: str, data: Callable[[], bytes], name: str, *_: Any, **__: Any) -> None:
        found[name] = data

    monkeypatch.setattr(streamlit, "download_button", button)
    app.button(key="download").click().run()
    assert not app.exception
    return found


def outlined(app: AppTest) -> list[str]:
    """The districts with a strong outline on the map."""
    layers = [trace for trace in pictures(app)[0]["data"] if trace["type"] == "choropleth"]
    (found,) = (layer["locations"] for layer in layers[3:])
    return list(found)
