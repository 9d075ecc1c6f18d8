"""Slides over HTTP: of one indicator, or of a workshop set."""

from io import BytesIO

import pytest
from pptx import Presentation
from starlette.testclient import TestClient

from data.store import Dataset
from indicators import catalogue
from indicators.figures.values import grid
from pictures.workshop.entry import Entry, WorkshopSet
from pictures.workshop.writing import as_parameter


def test_an_indicator_gives_map_lines_and_ranking(client: TestClient) -> None:
    answer = client.get("/api/v1/slides.pptx?indicator=population&area=51&from=2012&to=2024&lang=en")
    assert answer.status_code == 200
    mapped, lines, ranking = Presentation(BytesIO(answer.content)).slides
    freeforms = [one for shape in mapped.shapes if shape.shape_type == 6 for one in shape.shapes]
    assert len([one for one in freeforms if one.shape_type == 5]) >= 63
    assert any(shape.has_chart for shape in lines.shapes)
    assert any(shape.has_chart for shape in ranking.shapes)
    assert "17,209" in lines.shapes.title.text_frame.text


def test_a_set_gives_its_pictures(client: TestClient, snapshot: Dataset) -> None:
    of = ("population",)
    entries = (Entry("slope", of, None, ("ortsteil", "city"), start="2012", end="2024", remark="We grow."),)
    said = as_parameter(WorkshopSet(entries, snapshot.version))
    answer = client.get("/api/v1/slides.pptx", params={"set": said, "lang": "en"})
    (slide,) = Presentation(BytesIO(answer.content)).slides
    assert slide.shapes.title.text_frame.text == "We grow."


def test_areas_compared_have_a_slope_without_any_others(client: TestClient, snapshot: Dataset) -> None:
    areas = ("51", "52")
    compared = Entry("slope", ("population",), areas=areas, lit=areas, start="2012", end="2018")
    answer = client.get("/api/v1/slides.pptx", params={"set": as_parameter(WorkshopSet((compared,))), "lang": "en"})
    (slide,) = Presentation(BytesIO(answer.content)).slides
    (chart,) = (shape.chart for shape in slide.shapes if shape.has_chart)
    plagwitz = grid(snapshot, catalogue.load()["population"]).history("51")
    assert [plagwitz.at(year)[0] for year in ("2012", "2018")] in [
        list(series.values) for series in chart.plots[0].series
    ]


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("", "indicator"),
        ("indicator=population,mean_age", "indicator"),
        ("set=1.nothing", "set"),
        ("set=1.x&area=51", "area"),
        ("indicator=population&from=1900&to=1901", "from"),
    ],
)
def test_what_is_wrong_is_said(client: TestClient, asked: str, named: str) -> None:
    answer = client.get(f"/api/v1/slides.pptx?{asked}")
    assert (answer.status_code, named in answer.json()["detail"]) == (400, True)
