"""What readers meet when the server is killed while they read, and comes back at the same address."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, FilePayload, expect

from indicators.energy.factors import template
from tests.support import extent
from tests.support.running import started
from tests.support.serving import free_port

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not extent.LONG, reason="starts the application twice: --long"),
]


def test_readers_are_told_and_go_on_and_a_lost_file_is_missed(context: BrowserContext, tmp_path: Path) -> None:
    """One reads in German, and the first thing that he chooses counts; another in English, who has given a file."""
    port = free_port()
    growth, energy = context.new_page(), context.new_page()
    again = growth.get_by_text("Die Verbindung ist abgerissen"), energy.get_by_text("connecting again")
    with started(tmp_path, port) as killed:
        growth.goto(f"http://localhost:{port}/growth?lang=de&indicator=population")
        expect(growth.locator(".lead")).to_contain_text("Von 2012 bis 2024")
        energy.goto(f"http://localhost:{port}/energy_district?lang=en&area=51")
        energy.get_by_text("Factors and their sources; use your own").click()
        file = FilePayload(name="own.toml", mimeType="application/toml", buffer=template())
        energy.locator("input[type=file]").set_input_files(file)
        expect(energy.get_by_text("Your factors are used")).to_be_visible()
        expect(growth.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
        killed.kill()
        for told in again:
            expect(told).to_be_visible()
    with started(tmp_path, port):
        for told in again:
            expect(told).to_have_count(0)
        growth.get_by_role("radio", name="Ein Jahr").press("Enter")
        expect(growth.get_by_role("radio", name="Ein Jahr")).to_be_checked()
        expect(growth.locator(".lead")).to_contain_text("2024 hatte")
        expect(energy.get_by_text("The server was started anew and has lost your file")).to_be_visible()
    growth.close()
    energy.close()
