"""Small multiples: the same years, each its own scale, names once, and a reason where there are no figures."""

from itertools import combinations, pairwise
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.context_marks import Mark
from charts.labels import LINE, longest
from charts.multiples import Panel, multiples
from charts.theme import LIGHT, Captions, Figure
from charts.timeline import Line
from indicators.figures.grid import VALUES

CAPTIONS = Captions("Überblick", "je Kennzahl eine Skala", "Quelle: Stadt", "de")
LINES = [Line("a", "Plagwitz", LIGHT.lines[0]), Line("b", "Leipzig", LIGHT.text, 3)]
MARKS = [Mark("Finanzkrise", "2008", "2009"), Mark("Pandemie", "2020", "2022")]


def values(first: int = 2015, **series: tuple[float | None, ...]) -> pd.DataFrame:
    rows = [
        (area, str(first + n), value, "M" if value is None else "A")
        for area, given in series.items()
        for n, value in enumerate(given)
    ]
    return pd.DataFrame(rows, columns=VALUES).astype({"value": "float64"})


def panel(title: str, frame: pd.DataFrame) -> Panel:
    return Panel(title, "%", 1, frame, LINES, f"Keine Angaben: {title}")


def drawn(*frames: pd.DataFrame, columns: int = 2, marks: list[Mark] | None = None) -> Figure:
    panels = [panel(f"Kennzahl {n}", frame) for n, frame in enumerate(frames)]
    found: Figure = multiples(panels, CAPTIONS, LIGHT, columns, marks or [])
    return found


def notes(figure: dict[str, Any]) -> list[str]:
    return [note["text"] for note in figure["layout"]["annotations"]]


def names(figure: dict[str, Any]) -> list[dict[str, Any]]:
    return [note for note in figure["layout"]["annotations"] if note.get("xref") == "x domain" and note["x"] == 1]


SOME = values(a=(1, 2, 3), b=(4, 5, 6))
NONE = values(a=(None, None), b=(None, None))


def test_each_panel_has_its_lines_on_its_own_axes() -> None:
    figure = drawn(SOME, values(a=(100, 200)))
    assert [(line["name"], line.get("yaxis", "y"), line["y"]) for line in figure["data"]] == [
        ("Plagwitz", "y", [1, 2, 3]),
        ("Leipzig", "y", [4, 5, 6]),
        ("Plagwitz", "y2", [100, 200]),
    ]
    (low, high), (other_low, other_high) = (figure["layout"][axis]["range"] for axis in ("yaxis", "yaxis2"))
    assert low < 1 < 6 < high < other_low < 100 < 200 < other_high


def test_areas_that_no_line_is_for_do_not_stretch_a_scale() -> None:
    figure = drawn(values(a=(1, 2), b=(3, 4), other=(999, 999)))
    assert figure["layout"]["yaxis"]["range"][1] < 10
    assert len(figure["data"]) == 2


def test_all_panels_show_the_same_years() -> None:
    figure = drawn(values(2000, a=(1, 2)), values(2020, a=(1, 2)), NONE)
    assert [figure["layout"][axis]["range"] for axis in ("xaxis", "xaxis2", "xaxis3")] == [[1999.5, 2021.5]] * 3


def test_a_missing_value_leaves_a_gap() -> None:
    (line,) = drawn(values(a=(1, None, 3)))["data"]
    assert line["y"] == [1, None, 3]


def test_a_break_leaves_a_gap() -> None:
    frame = values(a=(1, 2, 3))
    frame.loc[frame["period"] == "2016", "status"] = "B"
    (line,) = drawn(frame)["data"]
    assert line["y"] == [1, None, 2, 3]


def test_a_panel_without_figures_says_so() -> None:
    figure = drawn(SOME, NONE, values(a=()))
    assert "Keine Angaben: Kennzahl 0" not in notes(figure)
    assert "Keine Angaben: Kennzahl 1" in notes(figure)
    assert "Keine Angaben: Kennzahl 2" in notes(figure)
    assert [figure["layout"][axis].get("visible", True) for axis in ("yaxis", "yaxis2", "yaxis3")] == [
        True,
        False,
        False,
    ]


def test_every_panel_has_its_title_with_its_unit() -> None:
    found = notes(drawn(SOME, NONE))
    for title in ("Kennzahl 0", "Kennzahl 1"):
        (words,) = (text for text in found if text.startswith(f"<b>{title}</b>"))
        assert "%" in words


def test_lines_are_named_once_and_in_their_colours() -> None:
    figure = drawn(SOME, SOME, SOME)
    assert [(note["text"], note["font"]["color"], note["y"]) for note in names(figure)] == [
        ("Plagwitz", LIGHT.lines[0], 3),
        ("Leipzig", LIGHT.text, 6),
    ]


def test_a_line_that_the_first_panel_lacks_is_named_there_all_the_same() -> None:
    assert [note["text"] for note in names(drawn(values(a=(1, 2)), SOME))] == ["Plagwitz", "Leipzig –"]
    assert [note["text"] for note in names(drawn(NONE, SOME))] == ["Plagwitz –", "Leipzig –"]


