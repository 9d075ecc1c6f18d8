"""A deployment for some readers only: who has not logged in, or has no token, sees nothing."""

import socket
import time
from collections.abc import Iterator
from functools import partial
from urllib.parse import urlsplit

import httpx2 as httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

import settings
from server import login, scripts
from tests.support.provider import CLIENT, provider
from tests.support.running import serving

get = partial(httpx.get, timeout=90)
PUBLIC = "http://testserver"
TOKEN, HASHED = login.token()
SAID = {
    "INDICATORS_PUBLIC_ADDRESS": PUBLIC,
    "INDICATORS_LOGIN_PROVIDER": "http://127.0.0.1:9/metadata",
    "INDICATORS_LOGIN_CLIENT": CLIENT,
    "INDICATORS_LOGIN_SECRET": "between the two",
    "INDICATORS_LOGIN_COOKIE_SECRET": "0123456789abcdef0123456789abcdef",
    "INDICATORS_LOGIN_TOKENS": HASHED,
}
WITH_TOKEN = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the running application, for readers who have logged in only."""
    with serving(tmp_path_factory.mktemp("store"), **SAID) as address:
        yield address


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/",
        "/api/v1/observations.csv?indicator=population&area=51",
        "/api/v1/indicators.json",
        scripts.path("areas.js"),
        "/_stcore/host-config",
        "/static/js/index.js",
        "/media/a.png",
    ],
)
def test_without_a_session_nothing_is_answered(closed: str, path: str) -> None:
    for headers in ({}, {"Authorization": "Bearer made-up"}, {"Cookie": f"{login.COOKIE}=made.up"}):
        answer = get(closed + path, headers=headers)
        assert (answer.status_code, answer.headers["content-type"]) == (401, "application/problem+json")
        assert answer.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize("path", ["/", "/growth?lang=de", "/present", "/nothing"])
def test_without_a_session_a_page_leads_to_the_login(closed: str, path: str) -> None:
    answer = get(closed + path)
    assert answer.status_code == 307
    assert answer.headers["location"].startswith(f"{PUBLIC}/login?next=%2F")


def test_metrics_and_health_name_no_figures(closed: str) -> None:
    assert get(f"{closed}/metrics").status_code == 404
    assert get(f"{closed}/healthz").status_code == 200


def test_without_a_session_no_page_connects(closed: str) -> None:
    where = urlsplit(closed)
    key = "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg=="
    upgrade = f"Connection: Upgrade\r\nUpgrade: websocket\r\n{key}"
    with socket.create_connection((where.hostname or "", where.port or 0), timeout=60) as line:
        line.sendall(f"GET /_stcore/stream HTTP/1.1\r\nHost: {where.netloc}\r\n{upgrade}\r\n\r\n".encode())
        assert line.recv(1000).startswith(b"HTTP/1.1 403 ")


def test_a_program_has_files_for_its_token_and_nothing_else(closed: str) -> None:
    answer = get(f"{closed}/api/v1/observations.csv?indicator=population&area=51", headers=WITH_TOKEN)
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "private, max-age=300")
    assert get(f"{closed}/growth", headers=WITH_TOKEN).status_code == 307
    assert get(f"{closed}{scripts.path('areas.js')}", headers=WITH_TOKEN).status_code == 401


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """A browser before a page behind a login at a provider on the loopback."""

    def page(_request: Request) -> Response:
        return PlainTextResponse("figures")

    with provider() as metadata:
        for name, value in {**SAID, "INDICATORS_LOGIN_PROVIDER": metadata}.items():
            monkeypatch.setenv(name, value)
        yield TestClient(Starlette(routes=[Route("/growth", page)], middleware=login.guards("")), PUBLIC)


def through(reader: TestClient, path: str) -> httpx.Response:
    """Where a browser ends up; the test client knows this application alone, so that another asks the provider."""
    answer = reader.get(path, follow_redirects=False)
    while answer.is_redirect:
        there = str(answer.url.join(answer.headers["location"]))
        ask = reader.get if there.startswith(PUBLIC) else partial(httpx.get, timeout=30)
        answer = ask(there, follow_redirects=False)
    return answer


def test_who_logs_in_sees_what_was_asked_for_until_logging_out(reader: TestClient) -> None:
    answer = through(reader, "/growth?lang=de&indicator=population")
    assert (str(answer.url), answer.text) == (f"{PUBLIC}/growth?lang=de&indicator=population", "figures")
    assert reader.get("/growth", follow_redirects=False).text == "figures"
    reader.get("/logout")
    assert reader.get("/growth", follow_redirects=False).status_code == 307


def test_a_session_ends(reader: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    through(reader, "/growth")
    later = time.time() + login.SESSION + 1
    monkeypatch.setattr(time, "time", lambda: later)
    assert reader.get("/growth", follow_redirects=False).status_code == 307


@pytest.mark.parametrize("query", ["", "?code=made-up&state=made-up", "?error=access_denied&state=x"])
def test_a_login_that_nobody_began_is_none(reader: TestClient, query: str) -> None:
    answer = reader.get(f"/login/back{query}", follow_redirects=False)
    assert answer.status_code == 403
    assert reader.get("/growth", follow_redirects=False).status_code == 307


@pytest.mark.parametrize("there", ["https://evil.example", "//evil.example", "@evil.example", ".evil.example"])
def test_a_login_leads_nowhere_else(reader: TestClient, there: str) -> None:
    began = reader.get("/login", params={"next": there}, follow_redirects=False)
    back = httpx.get(began.headers["location"]).headers["location"]
    assert reader.get(back, follow_redirects=False).headers["location"].startswith(f"{PUBLIC}/")


def test_without_the_setting_there_is_no_login() -> None:
    assert login.guards("") == []


@pytest.mark.parametrize("missing", [name for name in SAID if name != "INDICATORS_LOGIN_TOKENS"])
def test_a_login_that_is_said_in_part_ends_the_start(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in SAID.items():
        if name != missing:
            monkeypatch.setenv(name, value)
    with pytest.raises(settings.SettingsError, match=f"but {missing} is not; expected are all or none"):
        login.guards("")
