"""Elections, of which two are held: they stand as days that readers write, each once, and make no line."""

import json
import re

import pytest

from locales import Language
from tests.support.visit import lead, notes, pictures, shown, spans, visit

pytestmark = pytest.mark.usefixtures("empty_store")
ISO = re.compile(r"\d{4}-\d\d-\d\d(?!-[0-9a-f])")
"""A day as machines write it, which the name of a data version begins with."""
WRITTEN: dict[Language, tuple[str, str]] = {"de": ("24.9.2017", "26.9.2021"), "en": ("24 Sep 2017", "26 Sep 2021")}
TOLD: dict[Language, str] = {
    "de": "Zwei Werte (24. September 2017 und 26. September 2021) ergeben keine Linie; gezeigt wird die Veränderung "
    "zwischen ihnen.",
    "en": "Two figures (24 September 2017 and 26 September 2021) make no line; the change between them is shown.",
}


@pytest.mark.parametrize("lang", WRITTEN)
@pytest.mark.parametrize("picture", ["slope", "distribution", "heat", "relation"])
def test_growth_writes_days_as_readers_do(picture: str, lang: Language) -> None:
    app = visit("growth", indicator="turnout_federal", picture=picture, lang=lang)
    assert not app.exception
    assert not app.warning
    for drawn in pictures(app):
        assert not ISO.search(json.dumps(drawn)), ISO.findall(json.dumps(drawn))
    assert not ISO.search(" ".join([lead(app), notes(app), *shown(app)]))
    first, last = WRITTEN[lang]
    assert f"{first}–{last}" in pictures(app)[0]["layout"]["title"]["text"]
    assert spans(app)[0]["labels"] == [first, last]


@pytest.mark.parametrize("lang", WRITTEN)
@pytest.mark.parametrize("page", ["growth", "leipzig_west", "compare"])
def test_two_elections_make_no_line_and_no_change_a_year(page: str, lang: Language) -> None:
    app = visit(page, indicator="turnout_federal", lang=lang)
    assert not app.exception
    assert not any(control.key == "choice measure" for control in app.segmented_control)
    assert TOLD[lang] in [caption.value.replace("\u00a0", " ") for caption in app.caption]
    assert not ISO.search(" ".join([lead(app), notes(app), *shown(app)]))
    assert len(pictures(app)) == (3 if page == "growth" else 2)
    if page == "growth":
        options = app.segmented_control(key="choice picture").options
        assert options[0] in ("Vorher–nachher", "Before and after")
        assert len(options) == 4


def test_the_sentence_of_compared_areas_says_since_which_day() -> None:
    told = lead(visit("compare", indicator="turnout_federal", compare="5,7,14713000", lang="de"))
    assert "Veränderung seit dem 24. September 2017: Stadtbezirk Südwest" in told
    assert "Stadtbezirk Alt-West +2,6 Prozentpunkte" in told


def test_breaks_of_one_reason_are_told_once() -> None:
    app = visit("growth", indicator="offences_per_1000", picture="lines", lang="en")
    told = [caption.value for caption in app.caption if caption.value.startswith("Break")]
    assert [said.partition(":")[0] for said in told] == [
        "Break in 2008",
        "Break in 2013, 2016, 2018, 2019, 2020 and 2021",
        "Break in 2014 and 2015",
    ]


def test_surveys_of_every_second_year_have_lines_but_no_change_a_year() -> None:
    app = visit("growth", indicator="life_satisfaction", picture="lines", lang="en")
    assert not app.warning
    assert not any(control.key == "choice measure" for control in app.segmented_control)


def test_years_keep_their_change_a_year() -> None:
    app = visit("growth", indicator="unemployment_share", lang="en")
    assert app.segmented_control(key="choice measure").options == ["Value", "Change a year"]


def test_the_table_of_compared_areas_has_a_row_a_day() -> None:
    app = visit("compare", indicator="turnout_federal", compare="14713000,51", lang="de")
    rows = " ".join(html.value for html in app.html)
    assert "<td>24.9.2017<td>77,1<td>75,1" in rows
    assert "<td>26.9.2021<td>80,4<td>76,6" in rows
