"""Maps of districts: classes by hand, one scale for all years, and no district that vanishes."""

from dataclasses import replace
from math import isnan, nan
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from charts.choropleth import COUNT, Legend, district_map, map_pair
from charts.classes import change_classes, continuous_classes
from charts.ground import Ground
from charts.theme import DARK, LIGHT, Captions, Figure, Theme

HOVER = "<b>%{text}</b> %{customdata[0]:+,.1f}<extra></extra>"
STEPS = (1.0, 5.0)
TICKS = ("−5", "−1", "+1", "+5")
GROUND = Ground("/areas?level=ortsteil", "/areas?level=stadtbezirk", (12.2, 12.5), (51.2, 51.4))
LEGEND = Legend("Anzahl der Ortsteile", "Klassen nach 2024", "kein Wert: 1 Gebiet")
CAPTIONS = Captions("Einwohner", "in %", "Quelle: Stadt", "de")


def districts(**change: float) -> pd.DataFrame:
    """One row a district, named by its code behind a d."""
    rows = [
        (name[1:], name, value, [value, 100.0, 100 + value], "confidential" if isnan(value) else "")
        for name, value in change.items()
    ]
    return pd.DataFrame(rows, columns=["area", "name", "shade", "told", "note"])


def drawn(frame: pd.DataFrame, lit: tuple[str, ...] = (), theme: Theme = LIGHT) -> Figure:
    classes = change_classes(STEPS, TICKS, 2, theme)
    return district_map(frame, classes, LEGEND, HOVER, lit, GROUND, CAPTIONS, theme)


def layer(figure: Figure, name: str) -> dict[str, Any]:
    (found,) = (trace for trace in figure["data"] if trace.get("name") == name)
    assert isinstance(found, dict)
    return found


def colour_of(trace: dict[str, Any], area: str) -> str:
    """The colour of an area as plotly works it out: its place on the scale, and the step that it falls in."""
    z = trace["z"][trace["locations"].index(area)]
    place = (z - trace["zmin"]) / (trace["zmax"] - trace["zmin"])
    return str(max((at, n, colour) for n, (at, colour) in enumerate(trace["colorscale"]) if at <= place)[2])


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_districts_have_the_colours_of_their_classes(theme: Theme) -> None:
    values = layer(drawn(districts(d1=-9.0, d2=-3.0, d3=0.0, d4=1.0, d5=7.0), theme=theme), "values")
    found = [colour_of(values, area) for area in "12345"]
    assert found == [theme.falling[1], theme.falling[0], theme.steady, theme.rising[0], theme.rising[1]]


def test_the_scale_is_the_same_for_all_years() -> None:
    """Also where one span has only falls and another only rises."""
    fell = layer(drawn(districts(d1=-9.0, d2=-3.0)), "values")
    rose = layer(drawn(districts(d1=3.0, d2=nan)), "values")
    for part in ("colorscale", "zmin", "zmax", "colorbar"):
        assert fell[part] == rose[part]
    assert fell["z"] != rose["z"]


def test_labels_stand_at_the_borders_of_the_classes() -> None:
    values = layer(drawn(districts(d1=0.0)), "values")
    assert values["colorbar"]["ticktext"] == list(TICKS)
    width = (values["zmax"] - values["zmin"]) / 5
    borders = [values["zmin"] + width * n for n in range(1, 5)]
    assert values["colorbar"]["tickvals"] == pytest.approx(borders)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_districts_without_a_change_are_drawn_and_explained(theme: Theme) -> None:
    figure = drawn(districts(d1=nan, d2=2.0, d3=nan), theme=theme)
    empty = layer(figure, "no value")
    assert empty["locations"] == ["1", "3"]
    assert {colour for _, colour in empty["colorscale"]} == {theme.no_value}
    assert empty["text"] == ["d1", "d3"]
    assert empty["customdata"] == ["confidential"] * 2
    assert "%{customdata}" in empty["hovertemplate"]
    assert layer(figure, "values")["locations"] == ["2"]
    assert any("kein Wert: 1 Gebiet" in note["text"] for note in figure["layout"]["annotations"])


def test_nothing_is_explained_where_nothing_is_missing() -> None:
    classes = change_classes(STEPS, TICKS, 2, LIGHT)
    legend = Legend("Anzahl der Ortsteile", "", "")
    figure = district_map(districts(d1=1.0), classes, legend, HOVER, (), GROUND, CAPTIONS, LIGHT)
    assert not any("■" in note["text"] for note in figure["layout"]["annotations"])


def test_what_a_tooltip_says() -> None:
    frame = districts(d1=-9.0, d2=2.0)
    frame.loc[1, "note"] = "across a break in 2022"
    values = layer(drawn(frame), "values")
    assert values["hovertemplate"] == HOVER
    assert values["text"] == ["d1", "d2"]
    assert values["customdata"] == [[-9, 100, 91, ""], [2, 100, 102, "<br>across a break in 2022"]]


