"""A workshop without a mouse: pictures are found, collected, presented and changed by keys, and handed on."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect
from pptx import Presentation

from pictures.workshop.entry import Entry, WorkshopSet
from pictures.workshop.writing import as_parameter
from tests.browser.conftest import Heard

pytestmark = pytest.mark.browser
MANY = 150
"""Stops of the tabulator that lead to anything on a page."""
LEVELS = ("ortsteil", "city")
VALUES = Entry("value map", ("mean_age",), levels=LEVELS, start="2020", end="2020", period="2020")
SLOPE = Entry("slope", ("population",), levels=LEVELS, start="2012", end="2024", title="<i>Growth</i>")


def tab_to(page: Page, target: Locator) -> None:
    """Moves the focus on until it is there."""
    expect(target).to_be_visible()
    for _ in range(MANY):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"no key leads to {target}")


def press(page: Page, target: Locator) -> None:
    tab_to(page, target)
    page.keyboard.press("Enter")


def test_a_workshop_by_keyboard_alone(page: Page) -> None:
    page.goto("?lang=en")
    tab_to(page, page.get_by_role("combobox", name="Ask for"))
    page.keyboard.type("population Plagwitz Lindenau 2018")
    expect(page.get_by_role("option").first).to_contain_text("Plagwitz")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("indicator=population"))
    adds = page.locator(".picture button[name=add]:visible")
    expect(adds.nth(2)).to_be_visible()
    for n in range(3):
        press(page, adds.nth(n))
        expect(page.get_by_role("button", name=f"Set ({n + 1})")).to_be_visible()
    press(page, page.get_by_role("button", name="Set (3)"))
    press(page, page.get_by_role("link", name="Present"))
    shown = page.locator(".slide.shown")
    expect(shown.locator(".sheet .main-svg").first).to_be_visible()
    expect(page.locator("#count")).to_have_text("1 / 3")
    page.keyboard.press("PageDown")
    expect(shown).to_contain_text("Ranking 2018")
    page.keyboard.press("e")
    tab_to(page, page.locator("select[name=year]"))
    page.keyboard.press("ArrowUp")
    expect(shown).to_contain_text("Ranking 2017")
    expect(shown).to_contain_text("Changed: not as in the set")
    press(page, page.locator("button[name=keep]"))
    expect(page.locator("#count")).to_have_text("3 / 4")
    page.keyboard.press("Escape")
    page.keyboard.press("PageUp")
    expect(shown).to_contain_text("Ranking 2018")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Set (4)")).to_be_visible()
    link = page.get_by_role("link", name="Download slides")
    tab_to(page, link)
    with page.expect_download() as loading:
        page.keyboard.press("Enter")
    assert len(Presentation(str(loading.value.path())).slides) == 4


def test_the_file_presents_without_a_network(app: str, context: BrowserContext, tmp_path: Path) -> None:
    said = as_parameter(WorkshopSet((VALUES, SLOPE)))
    file = tmp_path / "set.html"
    file.write_bytes(context.request.get(f"{app}/api/v1/presentation.html?lang=de&set={said}").body())
    page, heard = context.new_page(), Heard()
    page.on("request", lambda request: heard.addresses.append(request.url))
    page.on("console", heard.console)
    page.goto(file.as_uri())
    shown = page.locator(".slide.shown")
    expect(shown.locator(".choroplethlayer path").nth(62)).to_be_attached()
    page.keyboard.press("End")
    expect(shown).to_contain_text("<i>Growth</i>")
    expect(shown.locator(".scatterlayer .trace").first).to_be_attached()
    page.close()
    assert (heard.hosts(), heard.errors) == ({""}, [])


def test_a_lost_connection_is_said_and_the_picture_comes_when_it_is_back(app: str, context: BrowserContext) -> None:
    page = context.new_page()
    page.route("**/presentation.json?*", lambda route: route.abort())
    page.goto(f"{app}/present?lang=de&set={as_parameter(WorkshopSet((VALUES,)))}")
    shown = page.locator(".slide.shown")
    expect(shown).to_contain_text("Es besteht keine Verbindung")
    expect(shown).to_contain_text("Durchschnittsalter")
    page.unroute("**/presentation.json?*")
    page.get_by_role("button", name="Noch einmal versuchen").click()
    expect(shown.locator(".choroplethlayer path").nth(62)).to_be_attached()
    page.close()
