"""The back button: one press undoes one choice, and leaves a page that was only opened."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def settled(page: Page, *said: str) -> None:
    """Waits until the address says some choices and the page shows them."""
    for part in said:
        expect(page).to_have_url(re.compile(f"[?&]{part}(&|$)"))
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0)


@pytest.mark.parametrize("query", ["", "?lang=en", "?lang=en&indicator=weather&utm=1", "?lang=en&q=%ff%fe"])
def test_a_page_that_was_only_opened_is_left_at_once(page: Page, query: str) -> None:
    page.goto("/healthz")
    page.goto(f"/growth{query}")
    settled(page, "measure=index", "indicator=population")
    if "&" in query:
        expect(page.get_by_test_id("stAlert").first).to_be_visible()
    page.go_back()
    expect(page).to_have_url(re.compile("/healthz$"))


def test_one_press_undoes_one_choice(page: Page) -> None:
    page.goto("/growth?lang=en")
    settled(page, "from=2012", "measure=index")
    page.get_by_role("radio", name="10 boroughs").press("Enter")
    settled(page, "level=stadtbezirk")
    page.get_by_role("radio", name="One year").press("Enter")
    settled(page, "map=value", "year=2024")
    page.get_by_test_id("stTopNavLink").filter(has_text="Explore").click()
    settled(page, "show=list", "q=")
    page.get_by_role("searchbox").press_sequentially("rent", delay=150)
    settled(page, "q=rent")
    page.go_back()
    settled(page, "show=list", "q=")
    page.go_back()
    settled(page, "map=value", "level=stadtbezirk")
    page.go_back()
    settled(page, "map=change", "level=stadtbezirk")
    expect(page.get_by_role("radio", name="10 boroughs")).to_be_checked()
    page.go_back()
    settled(page, "map=change", "level=ortsteil")
    page.go_forward()
    settled(page, "map=change", "level=stadtbezirk")
