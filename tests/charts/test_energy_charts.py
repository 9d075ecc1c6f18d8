"""Charts of hours and assumptions: what is drawn where, and that plotly takes them."""

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from charts.classes import change_classes
from charts.columns import Part, columns
from charts.duration import duration
from charts.theme import LIGHT, Captions
from charts.tornado import tornado
from charts.week import Look, week
from charts.year_heat import year_heat

CAPTIONS = Captions("Szenario: Ort", "MW", "Quelle: Modell", "de")
AREAS = (("genutzt", "#6a3d9a"), ("von außen", "#b3b9bc"), ("eingespeist", "#e69f00"))
LINES = (("gebraucht", "#1d2528"), ("erzeugt", "#e69f00"))


def rows() -> pd.DataFrame:
    """Two days: one MW is needed always; at noon four are made, of which one goes into a battery and two are fed in."""
    noon = np.tile(np.arange(24) == 12, 2).astype(float)
    told = [f"Stunde {hour}" for hour in range(48)]
    return pd.DataFrame(
        {"needed": 1.0, "household": 0.5, "made": 4 * noon, "own": noon, "fed_in": 2 * noon, "told": told}
    )


def test_a_week_has_its_areas_between_what_is_made_and_needed() -> None:
    drawn = week(rows(), ["Mo", "Di"], 4.0, Look(AREAS, LINES, "Haushalte", "Speicher"), CAPTIONS, LIGHT, 1)
    outside, own, stored, fed_in, household, made, needed = drawn["data"]
    assert [outside["y"][at] for at in (11, 12, -12, -13)] == [1, 1, 0, 1]
    assert [own["y"][at] for at in (11, 12, -13)] == [0, 1, 0]
    assert (stored["y"][12], stored["y"][-13], fed_in["y"][12], fed_in["y"][-13]) == (2, 1, 4, 2)
    assert (household["y"][0], made["y"][12], needed["y"][12]) == (0.5, 4, 1)
    assert needed["customdata"][47] == "Stunde 47"
    assert drawn["layout"]["xaxis"]["ticktext"] == ["Mo", "Di"]
    assert drawn["layout"]["yaxis"]["range"][1] > 4
    go.Figure(drawn)


def test_a_key_names_only_what_is_drawn() -> None:
    drawn = week(rows(), ["Mo", "Di"], 4.0, Look(AREAS, LINES), CAPTIONS, LIGHT, 1)
    (key,) = [note["text"] for note in drawn["layout"]["annotations"] if note.get("name") == "key"]
    assert "eingespeist" in key
    assert "Speicher" not in key
    assert len(drawn["data"]) == 5


def test_columns_stand_on_both_sides_of_zero_with_what_is_told() -> None:
    found = pd.DataFrame({"at": ["Jan", "Feb"], "own": [2.0, 3.0], "fed_in": [-1.0, 0.0]})
    told = pd.DataFrame({"own": ["2 MWh", "3 MWh"], "fed_in": ["1 MWh", "0 MWh"]})
    parts = [Part("own", "genutzt", "#6a3d9a"), Part("fed_in", "eingespeist", "#e69f00")]
    drawn = columns(found, parts, told, CAPTIONS, LIGHT)
    assert [trace["y"] for trace in drawn["data"]] == [[2.0, 3.0], [-1.0, 0.0]]
    assert drawn["data"][1]["customdata"] == ["1 MWh", "0 MWh"]
    low, high = drawn["layout"]["yaxis"]["range"]
    assert low < -1 < 3 < high
    go.Figure(drawn)


def test_a_year_has_a_cell_an_hour_in_the_class_of_its_figure() -> None:
    values = np.zeros(8760)
    values[24 * 31 + 5], values[-1] = -3.04, 12.06
    days = pd.date_range("2025-01-01", periods=365).strftime("%Y-%m-%d").tolist()
    classes = change_classes((0.1, 5.0), ["−5", "−0,1", "+0,1", "+5"], 1, LIGHT)
    months = [str(month) for month in range(1, 13)]
    drawn = year_heat(values, classes, days, months, "%{customdata}<extra></extra>", "braun", CAPTIONS, LIGHT)
    (cells,) = drawn["data"]
    assert (len(cells["x"]), len(cells["y"])) == (365, 24)
    assert (cells["z"][5][31], cells["z"][23][364], cells["z"][0][0]) == (1, 4, 2)
    assert (cells["customdata"][5][31], cells["customdata"][23][364]) == (-3.0, 12.1)
    assert drawn["layout"]["xaxis"]["tickvals"][1] == "2025-03-16"
    go.Figure(drawn)


def test_hours_are_in_order_with_both_ends_and_a_point_on_either_side_of_zero() -> None:
    values = np.concatenate([np.full(50, -2.0), np.arange(50.0)])
    above, below, line = duration(values, AREAS[1:], "Stunden", "MW", CAPTIONS, LIGHT, 1)["data"]
    course = dict(zip(line["x"], line["y"], strict=True))
    assert list(course)[-1] == 100
    assert (course[1], course[49], course[50], course[51], course[100]) == (49, 1, 0, -2, -2)
    assert min(above["y"]) == 0
    assert (min(below["y"]), max(below["y"])) == (-2, 0)
    assert line["customdata"][0] == "1. Stunden: 49,0 MW"


def test_a_bar_goes_from_the_lowest_to_the_highest_result() -> None:
    found = pd.DataFrame(
        {
            "name": ["Wärme der Wohnungen", "Ertrag"],
            "told": ["−9 % bis +17 %", "−5 % bis +4 %"],
            "low": [48.0, 49.0],
            "high": [57.0, 55.0],
            "low_label": ["48,0", "49,0"],
            "high_label": ["57,0", "55,0"],
            "hover": ["a", "b"],
        }
    )
    drawn = tornado(found, (51.0, "wie angenommen: 51 MWp"), CAPTIONS, LIGHT)
    (bars,) = drawn["data"]
    assert list(zip(bars["base"], bars["x"], strict=True)) == [(48.0, 9.0), (49.0, 6.0)]
    ends = {note["text"]: (note["x"], note["y"]) for note in drawn["layout"]["annotations"] if note.get("yref") == "y"}
    assert ends == {"48,0": (48.0, 0), "57,0": (57.0, 0), "49,0": (49.0, 1), "55,0": (55.0, 1)}
    low, high = drawn["layout"]["xaxis"]["range"]
    assert low < 48 < 57 < high
    go.Figure(drawn)


@pytest.mark.parametrize("made", [0.0, 5.0])
def test_a_course_on_one_side_of_zero_is_drawn_too(made: float) -> None:
    go.Figure(duration(np.full(30, made), AREAS[1:], "Stunden", "MW", CAPTIONS, LIGHT, 1))
