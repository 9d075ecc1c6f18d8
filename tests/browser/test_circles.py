"""Maps of circles in a browser: other years painted at once, districts picked by their circles, and small screens."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

MAP = """map => ({
    circles: [...map.querySelectorAll(".scattergeo path.point")]
        .map(path => [path.getAttribute("transform"), path.getAttribute("d")])
        .filter(([, shape]) => !/^M0(.00)?,/.test(shape)),
    fills: Object.fromEntries([...map.querySelectorAll(".choroplethlayer path")]
        .filter(path => path.__data__ && !["none", "rgba(0, 0, 0, 0)"].includes(getComputedStyle(path).fill))
        .map(path => [path.__data__.loc, getComputedStyle(path).fill])),
})"""
"""Circles that can be seen with their places, from the lowest, and the colours of districts."""
COUNT = "growth?map=value&indicator=youth_unemployed&lang=en&year="
SIZE = "circles => circles.map(circle => circle.getBoundingClientRect().width)"


def numbers(shape: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", shape)]


def test_a_year_moved_to_is_what_the_server_draws(page: Page) -> None:
    """In 2017 every district had a figure, one of them zero; in 2018 those of 21 are confidential."""
    page.goto(f"{COUNT}2017")
    title, drawn = page.locator(".st-key-map .gtitle"), page.locator(".st-key-map figure")
    expect(title).to_contain_text("2017")
    expect(page.locator(".st-key-map .scattergeo path.point")).to_have_count(63)
    before = drawn.evaluate(MAP)
    assert len(before["circles"]) == 63 - 1
    # The server does not hear of it, so this is what the browser paints alone.
    page.evaluate("WebSocket.prototype.send = () => {}")
    page.get_by_role("slider", name="Year", exact=True).press("ArrowRight")
    expect(title).to_contain_text("2018")
    painted = drawn.evaluate(MAP)
    page.goto(f"{COUNT}2018")
    expect(title).to_contain_text("2018")
    expect(page.locator(".st-key-map .scattergeo path.point")).to_have_count(63)
    again = drawn.evaluate(MAP)
    assert painted["fills"] == again["fills"]
    assert len(set(painted["fills"].values())) == 2
    assert len(again["circles"]) == 63 - 21
    found = {where: numbers(shape)[0] for where, shape in painted["circles"]}
    assert found == pytest.approx({where: numbers(shape)[0] for where, shape in again["circles"]}, abs=0.02)
    assert [*found.values()] == sorted(found.values(), reverse=True)


def test_a_click_on_a_circle_follows_its_district(page: Page) -> None:
    """Seehausen's lies apart from all others."""
    page.goto("growth?map=value&lang=en&year=2024")
    circle = page.locator(".st-key-map .scattergeo path.point").nth(58)
    expect(circle).to_be_attached()
    seehausen = page.locator(".st-key-map figure").evaluate(
        "map => map.data.find(({ name }) => name === 'circles').text.indexOf('Seehausen')"
    )
    circle = page.locator(".st-key-map .scattergeo path.point").nth(seehausen)
    circle.hover(force=True)
    expect(page.locator(".st-key-map .hoverlayer")).to_contain_text("Seehausen")
    circle.click(force=True)
    page.wait_for_url(re.compile(r"[?&]areas=94(&|$)"))


def test_circles_shrink_with_the_map_and_grow_again(page: Page) -> None:
    """On a phone two maps beside each other are little more than half as wide as they can be."""
    page.goto("growth?map=pair&lang=en")
    circles = page.locator(".st-key-map .scattergeo path.point")
    expect(circles).to_have_count(2 * 63)
    large = circles.evaluate_all(SIZE)
    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.locator(".st-key-map .main-svg").first).to_have_attribute("width", re.compile("^3"))
    small = circles.evaluate_all(SIZE)
    width = page.locator(".st-key-map figure").evaluate("map => map.clientWidth / map.layout.meta.full")
    assert 0.4 < width < 0.8
    assert [one / other for one, other in zip(small, large, strict=True)] == pytest.approx([width] * 126, rel=0.15)
    page.set_viewport_size({"width": 1366, "height": 768})
    expect(page.locator(".st-key-map .main-svg").first).to_have_attribute("width", re.compile("^[4-9]"))
    assert circles.evaluate_all(SIZE) == pytest.approx(large, abs=0.1)
