"""The script of the back button stands in every page before Streamlit's own, and nowhere else."""

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from server.first_script import SCRIPT, with_first_script

PAGE = "<html><head><script src='own.js'></script></head><body>ä</body></html>"
BROWSER = {"Accept": "text/html,*/*;q=0.8", "If-None-Match": '"a"'}


def page(request: Request) -> Response:
    known = request.headers.get("If-None-Match") == '"a"'
    return Response(status_code=304) if known else HTMLResponse(PAGE, headers={"ETag": '"a"'})


def figures(_request: Request) -> Response:
    return JSONResponse({"<head>": 1}, headers={"ETag": '"b"'})


@pytest.fixture
def client() -> Iterator[TestClient]:
    routes = [Route("/page", page), Route("/figures", figures)]
    with TestClient(Starlette(routes=routes, middleware=[Middleware(with_first_script)])) as client:
        yield client


def test_a_page_is_sent_whole_with_the_script_before_its_own(client: TestClient) -> None:
    answer = client.get("/page", headers=BROWSER)
    assert answer.text == PAGE.replace("<head>", "<head>" + SCRIPT.decode())
    assert answer.headers["content-length"] == str(len(answer.content))
    assert "etag" not in answer.headers
    assert client.head("/page", headers=BROWSER).headers["content-length"] == str(len(answer.content))


def test_everything_else_stays_as_it_is(client: TestClient) -> None:
    answer = client.get("/figures", headers=BROWSER)
    assert (answer.json(), answer.headers["etag"]) == ({"<head>": 1}, '"b"')
    assert client.get("/page", headers={"Accept": "*/*"}).text == PAGE
    assert client.get("/page", headers={"If-None-Match": '"a"', "Accept": "*/*"}).status_code == 304
