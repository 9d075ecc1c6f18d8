"""Requests that nobody would write by hand, sent as they are: a client library would mend half of them."""

import socket
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from random import Random
from typing import Final
from urllib.parse import urlsplit

METHODS: Final = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "BREW", "get", "G3T")
DATA: Final = (
    "/api/v1/observations.csv",
    "/api/v1/observations.json",
    "/api/v1/indicators.json",
    "/api/v1/areas.geojson",
    "/api/v1/versions.json",
    "/api/v1/series.json",
    "/api/v1/answer.json",
    "/api/v1/search.json",
    "/api/v1/neighbours.gal",
    "/api/v1/profile.csv",
    "/api/v1/changes.json",
    "/api/v1/presentation.json",
    "/api/v1/picture.svg",
    "/api/v1/energy-district.json",
    "/api/v1/",
    "/api/",
    "/healthz",
    "/scripts/0123456789ab/plotly.min.js",
)
"""Addresses of which every error is a problem document."""
PAGES: Final = (
    *("/", "/growth", "/profile", "/compare", "/workshop", "/present", "/favicon.ico", "/_stcore/health"),
    *("/_stcore/metrics", "/_stcore/host-config", "/media/a.png", "/component/a/b.js", "/static/js/index.js"),
    *("/auth/login", "/oauth2callback?state=1", "/_stcore/upload_file/a/b", "/_stcore/agent/mcp", "/index.html"),
)
ENDINGS: Final = (
    *("", "", "", "", "/", "//", "%00", "%", "%zz", "%c0%ae%c0%ae/", "%ff", "%2e%2e%2f%2e%2e%2fetc/passwd"),
    *(
        "/../../../../etc/passwd",
        "/..%5c..%5capp.py",
        ";a=b",
        "/%e2%80%ae",
        "\\..\\app.py",
        ".bak",
        "~",
        "/.git/config",
    ),
)
NAMES: Final = (
    "indicator",
    "area",
    "from",
    "to",
    "level",
    "lang",
    "version",
    "q",
    "set",
    "kind",
    "style",
    "pv_kwp",
    "x",
)
VALUES: Final = (
    *("population", "51", "2020", "de", "", "%00", "%ff%fe", "%", "%zz", "'", "%22%3E%3Cscript%3E", "../../etc/passwd"),
    *("-1", "1e999", "NaN", "99999999999999999999", "{{7*7}}", "%F0%9F%92%A9", "51,51,51", "a%0d%0aSet-Cookie:b=c"),
    *("%5B%5D", "null", "true", "file:///etc/passwd", "1" * 3000, ",".join(["51"] * 500)),
)
HEADERS: Final = (
    *("Accept: text/html", "Accept: ;q=a,*/*;q=0", "Accept: \xff", "Accept-Encoding: br;q=x, gzip", "Range: bytes=9-1"),
    *("If-None-Match: *", "If-None-Match: W/", "Host: made-up.example", "Origin: null", "Accept-Language: \xe4;q=2"),
    *("Content-Type: application/json", "Cookie: a=\xff; _streamlit_user=x", "Authorization: Bearer \xff"),
    *("X-Forwarded-For: 1.2.3.4", "If-Modified-Since: never", "Expect: 100-continue"),
)


@dataclass(frozen=True)
class Answer:
    """What came back: status 0 where the server hung up without a word."""

    status: int
    headers: dict[str, str]
    body: bytes


def requests(seed: str, count: int) -> Iterator[tuple[bytes, bool]]:
    """Requests as they go over the line, and whether each is to a data address; the same for the same seed."""
    chance = Random(seed)  # noqa: S311 - an example, no secret
    for _ in range(count):
        data = chance.random() < 0.7
        path = chance.choice(DATA if data else PAGES) + chance.choice(ENDINGS)
        asked = [f"{chance.choice(NAMES)}={chance.choice(VALUES)}" for _ in range(chance.choice((0, 1, 1, 2, 4)))]
        method = chance.choice(METHODS) if chance.random() < 0.4 else "GET"
        extra = chance.sample(HEADERS, chance.choice((0, 0, 1, 3)))
        told = ["Host: localhost", *extra] if not any(one.startswith("Host") for one in extra) else extra
        query = f"?{'&'.join(asked)}" if asked else ""
        lines = [f"{method} {path}{query} HTTP/1.1", *told, "Content-Length: 0", "Connection: close", "", ""]
        yield (
            "\r\n".join(lines).encode("latin-1"),
            data and not (path.startswith("/healthz") and path[8:9] not in ("", "/")),
        )


def answer(address: str, request: bytes) -> Answer:
    """What the server at an address says to a request."""
    where = urlsplit(address)
    with socket.create_connection((where.hostname or "", where.port or 80), timeout=60) as line:
        line.sendall(request)
        told = HTTPResponse(line, method=request.split(b" ")[0].decode())
        try:
            told.begin()
            return Answer(told.status, {name.lower(): value for name, value in told.getheaders()}, told.read())
        except (HTTPException, ConnectionError):
            return Answer(0, {}, b"")
