"""A picture is added to the set from its menu, and opens again from the address of the set."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_a_picture_comes_into_the_set_by_its_menu_and_back_by_the_address(page: Page) -> None:
    page.goto("growth?lang=de&indicator=population&map=value&year=2018")
    page.locator(".st-key-map button[name=add]").click()
    page.get_by_role("button", name="Mappe (1)").click()
    expect(page).to_have_url(re.compile(r"/workshop\?.*set=1\."))
    page.reload()
    expect(page.locator(".picture figure").first).to_contain_text("2018")
    expect(page.get_by_role("button", name="Mappe (1)")).to_be_visible()
