"""Small lines: where points stand, and where the line is cut."""

import math
import re
from urllib.parse import unquote

import pytest

from charts.sparkline import HEIGHT, MARGIN, WIDTH, sparkline
from charts.theme import DARK, LIGHT


def path(points: list[tuple[float, float]], breaks: tuple[int, ...] = ()) -> list[tuple[str, float, float]]:
    drawn = re.search(r"path d='([^']*)'", unquote(sparkline(points, breaks, LIGHT, "alt")))
    assert drawn
    steps = re.findall(r"([ML])([\d.]+) ([\d.]+)", drawn[1])
    return [(letter, float(x), float(y)) for letter, x, y in steps]


def test_points_stand_by_year_and_value() -> None:
    """The middle year and value are in the middle; the lowest value is at the bottom."""
    left, right, top, bottom = MARGIN, WIDTH - MARGIN, MARGIN, HEIGHT - MARGIN
    found = path([(2000, 10), (2005, 15), (2010, 20)])
    assert found == [("M", left, bottom), ("L", WIDTH / 2, HEIGHT / 2), ("L", right, top)]


def test_the_line_is_cut_at_gaps_and_breaks() -> None:
    points = [(2000.0, 1.0), (2001.0, 2.0), (2002.0, math.nan), (2003.0, 3.0), (2004.0, 4.0), (2005.0, 5.0)]
    assert [letter for letter, _, _ in path(points, (4,))] == ["M", "L", "M", "M", "L"]


def test_equal_values_are_a_line_in_the_middle() -> None:
    assert {y for _, _, y in path([(2000, 5), (2001, 5)])} == {HEIGHT / 2}


@pytest.mark.parametrize("points", [[], [(2000.0, 1.0)], [(2000.0, 1.0), (2001.0, math.nan)]])
def test_one_figure_is_no_line(points: list[tuple[float, float]]) -> None:
    assert sparkline(points, (), LIGHT, "alt") == ""


def test_words_are_escaped_and_colours_are_those_of_the_ground() -> None:
    light, dark = (sparkline([(1, 1), (2, 2)], (), theme, '"<b>') for theme in (LIGHT, DARK))
    assert 'alt="&quot;&lt;b&gt;"' in light
    assert LIGHT.accent in unquote(light)
    assert DARK.accent in unquote(dark)
    assert '"' not in light.partition('src="')[2].rstrip('>"')
