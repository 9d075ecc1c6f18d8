"""The table of a profile: what it says, also to those who do not see it, and of missing or doubtful figures."""

import dataclasses
import math
import re
from html import unescape
from typing import Any
from urllib.parse import unquote

import numpy as np
import pytest
from markupsafe import Markup

from charts.profile_ages import age_bars
from charts.profile_table import COLUMNS, DENSE, profile_row, profile_table
from charts.theme import LIGHT
from indicators import catalogue
from indicators.analysis.trends import Judged, trend, verdicts
from indicators.catalogue import Indicator
from indicators.figures.grid import History
from indicators.places.ages import shares
from indicators.places.profile import POSITIONS
from locales import Language
from words.titles import titled, unit_beside

NAN = math.nan
RENT = catalogue.load()["total_rent"]
YEARS = ("2012", "2013", "2014", "2015", "2016", "2017")
RISING = History(YEARS, np.array([1.0, 2.0, 3.0, 4.0, 5.0, 6.0]), ("A",) * 6)
HEADER = [f"column {n}" for n in range(len(COLUMNS))]


def position(**other: Any) -> dict[str, Any]:
    whole: dict[str, Any] = {
        "indicator": RENT.id,
        "topic": RENT.topic,
        "period": "2017",
        "value": 6.0,
        "status": "A",
        "rank": 3.0,
        "of": 53.0,
        "level": 1.0,
        "median": 4.5,
        "spread": 0.5,
        "verdict": "above",
        "city": 4.75,
        "city_status": "A",
        "apart": 2.5,
    }
    assert list(whole) == POSITIONS
    return whole | other


def judged(own: History, tested: bool = True) -> Judged:
    """The trend of a series that is shown alone."""
    found = trend(own, "", "", tested=tested)
    ((p, verdict),) = verdicts([found], tested=tested)
    return found, p, verdict


def row(own: History = RISING, *, lang: Language = "en", indicator: Indicator = RENT, **other: Any) -> Markup:
    return profile_row(lang, indicator, position(**other), own, History(), LIGHT, judged(own))


def cells(row: str) -> list[str]:
    """The texts of the cells of a row."""
    return [re.sub("<[^>]*>", "", cell).strip() for cell in re.split("<t[hd][^>]*>", unescape(row))[1:]]


def test_a_row_in_words() -> None:
    assert cells(row()) == [
        "Total rent € per m² 2017",
        "6.00",
        "2017",
        "3 of 53",
        "4.75",
        "above (4.50)",
        "",
        "↑rising2012–2017, p\u00a0=\u00a00.027, adjusted p\u00a0=\u00a00.027",
    ]
    assert 'alt="2012: 1.00 – 2017: 6.00"' in row()


def test_a_missing_figure_says_why() -> None:
    found = row(value=NAN, status="Q", rank=NAN, of=NAN, verdict="")
    assert cells(found)[3] == cells(found)[5] == ""
    assert '<td class="why">confidential or too few cases' in found


def test_doubtful_figures_carry_their_mark() -> None:
    found = cells(row(status="U", city_status="U"))
    assert (found[1], found[4]) == ("6.00\u2009‡", "4.75\u2009‡")


@pytest.mark.parametrize(
    ("figures", "status", "expected"),
    [
        ([6, 5, 4, 3, 2, 1], "AAAAAA", "↓falling2012–2017, p\u00a0=\u00a00.027, adjusted p\u00a0=\u00a00.027"),
        ([1, 2, 3, 4, 5, 6], "AAABAA", "\u2009†too few values"),
        ([1, 2, 3, 4, 5, 6], "BAAAAA", "↑rising2012–2017, p\u00a0=\u00a00.027, adjusted p\u00a0=\u00a00.027"),
        ([1, 9, 2, 8, 3, 7], "AAAAAA", "no clear trend"),
        ([1, 2, NAN, NAN, 5, 6], "AAMMAA", "too few values"),
    ],
)
def test_an_arrow_stands_only_where_the_test_finds_a_trend(figures: list[float], status: str, expected: str) -> None:
    assert cells(row(History(YEARS, np.array(figures, float), tuple(status))))[-1].strip() == expected.strip()


def test_modelled_figures_say_so_and_have_no_trend() -> None:
    modelled = dataclasses.replace(RENT, kind="modelled")
    found = cells(profile_row("de", modelled, position(), RISING, History(), LIGHT))
    assert (found[0], found[-1]) == ("Gesamtmiete € je m², modelliert 2017", "")
    assert titled("de", modelled) == "Gesamtmiete (modelliert)"


def test_a_unit_that_the_title_names_is_not_said_twice() -> None:
    assert unit_beside("en", catalogue.load()["dwellings"]) == ""
    assert unit_beside("de", catalogue.load()["mean_age"]) == "Jahre"


def test_the_table_has_sections_and_words_for_every_picture() -> None:
    page = profile_table("a < b", HEADER, [("Housing", [row(), row(History())]), ("R & D", [row()])])
    assert "<caption>a &lt; b</caption>" in page
    assert re.findall(r'scope="rowgroup">([^<]+)', page) == ["Housing", "R &amp; D"]
    assert page.count('scope="row">Total rent') == 3
    assert page.count("<img ") == page.count('alt="2012: 1.00 – 2017: 6.00"') == 2
    assert page.count('<span aria-hidden="true">↑</span><span class="heard">rising</span>') == 2
    assert page.count("<td") == 3 * (len(COLUMNS) - 1)


def test_long_tables_are_set_smaller_in_print() -> None:
    short, long = (profile_table("", HEADER, [("Housing", [row()] * n)]) for n in (DENSE, DENSE + 1))
    assert 'class="profile"' in short
    assert 'class="profile dense"' in long


@pytest.mark.parametrize("status", ["M", "U"])
def test_missing_and_doubtful_figures_leave_a_gap(status: str) -> None:
    figures = np.array([1, 2, NAN if status == "M" else 99, 4, 5, 6], float)
    line = unquote(row(History(YEARS, figures, ("A", "A", status, "A", "A", "A"))))
    assert re.findall("[ML](?=[0-9])", line.partition(' d="')[2].partition('"')[0]) == ["M", "L", "M", "L", "L"]


def test_bars_of_age_groups_say_their_numbers() -> None:
    page = unescape(age_bars("de", "Alter 2023", ["jung", "mittel", "alt"], [("A & B", shares("2023", 20, 30))], LIGHT))
    assert re.findall(r"<td>([\d,]+)\xa0%", page) == ["13,3", "66,7", "20,0"]
    assert re.findall(r"width:([\d.]+)%;background", page) == ["13.33", "66.67", "20.00"]
    assert "A & B" in page
