"""Lines, slopes and dots as charts of points: as many as the picture has panels."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from pptx.chart.data import XyChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_MARKER_STYLE,
)
from pptx.enum.dml import MSO_LINE
from pptx.util import Pt

from exports.slides import bands
from exports.slides.charts_xml import finish
from exports.slides.forms import write
from exports.slides.panels import Panel, keys, panels
from exports.slides.point_axes import axis, ends
from exports.slides.room import Room
from exports.slides.slide import Slide
from exports.slides.words import colour, plain, style

SIDES: Final = {
    "right": XL_LABEL_POSITION.RIGHT,
    "left": XL_LABEL_POSITION.LEFT,
    "above": XL_LABEL_POSITION.ABOVE,
    "below": XL_LABEL_POSITION.BELOW,
}
MARKS: Final = {"triangle-down": XL_MARKER_STYLE.TRIANGLE, "diamond": XL_MARKER_STYLE.DIAMOND}
"""Marks that are no circles; triangles that point down there are none."""
SIZE: Final = 6
"""Points of a mark that says none of its own, in a panel that is not small."""
SMALL: Final = 5.0
"""Inches of the width of a small panel."""


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
        write(shapes, place, said, 11, shade or slide.theme.text, bold=bool(shade))


def _chart(shapes: Any, slide: Slide, panel: Panel) -> None:
    bands.draw(shapes, panel, ends(panel.x)[:2], ends(panel.y)[:2])
    size = SIZE if panel.room.width > SMALL else 3
    traced = [_traced(trace, size) for trace in panel.traces if len(trace["y"])]
    series = _as_long([*_straight(panel), *traced, *_written(panel, slide)])
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
    finish(chart, panel.inner)
    for drawn, looks in ((chart.category_axis, panel.x), (chart.value_axis, panel.y)):
        axis(drawn, looks, slide)
    for drawn, one in zip(chart.plots[0].series, series, strict=True):
        _look(drawn, one)


def _traced(trace: Mapping[str, Any], size: float) -> _Series:
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
        line = {"color": trace["fillcolor"], "width": 0.75}
    marker = trace.get("marker", {}) if "markers" in mode else None
    return _Series(
        name,
        stands,
        y,
        line,
        marker if marker is None else {"color": (line or {}).get("color"), "size": size, **marker},
    )


def _texts(trace: Mapping[str, Any]) -> list[str]:
    form, told = trace.get("texttemplate", "%{text}"), trace.get("customdata") or trace["text"]
    pairs = zip(trace["text"], told, strict=True)
    return [plain(form.replace("%{text}", text).replace("%{customdata}", str(own))) for text, own in pairs]


def _each(value: Any, count: int) -> list[Any]:
    """What each of so many points has; those that a short line repeats at its end look like its last."""
    own = list(value) if isinstance(value, list) else [value] * count
    return own + own[-1:] * (count - len(own))


def _straight(panel: Panel) -> Iterator[_Series]:
    """Lines upwards, such as those of breaks, and across the drawing."""
    for shape in panel.straights:
        x, y = ((shape[f"{axis}0"], shape[f"{axis}1"]) for axis in "xy")
        across, up = panel.x["range"], panel.y["range"]
        yield _Series(
            "",
            across if shape.get("xref") == "paper" else x,
            up if shape.get("yref") == "paper" else y,
            shape["line"],
        )


def _as_long(series: Sequence[_Series]) -> list[_Series]:
    """The same lines, each with as many points as the longest: LibreOffice draws no line that has fewer."""
    most = max(len(one.x) for one in series)

    def longer(one: _Series) -> _Series:
        more = most - len(one.x)
        return replace(one, x=[*one.x, *[one.x[-1]] * more], y=[*one.y, *[one.y[-1]] * more]) if one.line else one

    return [longer(one) for one in series]


def _written(panel: Panel, slide: Slide) -> Iterator[_Series]:
    """Words beside places of the drawing, each with a colour of its own, and those of axes that are not numbers."""
    every = list(panel.words(slide.theme.text, slide.theme.muted))
    for side in SIDES:
        own = [(place, said, shade) for at, place, said, shade in every if at == side]
        if own:
            places, words, shades = zip(*own, strict=True)
            yield _Series("", [x for x, _ in places], [y for _, y in places], words=words, shades=shades, side=side)


def _look(drawn: Any, one: _Series) -> None:
    """Line, marks and words of a series."""
    drawn.smooth = False
    shade = colour(one.line["color"]) if one.line else None
    if one.line is None or shade is None:
        drawn.format.line.fill.background()
    else:
        drawn.format.line.color.rgb, drawn.format.line.width = shade, Pt(one.line.get("width", 2))
        if one.line.get("dash"):
            drawn.format.line.dash_style = MSO_LINE.ROUND_DOT if one.line["dash"] == "dot" else MSO_LINE.DASH
    if one.marker is None:
        drawn.marker.style = XL_MARKER_STYLE.NONE
    else:
        _marks(drawn, one.marker, len(one.x))
    for n, (said, ink) in enumerate(zip(one.words, one.shades, strict=True)):
        label = drawn.points[n].data_label
        label.position = SIDES[one.side]
        # A mark would touch them.
        label.text_frame.text = {"right": f" {said}", "left": f"{said} "}.get(one.side, said)
        style(label.text_frame.paragraphs[0].font, 11, ink)


def _marks(drawn: Any, marker: Mapping[str, Any], count: int) -> None:
    """Marks as on the page; those that are alike are said once."""
    looks = list(
        zip(
            *(
                _each(marker.get(key, own), count)
                for key, own in (("color", None), ("size", SIZE), ("symbol", "circle"))
            ),
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
    marker.style, marker.size = MARKS.get(symbol, XL_MARKER_STYLE.CIRCLE), min(72, max(2, round(size)))
    seen = colour(shade) if shade else None
    if symbol == "circle-open":
        # LibreOffice fills it with the colour of its edge, and would not draw one that is white inside.
        marker.format.fill.background()
        marker.format.line.color.rgb, marker.format.line.width = seen, Pt(1.5)
    else:
        marker.format.fill.solid()
        marker.format.fill.fore_color.rgb = seen
        marker.format.line.fill.background()
