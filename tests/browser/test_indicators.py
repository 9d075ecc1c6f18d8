"""The list of indicators in a browser: found by typing, with the keyboard alone, and wide enough on a phone."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_typing_and_enter_open_an_indicator(page: Page) -> None:
    page.goto("growth?lang=de")
    choice = page.get_by_role("combobox").first
    choice.click(timeout=60_000)
    choice.fill("grundm")
    expect(page.get_by_role("option").first).to_contain_text("Grundmiete · Wohnen und Bauen")
    choice.press("Enter")
    expect(page).to_have_url(re.compile("indicator=base_rent"), timeout=30_000)


def test_the_list_has_a_phones_width(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("growth?lang=de&indicator=migrant_share")
    page.locator(".fold").click(timeout=60_000)
    expect(page.locator(".st-key-choice-indicator")).to_be_visible()
    # The list is there before the page's own styles are.
    page.wait_for_function(
        "() => document.querySelector('.st-key-choice-indicator').getBoundingClientRect().width >= 290"
    )
