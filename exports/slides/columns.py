"""Years beside each other, each a column of parts above and below zero, as a chart of stacked columns."""

from collections.abc import Sequence
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK

from exports.slides.room import Room
from exports.slides.slide import Slide
from exports.slides.words import colour, number_format, style

SIZE = 10


def is_columns(data: Sequence[dict[str, Any]]) -> bool:
    """Whether bars stand upright from zero."""
    return bool(data) and data[0].get("type") == "bar" and data[0].get("orientation") != "h" and "base" not in data[0]


def draw(shapes: Any, slide: Slide, room: Room) -> None:
    """A column a year with its parts; what they make together is their sum and has no mark of its own."""
    theme = slide.theme
    parts = [one for one in slide.picture.figure["data"] if one.get("type") == "bar"]
    most = max(abs(value) for part in parts for value in part["y"] if value is not None)
    data = CategoryChartData(number_format=number_format(0, most, signed=True))
    data.categories = [str(year) for year in parts[0]["x"]]
    for part in parts:
        data.add_series(part["name"], part["y"])
    frame = shapes.add_chart(XL_CHART_TYPE.COLUMN_STACKED, *room.emu, data)
    frame.element.nvGraphicFramePr.cNvPr.set("descr", slide.picture.sentence)
    chart = frame.chart
    style(chart.font, SIZE, theme.text)
    chart.has_title, chart.has_legend = False, True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    chart.category_axis.major_tick_mark = XL_TICK_MARK.NONE
    chart.value_axis.major_gridlines.format.line.color.rgb = colour(theme.grid)
    chart.value_axis.format.line.fill.background()
    chart.plots[0].gap_width, chart.plots[0].overlap = 35, 100
    for drawn, part in zip(chart.plots[0].series, parts, strict=True):
        drawn.invert_if_negative = False
        drawn.format.fill.solid()
        drawn.format.fill.fore_color.rgb = colour(part["marker"]["color"])
