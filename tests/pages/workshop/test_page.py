"""The page of the set: what was collected comes back from its address, is ordered, renamed and removed."""

import re
from html import unescape
from io import BytesIO

import pytest
from pptx import Presentation
from streamlit.testing.v1 import AppTest

from data import store
from locales import Language
from pictures.workshop.entry import Entry, WorkshopSet
from pictures.workshop.writing import as_parameter, from_parameter
from tests.support.visit import drawings, fetched, go_to, visit

pytestmark = pytest.mark.usefixtures("empty_store")
LEVELS = ("ortsteil", "city")
LINES = Entry("lines", ("population",), levels=LEVELS, start="2012", end="2024")
VALUES = Entry("value map", ("mean_age",), levels=LEVELS, start="2020", end="2020", period="2020")
GONE = Entry("lines", ("gold",), levels=LEVELS)


def opened(*entries: Entry, lang: Language = "en", version: str = "") -> AppTest:
    app = visit("workshop", lang=lang, set=as_parameter(WorkshopSet(entries, version)))
    assert not app.exception
    return app


def kept(app: AppTest) -> tuple[Entry, ...]:
    """The set that the page's address says."""
    return from_parameter("en", "".join(app.query_params["set"]))[0].entries


def test_an_address_opens_its_pictures_in_order_and_two_of_a_kind_beside_each_other() -> None:
    app = opened(VALUES, LINES, VALUES)
    names = [drawn["name"] for drawn in drawings(app)]
    assert names == ["leipzig_mean_age_map_2020", "leipzig_population_lines_2012-2024", "leipzig_mean_age_map_2020"]
    assert app.button(key="to the set").label == "Set (3)"
    assert not app.warning


def test_what_is_gone_is_named_and_the_rest_is_shown() -> None:
    app = opened(GONE, LINES)
    assert [info.value for info in app.info] == ["There is no indicator “gold” any more."]
    assert len(drawings(app)) == 1


def test_the_set_leads_to_presenting_and_to_its_file() -> None:
    app = opened(LINES)
    (shown,) = (html.value for html in app.html if 'class="show"' in html.value)
    live, file, *_ = re.findall(r'href="(.*?)"', unescape(shown))
    said = as_parameter(WorkshopSet((LINES,)))
    assert live == f"present?set={said}&lang=en#1"
    assert fetched(file).startswith(b"<!doctype html>")


def test_an_address_that_is_cut_says_so() -> None:
    app = visit("workshop", lang="de", set=as_parameter(WorkshopSet((LINES,)))[:-5])
    assert app.warning[0].value.startswith("Die Adresse dieser Mappe ist nicht vollständig")


def test_pictures_change_places_are_removed_and_come_back() -> None:
    app = opened(LINES, VALUES)
    assert app.button(key="up 0").disabled
    app.button(key="up 1").click().run()
    assert kept(app) == (VALUES, LINES)
    app.button(key="remove 0").click().run()
    assert kept(app) == (LINES,)
    app.button(key="undo").click().run()
    assert kept(app) == (VALUES, LINES)


def test_a_sentence_of_ones_own_is_shown_and_handed_on() -> None:
    app = opened(LINES)
    app.text_area[0].set_value("We grew.").run()
    assert kept(app)[0].remark == "We grew."
    assert drawings(app)[0]["alt"] == "We grew."
    app.checkbox[0].check().run()
    assert drawings(app)[0]["alt"].endswith(" We grew.")
    assert drawings(app)[0]["alt"] != "We grew."


def test_the_set_stays_while_other_pages_are_read() -> None:
    app = go_to(go_to(opened(LINES), "methods", lang="en"), "workshop")
    assert kept(app) == (LINES,)


def test_a_set_of_other_figures_says_so() -> None:
    app = opened(LINES, version="2020-01-01-00000000")
    (told,) = (info.value for info in app.info)
    assert "made with data version 2020-01-01-00000000" in told
    assert store.current().version in told


def test_without_pictures_the_page_says_how_to_add_some() -> None:
    app = visit("workshop", lang="en")
    assert "Add to set" in app.info[0].value


def test_every_picture_of_a_page_can_be_added() -> None:
    assert all(drawn["menu"]["add"] == "Add to set" for drawn in drawings(visit("growth", lang="en")))


def test_a_picture_of_a_page_is_to_be_had_as_a_slide_of_that_very_state() -> None:
    app = visit("growth", lang="en", indicator="unemployment_share", **{"from": "2012", "to": "2019"})
    offered = [drawn["slide"] for drawn in drawings(app) if drawn["menu"]["slide"]]
    assert len(offered) == len(drawings(app))
    (slide,) = Presentation(BytesIO(fetched(offered[0]))).slides
    assert "From 2012 to 2019" in slide.shapes.title.text_frame.text


def test_a_set_is_to_be_had_as_slides() -> None:
    told = " ".join(one.value for one in opened(LINES, lang="en").html)
    assert "Download slides (PowerPoint)" in told
    assert "api/v1/slides.pptx?set=1." in told
