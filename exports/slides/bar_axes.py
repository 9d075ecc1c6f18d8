"""The axes of charts of bars: names on one, and lengths on the other, which is not shown."""

from collections.abc import Sequence
from typing import Any, Final

from pptx.enum.chart import XL_TICK_LABEL_POSITION, XL_TICK_MARK

from charts.theme import Figure, Theme
from exports.slides.room import Room
from exports.slides.words import colour, one_line, plain, style

LETTER: Final = 0.075
"""Inches of a letter of 9 points, wide ones included."""
WIDEST: Final = 0.5
"""Share of a chart that names take at most."""


def names_of(figure: Figure, trace: dict[str, Any]) -> list[str]:
    """What each bar is called, whether its place is a name, a number with a name, or below words of its own."""
    layout, places = figure["layout"], trace["y"]
    if all(isinstance(place, str) for place in places):
        return [one_line(name) for name in places]
    if "ticktext" in layout["yaxis"]:
        return [one_line(name) for name in layout["yaxis"]["ticktext"]]
    notes = {note["y"]: note["text"] for note in layout["annotations"] if note.get("yref") == "y"}
    titles = [notes[n].partition("</b>") for n in range(len(places))]
    return [f"{one_line(title)}\n{plain(told).strip()}" for title, _, told in titles]


def inside(names: Sequence[str], room: Room) -> tuple[float, float, float, float]:
    """Shares of a chart that its bars begin at and take, beside their names."""
    longest = max(len(line) for name in names for line in name.split("\n"))
    left = min(WIDEST, (LETTER * longest + 0.15) / room.width)
    return left, 0.0, 1 - left, 1.0


def axes(
    chart: Any, ends: tuple[float, float], letters: int, room: Room, theme: Theme, *, upright: bool
) -> tuple[float, float]:
    """Where the lengths begin and end, with room for labels of so many letters beside the bars."""
    chart.has_legend = chart.has_title = False
    style(chart.font, 9 if not upright else 12, theme.text)
    lengths, rows, plot = chart.value_axis, chart.category_axis, chart.plots[0]
    span = (ends[1] - ends[0]) or 1.0
    spread = span * (0.12 if upright else min(0.9, 0.04 + LETTER * letters / (0.6 * room.width)))
    low, high = ends[0] - (spread if ends[0] < 0 else 0), ends[1] + (spread if ends[1] > 0 or upright else 0)
    lengths.minimum_scale, lengths.maximum_scale = low, high
    lengths.has_major_gridlines = lengths.visible = False
    rows.reverse_order, rows.tick_label_position = not upright, XL_TICK_LABEL_POSITION.LOW
    rows.major_tick_mark = XL_TICK_MARK.NONE
    rows.format.line.color.rgb = colour(theme.muted)
    plot.gap_width, plot.vary_by_categories = 40, False
    return low, high
