"""The page of the cities in a browser: each form of picture is drawn, and fits a phone."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

FORMS = {
    "eurostat_unemployment_rate": ".scatterlayer .trace",
    "solar_power_per_resident": ".scatterlayer .trace",
    "census_base_rent": ".scatterlayer .point",
    "census_heating": ".barlayer .trace",
}
DRAWN = {"eurostat_unemployment_rate": 4, "census_base_rent": 5, "census_heating": 9}
"""Lines of the four cities that Eurostat has, bars of five cities, parts of a whole."""


@pytest.mark.parametrize("figure", FORMS)
def test_a_picture_is_drawn_and_fits_a_phone(page: Page, figure: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"cities?figure={figure}&lang=en")
    drawn = page.locator(f".st-key-cities {FORMS[figure]}")
    if figure in DRAWN:
        expect(drawn).to_have_count(DRAWN[figure])
    else:
        expect(drawn.first).to_be_visible()
    main = page.get_by_test_id("stMain")
    assert main.evaluate("main => main.scrollWidth - main.clientWidth") <= 0
    title = page.locator(".st-key-cities .gtitle").bounding_box()
    assert title is not None
    assert title["x"] + title["width"] <= 390


def test_another_figure_is_chosen_and_stands_in_the_address(page: Page) -> None:
    page.goto("cities?lang=en")
    expect(page.locator(".lead")).to_contain_text("unemployment rate")
    page.get_by_role("combobox").click()
    page.get_by_role("option", name="Base rent (census)").click()
    expect(page.locator(".lead")).to_contain_text("6.46")
    expect(page.locator(".st-key-cities .gtitle")).to_contain_text("Base rent (census)")
    page.wait_for_url("**figure=census_base_rent**")
