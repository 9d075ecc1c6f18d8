"""Lines, slopes and dots as charts of points: as many as the picture has panels."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor
from typing import Any, Final

from pptx.chart.data import XyChartData
from pptx.enum.chart import (
    XL_AXIS_CROSSES,
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE
from pptx.util import Pt

from charts.classes import nice_ticks
from exports.slides.panels import Panel, keys, layout_inside, panels
from exports.slides.room import Room
from exports.slides.slide import Slide
from exports.slides.words import colour, plain, style, write

SIDES: Final = {"right": XL_LABEL_POSITION.RIGHT, "left": XL_LABEL_POSITION.LEFT, "above": XL_LABEL_POSITION.ABOVE}


YEARS: Final = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
"""Steps of an axis of years, the smallest that gives few labels first."""


@dataclass(frozen=True)
class _Series:
    """Points that follow each other, None for a gap; words: beside each point, on which side."""

    name: str
    x: Sequence[float]
    y: Sequence[float | None]
    line: Mapping[str, Any] | None = None
    marker: Mapping[str, Any] | None = None
    words: Sequence[str] = ()
    shades: Sequence[str] = ()
    side: str = "right"


def draw(shapes: Any, slide: Slide, room: Room) -> None:
    """A chart a panel, and the words that stand between them."""
    figure = slide.picture.figure
    for panel in panels(figure, room):
        if panel.traces:
            _chart(shapes, slide, panel)
        write(shapes, panel.heading, panel.title, 10, slide.theme.text)
    for place, said, shade in keys(figure, room):
        write(shapes, place, said, 11, shade or slide.theme.text, bold=True)


def _chart(shapes: Any, slide: Slide, panel: Panel) -> None:
    series = [*_upright(panel), *map(_traced, panel.traces), *_written(panel, slide)]
    data = XyChartData()
    for one in series:
        added = data.add_series(one.name)
        for x, y in zip(one.x, one.y, strict=True):
            added.add_data_point(x, y)
    frame = shapes.add_chart(XL_CHART_TYPE.XY_SCATTER_LINES, *panel.room.emu, data)
    frame.element.nvGraphicFramePr.cNvPr.set("descr", slide.picture.sentence)
    chart = frame.chart
    chart.has_legend = chart.has_title = False
    style(chart.font, 10, slide.theme.muted)
    layout_inside(chart, panel.inner)
    for axis, looks in ((chart.category_axis, panel.x), (chart.value_axis, panel.y)):
        _axis(axis, looks, slide)
    for drawn, one in zip(chart.plots[0].series, series, strict=True):
        _look(drawn, one)


def _traced(trace: Mapping[str, Any]) -> _Series:
    """The points of a trace; a gap stands where the one before does."""
    y = list(trace["y"])
    x = list(trace["x"]) if "x" in trace else [trace["x0"] + n * trace.get("dx", 1) for n in range(len(y))]
    last = next((place for place in x if place is not None), 0)
    stands = [last := place if place is not None else last for place in x]
    mode = trace.get("mode", "lines+markers")
    name = plain(trace.get("name", ""))
    if mode == "text":
        return _Series(
            name,
            stands,
            y,
            words=_texts(trace),
            shades=_each(trace["textfont"]["color"], len(y)),
            side=trace["textposition"].split()[-1],
        )
    line = trace.get("line") if "lines" in mode else None
    if trace.get("fill"):
        line = {"color": trace["fillcolor"], "width": 0.5}
    marker = trace.get("marker", {}) if "markers" in mode else None
    return _Series(name, stands, y, line, marker if marker is None else {"color": (line or {}).get("color"), **marker})


def _texts(trace: Mapping[str, Any]) -> list[str]:
    form, told = trace.get("texttemplate", "%{text}"), trace.get("customdata") or trace["text"]
    pairs = zip(trace["text"], told, strict=True)
    return [plain(form.replace("%{text}", text).replace("%{customdata}", str(own))) for text, own in pairs]


def _each(value: Any, count: int) -> list[Any]:
    return list(value) if isinstance(value, list) else [value] * count


def _upright(panel: Panel) -> Iterator[_Series]:
    """Lines at one place of the horizontal axis, such as those of breaks."""
    for shape in panel.uprights:
        low, high = (
            (panel.y["range"][0], panel.y["range"][1]) if shape.get("yref") == "paper" else (shape["y0"], shape["y1"])
        )
        yield _Series("", [shape["x0"]] * 2, [low, high], shape["line"])


def _written(panel: Panel, slide: Slide) -> Iterator[_Series]:
    """Words beside places of the drawing, each with a colour of its own, and those of axes that are not numbers."""
    for side, place, said, shade in panel.words(slide.theme.text, slide.theme.muted):
        yield _Series("", [place[0]], [place[1]], words=[said], shades=[shade], side=side)


def _axis(axis: Any, looks: Mapping[str, Any], slide: Slide) -> None:
    axis.has_major_gridlines = "gridcolor" in looks and looks.get("showgrid", True) and "ticktext" not in looks
    if axis.has_major_gridlines:
        axis.major_gridlines.format.line.color.rgb = colour(slide.theme.grid)
    axis.visible = looks.get("visible", True) and "ticktext" not in looks
    axis.reverse_order = looks["range"][0] > looks["range"][1]
    axis.crosses = XL_AXIS_CROSSES.MINIMUM
    axis.major_tick_mark, axis.tick_label_position = XL_TICK_MARK.NONE, XL_TICK_LABEL_POSITION.LOW
    axis.format.line.color.rgb = colour(slide.theme.grid)
    low, high, step = _ends(looks)
    axis.minimum_scale, axis.maximum_scale = low, high
    if axis.visible:
        axis.major_unit = step
    decimals = max(0, -Decimal(str(step)).normalize().as_tuple().exponent)  # type: ignore[operator]  # a number's is no letter
    axis.tick_labels.number_format = "0" if _of_years(looks) else "#,##0" + (f".{'0' * decimals}" if decimals else "")
    axis.tick_labels.number_format_is_linked = False


def _of_years(looks: Mapping[str, Any]) -> bool:
    return bool(looks.get("tickformat") == "d")


def _ends(looks: Mapping[str, Any]) -> tuple[float, float, float]:
    """Where an axis begins and ends, and its step; PowerPoint counts steps from the beginning."""
    low, high = min(looks["range"]), max(looks["range"])
    if not looks.get("visible", True) or "ticktext" in looks:
        return low, high, high - low
    if _of_years(looks):
        low = ceil(low)
        span = max(1, floor(high) - low)
        step = next((step for step in YEARS if span / step <= 8 and not span % step), ceil(span / 6))
        return low, high, step
    ticks = nice_ticks(low, high)
    step = looks.get("dtick") or (ticks[1] - ticks[0] if len(ticks) > 1 else high - low)
    return round(floor(low / step) * step, 9), round(ceil(high / step) * step, 9), round(step, 9)


def _look(drawn: Any, one: _Series) -> None:
    """Line, marks and words of a series."""
    drawn.smooth = False
    shade = colour(one.line["color"]) if one.line else None
    if one.line is None or shade is None:
        drawn.format.line.fill.background()
    else:
        drawn.format.line.color.rgb, drawn.format.line.width = shade, Pt(one.line.get("width", 2))
        if one.line.get("dash"):
            drawn.format.line.dash_style = MSO_LINE.SYS_DOT if one.line["dash"] == "dot" else MSO_LINE.DASH
    if one.marker is None:
        drawn.marker.style = XL_MARKER_STYLE.NONE
    else:
        _marks(drawn, one.marker, len(one.x))
    for n, (said, ink) in enumerate(zip(one.words, one.shades, strict=True)):
        label = drawn.points[n].data_label
        label.position = SIDES[one.side]
        label.text_frame.text = said
        style(label.text_frame.paragraphs[0].font, 11, ink)


def _marks(drawn: Any, marker: Mapping[str, Any], count: int) -> None:
    """Marks as on the page: those that are alike are said once, open ones are white inside."""
    looks = list(
        zip(
            *(_each(marker.get(key, own), count) for key, own in (("color", None), ("size", 5), ("symbol", "circle"))),
            strict=True,
        )
    )
    usual = max(set(looks), key=looks.count)
    _mark(drawn.marker, *usual)
    for n, look in enumerate(looks):
        if look != usual:
            _mark(drawn.points[n].marker, *look)


def _mark(marker: Any, shade: str | None, size: float, symbol: str) -> None:
    if not size:
        marker.style = XL_MARKER_STYLE.NONE
        return
    marker.style, marker.size = XL_MARKER_STYLE.CIRCLE, min(72, max(2, round(size)))
    seen = colour(shade) if shade else None
    marker.format.fill.solid()
    marker.format.fill.fore_color.rgb = colour("#ffffff") if symbol == "circle-open" else seen
    if symbol == "circle-open" and seen is not None:
        marker.format.line.color.rgb = seen
    else:
        marker.format.line.fill.background()
