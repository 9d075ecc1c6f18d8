"""Finding indicators, and those that moved most: what a reader sees, and what the address keeps."""

import dataclasses
import re
from functools import cache
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from charts.theme import LIGHT
from data import store
from data.store import Dataset
from indicators import catalogue
from indicators.figures.values import grid
from indicators.places.moved_most import moved_most
from locales import LANGUAGES, Language
from pages.explore import finder
from tests.support.visit import address, lead, move_span, pictures, visit, warnings

pytestmark = pytest.mark.usefixtures("empty_store")
CATALOGUE = catalogue.load()


def opened(**asked: str) -> AppTest:
    return visit("explore", **asked)


def listed(app: AppTest) -> str:
    """The list of indicators, its spaces plain."""
    (found,) = (html.value for html in app.html if 'class="found"' in html.value)
    return unescape(found).replace("\u00a0", " ")


def titles(app: AppTest) -> list[str]:
    return re.findall(r"<b>(?:<a [^>]*>)?(.*?)(?:</a>)?</b>", listed(app))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_indicator_is_listed_with_its_newest_figure(lang: Language) -> None:
    app = opened(lang=lang)
    assert not app.exception
    there = [indicator for indicator in CATALOGUE.values() if grid(store.current(), indicator).with_figures()]
    assert sorted(titles(app)) == sorted(indicator.title[lang] for indicator in there)
    said = "<strong>632.562</strong> Personen" if lang == "de" else "<strong>632,562</strong> people"
    assert f"{said}<br><span>Leipzig · 2024" in listed(app)
    assert address(app, "lang", "show", "q", "topic") == [lang, "list", "", "all"]


def test_indicators_without_figures_are_out_of_the_way_until_they_are_asked_for() -> None:
    app = opened(lang="en")
    (shown,) = app.toggle
    n = sum(not grid(store.current(), indicator).with_figures() for indicator in CATALOGUE.values())
    assert shown.label == f"Also show {n} indicators without data"
    shown.set_value(True).run()
    assert sorted(titles(app)) == sorted(indicator.title["en"] for indicator in CATALOGUE.values())
    assert address(app, "absent") == ["yes"]
    assert titles(opened(lang="en", absent="yes")) == titles(app)


def test_who_searches_for_what_is_not_there_finds_it(monkeypatch: pytest.MonkeyPatch) -> None:
    bare = without(store.current(), "kd6-6")
    monkeypatch.setattr(store, "current", lambda: bare)
    app = opened(lang="en", q="base_rent")
    assert titles(app)[0] == "Base rent"
    assert not app.toggle


def test_rows_open_the_indicator_in_the_readers_language() -> None:
    page = listed(opened(lang="en", q="unemployment_share"))
    (row,) = (each for each in page.split("<li>") if ">Unemployment share<" in each)
    for query in ("map=value", "map=change", "picture=relation&with=net_income_person"):
        assert f'href="growth?indicator=unemployment_share&{query}&lang=en"' in row
    assert 'href="methods?indicator=unemployment_share&lang=en"' in row


@pytest.mark.parametrize(
    ("lang", "typed", "first"),
    [("de", "Wohnungn", "Wohnungen"), ("en", "Wohnungn", "Dwellings"), ("de", "populaton", "Einwohner")],
)
def test_words_of_either_language_find_it(lang: Language, typed: str, first: str) -> None:
    app = opened(lang=lang)
    app.text_input(key="choice q").set_value(typed).run()
    assert titles(app)[0] == first
    assert address(app, "q") == [typed]


def test_a_topic_lists_its_own_indicators() -> None:
    app = opened(lang="en", topic="income")
    own = [one for one in CATALOGUE.values() if one.topic == "income"]
    there = [one for one in own if grid(store.current(), one).with_figures()]
    assert sorted(titles(app)) == sorted(one.title["en"] for one in there)
    assert address(app, "topic") == ["income"]


@pytest.mark.parametrize("asked", [{"q": "xyzzy *[a](b)*"}, {"q": "rent", "topic": "safety"}])
def test_nothing_found_says_so(asked: dict[str, str]) -> None:
    app = opened(lang="en", **asked)
    assert not app.exception
    (info,) = app.info
    assert info.value.startswith("Nothing is found for")
    assert "[a](b)" not in info.value


