"""The pages that the product is compared with show the same figures as the product."""

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from benchmarks import dash_page
from benchmarks.pages import refuse_without
from benchmarks.sessions import NotChangedError, _must_say
from data.store import Dataset
from indicators import catalogue
from indicators.figures.values import values

NAIVE = Path(__file__).resolve().parents[2] / "benchmarks" / "naive_page.py"


@pytest.fixture
def published(snapshot: Dataset) -> dict[str, dict[str, float]]:
    """Value by district, by year, as the product shows them; those without are left out."""
    frame = values(snapshot, catalogue.load()["unemployment_share"]).dropna(subset=["value"])
    frame = frame[frame["area"].isin(snapshot.codes("ortsteil"))]
    return {str(year): dict(zip(rows["area"], rows["value"], strict=True)) for year, rows in frame.groupby("period")}


@pytest.mark.parametrize("year", [2005, 2022])
def test_the_map_in_dash_has_the_products_values(published: dict[str, dict[str, float]], year: int) -> None:
    absent, there, *outlines = dash_page.district_map(year, ["51"]).data
    assert dict(zip(there.locations, there.z, strict=True)) == published[str(year)]
    assert len(absent.locations) + len(there.locations) == 63
    assert there.geojson == "/boundaries/areas-ortsteil.geojson"
    assert [list(layer.locations) for layer in outlines[1:]] == [["51"]]


def test_the_scale_in_dash_is_the_same_in_all_years() -> None:
    scales = [(layer.zmin, layer.zmax) for year in (2005, 2022) for layer in dash_page.district_map(year, []).data[1:2]]
    assert scales[0] == scales[1]


def test_dash_sets_a_chosen_district_off_and_draws_its_line() -> None:
    bars = dash_page.ranking(2015, ["51"]).data[0]
    lit = [name for name, colour in zip(bars.y, bars.marker.color, strict=True) if colour == "#01665e"]
    assert lit == ["Plagwitz"]
    assert [line.name for line in dash_page.lines(["51"]).data] == ["Plagwitz", "Leipzig"]
    assert len(dash_page.lines([]).data) == 11


def test_dash_restores_what_the_address_asks_for() -> None:
    assert dash_page.restore("?year=2010&areas=51&areas=50") == (2010, ["51", "50"])
    assert dash_page.restore("") == (2022, [])


def test_dash_serves_the_boundaries_and_compresses_answers() -> None:
    client = dash_page.server.test_client()
    with client.get("/boundaries/areas-ortsteil.geojson") as answer:
        assert len(answer.get_json(force=True)["features"]) == 63
    assert client.get("/_dash-layout", headers={"Accept-Encoding": "br"}).headers["Content-Encoding"] == "br"


def figures(page: AppTest) -> list[dict[str, Any]]:
    """Map, ranking and lines of the naive page."""
    return [json.loads(chart.proto.spec) for chart in page.get("plotly_chart")]


def test_the_naive_page_has_the_products_values(published: dict[str, dict[str, float]]) -> None:
    page = AppTest.from_file(str(NAIVE), default_timeout=60)
    page.query_params["year"] = "2015"
    page.run()
    assert not page.exception
    district_map, ranking, lines = figures(page)
    assert "2015" in district_map["layout"]["title"]["text"]
    assert len(district_map["data"][0]["geojson"]["features"]) == 63
    assert set(district_map["data"][0]["locations"]) == set(published["2015"])
    assert len(lines["data"]) == 11
    page.slider[0].set_value(2010).run()
    assert [figure["layout"]["title"]["text"] for figure in figures(page)[:2]] == [
        "Unemployment share 2010",
        "Ranking by unemployment share 2010",
    ]
    page.multiselect[0].set_value(["Plagwitz"]).run()
    assert sorted(line["name"] for line in figures(page)[2]["data"]) == ["Leipzig", "Plagwitz"]
    assert len(ranking["data"]) + 1 == len(figures(page)[1]["data"])


def test_the_figure_of_one_district_by_hand(published: dict[str, dict[str, float]]) -> None:
    rows = pd.DataFrame(dash_page.by_year[2015])
    assert rows.loc[rows["name"] == "Volkmarsdorf", "value"].item() == published["2015"]["21"]


def test_an_answer_about_another_year_is_no_measurement() -> None:
    with pytest.raises(NotChangedError, match=r"\?year=2010 does not speak of 2010"):
        _must_say(("/?year=2010", "2010"), 1)


def test_a_missing_package_is_said_in_one_sentence() -> None:
    with pytest.raises(SystemExit, match=r"needs no_such_package; pip install .*requirements-dev\.txt"):
        refuse_without(["json", "no_such_package"])
