"""Headings come in order: a screen reader's list of them is the page's table of contents."""

from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.support import extent

pytestmark = pytest.mark.browser
SOME = extent.either(
    ("growth_story?lang=de",), ("growth?areas=71&lang=de", "explore?lang=de", "cities?lang=de", "?lang=de")
)


@pytest.mark.parametrize("address", SOME)
def test_no_level_of_headings_is_left_out(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.get_by_role("link", name="Impressum")).to_be_visible()
    levels = page.get_by_role("heading").evaluate_all("found => found.map(({ tagName }) => Number(tagName[1]))")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_picture_is_its_finding_and_its_buttons_say_of_which(page: Page) -> None:
    page.goto("growth?lang=de")
    drawn = page.get_by_role("img", name="Von 2012 bis 2024 wuchs Leipzig um 19,7").first
    expect(drawn.locator(".plot-container")).to_have_attribute("aria-hidden", "true")
    expect(page.get_by_role("button", name="PNG: Einwohner: Veränderung 2012–2024")).to_be_visible()
    expect(page.get_by_role("button", name="PNG: Rangfolge der Veränderung 2012–2024")).to_be_visible()
