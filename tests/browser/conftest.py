"""A running app on the embedded figures, and a browser that records what its pages ask for."""

import asyncio
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, BrowserType, ConsoleMessage, Page, expect, sync_playwright

from tests.support.chromium import FLAGS, chromium
from tests.support.serving import serving

# Streamlit's script does not know under which folder it is served; it tries the page's address first.
PROBE: Final = re.compile(r"/[a-z_]+/_stcore/(health|host-config)$")
NO_BROWSER: Final = "there is no Chromium on this machine"

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


@pytest.fixture(scope="package")
def app(browser_path: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app on an empty store, so on the embedded figures."""
    assert browser_path
    with pytest.MonkeyPatch.context() as patch, asyncio.Runner() as runner:
        patch.setenv("INDICATORS_STORE", str(tmp_path_factory.mktemp("store")))
        server = serving()
        port = runner.run(asyncio.wait_for(server.__aenter__(), 60))
        yield f"http://localhost:{port}"
        runner.run(server.__aexit__(None, None, None))


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
        base_url=app,
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
