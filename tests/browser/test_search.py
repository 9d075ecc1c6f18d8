"""The field of questions in a browser: the answer while typing rests, and the keyboard alone."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_a_question_is_answered_below_the_field_and_opened_by_enter(page: Page) -> None:
    page.goto("?lang=de")
    field = page.get_by_role("combobox", name="Fragen Sie")
    field.click(timeout=60_000)
    field.press_sequentially("Miete Lindenau")
    answers = page.get_by_role("option")
    expect(answers.first).to_contain_text("Grundmiete in Lindenau 6,79")
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("Escape")
    expect(answers.first).to_be_hidden()
    field.press("ArrowDown")
    expect(answers.first).to_have_attribute("aria-selected", "true")
    field.press("Enter")
    expect(page).to_have_url(re.compile("/compare[?].*indicator=base_rent"), timeout=30_000)


def test_what_has_no_answer_says_why_and_enter_opens_nothing(page: Page) -> None:
    page.goto("?lang=en")
    field = page.get_by_role("combobox", name="Ask for")
    field.click(timeout=60_000)
    field.press_sequentially("roof gardens Lindenau")
    said = page.locator(".answers [role=status]")
    expect(said).to_have_text("Nothing here is known of “roof” and “gardens”.")
    field.press("Enter")
    expect(said).to_be_visible()
    assert "/compare" not in page.url
    assert "/profile" not in page.url
