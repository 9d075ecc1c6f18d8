"""Lines over time: gaps stay gaps, breaks are marked, and labels can be read."""

import re
from itertools import pairwise
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.theme import LIGHT, Captions
from charts.timeline import BOTTOM, HEIGHT, LABEL_HEIGHT, TOP, Line, timeline
from indicators import measures

CAPTIONS = Captions("Einwohner", "Personen", "Quelle: Stadt", ",.")
BREAKS = {"2022": "Zensus 2022"}


def values(**series: tuple[float | None, ...]) -> pd.DataFrame:
    """Values from 2020 on, by area."""
    rows = [
        (area, str(2020 + n), value, "M" if value is None else "A")
        for area, given in series.items()
        for n, value in enumerate(given)
    ]
    return pd.DataFrame(rows, columns=measures.VALUES).astype({"value": "float64"})


def drawn(frame: pd.DataFrame, *lines: Line, marks: dict[str, str] | None = None) -> dict[str, Any]:
    chosen = lines or tuple(Line(area, area.title(), "#112233") for area in frame["area"].unique())
    figure = timeline(frame, chosen, marks or {}, CAPTIONS, LIGHT, 1, (2020, 2023))
    found: dict[str, Any] = figure.to_dict()
    return found


def points(figure: dict[str, Any], n: int = 0) -> list[tuple[float, float | None]]:
    """Years and values of a line, whose years may be given one by one, or as the first and the step."""
    line = figure["data"][n]
    x = line["x"] if "x" in line else [line["x0"] + line["dx"] * k for k in range(len(line["y"]))]
    return list(zip(x, line["y"], strict=True))


def labels(figure: dict[str, Any]) -> dict[str, float]:
    """The places of the lines' names, which stand right of the drawing, on the axis of values."""
    notes = figure["layout"]["annotations"]
    return {re.sub("<.*?>", "", note["text"]): note["y"] for note in notes if note["x"] == 1}


def test_a_missing_value_leaves_a_gap() -> None:
    figure = drawn(values(a=(1, None, 3)))
    assert points(figure) == [(2020, 1), (2021, None), (2022, 3)]
    assert not figure["data"][0].get("connectgaps", False)


def test_a_break_leaves_a_gap_and_a_mark() -> None:
    frame = values(a=(1, 2, 3, 4))
    frame.loc[frame["period"] == "2022", "status"] = "B"
    figure = drawn(frame, marks=BREAKS)
    assert points(figure) == [(2020, 1), (2021, 2), (2021.5, None), (2022, 3), (2023, 4)]
    (mark,) = (note for note in figure["layout"]["annotations"] if note["text"] == "2022")
    assert mark["hovertext"] == "2022: Zensus 2022"
    assert mark["x"] == 2021.5
    assert [(shape["x0"], shape["x1"]) for shape in figure["layout"]["shapes"]] == [(2020, 2023), (2021.5, 2021.5)]


def test_only_the_line_that_breaks_has_the_gap() -> None:
    frame = values(a=(1, 2, 3), b=(1, 2, 3))
    frame.loc[(frame["period"] == "2022") & (frame["area"] == "a"), "status"] = "B"
    figure = drawn(frame, marks=BREAKS)
    assert [y for _, y in points(figure, 1)] == [1, 2, 3]


def test_doubtful_values_have_hollow_marks() -> None:
    frame = values(a=(1, 2, 3), b=(1, 2, 3))
    frame.loc[(frame["period"] == "2021") & (frame["area"] == "a"), "status"] = "U"
    doubtful, sure = drawn(frame)["data"]
    assert doubtful["marker"]["symbol"] == ["circle", "circle-open", "circle"]
    assert "circle-open" not in str(sure)


def test_lines_are_drawn_in_their_order_and_points_in_that_of_time() -> None:
    frame = values(a=(1, 2), b=(3, 4)).iloc[::-1]
    figure = drawn(frame, Line("b", "Beta", "#00ff00"), Line("a", "Alpha", "#ff0000", 3))
    assert [(line["name"], line["line"]) for line in figure["data"]] == [
        ("Beta", {"color": "#00ff00", "width": 2.0}),
        ("Alpha", {"color": "#ff0000", "width": 3}),
    ]
    assert points(figure) == [(2020, 3), (2021, 4)]


def test_a_line_without_rows_is_left_out() -> None:
    figure = drawn(values(a=(1, 2)), Line("rest", "Rest", "#00ff00"), Line("a", "Alpha", "#ff0000"))
    assert [line["name"] for line in figure["data"]] == ["Alpha"]
    assert list(labels(figure)) == ["Alpha"]


def test_a_line_without_a_value_has_no_label() -> None:
    assert list(labels(drawn(values(a=(1, 2), b=(None, None))))) == ["A"]


def test_a_label_stands_at_the_last_value_where_there_is_room() -> None:
    assert labels(drawn(values(a=(1, 50, None), b=(100, 0, 10)))) == {"A": 50, "B": 10}


def test_an_index_starts_at_100() -> None:
    figure = drawn(measures.index_to(values(a=(50, 75), b=(200, 100)), "2020"))
    assert [points(figure, n) for n in (0, 1)] == [[(2020, 100), (2021, 150)], [(2020, 100), (2021, 50)]]


@given(st.lists(st.integers(-5_000_000, 5_000_000).map(lambda tenths: tenths / 10), min_size=1, max_size=12))
def test_labels_never_cover_each_other(ends: list[float]) -> None:
    figure = drawn(values(**{f"area{n}": (end,) for n, end in enumerate(ends)}))
    low, high = figure["layout"]["yaxis"]["range"]
    pixel = (high - low) / (HEIGHT - TOP - BOTTOM)
    places = sorted(labels(figure).values())
    assert len(places) == len(ends)
    assert all(upper - lower >= (LABEL_HEIGHT - 1) * pixel for lower, upper in pairwise(places))
    assert low - pixel <= places[0] <= places[-1] <= high + pixel


@given(st.lists(st.integers(0, 1000), min_size=2, max_size=11, unique=True))
def test_labels_stand_in_the_order_of_their_lines(ends: list[int]) -> None:
    found = labels(drawn(values(**{f"area{n}": (float(end),) for n, end in enumerate(ends)})))
    by_place = sorted(range(len(ends)), key=lambda n: found[f"Area{n}"])
    assert by_place == sorted(range(len(ends)), key=ends.__getitem__)


@pytest.mark.parametrize("frame", [values(a=(1, None, 3), b=(None, None, None)), values(a=(0,)), values(a=(5, 5))])
def test_plotly_accepts_the_figure(frame: pd.DataFrame) -> None:
    go.Figure(drawn(frame, marks=BREAKS))
