"""A running app on the embedded figures, and a browser that records what its pages ask for."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, BrowserType, ConsoleMessage, Page, expect, sync_playwright

from tests.support import extent
from tests.support.chromium import FLAGS, chromium
from tests.support.hosting import NGINX, hosting
from tests.support.running import serving

# Streamlit's script does not know under which folder it is served; it tries the page's address first.
PROBE: Final = re.compile(r"/[a-z_]+/_stcore/(health|host-config)$")
NO_BROWSER: Final = "there is no Chromium on this machine"
DIRECT: Final = "direct"
MAIN_PAGES: Final = frozenset(
    ("test_overview", "test_pages", "test_profile", "test_search", "test_energy", "test_downloads")
)

# A machine that runs other tests beside these draws slowly.
PATIENCE: Final = 90_000
expect.set_options(timeout=PATIENCE)


@dataclass
class Heard:
    """Addresses that a page asked for, web sockets included, and errors that it reported."""

    addresses: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def hosts(self) -> set[str]:
        """Where the requests went, of those that leave the page."""
        parts = map(urlsplit, self.addresses)
        return {part.netloc for part in parts if part.scheme not in ("data", "blob")}

    def console(self, message: ConsoleMessage) -> None:
        """Keeps an error unless it is one of Streamlit's probes."""
        if message.type == "error" and not PROBE.search(message.location["url"]):
            self.errors.append(f"{message.text} ({message.location['url']})")


@pytest.fixture(scope="package")
def browser_path() -> str:
    """The browser; without one, tests that need it fail where everything must hold and are skipped elsewhere."""
    found = chromium()
    if found is None and os.environ.get("CI") == "true":
        pytest.fail(NO_BROWSER)
    if found is None:
        pytest.skip(NO_BROWSER)
    return found


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """With --long, the tests of the main pages are run once more by two processes in a folder behind nginx."""
    if extent.LONG and "app" in metafunc.fixturenames:
        main = metafunc.module.__name__.rpartition(".")[2] in MAIN_PAGES
        metafunc.parametrize("app", [DIRECT, NGINX] if main else [DIRECT], indirect=True, scope="package")


@pytest.fixture(scope="package")
def app(request: pytest.FixtureRequest, browser_path: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app, without its last slash, on an empty store, so on the embedded figures."""
    assert browser_path
    store = tmp_path_factory.mktemp("store")
    behind_nginx = getattr(request, "param", DIRECT) == NGINX
    with hosting(NGINX, store, "localhost", "") if behind_nginx else serving(store) as address:
        yield address


@pytest.fixture(scope="package")
def browsers() -> Iterator[BrowserType]:
    """What starts Chromium."""
    with sync_playwright() as playwright:
        yield playwright.chromium


@pytest.fixture(scope="package")
def context(
    app: str, browsers: BrowserType, browser_path: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BrowserContext]:
    """A browser window; its cache serves Streamlit's own files to all tests.

    It has a profile: only there Chromium keeps scripts compiled, which takes a third off every page that is opened.
    """
    context = browsers.launch_persistent_context(
        tmp_path_factory.mktemp("profile"),
        executable_path=browser_path,
        args=FLAGS,
        base_url=f"{app}/",
        viewport={"width": 1366, "height": 768},
        reduced_motion="reduce",
        locale="de-DE",
    )
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture
def heard() -> Heard:
    """What the test's page asks for."""
    return Heard()


@pytest.fixture
def page(app: str, context: BrowserContext, heard: Heard) -> Iterator[Page]:
    """A page of its own; whatever a test does with it, nothing may leave the machine and no error may come."""
    page = context.new_page()
    page.on("request", lambda request: heard.addresses.append(request.url))
    page.on("websocket", lambda socket: heard.addresses.append(socket.url))
    page.on("console", heard.console)
    page.on("pageerror", lambda error: heard.errors.append(str(error)))
    yield page
    page.close()
    assert heard.hosts() <= {urlsplit(app).netloc}
    assert heard.errors == []