@given(st.lists(st.integers(-999, 999), min_size=1, max_size=9))
def test_names_never_cover_each_other(ends: list[int]) -> None:
    rows = [(f"area{n}", "2020", float(end), "A") for n, end in enumerate(ends)]
    frame = pd.DataFrame(rows, columns=VALUES)
    lines = [Line(f"area{n}", f"Ort {n}", LIGHT.text) for n in range(len(ends))]
    figure = multiples([Panel("Alles", "%", 0, frame, lines)], CAPTIONS, LIGHT, 1, MARKS)
    (low, high), (bottom, top) = (figure["layout"]["yaxis"][key] for key in ("range", "domain"))
    margin = figure["layout"]["margin"]
    drawing = (figure["layout"]["height"] - margin["t"] - margin["b"]) * (top - bottom)
    places = sorted((note["y"] - low) / (high - low) * drawing for note in names(figure))
    assert all(upper - lower >= LINE - 0.1 for lower, upper in pairwise(places))
    assert places[0] >= -1
    assert places[-1] <= drawing + 1


def test_marks_are_on_every_panel_with_figures_and_named_once() -> None:
    figure = drawn(values(2005, a=(1,) * 20), values(2005, a=(1,) * 20), NONE, marks=MARKS)
    shapes = [(shape["xref"], shape["x0"], shape["x1"]) for shape in figure["layout"]["shapes"]]
    assert shapes == [(axis, *span) for axis in ("x", "x2") for span in ((2007.5, 2009.5), (2019.5, 2022.5))]
    assert [notes(figure).count(mark.name) for mark in MARKS] == [1, 1]


def test_marks_stay_inside_the_years_and_those_outside_are_left_out() -> None:
    figure = drawn(values(2021, a=(1, 2, 3)), marks=MARKS)
    (shape,) = figure["layout"]["shapes"]
    assert (shape["x0"], shape["x1"]) == (2020.5, 2022.5)
    assert "Finanzkrise" not in notes(figure)


def test_marks_cover_no_value() -> None:
    layout = drawn(values(2005, a=(7,) * 10, b=(9,) * 10), marks=MARKS)["layout"]
    low, high = layout["yaxis"]["range"]
    assert layout["shapes"][0]["y1"] < (7 - low) / (high - low)


@given(st.lists(st.tuples(st.integers(2000, 2024), st.integers(0, 5)), min_size=1, max_size=6))
def test_names_of_marks_never_cover_each_other(spans: list[tuple[int, int]]) -> None:
    marks = [Mark(f"Ereignis {n}", str(first), str(first + years)) for n, (first, years) in enumerate(spans)]
    figure = drawn(values(2000, a=(1,) * 25), marks=marks)
    (left, right), (bottom, top) = (figure["layout"][axis]["domain"] for axis in ("xaxis", "yaxis"))
    margin = figure["layout"]["margin"]
    width = (960 - margin["r"]) * (right - left)
    height = (figure["layout"]["height"] - margin["t"] - margin["b"]) * (top - bottom)
    found = [note for note in figure["layout"]["annotations"] if note["text"].startswith("Ereignis")]
    assert len(found) == len(marks)
    boxes = [(note["x"] * width, note["x"] * width + longest([note["text"]]), note["y"] * height) for note in found]
    for (start, end, y), (other_start, other_end, other_y) in combinations(boxes, 2):
        assert end <= other_start + 0.1 or other_end <= start + 0.1 or abs(y - other_y) >= 12
    assert all(start >= 0 and end <= width + 0.1 for start, end, _ in boxes)


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_panels_never_cover_each_other(columns: int) -> None:
    layout = drawn(*[SOME] * 7, columns=columns)["layout"]
    axes = ["", *map(str, range(2, 8))]
    boxes = [(*layout[f"xaxis{n}"]["domain"], *layout[f"yaxis{n}"]["domain"]) for n in axes]
    assert all(0 <= edge <= 1 for box in boxes for edge in box)
    assert len({box[0] for box in boxes}) == columns
    for one, other in combinations(boxes, 2):
        assert one[1] < other[0] or other[1] < one[0] or one[3] < other[2] or other[3] < one[2]


def test_the_picture_grows_with_its_rows() -> None:
    heights = [drawn(*[SOME] * n, columns=1)["layout"]["height"] for n in (1, 2, 3)]
    assert heights[2] - heights[1] == heights[1] - heights[0] > 100
    assert drawn(SOME, SOME, columns=2)["layout"]["height"] == heights[0]


@pytest.mark.parametrize("frames", [(SOME,), (NONE, SOME), (NONE,), (SOME, values(a=()), SOME)])
def test_plotly_accepts_the_figure(frames: tuple[pd.DataFrame, ...]) -> None:
    go.Figure(drawn(*frames, marks=MARKS))


def test_a_single_period_is_points_with_their_figures() -> None:
    """3, 3.1 and a missing figure: two points, whose figures stand apart from each other and say what was counted."""
    once = pd.DataFrame([("a", "2016-05-09", 3.0, "A"), ("b", "2016-05-09", 3.1, "A")], columns=VALUES)
    figure = drawn(SOME, once)
    points, texts = figure["data"][-2:]
    assert (points["mode"], points["x"], points["y"]) == ("markers", [2016, 2016], [3.0, 3.1])
    assert points["marker"]["size"] > 6
    assert texts["text"] == ["3,0\u2002", "3,1\u2002"]
    assert (points["xaxis"], texts["yaxis"]) == ("x2", "y2")
    low, high = figure["layout"]["yaxis2"]["range"]
    drawing = figure["layout"]["yaxis2"]["domain"]
    height = (drawing[1] - drawing[0]) * (figure["layout"]["height"] - 100)
    assert abs(texts["y"][1] - texts["y"][0]) / (high - low) * height >= LINE - 2
    assert not [trace for trace in drawn(SOME)["data"] if trace.get("mode") == "markers"]
