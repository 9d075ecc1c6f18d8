"""Every page by the rules that axe-core checks (WCAG 2.2 AA and best practice), wide and 320 pixels narrow, where
nothing scrolls sideways."""

import re
from itertools import cycle, product
from typing import Any, Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from locales import LANGUAGES
from pictures.workshop.entry import Entry, WorkshopSet
from pictures.workshop.writing import as_parameter
from tests.support import extent

pytestmark = pytest.mark.browser
RULES: Final = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
GRAVE: Final = ("serious", "critical")
STREAMLITS: Final = {
    # The menu of a narrow window has groups straight in its list; screen readers read their links all the same.
    "list": "[data-testid=stSidebarNav]",
    "listitem": "[data-testid=stSidebarNav]",
}
"""Rules that Streamlit's own elements break, and where: named in `docs/accessibility.md`."""
NARROW: Final = 320
SET: Final = WorkshopSet(
    (
        Entry("change map", ("population",), levels=("ortsteil", "city"), start="2012", end="2024"),
        Entry("lines", ("mean_age",), levels=("ortsteil", "city"), start="2012", end="2024", remark="An own sentence."),
    )
)
PAGES: Final = (
    "growth?areas=71",
    f"workshop?set={as_parameter(SET)}",
    "explore?",
    "profile?area=71",
    "?",
    "growth_story?",
    "leipzig_west?",
    "leipzig_west_at_a_glance?",
    "compare?",
    "energy?",
    "cities?",
    "methods?",
    "about?",
    "analysis?",
    "energy_district?preset=all&against=today",
)
LOOKS: Final = (*product(LANGUAGES, ("light", "dark")),)
SOME: Final = extent.either(
    [*zip(PAGES[:2], cycle(LOOKS), strict=False)], [(page, look) for page in PAGES for look in LOOKS]
)


def _told(page: Page, finding: dict[str, Any]) -> list[str]:
    where = STREAMLITS.get(finding["id"], "no-such-element")
    own = [
        node
        for node in finding["nodes"]
        if not page.locator(node["target"][0]).evaluate("(found, where) => Boolean(found.closest(where))", where)
    ]
    return [f"{finding['id']}: {node['html'][:160]}" for node in own]


def grave(page: Page) -> list[str]:
    """What axe-core finds serious or critical, the rule and the element of each."""
    found = Axe().run(page, options=RULES).response
    assert len(found["passes"]) > 20, "axe-core has hardly looked at anything"
    return [line for finding in found["violations"] if finding["impact"] in GRAVE for line in _told(page, finding)]


@pytest.mark.parametrize(("address", "look"), SOME)
def test_a_page_has_no_barrier_that_axe_knows_and_fits_a_narrow_window(
    page: Page, address: str, look: tuple[str, str]
) -> None:
    lang, scheme = look
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]  # light or dark
    page.goto(f"{address}&lang={lang}")
    expect(page.locator("footer.site")).to_be_attached()
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    expect(page.locator(".picture menu:not(:has(button:not([hidden])))")).to_have_count(0)
    assert grave(page) == []
    page.set_viewport_size({"width": NARROW, "height": 800})
    assert page.evaluate("document.scrollingElement.scrollWidth") <= NARROW
    assert page.get_by_test_id("stMain").evaluate("main => main.scrollWidth") <= NARROW
    assert grave(page) == []


def test_presenting_has_no_barrier_that_axe_knows_and_fits_a_narrow_window(page: Page) -> None:
    page.goto(f"present?set={as_parameter(SET)}&lang=de")
    expect(page.locator(".slide.shown .main-svg").first).to_be_attached()
    page.keyboard.press("e")
    expect(page.locator("select[name=from]")).to_be_visible()
    assert grave(page) == []
    page.set_viewport_size({"width": NARROW, "height": 800})
    assert page.evaluate("document.scrollingElement.scrollWidth") <= NARROW
    assert grave(page) == []


def test_a_map_is_read_and_chosen_from_by_keyboard(page: Page) -> None:
    page.goto("growth?lang=de")
    areas = page.locator(".st-key-map").get_by_role("combobox", name="Gebiete der Karte")
    expect(page.locator(".st-key-map .choroplethlocation").first).to_be_attached()
    areas.focus()
    page.keyboard.type("Altl")
    # 13,860 residents in 2012 and 19,008 in 2024.
    expect(areas.locator("option:checked")).to_have_text(re.compile(r"^Altlindenau; .*\+37,1\s%"))
    expect(page.locator(".st-key-map .choroplethlocation.marked")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("areas=71"))
    expect(page.locator(".lead")).to_contain_text("Altlindenau")
    expect(areas).to_be_focused()
