"""A set to present over HTTP: picture by picture, changed on the way, and as one file that asks for nothing."""

import json
import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from starlette.testclient import TestClient

from data.store import Dataset
from pictures.workshop.entry import Entry, WorkshopSet
from pictures.workshop.writing import as_parameter, from_parameter

LEVELS = ("ortsteil", "city")
MAP = Entry("value map", ("mean_age",), levels=LEVELS, start="2020", end="2020", period="2020")
SLOPE = Entry("slope", ("population",), levels=LEVELS, start="2012", end="2024")
GONE = Entry("lines", ("gold",), levels=LEVELS)
STRANGE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>"


def said(*entries: Entry) -> str:
    return as_parameter(WorkshopSet(entries, ""))


def picture(client: TestClient, *entries: Entry, **asked: str | int) -> dict[str, Any]:
    answer = client.get("/api/v1/presentation.json", params={"set": said(*entries), "lang": "en", **asked})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def held(html: str) -> dict[str, Any]:
    """The data of a page."""
    (found,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', html, re.S)
    told: dict[str, Any] = json.loads(found)
    return told


def test_a_picture_has_its_words_apart_from_its_drawing(client: TestClient) -> None:
    shown = picture(client, SLOPE, MAP, picture=2)
    assert shown["title"] == "Mean age 2020"
    assert "title" not in shown["figure"]["layout"]
    small = " ".join(text for line in shown["notes"] for text, _ in line)
    assert "Source: Stadt Leipzig" in small
    assert "data version" in small
    assert "Source" not in json.dumps(shown["figure"]["layout"]["annotations"])


def test_another_year_is_drawn_and_can_be_kept_after_the_picture_it_was_made_from(client: TestClient) -> None:
    shown = picture(client, MAP, SLOPE, picture=1, year=2015)
    assert "2015" in shown["sentence"]
    assert shown["choices"]["year"] == "2015"
    kept, problems = from_parameter("en", shown["set"])
    moved = replace(MAP, start="2015", end="2015", period="2015")
    assert (kept.entries, problems) == ((MAP, moved, SLOPE), [])


def test_what_can_be_chosen_is_what_there_is(client: TestClient, snapshot: Dataset) -> None:
    choices = picture(client, SLOPE, area="51,50")["choices"]
    assert (choices["from"], choices["to"], choices["year"]) == ("2012", "2024", "")
    assert choices["areas"] == [["51", snapshot.all_names["51"]], ["50", snapshot.all_names["50"]]]
    assert ["2012", "2012"] in choices["periods"]


def test_a_full_set_takes_no_more(client: TestClient) -> None:
    many = [replace(MAP, title=str(n)) for n in range(30)]
    assert picture(client, *many, year=2015)["set"] == ""


def test_what_cannot_be_drawn_says_why(client: TestClient) -> None:
    shown = picture(client, GONE)
    assert (shown["figure"], shown["sentence"]) == (None, "There is no indicator “gold” any more.")


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("", "set is missing"),
        ("set=", "no pictures"),
        ("set=1.nothing", "set"),
        (f"set={said(MAP)}&picture=2", "picture"),
        (f"set={said(MAP)}&picture=x", "picture"),
        (f"set={said(MAP)}&year=1850", "1850"),
        (f"set={said(MAP)}&colour=red", "colour"),
    ],
)
def test_what_is_wrong_is_said(client: TestClient, asked: str, named: str) -> None:
    answer = client.get(f"/api/v1/presentation.json?{asked}")
    assert (answer.status_code, named in answer.json()["detail"]) == (400, True)


def test_the_file_holds_every_picture_in_both_themes_and_boundaries_once(client: TestClient) -> None:
    answer = client.get("/api/v1/presentation.html", params={"set": said(MAP, SLOPE, MAP, GONE), "lang": "de"})
    assert "attachment" in answer.headers["Content-Disposition"]
    told = held(answer.text)
    for theme in ("light", "dark"):
        assert [bool(one["figure"]) for one in told["pictures"][theme]] == [True, True, True, False]
    named = {
        trace["geojson"]
        for one in told["pictures"]["dark"][:3]
        for trace in one["figure"]["data"]
        if "geojson" in trace
    }
    assert named == set(told["shapes"]) == {"boundaries ortsteil", "boundaries stadtbezirk"}
    assert len(told["shapes"]["boundaries ortsteil"]["features"]) == 63


def test_the_file_asks_for_nothing(client: TestClient) -> None:
    html = client.get("/api/v1/presentation.html", params={"set": said(MAP), "lang": "de"}).text
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="(.*?)"', html)
    rules = dict(rule.split(" ", 1) for rule in unescape(policy).split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["connect-src"] == "data:"
    assert not re.search(r'<(script|link|img)[^>]* (src|href)="', html)


def test_words_of_strangers_stay_words(client: TestClient) -> None:
    strange = replace(MAP, title=STRANGE, remark=STRANGE)
    html = client.get("/api/v1/presentation.html", params={"set": said(strange), "lang": "en"}).text
    assert "<img" not in html
    assert "<script>alert" not in html
    (shown,) = held(html)["pictures"]["light"]
    assert shown["sentence"] == STRANGE
