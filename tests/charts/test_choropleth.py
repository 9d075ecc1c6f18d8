"""Maps of districts: classes by hand, one scale for all years, and no district that vanishes."""

from math import isnan, nan
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from charts.choropleth import Ground, change_breaks, change_classes, district_map, value_classes
from charts.theme import DARK, LIGHT, Captions, Theme
from indicators import catalogue

HOVER = "<b>%{text}</b> %{customdata[0]:+,.1f}<extra></extra>"
STEPS = (1.0, 5.0)
TICKS = ("−5", "−1", "+1", "+5")
GROUND = Ground("/areas?level=ortsteil", "/areas?level=stadtbezirk", (12.2, 12.5), (51.2, 51.4))
CAPTIONS = Captions("Einwohner", "in %", "Quelle: Stadt", ",.")


def districts(**change: float) -> pd.DataFrame:
    """One row a district, named by its code behind a d."""
    rows = [
        (name[1:], name, value, [value, 100.0, 100 + value], "confidential" if isnan(value) else "")
        for name, value in change.items()
    ]
    return pd.DataFrame(rows, columns=["area", "name", "shade", "told", "note"])


def drawn(frame: pd.DataFrame, lit: tuple[str, ...] = (), theme: Theme = LIGHT) -> go.Figure:
    classes = change_classes(STEPS, TICKS, theme)
    return district_map(frame, classes, "kein Wert: 1 Gebiet", HOVER, lit, GROUND, CAPTIONS, theme)


def layer(figure: go.Figure, name: str) -> dict[str, Any]:
    (found,) = (trace for trace in figure.to_dict()["data"] if trace.get("name") == name)
    assert isinstance(found, dict)
    return found


def colour_of(trace: dict[str, Any], area: str) -> str:
    """The colour of an area as plotly works it out: its place on the scale, and the step that it falls in."""
    z = trace["z"][trace["locations"].index(area)]
    place = (z - trace["zmin"]) / (trace["zmax"] - trace["zmin"])
    return str(max((at, n, colour) for n, (at, colour) in enumerate(trace["colorscale"]) if at <= place)[2])


def test_breaks_mirror_each_other() -> None:
    assert change_breaks((1, 5)) == (-5, -1, 1, 5)


@pytest.mark.parametrize(
    ("change", "expected"),
    [(-5.01, 0), (-5, 1), (-1.01, 1), (-1, 2), (0, 2), (0.99, 2), (1, 3), (4.99, 3), (5, 4), (500, 4)],
)
def test_a_break_belongs_to_the_class_above(change: float, expected: int) -> None:
    assert change_classes(STEPS, TICKS, LIGHT).of(pd.Series([change])).tolist() == [expected]


def test_no_change_has_no_class() -> None:
    found = change_classes(STEPS, TICKS, LIGHT).of(pd.Series([nan, 0.0], index=["a", "b"]))
    assert isnan(found["a"])
    assert found["b"] == 2


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("id", catalogue.load())
def test_every_class_has_a_colour_of_its_own(id: str, theme: Theme) -> None:
    steps = catalogue.load()[id].change_steps
    colours = change_classes(steps, (), theme).colours
    assert len(colours) == 2 * len(steps) + 1 == len(change_breaks(steps)) + 1
    assert len({*colours, theme.no_value}) == len(colours) + 1
    assert colours[len(steps)] == theme.steady


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
    assert any("kein Wert: 1 Gebiet" in note["text"] for note in figure.to_dict()["layout"]["annotations"])


def test_nothing_is_explained_where_nothing_is_missing() -> None:
    figure = drawn(districts(d1=1.0, d2=2.0))
    assert not any("kein Wert" in note["text"] for note in figure.to_dict()["layout"]["annotations"])


def test_what_a_tooltip_says() -> None:
    frame = districts(d1=-9.0, d2=2.0)
    frame.loc[1, "note"] = "across a break in 2022"
    values = layer(drawn(frame), "values")
    assert values["hovertemplate"] == HOVER
    assert values["text"] == ["d1", "d2"]
    assert values["customdata"] == [[-9, 100, 91, ""], [2, 100, 102, "<br>across a break in 2022"]]


def test_lit_districts_have_the_strongest_outline() -> None:
    plain, lit = drawn(districts(d1=1.0, d2=2.0)), drawn(districts(d1=1.0, d2=2.0), lit=("2",))
    assert len(lit.data) == len(plain.data) + 1
    outline = lit.to_dict()["data"][-1]
    assert outline["locations"] == ["2"]
    assert outline["marker"]["line"]["width"] > max(
        trace["marker"]["line"]["width"] for trace in plain.to_dict()["data"]
    )


def test_boundaries_are_fetched_by_address() -> None:
    figure = drawn(districts(d1=1.0, d2=nan), lit=("1",))
    assert {trace["geojson"] for trace in figure.to_dict()["data"]} == {GROUND.districts, GROUND.outlines}


@pytest.mark.parametrize("frame", [districts(d1=1.0, d2=nan), districts(d1=nan), districts(d1=0.0)])
def test_plotly_accepts_the_figure(frame: pd.DataFrame) -> None:
    go.Figure(drawn(frame, lit=("1",)).to_dict())


def test_a_value_on_a_bound_belongs_to_the_class_below() -> None:
    classes = value_classes((10.0, 20.0), ("10", "20"), LIGHT)
    assert classes.of(pd.Series([9.0, 10.0, 10.5, 20.0, 21.0])).tolist() == [0, 0, 1, 1, 2]


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("count", range(1, 7))
def test_values_run_from_one_end_of_the_colours_to_the_other(count: int, theme: Theme) -> None:
    classes = value_classes(tuple(range(count)), (), theme)
    assert len(set(classes.colours)) == count + 1
    assert (classes.colours[0], classes.colours[-1]) == (theme.values[0], theme.values[-1])
