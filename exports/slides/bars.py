"""Rankings as bar charts, in as many columns as have room for their names."""

import re
from collections.abc import Sequence
from typing import Any, Final

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK

from charts.theme import Theme
from exports.slides.room import Room
from exports.slides.slide import Slide
from exports.slides.words import colour, plain, style

ROWS: Final = 22
"""Bars below each other."""
SIGNS: Final = "†‡*"
"""What a figure is marked with."""


def is_ranking(data: Sequence[dict[str, Any]]) -> bool:
    """Whether names stand below each other, with a dot a figure."""
    return bool(data) and data[0].get("mode") == "markers" and all(isinstance(name, str) for name in data[0]["y"])


def draw(shapes: Any, slide: Slide, room: Room) -> None:
    """Bars from zero with their figures, all columns on one scale."""
    trace = slide.picture.figure["data"][0]
    names, values = [plain(name).replace("\n", " ") for name in trace["y"]], trace["x"]
    told = [plain(said).partition("\n")[0] for said in trace["customdata"]]
    ends = min([0.0, *values]), max([0.0, *values])
    columns = -(-len(names) // ROWS)
    each = -(-len(names) // columns)
    for n in range(columns):
        part = slice(n * each, (n + 1) * each)
        share = (n / columns, (n + 1) / columns)
        high = len(names[part]) / each
        _chart(
            shapes,
            slide,
            room.part(share, (0, high)),
            names[part],
            values[part],
            told[part],
            _lit(trace, slide.theme)[part],
            ends,
        )


def _lit(trace: dict[str, Any], theme: Theme) -> list[bool]:
    colours = trace["marker"]["color"]
    quiet = {theme.bar, theme.muted}
    return [each not in quiet for each in colours] if isinstance(colours, list) else [False] * len(trace["x"])


def _chart(
    shapes: Any,
    slide: Slide,
    room: Room,
    names: Sequence[str],
    values: Sequence[float],
    told: Sequence[str],
    lit: Sequence[bool],
    ends: tuple[float, float],
) -> None:
    theme, written = slide.theme, number_format(told, slide.picture.figure["layout"]["separators"][0])
    data = CategoryChartData(number_format=written)
    data.categories = [_with_sign(name, said) for name, said in zip(names, told, strict=True)]
    data.add_series(plain(slide.picture.figure["layout"]["title"]["text"]).partition("\n")[0], values)
    frame = shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *room.emu, data)
    frame.element.nvGraphicFramePr.cNvPr.set("descr", slide.picture.sentence)
    chart = frame.chart
    chart.has_legend = chart.has_title = False
    style(chart.font, 9, theme.text)
    lengths, rows, plot = chart.value_axis, chart.category_axis, chart.plots[0]
    spread = 0.22 * ((ends[1] - ends[0]) or 1.0)
    lengths.minimum_scale, lengths.maximum_scale = ends[0] - (spread if ends[0] < 0 else 0), ends[1] + spread
    lengths.has_major_gridlines = lengths.visible = False
    rows.reverse_order, rows.tick_label_position = True, XL_TICK_LABEL_POSITION.LOW
    rows.major_tick_mark = XL_TICK_MARK.NONE
    rows.format.line.color.rgb = colour(theme.muted)
    plot.gap_width, plot.vary_by_categories, plot.has_data_labels = 40, False, True
    labels = plot.data_labels
    labels.number_format, labels.number_format_is_linked = written, False
    labels.position, labels.show_value = XL_LABEL_POSITION.OUTSIDE_END, True
    series = plot.series[0]
    series.invert_if_negative = False
    _fill(series, theme.bar)
    for n, strong in enumerate(lit):
        if strong:
            _fill(series.points[n], theme.accent)


def _fill(drawn: Any, shade: str) -> None:
    drawn.format.fill.solid()
    drawn.format.fill.fore_color.rgb = colour(shade)


def _with_sign(name: str, told: str) -> str:
    """A name with the sign of its figure, which the number itself can't bear."""
    signs = "".join(sign for sign in told if sign in SIGNS and sign not in name)
    return f"{name} {signs}" if signs else name


def number_format(told: Sequence[str], point: str) -> str:
    """How numbers are written as the page writes them: with its decimals, and with a sign where they have one.

    point: what stands before decimals on the page.
    """
    digits = [match[0] for said in told if (match := re.search(r"[+−-]?[0-9][0-9.,]*", said))]
    decimals = max((len(said.partition(point)[2]) for said in digits), default=0)
    form = "#,##0" + (f".{'0' * decimals}" if decimals else "")
    return f"+{form};−{form};{form}" if any(said.startswith("+") for said in digits) else f"{form};−{form}"
