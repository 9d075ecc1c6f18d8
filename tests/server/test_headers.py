"""What every answer tells browsers, as the running application says it."""

import re
from functools import partial

import httpx2 as httpx
import pytest

get = partial(httpx.get, timeout=90)
EVERY = (
    *("/", "/growth", "/present", "/nothing", "/favicon.ico", "/healthz", "/_stcore/health", "/_stcore/metrics"),
    *("/api/v1/", "/api/v1/versions.json", "/api/v1/nothing", "/static/css/nothing.css", "/..%2fapp.py"),
)
SOURCE = re.compile(r"script-src ([^;]*)")


@pytest.mark.parametrize("path", EVERY)
def test_every_answer_is_what_it_says_and_tells_nobody_where_readers_were(running: str, path: str) -> None:
    headers = get(running + path).headers
    assert (headers["x-content-type-options"], headers["referrer-policy"]) == ("nosniff", "same-origin")
    assert "camera=()" in headers["permissions-policy"]
    assert headers["content-security-policy"].startswith("default-src 'none'; ")
    assert {"server", "x-powered-by"}.isdisjoint(headers)


def test_scripts_say_what_they_are_too(running: str) -> None:
    page = get(f"{running}/growth").text
    for address in (page.split('data-library="./')[1].split('"')[0], page.split('src="./')[1].split('"')[0]):
        headers = get(f"{running}/{address}", headers={"Accept-Encoding": "gzip"}).headers
        assert (headers["x-content-type-options"], headers["content-type"].split(";")[0]) == (
            "nosniff",
            "text/javascript",
        )


@pytest.mark.parametrize("path", ["/", "/growth", "/present"])
def test_a_page_runs_only_what_stood_in_our_files(running: str, path: str) -> None:
    (sources,) = SOURCE.findall(get(running + path).headers["content-security-policy"])
    assert {"'unsafe-inline'", "'unsafe-eval'", "*", "https:", "data:"}.isdisjoint(sources.split())
    assert "'sha256-" in sources


@pytest.mark.parametrize("path", ["/nothing", "/api/v1/", "/api/v1/picture.svg?kind=map&indicator=population"])
def test_what_is_no_page_runs_nothing(running: str, path: str) -> None:
    assert "script-src" not in get(running + path).headers["content-security-policy"]