def test_wrong_words_in_the_address_are_told() -> None:
    app = opened(topic="weather", show="map", q="x" * 200)
    assert len(warnings(app)) == 3
    assert address(app, "topic", "show", "q") == ["all", "list", ""]
    other = opened(show="moved", area="999", **{"from": "1900", "to": "2024"})
    assert len(warnings(other)) == 2
    assert address(other, "area", "from", "to") == ["14713000", "2012", "2024"]


@cache
def without(dataset: Dataset, rubric: str) -> Dataset:
    own = dataset.observations["series"].astype(str).str.startswith(f"{rubric}/")
    return dataclasses.replace(dataset, observations=dataset.observations[~own])


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("de", "zurzeit keine Daten"),
        ("en", "no data at present"),
    ],
)
def test_an_indicator_without_figures_says_so(lang: Language, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    bare = without(store.current(), "kd6-6")
    monkeypatch.setattr(store, "current", lambda: bare)
    page = listed(opened(lang=lang, q="base_rent", absent="yes"))
    (row,) = (each for each in page.split("<li>") if f">{CATALOGUE['base_rent'].title[lang]}<" in each)
    assert said in row
    assert "growth?" not in row
    assert "<img" not in row
    moved = opened(lang=lang, show="moved")
    assert not moved.exception
    words = unescape(" ".join(html.value for html in moved.html))
    n = sum(not grid(bare, indicator).with_figures() for indicator in CATALOGUE.values())
    assert n >= 3
    assert f">{n} {'Indikatoren' if lang == 'de' else 'indicators'}: {said}." in words


def test_without_any_population_there_are_no_years_to_choose(monkeypatch: pytest.MonkeyPatch) -> None:
    bare = without(store.current(), "kd2-1")
    monkeypatch.setattr(store, "current", lambda: bare)
    app = opened(show="moved")
    assert not app.exception
    assert len(app.info) == 1


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("area", ["14713000", "51", "7"])
def test_what_moved_most_is_drawn_and_said(lang: Language, area: str) -> None:
    app = opened(lang=lang, show="moved", area=area)
    assert not app.exception
    assert not app.warning
    (picture,) = pictures(app)
    first, found = next(pair for pair in moved_most(store.current(), area, "2012", "2024"))
    assert first.noun[lang] in lead(app)
    assert f"{found.start}–{found.end}" in lead(app)
    assert picture["data"][0]["ids"][0] == first.id
    assert "dl-de/by-2-0" in str(picture["layout"]["annotations"])


def test_a_change_of_the_city_in_words() -> None:
    """The base rent was 5.08 euros in 2013 and 6.47 in 2021: 27.4% more."""
    (picture,) = pictures(opened(lang="en", show="moved"))
    bars = picture["data"][0]
    title, told = bars["customdata"][bars["ids"].index("base_rent")]
    assert title == "Base rent"
    assert told.replace("\u00a0", " ") == "+27.4%, 2013–2021"


def test_changing_area_and_years() -> None:
    app = opened(show="moved", lang="en")
    app.selectbox(key="choice area").set_value("51").run()
    move_span(app, "2015", "2020")
    assert lead(app).startswith("Plagwitz, 2015–2020:")
    assert address(app, "area", "from", "to") == ["51", "2015", "2020"]


def test_one_year_has_no_changes() -> None:
    app = opened(show="moved", **{"from": "2024", "to": "2024"})
    assert not app.exception
    assert len(app.info) == 1
    assert pictures(app) == []


@pytest.mark.parametrize(
    ("description", "first"),
    [
        ("Am 31. Dezember. Danach.", "Am 31. Dezember."),
        ("On 31 December, e.g. here. Then more.", "On 31 December, e.g. here."),
        ("Only one.", "Only one."),
        ("Anteil in %. Mehr.", "Anteil in %."),
    ],
)
def test_first_sentences_do_not_end_at_dates(description: str, first: str) -> None:
    assert finder.first_sentence(description) == first


def test_titles_that_look_like_html_stay_text() -> None:
    odd = dataclasses.replace(CATALOGUE["population"], title={"de": "<b>", "en": "<script>alert(1)</script>"})
    assert "<script>" not in finder._row("en", store.current(), odd, LIGHT)