def test_lit_districts_have_the_strongest_outline() -> None:
    plain, lit = drawn(districts(d1=1.0, d2=2.0)), drawn(districts(d1=1.0, d2=2.0), lit=("2",))
    assert len(lit["data"]) == len(plain["data"]) + 1
    outline = lit["data"][-2]
    assert outline["locations"] == ["2"]
    assert outline["marker"]["line"]["width"] > max(
        trace["marker"]["line"]["width"] for trace in plain["data"] if trace["type"] == "choropleth"
    )


def test_boundaries_are_fetched_by_address() -> None:
    figure = drawn(districts(d1=1.0, d2=nan), lit=("1",))
    assert {trace["geojson"] for trace in figure["data"] if trace["type"] == "choropleth"} == {
        GROUND.districts,
        GROUND.outlines,
    }


@pytest.mark.parametrize("frame", [districts(d1=1.0, d2=nan), districts(d1=nan), districts(d1=0.0)])
def test_plotly_accepts_the_figure(frame: pd.DataFrame) -> None:
    go.Figure(drawn(frame, lit=("1",)))


def texts(figure: Figure) -> list[str]:
    return [note["text"] for note in figure["layout"]["annotations"]]


def counts(figure: Figure) -> list[str]:
    """What stands above the colours of the scale, from the lowest class on."""
    notes = figure["layout"]["annotations"]
    return [note["text"] for note in notes if note.get("name", "").startswith(COUNT)]


def test_the_scale_says_how_many_districts_each_class_holds() -> None:
    figure = drawn(districts(d1=-9.0, d2=-3.0, d3=0.0, d4=0.5, d5=7.0, d6=nan))
    assert counts(figure) == ["1", "1", "2", "", "1"]
    assert "Anzahl der Ortsteile<br>" in "".join(texts(figure))


def test_a_continuous_scale_counts_nothing() -> None:
    classes = continuous_classes((1.0, 2.0, 3.0), {1: "2"}, 2, LIGHT)
    figure = district_map(districts(d1=1.5, d2=2.5), classes, LEGEND, HOVER, (), GROUND, CAPTIONS, LIGHT)
    assert counts(figure) == []
    assert "Anzahl" not in "".join(texts(figure))
    assert layer(figure, "values")["colorbar"]["ticktext"] == ["2"]


def test_two_maps_beside_each_other_share_one_scale() -> None:
    before, after = districts(d1=-9.0, d2=nan), districts(d1=7.0, d2=0.0)
    classes = change_classes(STEPS, TICKS, 2, LIGHT)
    figure = map_pair((before, after), ("2012", "2024"), classes, LEGEND, HOVER, ("1",), GROUND, CAPTIONS, LIGHT)
    go.Figure(figure)
    left, right = (trace for trace in figure["data"] if trace.get("name") == "values")
    assert (left["geo"], right["geo"]) == ("geo", "geo2")
    for part in ("colorscale", "zmin", "zmax"):
        assert left[part] == right[part]
    assert [trace.get("showscale", True) for trace in figure["data"]].count(True) == 1
    assert (colour_of(left, "1"), colour_of(right, "1")) == (LIGHT.falling[1], LIGHT.rising[1])
    assert {"<b>2012</b>", "<b>2024</b>"} <= set(texts(figure))


def test_names_stand_only_where_they_fit_and_touch_no_other() -> None:
    ground = replace(
        GROUND,
        names=(
            ("1", "Wide", 12.30, 51.30, 0.1),
            ("2", "Narrow", 12.40, 51.35, 0.001),
            ("3", "Touching", 12.301, 51.3001, 0.09),
        ),
    )
    frame = districts(d1=1.0, d2=2.0, d3=3.0)
    classes = change_classes(STEPS, TICKS, 2, LIGHT)
    figure = district_map(frame, classes, LEGEND, HOVER, (), ground, CAPTIONS, LIGHT)
    assert figure["data"][-1]["text"] == ["Wide"]


@pytest.mark.parametrize("lines", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("care", ["", "‡ doubtful: 3 areas", "‡ doubtful: 3 areas · modelled, not measured"])
def test_what_is_said_below_the_scale_stands_above_the_source(lines: int, care: str) -> None:
    """Both grow upwards from below; the scale with its numbers takes 50 pixels below the drawing."""
    captions = replace(CAPTIONS, source=" · ".join(["Quelle: Stadt"] * lines))
    classes = change_classes(STEPS, TICKS, 2, LIGHT)
    found = district_map(
        districts(d01=1.0, d02=nan), classes, replace(LEGEND, care=care), HOVER, (), GROUND, captions, LIGHT
    )
    source, note, *_ = found["layout"]["annotations"]
    heights = [15 * (1 + each["text"].count("<br>")) for each in (source, note)]
    assert source["yshift"] + heights[0] <= note["yshift"] + 1
    assert note["yshift"] + heights[1] <= -50
    assert found["layout"]["margin"]["b"] == -source["yshift"]
    assert all(word in note["text"] for word in care.split(" · "))
