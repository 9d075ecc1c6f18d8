"""The back button: one press undoes one choice, and leaves a page that was only opened."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page, WebSocketRoute, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from settings import ROOT

pytestmark = pytest.mark.browser

PATIENCE = 60.0


@dataclass
class Line:
    """The way from the server to a page, on which answers can be held back; tell it before the page is opened."""

    page: Page
    held: list[str | bytes] | None = None
    sends: list[Callable[[str | bytes], None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.route_web_socket(re.compile("/_stcore/stream"), self._connect)

    def _connect(self, way: WebSocketRoute) -> None:
        self.sends.append(way.send)
        way.connect_to_server().on_message(self._answered)

    def _answered(self, message: str | bytes) -> None:
        if self.held is None:
            self.sends[-1](message)
        else:
            self.held.append(message)

    def hold(self) -> None:
        """Keeps answers from now on."""
        self.held = []

    def began(self, runs: int) -> None:
        """Waits until so many runs have begun and told something."""
        self._until(lambda kinds: kinds.count("new_session") >= runs and kinds[-1] != "new_session")

    def wrote(self) -> None:
        """Waits until a run has written the address."""
        self._until(lambda kinds: "page_info_changed" in kinds)

    def ended(self, runs: int) -> None:
        """Waits until the last of so many runs has ended; those before need not have said that they were broken off."""
        self._until(lambda kinds: kinds.count("new_session") >= runs and kinds[-1] == "script_finished")

    def _until(self, told: Callable[[list[str]], bool]) -> None:
        deadline = time.monotonic() + PATIENCE
        while not told(kinds := self._kinds()):
            assert time.monotonic() < deadline, f"The answers held back never said it: {kinds}"
            self.page.evaluate("new Promise(requestAnimationFrame)")

    def _kinds(self) -> list[str]:
        told = (ForwardMsg.FromString(message) for message in self.held or () if isinstance(message, bytes))
        return [kind for message in told if (kind := message.WhichOneof("type")) and kind != "session_status_changed"]

    def release(self) -> None:
        """Lets the page have what was kept, in the order it came in."""
        held, self.held = self.held or [], None
        for message in held:
            self.sends[-1](message)


def settled(page: Page, *said: str) -> None:
    """Waits until the address says some choices and the page shows them."""
    for part in said:
        expect(page).to_have_url(re.compile(f"[?&]{part}(&|$)"))
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")


@pytest.mark.parametrize("query", ["", "?lang=en", "?lang=en&indicator=weather&utm=1", "?lang=en&q=%ff%fe"])
def test_a_page_that_was_only_opened_is_left_at_once(page: Page, query: str) -> None:
    page.goto("healthz")
    page.goto(f"growth{query}")
    settled(page, "measure=index", "indicator=population")
    if "&" in query:
        expect(page.get_by_test_id("stAlert").first).to_be_visible()
    page.go_back()
    expect(page).to_have_url(re.compile("/healthz$"))


def by_menu(page: Page, group: str, name: str) -> None:
    """Opens a page by the menu."""
    page.get_by_test_id("stTopNavSection").filter(has_text=group).click()
    page.get_by_role("menuitem", name=name).click()


def test_one_press_undoes_one_choice(page: Page) -> None:
    page.goto("growth?lang=en")
    settled(page, "from=2012", "measure=index")
    page.get_by_role("radio", name="10 boroughs").press("Enter")
    settled(page, "level=stadtbezirk")
    page.get_by_role("radio", name="One year").press("Enter")
    settled(page, "map=value", "year=2024")
    by_menu(page, "Subjects", "Find indicators")
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


def test_leading_on_to_growth_from_an_address_without_a_page_is_no_step(page: Page) -> None:
    page.goto("healthz")
    page.goto("?lang=en&indicator=population")
    settled(page, "lang=en", "measure=index")
    expect(page).to_have_url(re.compile("/growth"))
    page.go_back()
    expect(page).to_have_url(re.compile("/healthz$"))


def test_two_presses_at_once_go_back_twice(page: Page) -> None:
    line = Line(page)
    page.goto("growth?lang=en")
    settled(page, "from=2012", "measure=index")
    page.get_by_role("radio", name="One year").press("Enter")
    settled(page, "map=value", "year=2024")
    by_menu(page, "Subjects", "Find indicators")
    settled(page, "show=list", "q=")
    page.get_by_role("radio", name="What moved most").press("Enter")
    settled(page, "show=moved")
    line.hold()
    page.go_back()
    line.began(1)
    page.go_back()
    line.ended(2)
    line.release()
    expect(page.get_by_role("radio", name="One year")).to_be_checked()
    settled(page, "map=value")
    page.go_back()
    settled(page, "map=change")
    expect(page.get_by_role("radio", name="One year")).not_to_be_checked()


def test_a_press_before_a_choice_is_answered_leaves_no_trace_of_the_choice(page: Page) -> None:
    line = Line(page)
    page.goto("growth?lang=en")
    settled(page, "from=2012", "measure=index")
    page.get_by_role("radio", name="10 boroughs").press("Enter")
    settled(page, "level=stadtbezirk")
    line.hold()
    page.get_by_role("radio", name="One year").press("Enter")
    line.wrote()
    page.go_back()
    line.ended(2)
    line.release()
    expect(page.get_by_role("radio", name="63 districts")).to_be_checked()
    settled(page, "map=change", "level=ortsteil")


def test_choices_faster_than_their_answers_all_count(page: Page) -> None:
    line = Line(page)
    page.goto("growth?lang=en")
    settled(page, "from=2012", "measure=index")
    line.hold()
    page.get_by_role("radio", name="10 boroughs").press("Enter")
    line.ended(1)
    page.get_by_role("radio", name="One year").press("Enter")
    line.ended(2)
    line.release()
    settled(page, "level=stadtbezirk", "map=value")
    expect(page.get_by_role("radio", name="10 boroughs")).to_be_checked()
    expect(page.get_by_role("radio", name="One year")).to_be_checked()


@pytest.mark.parametrize("left", ["/growth?lang=en&map=value", "/growth?lang=en"])
def test_a_page_whose_choices_are_written_before_its_name_is_one_step(page: Page, left: str) -> None:
    page.goto("healthz")
    page.goto("api/v1/?lang=en")  # a page on which nobody but this test writes
    # By the debugger: the page's own policy lets no script in.
    page.evaluate(f"() => {{ {(ROOT / 'server' / 'back_button.js').read_text('utf-8')} }}")
    page.keyboard.press("Tab")
    for path in (left, "/growth?lang=en&show=list", "/explore?lang=en&show=list"):
        page.evaluate("path => history.pushState({}, '', path)", path)
    for path in (left, "/api/v1/?lang=en", "/healthz"):
        page.go_back()
        expect(page).to_have_url(re.compile(f"{re.escape(path)}$"))


def test_a_link_of_the_menu_takes_along_what_was_chosen_into_a_new_tab(page: Page) -> None:
    page.goto("growth?lang=en&indicator=mean_age&areas=70,51&from=2015&to=2020&map=pair")
    expect(page.locator(".lead")).to_contain_text("From 2015 to 2020")
    page.get_by_test_id("stTopNavSection").filter(has_text="Leipzig West").click()
    link = page.get_by_role("menuitem", name="One indicator")
    link.dispatch_event("pointerdown")
    address = link.get_attribute("href")
    assert address is not None
    page.goto(address)
    expect(page.locator("section.card h2")).to_contain_text("Plagwitz")
    expect(page).to_have_url(re.compile("indicator=mean_age.*from=2015&to=2020"))
    expect(page.get_by_test_id("stAlert")).to_have_count(0)
