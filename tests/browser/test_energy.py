"""The energy page in a browser: its maps are drawn, a slider moves the scenario, nothing leaves the machine."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser
SHAPES = 63 + 10
"""Districts, and the outlines of the boroughs over them."""


def shapes(page: Page, key: str) -> Locator:
    """What a map has drawn; while a new one is drawn, Streamlit keeps the old one hidden beside it."""
    return page.locator(f".st-key-{key}").filter(visible=True).locator(".choroplethlayer path[d^=M]")


def test_the_chapters_draw_their_maps(page: Page) -> None:
    page.goto("energy?lang=en")
    expect(shapes(page, "map")).to_have_count(SHAPES)
    page.get_by_text("How it is made").click()
    expect(page.locator(".lead")).to_contain_text("District heat ends between Grünau and Lindenau")
    expect(shapes(page, "map")).to_have_count(SHAPES)
    expect(page).to_have_url(re.compile("[?&]chapter=made(&|$)"))


def test_a_slider_moves_the_scenario(page: Page) -> None:
    page.goto("energy?lang=en&chapter=scenario&connection=0")
    expect(shapes(page, "scenario-map")).to_have_count(SHAPES)
    expect(page.locator(".st-key-scenario .scenario")).to_contain_text("SCENARIO")
    expect(page.locator(".lead")).not_to_contain_text("connected")
    page.get_by_test_id("stSlider").nth(2).locator("input[type=range]").press("ArrowRight")
    expect(page.locator(".lead")).to_contain_text("5% of the dwellings without district heat were connected")
    expect(page).to_have_url(re.compile("[?&]connection=5(&|$)"))
    border = page.locator(".st-key-scenario").first.evaluate("box => getComputedStyle(box).borderTopStyle")
    assert border == "dashed"
