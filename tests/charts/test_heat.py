"""A table of colours: districts and periods in their order, and missing cells visibly apart."""

from math import nan
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from charts.heat import heat
from charts.theme import LIGHT, Captions, Figure

CAPTIONS = Captions("Arbeitslosenanteil", "in %", "Quelle: Stadt", "de")
COLOURS = LIGHT.rising[:3]
PERIODS = ("2020", "2021", "2022")
Cell = tuple[str, str, float, float]


def rows(*cells: Cell) -> pd.DataFrame:
    """Cells of area, period, value and class; every area is called Ort."""
    frame = pd.DataFrame(cells, columns=["area", "period", "value", "class"])
    return frame.assign(name="Ort")


TABLE = rows(("2", "2020", 1.26, 0), ("2", "2022", 9, 2), ("1", "2021", 4, 1), ("1", "2020", nan, nan))


def drawn(frame: pd.DataFrame = TABLE, **more: Any) -> Figure:
    found: Figure = heat(frame, PERIODS, COLOURS, ("2 %", "5 %"), CAPTIONS, LIGHT, 1, **more)
    return found


def test_rows_stand_as_given_and_columns_in_order_of_time() -> None:
    figure = drawn()
    _, values = figure["data"]
    assert values["y"] == ["2", "1"]
    assert figure["layout"]["yaxis"]["autorange"] == "reversed"
    assert values["x"] == ["2020", "2021", "2022"]
    assert values["z"] == [[0, None, 2], [None, 1, None]]


def test_names_may_stand_twice() -> None:
    axis = drawn()["layout"]["yaxis"]
    assert (axis["tickvals"], axis["ticktext"]) == (["2", "1"], ["Ort", "Ort"])


def test_missing_cells_are_drawn_in_a_colour_of_their_own() -> None:
    missing, values = drawn()["data"]
    assert missing["z"] == [[None, 0, None], [0, None, 0]]
    assert {colour for _, colour in missing["colorscale"]} == {LIGHT.no_value}
    assert LIGHT.no_value not in {colour for _, colour in values["colorscale"]}
    assert missing["texttemplate"] == "–"


def test_each_class_has_its_colour_and_each_limit_its_label() -> None:
    _, values = drawn()["data"]
    assert (values["zmin"], values["zmax"]) == (-0.5, 2.5)
    for index, colour in enumerate(COLOURS):
        place = (index - values["zmin"]) / (values["zmax"] - values["zmin"])
        below = [found for at, found in values["colorscale"] if at < place]
        above = [found for at, found in values["colorscale"] if at > place]
        assert below[-1] == above[0] == colour
    key = values["colorbar"]
    assert list(zip(key["tickvals"], key["ticktext"], strict=True)) == [(0.5, "2 %"), (1.5, "5 %")]


def test_tooltips_have_values_as_they_are_shown() -> None:
    _, values = drawn()["data"]
    assert values["customdata"] == [["1,3", "", "9,0"], ["–", "4,0", ""]]


def test_lit_districts_are_set_off() -> None:
    assert drawn(lit=("1",))["layout"]["yaxis"]["ticktext"] == ["Ort", "<b>Ort</b>"]


def test_each_row_has_the_same_height() -> None:
    heights = [
        drawn(rows(*[(str(n), "2020", 1.0, 0) for n in range(count)]))["layout"]["height"] for count in (1, 2, 63)
    ]
    assert heights[2] - heights[1] == 61 * (heights[1] - heights[0])


@pytest.mark.parametrize("frame", [TABLE, rows(("1", "2020", nan, nan)), rows(("1", "2020", 1, 0))])
def test_plotly_accepts_the_figure(frame: pd.DataFrame) -> None:
    go.Figure(drawn(frame, lit=("1",)))


def test_cells_that_need_care_have_a_sign_and_say_why() -> None:
    frame = TABLE.assign(mark=["‡", "", "†", ""], note=["doubtful figure", "", "a break", ""])
    _, values = drawn(frame)["data"]
    assert values["text"] == [["‡", "", ""], ["", "†", ""]]
    assert values["customdata"] == [["1,3<br>doubtful figure", "", "9,0"], ["–", "4,0<br>a break", ""]]
    assert "%{customdata}" in values["hovertemplate"]
    assert "text" not in drawn()["data"][1]
