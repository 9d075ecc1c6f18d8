"""What of Streamlit nobody is to have, and who may connect."""

import asyncio
from collections.abc import MutableMapping
from functools import partial
from typing import Any

import httpx2 as httpx
import pytest

from server.closed import from_own_sites

get = partial(httpx.get, timeout=90)
Message = MutableMapping[str, Any]


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics",
        "/_stcore/script-health-check",
        "/_stcore/agent/openapi.json",
        "/_stcore/agent/mcp",
        "/auth/login",
        "/oauth2callback?code=1&state=2",
        "/scripts/0123456789ab/plotly.min.js",
    ],
)
def test_there_is_nothing_at_the_addresses_that_streamlit_brings_along(running: str, path: str) -> None:
    answer = get(running + path)
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


def test_no_page_leads_to_the_interface_of_streamlit(running: str) -> None:
    page = get(f"{running}/growth", params={"lang": "en"}).text
    assert "_stcore/agent" not in page
    assert "This page needs JavaScript. <a href" in page


def host_that_is_told(origin: str | None, host: str = "127.0.0.1:8501", *named: str) -> str:
    """What the application takes for its host when a page of an origin connects; empty if it never hears of it."""
    heard: list[str] = []

    async def app(scope: Message, _receive: object, _send: object) -> None:
        heard.append(dict(scope["headers"])[b"host"].decode())

    async def send(message: Message) -> None:
        assert message == {"type": "websocket.close", "code": 1008}

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    headers = [(b"host", host.encode()), *([(b"origin", origin.encode())] if origin else [])]

    async def connect() -> None:
        await from_own_sites(named)(app)({"type": "websocket", "headers": headers}, receive, send)

    asyncio.run(connect())
    return "".join(heard)


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        (None, "127.0.0.1:8501"),
        ("http://127.0.0.1:8501", "127.0.0.1:8501"),
        ("http://localhost:8080", "localhost:8080"),
        ("https://www.leipzig.de", "www.leipzig.de"),
    ],
)
def test_pages_of_this_site_connect_and_streamlit_need_not_look_up_whether_they_are(origin: str, host: str) -> None:
    assert host_that_is_told(origin, "127.0.0.1:8501", "https://www.leipzig.de/indikatoren", "") == host


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "null",
        "https://www.leipzig.de.evil.example",
        "https://localhost.evil.example",
        "://[",
        "x",
    ],
)
def test_pages_of_other_sites_do_not_connect(origin: str) -> None:
    assert host_that_is_told(origin, "127.0.0.1:8501", "https://www.leipzig.de/indikatoren") == ""
