"""Scripts and styles travel compressed as the browser can read them, once by content, and are what they were."""

import gzip
import hashlib
import json
from importlib.resources import files
from pathlib import Path

import pyarrow as pa
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from server import compressed, page, scripts
from server.routes import routes
from settings import ROOT

LIBRARY = ROOT / "ui" / "drawing" / "library"
STATIC = Path(str(files("streamlit").joinpath("static", "static")))


def streamlit(_request: object) -> PlainTextResponse:
    return PlainTextResponse("Streamlit")


def client(folder: str = "") -> TestClient:
    middleware = [Middleware(compressed.streamlit_compressed(folder))]
    return TestClient(Starlette(routes=[*routes, Route("/{path:path}", streamlit)], middleware=middleware))


def plain(content: bytes, coding: str) -> bytes:
    if coding == "gzip":
        return gzip.decompress(content)
    return pa.CompressedInputStream(pa.BufferReader(content), "brotli").read() if coding == "br" else content


@pytest.mark.parametrize("folder", ["", "/indikatoren"])
@pytest.mark.parametrize(
    ("asked", "coding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("identity", ""),
        ("", ""),
    ],
)
def test_streamlit_s_script_travels_in_the_best_coding_that_is_asked_for(folder: str, asked: str, coding: str) -> None:
    file = max((STATIC / "js").glob("protobuf.*.js"))
    with client(folder).stream("GET", f"{folder}/static/js/{file.name}", headers={"Accept-Encoding": asked}) as answer:
        content = b"".join(answer.iter_raw())
    assert answer.headers.get("content-encoding", "") == coding
    assert plain(content, coding) == file.read_bytes()
    assert not coding or len(content) < file.stat().st_size / 5
    assert (answer.headers["vary"], "immutable" in answer.headers["cache-control"]) == ("Accept-Encoding", True)


@pytest.mark.parametrize(
    "path",
    [
        "/static/js/nothing.js",
        "/static/js/../index.html",
        "/growth/static/js/x.js",
        "/static/media/x.woff2",
        "/_stcore",
    ],
)
def test_everything_else_is_streamlit_s(path: str) -> None:
    assert client().get(path).text == "Streamlit"


@pytest.mark.parametrize("asked", ["br", "gzip", "identity"])
def test_the_library_is_the_one_that_was_built(asked: str) -> None:
    address = scripts.path("plotly.min.js")
    with client().stream("GET", address, headers={"Accept-Encoding": asked}) as answer:
        content = plain(b"".join(answer.iter_raw()), answer.headers.get("content-encoding", ""))
    recorded = (LIBRARY / "plotly.min.js.sha256").read_text("ascii").split()[0]
    assert hashlib.sha256(content).hexdigest() == recorded
    version = json.loads((LIBRARY / "package.json").read_text("utf-8"))["dependencies"]["plotly.js"]
    assert f'"{version}"'.encode() in content
    assert f"plotly.js {version} (MIT)" in (LIBRARY / "LICENSES.txt").read_text("utf-8")


def test_a_script_may_be_kept_and_another_one_is_not_there() -> None:
    answer = client().get(scripts.path("slider.js"))
    assert answer.headers["content-type"].startswith("text/javascript")
    assert "immutable" in answer.headers["cache-control"]
    assert client().get(scripts.path("nothing.js")).status_code == 404


def test_what_a_first_visit_loads_is_compressed_before_it_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    page.pack()
    monkeypatch.setattr(compressed, "compressed", lambda *_: pytest.fail("compressed during the visit"))
    for name in ("plotly.min.js", "drawing.js"):
        assert client().get(scripts.path(name), headers={"Accept-Encoding": "gzip"}).status_code == 200
