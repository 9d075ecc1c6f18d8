"""Finding an indicator in a browser: while typing, by keyboard, and on a phone; its methods and its file."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
SIDEWAYS = (
    "() => { const main = document.querySelector('[data-testid=stMain]'); return main.scrollWidth > main.clientWidth }"
)


def test_what_is_typed_is_found_and_opens_its_map(page: Page) -> None:
    page.goto("explore?lang=en")
    expect(page.locator(".found b", has_text="Population density").first).to_be_visible()
    page.get_by_label("Search titles and descriptions").press_sequentially("unemploiment")
    expect(page.locator(".found b", has_text="Population density")).to_have_count(0)
    expect(page.locator(".found b").first).to_have_text("Unemployment share")
    image = page.locator(".found img").first
    assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    page.locator(".found b a").first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/growth\?.*indicator=unemployment_share.*map=value"))
    expect(page.get_by_role("heading", name="Map and ranking")).to_be_visible()


@pytest.mark.parametrize(
    "address", ["explore", "explore?show=moved", "methods", "methods?show=all", "methods?show=data"]
)
def test_a_phone_does_not_scroll_sideways(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address)
    expect(page.locator(".found, .figures, .facts, .facts-table").first).to_be_visible()
    assert not page.evaluate(SIDEWAYS)


def test_methods_lead_to_the_file(page: Page) -> None:
    page.goto("methods?lang=en&indicator=mean_age")
    link = page.locator(".facts a", has_text="All figures as CSV")
    expect(link).to_be_visible()
    answer = page.request.get(link.evaluate("link => link.href"))
    assert answer.ok
    assert answer.text().splitlines()[1].startswith("mean_age,Mean age,")
