"""The overview in a browser: without the drawing library, its map by keyboard, and ways on that load nothing anew."""

import re

import pytest
from playwright.sync_api import Page, expect

from .conftest import Heard

pytestmark = pytest.mark.browser
SIDEWAYS = (
    "() => { const main = document.querySelector('[data-testid=stMain]'); return main.scrollWidth > main.clientWidth }"
)


def test_a_district_is_picked_by_keyboard_and_left_again(page: Page, heard: Heard) -> None:
    page.goto("?lang=en")
    districts = page.locator(".districts svg a")
    expect(districts).to_have_count(63)
    assert not [address for address in heard.addresses if "plotly" in address]
    page.evaluate("window.same = true")
    plagwitz = page.locator(".districts a[href*='area=51&']")
    plagwitz.focus()
    expect(page.locator(".districts .pointed")).to_contain_text("Plagwitz: ")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Profile: Plagwitz")).to_be_visible()
    expect(page).to_have_url(re.compile("/profile[?].*area=51"))
    assert page.evaluate("window.same")
    page.go_back()
    expect(districts).to_have_count(63)
    expect(page).to_have_url(re.compile("/[?]lang=en$"))


def test_the_map_is_skipped_by_keyboard(page: Page) -> None:
    page.goto("?lang=en")
    page.get_by_role("button", name="Skip the map").press("Enter")
    expect(page.locator(".names summary")).to_be_focused()


def test_a_tile_opens_at_the_head_of_its_page(page: Page) -> None:
    page.goto("?lang=de")
    tile = page.locator(".tiles a", has_text="Wohnungen")
    page.locator(".news").last.scroll_into_view_if_needed()
    tile.dispatch_event("click")
    expect(page.locator(".lead")).to_contain_text("Von 2012 bis 2024")
    expect(page).to_have_url(re.compile("/growth[?].*indicator=dwellings"))
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 0


@pytest.mark.parametrize("width", [320, 390])
def test_a_phone_shows_all_of_it(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("?lang=de")
    expect(page.locator(".districts svg a")).to_have_count(63)
    assert not page.evaluate(SIDEWAYS)
