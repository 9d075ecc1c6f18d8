"""Small lines: where points stand, and where the line is cut."""

import math
import re
from urllib.parse import unquote

import pytest

from charts.points import Point
from charts.sparkline import CELL, HEIGHT, MARGIN, WIDTH, beside_city, sparkline
from charts.theme import DARK, LIGHT

NAN = math.nan
RISING = [Point(2012 + n, 1.0 + n, "A") for n in range(6)]


def svg(image: str) -> list[dict[str, str]]:
    """The attributes of each element of a picture."""
    return [dict(re.findall(r'([\w-]+)="([^"]*)"', element)) for element in re.findall(r"<[^/][^>]*>", unquote(image))]


def paths(image: str) -> list[dict[str, str]]:
    return [element for element in svg(image) if "d" in element]


def path(values: list[float], broken: int = -1) -> list[tuple[str, float, float]]:
    points = [Point(2000 + n, value, "B" if n == broken else "A") for n, value in enumerate(values)]
    (drawn,) = paths(sparkline(points, LIGHT, "alt"))
    return [(letter, float(x), float(y)) for letter, x, y in re.findall(r"([ML])([\d.]+) ([\d.]+)", drawn["d"])]


def test_points_stand_by_year_and_value() -> None:
    """The middle year and value are in the middle; the lowest value is at the bottom."""
    left, right, top, bottom = MARGIN, WIDTH - MARGIN, MARGIN, HEIGHT - MARGIN
    assert path([10, 15, 20]) == [("M", left, bottom), ("L", WIDTH / 2, HEIGHT / 2), ("L", right, top)]


def test_the_line_is_cut_at_gaps_and_breaks() -> None:
    assert [letter for letter, _, _ in path([1, 2, NAN, 3, 4, 5], 4)] == ["M", "L", "M", "M", "L"]


def test_equal_values_are_a_line_in_the_middle() -> None:
    assert {y for _, _, y in path([5, 5])} == {HEIGHT / 2}


@pytest.mark.parametrize("values", [[], [1.0], [1.0, NAN]])
def test_one_figure_is_no_line(values: list[float]) -> None:
    points = [Point(2000 + n, value, "A") for n, value in enumerate(values)]
    assert sparkline(points, LIGHT, "alt") == ""
    assert beside_city(points, RISING, LIGHT, "alt") == ""


def test_words_are_escaped_and_colours_are_those_of_the_ground() -> None:
    light, dark = (sparkline(RISING, theme, '"<b>') for theme in (LIGHT, DARK))
    assert 'alt="&#34;&lt;b&gt;"' in light
    assert LIGHT.accent in unquote(light)
    assert DARK.accent in unquote(dark)
    assert '"' not in light.partition('src="')[2].removesuffix('">')


def test_a_line_in_a_cell_runs_from_corner_to_corner() -> None:
    (line,) = paths(beside_city(RISING, [], LIGHT, ""))
    assert line["d"].startswith("M3.0 19.0L")
    assert line["d"].endswith("L93.0 3.0")
    assert line["stroke"] == LIGHT.accent


def test_the_city_shares_the_scale() -> None:
    """Twice as high, the city takes the upper half for itself; the place ends in the middle, at 11 of 22 pixels."""
    city = [point._replace(value=11.0) for point in RISING]
    theirs, mine = paths(beside_city(RISING, city, LIGHT, ""))
    assert set(re.findall(r" ([\d.]+)", theirs["d"])) == {"3.0"}
    assert mine["d"].endswith("L93.0 11.0")


def test_a_break_in_a_cell_is_an_upright_stroke() -> None:
    broken = [point._replace(status="B") if point.x == 2015 else point for point in RISING]
    stroke, line = paths(beside_city(broken, [], LIGHT, ""))
    assert stroke["d"] == f"M57.0 0V{CELL[1]}"
    assert line["d"].count("M") == 1
