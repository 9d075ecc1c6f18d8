"""Bars of parts, upright above and below zero or lying below each other, as charts of stacked columns or bars."""

from collections.abc import Sequence
from typing import Any, Final

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK

from charts.stacked import on
from charts.theme import Figure
from exports.slides.room import Room
from exports.slides.slide import Slide
from exports.slides.words import colour, number_format, style

SIZE: Final = 10
FEW: Final = 10
"""The largest of numbers that need a decimal to be told apart."""


def is_columns(figure: Figure) -> bool:
    """Whether bars stand upright from zero, or are divided into parts."""
    data: Sequence[dict[str, Any]] = figure["data"]
    if not data or data[0].get("type") != "bar" or "base" in data[0]:
        return False
    return data[0].get("orientation") != "h" or figure["layout"].get("barmode") == "stack"


def draw(shapes: Any, slide: Slide, room: Room) -> None:
    """A bar a row with its parts; what they make together is their sum and has no mark of its own."""
    theme = slide.theme
    parts = [one for one in slide.picture.figure["data"] if one.get("type") == "bar"]
    lying = parts[0].get("orientation") == "h"
    lengths, places = ("x", "y") if lying else ("y", "x")
    most = max(abs(value) for part in parts for value in part[lengths] if value is not None)
    signed = any("+" in said for part in parts for said in part["customdata"])
    data = CategoryChartData(number_format=number_format(int(most < FEW), most, signed=signed))
    data.categories = list(dict.fromkeys(str(place) for part in parts for place in part[places]))
    for part in parts:
        of = dict(zip(map(str, part[places]), part[lengths], strict=True))
        data.add_series(part["name"], [of.get(str(category.label)) for category in data.categories])
    kind = XL_CHART_TYPE.BAR_STACKED if lying else XL_CHART_TYPE.COLUMN_STACKED
    frame = shapes.add_chart(kind, *room.emu, data)
    frame.element.nvGraphicFramePr.cNvPr.set("descr", slide.picture.sentence)
    chart = frame.chart
    style(chart.font, SIZE, theme.text)
    chart.has_title, chart.has_legend = False, True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    chart.category_axis.major_tick_mark = XL_TICK_MARK.NONE
    chart.category_axis.reverse_order = lying
    chart.value_axis.major_gridlines.format.line.color.rgb = colour(theme.grid)
    chart.value_axis.format.line.fill.background()
    chart.plots[0].gap_width, chart.plots[0].overlap = 35, 100
    for drawn, part in zip(chart.plots[0].series, parts, strict=True):
        drawn.invert_if_negative = False
        drawn.format.fill.solid()
        drawn.format.fill.fore_color.rgb = colour(part["marker"]["color"])
        _labels(drawn, part, [str(category.label) for category in data.categories], places)


def _labels(drawn: Any, part: dict[str, Any], categories: Sequence[str], places: str) -> None:
    """Figures inside of those parts that have room for them on the page."""
    for place, said in zip(part[places], part.get("text", [""] * len(part[places])), strict=True):
        if said:
            label = drawn.points[categories.index(str(place))].data_label
            label.text_frame.text = said
            style(label.text_frame.paragraphs[0].font, SIZE, on(part["marker"]["color"]))
