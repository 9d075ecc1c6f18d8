"""The headline of the growth page is counted after the last break; what a test finds is a click away."""

import re
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from tests.support.visit import visit

pytestmark = pytest.mark.usefixtures("empty_store")


def course(app: AppTest) -> str:
    """What the key figure of the course says, without markup."""
    (key,) = (unescape(html.proto.body) for html in app.get("html") if 'class="key"' in html.proto.body)
    figures = [re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", each)).strip() for each in key.split("<div>")[1:]]
    (found,) = [each for each in figures if re.match("Course|Verlauf", each)] or [""]
    return found


def test_residents_rose_each_year() -> None:
    """528,540 in 2012, more in each year up to 632,562 in 2024."""
    found = course(visit("growth", lang="en"))
    assert found.startswith(
        "Course 2012–2024 rose every year on average +8,465 a year · 2024: highest value since 2012 Trend test Average"
    )
    assert "Mann–Kendall test after pre-whitening, 2012–2024: " in found
    assert "n = 13" in found
    assert "does not prove that nothing changed" in found


def test_in_german() -> None:
    found = course(visit("growth", lang="de"))
    assert found.startswith(
        "Verlauf 2012–2024 jedes Jahr gestiegen im Schnitt +8.465 pro Jahr · 2024: höchster Wert seit 2012 Trendtest"
    )
    assert "Steigung nach Theil-Sen" in found
    assert "beweist keinen Stillstand" in found


def test_modelled_figures_are_not_tested() -> None:
    found = course(visit("growth", lang="en", indicator="residential_heat"))
    assert "No test: these figures are modelled" in found
    assert "pre-whitening" not in found


def test_a_course_begins_after_the_break() -> None:
    """Assaults are counted otherwise from 2010 on, so that the years before do not count."""
    found = course(visit("growth", lang="en", indicator="assaults_per_1000", **{"from": "2004", "to": "2022"}))
    assert re.match(r"Course 2010–2022, after the break (rose|fell) in \d+ of 12 years", found)
    assert "n = 13" in found
