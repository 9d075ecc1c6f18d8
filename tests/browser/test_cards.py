"""What a click on a district shows, and tables that are sorted and narrowed in the browser."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

COLUMN = "(table, n) => [...table.tBodies[0].rows].filter(row => !row.hidden).map(row => row.cells[n].textContent)"


def test_a_click_on_the_map_shows_a_districts_card_and_brings_its_bar_and_row_into_view(page: Page) -> None:
    page.goto("growth?lang=en&indicator=population&from=2012&to=2024")
    page.locator(".st-key-map path.choroplethlocation").first.wait_for()
    expect(page.locator("section.card")).to_have_count(0)
    # Miltitz, in the far west, grew less than two thirds of the districts, so that its bar is out of sight at first.
    page.locator(".st-key-map path.choroplethlocation").evaluate_all("""paths => {
        const { x, y, width, height } = paths.find(path => path.__data__.loc === "66").getBoundingClientRect();
        window.miltitz = [x + width / 2, y + height / 2];
    }""")
    page.mouse.click(*page.evaluate("miltitz"))
    expect(page.locator("section.card h2")).to_have_text(re.compile("Miltitz"))
    expect(page.locator(".lead")).to_contain_text(re.compile("^From 2012 to 2024 Miltitz"))
    name = page.locator(".st-key-ranking .ytick text", has_text="Miltitz")
    name.wait_for()
    region = page.locator(".st-key-ranking").locator("xpath=ancestor::*[@data-testid='stVerticalBlock'][1]")
    seen = """([bar, region]) => {
        const [own, around] = [bar, region].map(one => one.getBoundingClientRect());
        return own.top >= around.top && own.bottom <= around.bottom;
    }"""
    page.wait_for_function(seen, arg=[name.element_handle(), region.element_handle()])
    expect(page.locator("table.figures tr[aria-current] td").first).to_have_text("Miltitz")
    bold = """rows => rows.filter(row => Number(getComputedStyle(row.cells[0]).fontWeight) > 500)
        .map(row => row.cells[0].textContent).sort()"""
    assert page.locator("table.figures tbody tr").evaluate_all(bold) == ["Leipzig", "Miltitz"]
    row, region = page.locator("table.figures tr[aria-current]"), page.locator(".scrolled")
    page.wait_for_function(seen, arg=[row.element_handle(), region.element_handle()])
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 0


def test_a_table_is_sorted_by_its_headings_and_stays_so_when_its_figures_change(page: Page) -> None:
    """Missing figures stand last in either order: 50 of 63 districts and the city have a rent of 2021."""
    page.goto("growth?lang=de&indicator=base_rent&from=2011&to=2021")
    table = page.locator("table.figures")
    heading = table.get_by_role("button", name="2021", exact=True)
    for order, way in (("descending", -1), ("ascending", 1)):
        heading.click()
        expect(table.locator("th[aria-sort]")).to_have_attribute("aria-sort", order)
        cells = table.evaluate(COLUMN, 2)
        known = [float(cell.replace(",", ".")) for cell in cells if cell != "–"]
        assert len(known) == 51
        assert known == sorted(known, key=lambda value: way * value)
        assert cells[51:] == ["–"] * 13
    page.locator(".st-key-years input[type=range]").first.press("ArrowRight")
    expect(table.locator("caption")).to_contain_text("2013–2021")
    expect(table.locator("th[aria-sort]")).to_have_text("2021")


def test_a_table_is_narrowed_by_a_name_without_its_dots(page: Page) -> None:
    page.goto("growth?lang=de")
    page.get_by_role("searchbox", name="Gebiet suchen").fill("mockern")
    assert page.locator("table.figures").evaluate(COLUMN, 0) == ["Möckern"]
