"""Every kind of picture can be drawn by its name, without a page; or says why there is none."""

from dataclasses import replace

import orjson
import plotly.graph_objects as go
import pytest

from charts.theme import DARK
from data.areas import CITY
from indicators import catalogue
from indicators.selection import Selection
from locales import Language
from pictures import places
from pictures.picture import Picture
from pictures.registry import KINDS, draw
from tests.support.asking import request_of


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_drawn_by_its_name(kind: str, lang: Language) -> None:
    drawn = draw(kind, request_of(kind, lang))
    assert isinstance(drawn, Picture)
    assert drawn.sentence
    assert drawn.file.startswith("leipzig")
    assert len(drawn.table)
    go.Figure(orjson.loads(orjson.dumps(drawn.figure, option=orjson.OPT_SERIALIZE_NUMPY)))
    title = drawn.figure["layout"]["title"]["text"]
    assert title.startswith("<b>")


@pytest.mark.parametrize("kind", ["change map", "lines", "slope", "ranking", "cities"])
def test_a_picture_has_the_colours_of_its_theme(kind: str) -> None:
    drawn = draw(kind, replace(request_of(kind), theme=DARK))
    assert isinstance(drawn, Picture)
    assert drawn.figure["layout"]["paper_bgcolor"] == DARK.background


@pytest.mark.parametrize("kind", ["change map", "value map", "pair map", "city map", "change ranking", "ranking"])
def test_a_sentence_of_the_page_stands_in_the_place_of_the_pictures_own(kind: str) -> None:
    own, given = draw(kind, request_of(kind)), draw(kind, request_of(kind, sentence="Something else."))
    assert isinstance(own, Picture)
    assert isinstance(given, Picture)
    assert own.sentence != given.sentence == "Something else."


@pytest.mark.parametrize("kind", ["lines", "change ranking", "moved", "relation"])
def test_where_there_is_nothing_to_draw_the_reason_is_said(kind: str) -> None:
    asked = request_of(kind)
    nothing = catalogue.load()["gdp"]
    empty = replace(asked.selection, indicators=(nothing, nothing), start="1800", end="1801")
    drawn = draw(kind, replace(asked, selection=empty, lit=("51",)))
    assert isinstance(drawn, str) or kind == "lines"


def test_areas_in_a_list_are_drawn_beside_each_other_the_first_strongest() -> None:
    listed = Selection((catalogue.load()["population"],), ("51", "5", "leipzig-west", CITY), start="2012", end="2024")
    request = replace(request_of("slope"), selection=listed, lit=("51", "5", "leipzig-west", CITY))
    assert list(request.areas.values()) == ["Plagwitz", "Stadtbezirk Südwest", "Leipzig West", "Leipzig"]
    assert request.strongest == ("51",)
    lines = places.lines(request)
    assert [line.area for line in lines][-1] == "51"
    assert lines[-1].width > lines[0].width
    drawn = draw("ranking", request)
    assert isinstance(drawn, Picture)
    assert CITY not in set(drawn.table["area"])
    assert "ohne die Stadt" in drawn.figure["layout"]["title"]["text"]
    slopes = draw("slope", request)
    assert isinstance(slopes, Picture)
    assert set(slopes.table["name"]) == {"Plagwitz", "Stadtbezirk Südwest", "Leipzig West"}, "as everywhere else"


def test_the_address_of_boundaries_is_that_of_therequest_of() -> None:
    drawn = draw("value map", request_of("value map"))
    assert isinstance(drawn, Picture)
    assert {trace["geojson"] for trace in drawn.figure["data"] if "geojson" in trace} == {
        "/areas?level=ortsteil",
        "/areas?level=stadtbezirk",
    }
