"""The profile in a browser: drawn, followed by its links, and printed."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support import extent

pytestmark = pytest.mark.browser

OWN = "?lang=en&area=own-1&group=Am+Kanal~505170"
A4 = (595, 842)
"""Points of a sheet."""


def visit(page: Page, query: str) -> None:
    page.goto(f"profile{query}")
    expect(page.locator(".st-key-place .choroplethlayer path.choroplethlocation[d^=M]").first).to_be_visible()


def test_links_lead_on_in_the_same_language(page: Page) -> None:
    visit(page, "?lang=en&area=51")
    page.locator(".places a", has_text="Schleußig").click()
    expect(page.locator(".lead")).to_contain_text(re.compile("^In 2024 Schleußig had .* residents"))
    expect(page).to_have_url(re.compile("[?&]lang=en&area=50"))


def test_a_click_on_the_map_opens_another_profile(page: Page) -> None:
    visit(page, "?lang=en&area=7")
    expect(page.locator(".st-key-place .choroplethlayer .trace").first.locator("path")).to_have_count(10)
    # Plotly listens on what lies below the districts.
    page.locator(".st-key-place .choroplethlayer .trace").first.locator("path").nth(3).click(force=True)
    expect(page.locator(".lead")).to_contain_text(re.compile("^In 2024 Südost borough had "))


@pytest.mark.parametrize(
    "query", extent.some(["?lang=en&area=54", "?lang=de&area=51", "?lang=de&area=leipzig-west", OWN])
)
def test_a_profile_prints_on_two_pages_without_controls(page: Page, query: str, tmp_path: Path) -> None:
    visit(page, query)
    printed = page.pdf(path=tmp_path / "profile.pdf", prefer_css_page_size=True)
    sheets = re.findall(rb"/Type /Page\b", printed)
    assert 1 <= len(sheets) <= 2
    (width, height), *_ = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed)
    assert (round(float(width)), round(float(height))) == pytest.approx(A4, abs=1)
    page.emulate_media(media="print")
    controls = [page.get_by_test_id(name).first for name in ("stHeader", "stSelectbox", "stButton", "stButtonGroup")]
    for hidden in (*controls, page.get_by_test_id("stDownloadButton").first, page.locator("menu")):
        expect(hidden).to_be_hidden()
    expect(page.locator(".profile")).to_be_visible()


def test_the_table_fits_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    visit(page, "?lang=de&area=54")
    overflow = page.locator(".scroll").evaluate("table => table.scrollWidth - table.clientWidth")
    assert overflow <= 0
    expect(page.locator(".profile .then").first).to_be_visible()
