"""Pages in a folder, and behind proxies under a name without TLS, one of which strips it: drawn, saved, copied."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserType, Page, expect

from tests.support import extent
from tests.support.chromium import FLAGS
from tests.support.hosting import hosting, ways
from tests.support.stripping import FOLDER

pytestmark = pytest.mark.browser
NAME = "statistik.localhost.example"


@pytest.fixture(scope="module", params=ways())
def hosted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the overview without its last slash."""
    with hosting(request.param, tmp_path_factory.mktemp("store"), NAME, f"http://{NAME}{FOLDER}") as address:
        yield address


@pytest.fixture
def visitor(browsers: BrowserType, browser_path: str, hosted: str) -> Iterator[Page]:
    """A page in a browser that finds NAME on this machine; no error may come."""
    rules = f"--host-resolver-rules=MAP {NAME} 127.0.0.1"
    browser = browsers.launch(executable_path=browser_path, args=[*FLAGS, rules])
    page = browser.new_page(base_url=f"{hosted}/", viewport={"width": 1366, "height": 768})
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("response", lambda answer: errors.append(answer.url) if answer.status >= 400 else None)
    yield page
    browser.close()
    assert errors == []


def test_pages_draw_and_a_file_comes(visitor: Page, tmp_path: Path) -> None:
    visitor.goto("?lang=de")
    expect(visitor.locator(".districts svg a")).to_have_count(63)
    for page in ("growth", "leipzig_west", "profile", *extent.either((), ("compare", "energy"))):
        visitor.goto(f"{page}?lang=de")
        expect(visitor.locator(".picture .main-svg").first).to_be_visible()
        expect(visitor.get_by_text("BidiComponent Error")).to_have_count(0)
    visitor.goto("growth?lang=de&from=2020&to=2024")
    visitor.locator(".st-key-download button").click()
    with visitor.expect_download() as found:
        visitor.get_by_role("dialog").get_by_role("link", name="CSV für deutsches Excel").first.click()
    found.value.save_as(tmp_path / "file.csv")
    assert len((tmp_path / "file.csv").read_text("utf-8-sig").splitlines()) == 321
    health = visitor.goto("healthz")
    assert health
    assert json.loads(health.text())["status"] != "down"


def test_an_address_is_copied_without_tls(visitor: Page, hosted: str) -> None:
    visitor.goto("growth?lang=de")
    visitor.locator(".st-key-share button").click()
    code = visitor.get_by_role("dialog").get_by_test_id("stCode").first
    code.hover()
    code.get_by_role("button").click()
    address = code.inner_text().strip()
    public = f"http://{NAME}{FOLDER}" if NAME in hosted else hosted
    assert address.startswith(f"{public}/growth?")
    visitor.keyboard.press("Escape")
    visitor.evaluate("document.body.innerHTML += '<textarea id=pasted style=position:fixed></textarea>'")
    visitor.locator("#pasted").focus()
    visitor.keyboard.press("Control+V")
    assert visitor.locator("#pasted").input_value() == address
