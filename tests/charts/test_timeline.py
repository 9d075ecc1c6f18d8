"""Lines over time: gaps stay gaps, breaks are marked, and labels can be read."""

import re
from copy import deepcopy
from itertools import pairwise
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts.theme import LIGHT, Captions, Figure
from charts.timeline import BOTTOM, HEIGHT, LABEL_HEIGHT, TOP, Line, timeline, with_span
from indicators.figures import measures
from indicators.figures.grid import VALUES, Grid

CAPTIONS = Captions("Einwohner", "Personen", "Quelle: Stadt", "de")
BREAKS = {"2022": "Zensus 2022"}


def values(**series: tuple[float | None, ...]) -> pd.DataFrame:
    """Values from 2020 on, by area."""
    rows = [
        (area, str(2020 + n), value, "M" if value is None else "A")
        for area, given in series.items()
        for n, value in enumerate(given)
    ]
    return pd.DataFrame(rows, columns=VALUES).astype({"value": "float64"})


def drawn(frame: pd.DataFrame, *lines: Line, marks: dict[str, str] | None = None, **more: Any) -> Figure:
    chosen = lines or tuple(Line(area, area.title(), "#112233") for area in frame["area"].unique())
    return timeline(frame, chosen, marks or {}, CAPTIONS, LIGHT, more.pop("decimals", 1), **more)


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
    shapes = [shape for shape in figure["layout"]["shapes"] if shape.get("yref") == "paper"]
    assert [(shape["x0"], shape["x1"]) for shape in shapes] == [(2021.5, 2021.5)]


def test_the_span_is_shaded_below_lines_that_stay_as_they_are() -> None:
    frame = values(a=(1, 2, 3, 4))
    frame.loc[frame["period"] == "2022", "status"] = "B"
    lines = drawn(frame, marks=BREAKS)
    before = deepcopy(lines)
    shaded = with_span(lines, (2021, 2023), LIGHT)
    assert lines == before
    assert shaded["data"] == lines["data"]
    first, *others = shaded["layout"]["shapes"]
    assert (first["x0"], first["x1"], first["layer"]) == (2021, 2023, "below")
    assert others == lines["layout"]["shapes"]
    go.Figure(shaded)


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
    figure = drawn(measures.index_to(Grid.of(values(a=(50, 75), b=(200, 100))), "2020").frame)
    assert [points(figure, n) for n in (0, 1)] == [[(2020, 100), (2021, 150)], [(2020, 100), (2021, 50)]]


def status(frame: pd.DataFrame, letter: str, *periods: str) -> pd.DataFrame:
    return frame.assign(status=frame["status"].mask(frame["period"].isin(periods), letter))


@pytest.mark.parametrize("letter", ["P", "E"])
def test_provisional_and_modelled_parts_are_dashed_and_drawn_once(letter: str) -> None:
    dashed, solid = drawn(status(values(a=(1, 2, 3, 4)), letter, "2023"))["data"]
    assert list(zip(dashed["x"], dashed["y"], strict=True)) == [(2022, 3), (2023, 4), (None, None)]
    assert dashed["line"]["dash"]
    found = list(zip(solid["x"], solid["y"], strict=True))
    assert found == [(2020, 1), (2021, 2), (2022, 3), (2022.5, None), (2023, 4)]
    assert solid["marker"]["symbol"][-1] == "circle-open"


def test_nothing_is_dashed_across_a_gap() -> None:
    (only,) = drawn(status(values(a=(1, None, 3)), "P", "2022"))["data"]
    assert "dash" not in only["line"]


def test_an_interval_is_a_band_where_it_is_given() -> None:
    nan = float("nan")
    frame = values(a=(10, 20, 30, None, 40), b=(1, 1, 1, 1, 1))
    frame["low"] = [8, 15, nan, 1, 35] + [nan] * 5
    frame["high"] = [12, 50, nan, 2, 45] + [nan] * 5
    band, line, other = drawn(frame)["data"]
    around = [(2020, 12), (2021, 50), (2021, 15), (2020, 8), (None, None), (2024, 45), (2024, 35), (None, None)]
    assert list(zip(band["x"], band["y"], strict=True)) == around
    assert (band["fill"], band["fillcolor"]) == ("toself", "#112233")
    assert line["customdata"] == ["10,0 (8,0–12,0)", "20,0 (15,0–50,0)", "30,0", "", "40,0 (35,0–45,0)"]
    assert other["customdata"] == ["1,0"] * 5


def test_the_axis_holds_the_band() -> None:
    frame = values(a=(10, 20)).assign(low=[-30.0, 15], high=[12.0, 90])
    low, high = drawn(frame)["layout"]["yaxis"]["range"]
    assert low < -30
    assert high > 90


@pytest.mark.parametrize(
    ("ends", "decimals", "step", "shown"),
    [
        ((70, 130), 1, 10, ",.0f"),
        ((99.2, 101.4), 1, 0.5, ",.1f"),
        ((4.9, 5.1), 1, 0.1, ",.1f"),
        ((3, 5), 0, 1, ",.0f"),
        ((28_000, 632_562), 0, 100_000, ",.0f"),
    ],
)
def test_ticks_have_the_decimals_that_they_need(
    ends: tuple[float, float], decimals: int, step: float, shown: str
) -> None:
    axis = drawn(values(a=ends), decimals=decimals)["layout"]["yaxis"]
    assert (axis["dtick"], axis["tickformat"]) == (pytest.approx(step), shown)


