"""What a reader is told where no web socket comes about, and where it breaks off."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, WebSocketRoute, expect

from tests.support.stripping import FOLDER, stripping

pytestmark = pytest.mark.browser


def test_a_network_without_web_sockets_is_told_and_files_are_offered(app: str, context: BrowserContext) -> None:
    """The clock of the page is moved on instead of waiting for ten seconds."""
    page = context.new_page()
    page.clock.install()
    with stripping(urlsplit(app).port or 0, sockets=False) as port:
        with page.expect_websocket():
            page.goto(f"http://localhost:{port}{FOLDER}/growth?lang=de&indicator=population")
        page.clock.run_for(10_500)
        expect(page.get_by_text("keine dauerhafte Verbindung")).to_be_visible()
        file = page.get_by_role("link", name="Dieser Indikator als CSV-Datei").get_attribute("href")
        answer = page.request.get(f"http://localhost:{port}{FOLDER}/{file}")
        assert answer.text().startswith("indicator,")
        page.close()


def test_a_line_that_breaks_off_is_told_until_it_is_back(app: str, context: BrowserContext) -> None:
    page = context.new_page()
    lines: list[WebSocketRoute] = []
    broken = False

    def led(line: WebSocketRoute) -> None:
        lines.append(line)
        if broken:
            line.close()
        else:
            line.connect_to_server()

    page.route_web_socket(re.compile("/_stcore/stream"), led)
    page.goto(f"{app}/methods?lang=en")
    expect(page.get_by_role("heading", name="Data and methods")).to_be_visible()
    broken = True
    lines[-1].close()
    expect(page.get_by_text("connecting again")).to_be_visible()
    broken = False
    expect(page.get_by_text("connecting again")).to_have_count(0)
    page.close()
