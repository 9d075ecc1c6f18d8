"""A group is made with the mouse on the map and with the keyboard in the list, and stands in the address."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

DISTRICTS = 63
OUTLINES = 10


def test_a_group_is_picked_on_the_map(page: Page) -> None:
    page.goto("compare?lang=en&edit=yes")
    shapes = page.locator(".st-key-group-map .choroplethlayer path.choroplethlocation[d^=M]")
    expect(shapes).to_have_count(DISTRICTS + OUTLINES)
    counts = page.locator(".st-key-group-map .annotation")
    for count, district in enumerate((20, 40), 1):
        # Plotly listens on what lies below the districts.
        shapes.nth(district).click(force=True)
        expect(counts.filter(has_text=re.compile(rf"^{count}$"))).to_have_count(1)
    page.get_by_role("textbox", name="Name of the group").fill("East & <b>more</b>")
    page.get_by_role("textbox", name="Name of the group").press("Enter")
    page.get_by_role("button", name="Keep the group").click()
    page.wait_for_url(re.compile(r"[?&]group=East\+%26\+b\+more\+%2Fb~\d{4}(&|$)"))
    expect(page.locator(".st-key-lines")).to_contain_text("“East & b more /b”")


def test_a_group_is_made_with_the_keyboard_alone(page: Page) -> None:
    page.goto("compare?lang=en&edit=yes")
    districts = page.get_by_role("combobox", name="Districts of the group")
    districts.focus()
    page.keyboard.type("Plagwitz")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    page.get_by_role("textbox", name="Name of the group").focus()
    page.keyboard.type("Süd")
    page.keyboard.press("Enter")
    keep = page.get_by_role("button", name="Keep the group")
    expect(keep).to_be_enabled()
    keep.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"[?&]group=S%C3%BCd~51(&|$)"))