def test_changes_are_seen_from_zero() -> None:
    axis = drawn(values(a=(2, 3)), changes=True)["layout"]["yaxis"]
    assert axis["range"][0] < 0 < axis["range"][1]
    assert axis["zeroline"]
    assert drawn(values(a=(2, 3)))["layout"]["yaxis"]["range"][0] > 0


def test_tooltips_tell_values_rounded_once_and_changes_with_their_sign() -> None:
    """Half is away from zero in the decimal text: 11.05 is 11.1 although the nearest float lies below, 11.0499 is 11.0
    although 11.05 would not be."""
    frame = values(a=(11.05, 11.0499, None, -0.25, 1234.5))
    (line,) = drawn(frame)["data"]
    assert line["customdata"] == ["11,1", "11,0", "", "−0,3", "1.234,5"]
    (line,) = drawn(frame, changes=True)["data"]
    assert line["customdata"] == ["+11,1", "+11,0", "", "−0,3", "+1.234,5"]


def test_thin_lines_have_marks_only_where_nothing_else_shows_a_value() -> None:
    whole, broken = drawn(
        values(a=(1, 2, 3), b=(1, None, 3)), Line("a", "A", "#112233", 1.2), Line("b", "B", "#112233", 1.2)
    )["data"]
    assert whole["mode"] == "lines"
    assert "mode" not in broken
    assert broken["marker"]["size"] == [4, 0, 4]


def test_a_label_that_had_to_move_is_led_to() -> None:
    figure = drawn(values(a=(1, 50), b=(1, 50), c=(0, 100)))
    leaders = [shape for shape in figure["layout"]["shapes"] if shape.get("xsizemode") == "pixel"]
    assert [shape["y0"] for shape in leaders] == [50, 50, 100]
    assert [shape["y1"] for shape in leaders] == pytest.approx(list(labels(figure).values()), abs=1e-3)


def test_the_tooltip_of_many_lines_is_about_the_nearest() -> None:
    few, many = (drawn(values(**{f"area{n}": (1, 2) for n in range(count)})) for count in (3, 11))
    assert few["layout"]["hovermode"] == "x unified"
    assert many["layout"]["hovermode"] == "closest"
    assert many["data"][10]["hovertemplate"].startswith("<b>Area10</b>")


@settings(max_examples=25)
@given(st.lists(st.integers(-5_000_000, 5_000_000).map(lambda tenths: tenths / 10), min_size=1, max_size=12))
def test_labels_never_cover_each_other(ends: list[float]) -> None:
    figure = drawn(values(**{f"area{n}": (end,) for n, end in enumerate(ends)}))
    low, high = figure["layout"]["yaxis"]["range"]
    pixel = (high - low) / (HEIGHT - TOP - BOTTOM)
    places = sorted(labels(figure).values())
    assert len(places) == len(ends)
    assert all(upper - lower >= (LABEL_HEIGHT - 1) * pixel for lower, upper in pairwise(places))
    assert low - pixel <= places[0] <= places[-1] <= high + pixel


@settings(max_examples=25)
@given(st.lists(st.integers(0, 1000), min_size=2, max_size=11, unique=True))
def test_labels_stand_in_the_order_of_their_lines(ends: list[int]) -> None:
    found = labels(drawn(values(**{f"area{n}": (float(end),) for n, end in enumerate(ends)})))
    by_place = sorted(range(len(ends)), key=lambda n: found[f"Area{n}"])
    assert by_place == sorted(range(len(ends)), key=ends.__getitem__)


@pytest.mark.parametrize("frame", [values(a=(1, None, 3), b=(None, None, None)), values(a=(0,)), values(a=(5, 5))])
def test_plotly_accepts_the_figure(frame: pd.DataFrame) -> None:
    go.Figure(drawn(frame, marks=BREAKS))
    uncertain = status(frame, "P", "2020", "2021").assign(low=frame["value"] - 1, high=frame["value"] + 1)
    go.Figure(drawn(uncertain, changes=True))
    go.Figure(drawn(frame, *(Line(area, area, "#112233", 1.2) for area in frame["area"].unique())))


def test_no_year_is_named_twice_below_a_short_line() -> None:
    """Of the two elections of 2017 and 2021 plotly's own steps of half a year would name 2018 twice."""
    short, long = (drawn(values(a=tuple(range(n)))) for n in (5, 20))
    assert short["layout"]["xaxis"]["dtick"] == 1
    assert "dtick" not in long["layout"]["xaxis"]


def test_days_stand_in_time_and_are_named_once_each() -> None:
    """Two elections of one year do not fall onto each other; 2 February is a month into the year."""
    rows = [("5", day, value, "A") for day, value in (("2013-01-27", 40.0), ("2020-02-02", 49.1), ("2020-03-01", 48.2))]
    frame = pd.DataFrame(rows, columns=["area", "period", "value", "status"])
    drawn = timeline(frame, [Line("5", "Südwest", "#000")], {}, CAPTIONS, LIGHT, 1)
    axis, (trace,) = drawn["layout"]["xaxis"], drawn["data"]
    assert axis["ticktext"] == ["27.1.2013", "2.2.2020", "1.3.2020"]
    assert axis["tickvals"] == trace["x"]
    assert trace["x"] == pytest.approx([2013.071, 2020.088, 2020.164], abs=0.001)
