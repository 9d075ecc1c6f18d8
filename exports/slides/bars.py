"""Rankings and other bars from zero as bar charts, in as many columns as have room for their names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.enum.dml import MSO_PATTERN

from charts.stacked import on
from charts.theme import Theme
from exports.slides import references
from exports.slides.bar_axes import axes, inside, names_of
from exports.slides.charts_xml import finish
from exports.slides.error_bars import error_bars
from exports.slides.room import Room
from exports.slides.slide import Slide
from exports.slides.words import colour, number_format, plain, style

ROWS: Final = 22
"""Bars below each other."""
SIGNS: Final = "†‡*"
"""What a figure is marked with."""
NUMBER: Final = re.compile(r"[+−-]?[0-9][0-9.,]*")


@dataclass(frozen=True)
class _Part:
    """One series: name, figures and colours a row; hatched: whether nobody should take it for figures."""

    name: str
    values: Sequence[float | None]
    shades: Sequence[str]
    edge: str = ""
    hatched: bool = False


@dataclass(frozen=True)
class _Bars:
    """Rows below each other. told: what is said beside each, with its sign; limits: what a row's range adds and takes
    off; reference: what all are set against, and its name."""

    names: Sequence[str]
    parts: Sequence[_Part]
    told: Sequence[str]
    limits: tuple[Sequence[float], Sequence[float]] | None = None
    reference: tuple[float, str] | None = None

    def rows(self, of: slice) -> "_Bars":
        """Some of the rows."""
        parts = [replace(part, values=part.values[of], shades=part.shades[of]) for part in self.parts]
        limits = self.limits and (self.limits[0][of], self.limits[1][of])
        return replace(self, names=self.names[of], parts=parts, told=self.told[of], limits=limits)


def is_ranking(data: Sequence[dict[str, Any]]) -> bool:
    """Whether names stand below each other, with a dot a figure."""
    return bool(data) and data[0].get("mode") == "markers" and all(isinstance(name, str) for name in data[0]["y"])


def draw(shapes: Any, slide: Slide, room: Room) -> None:
    """Bars from zero with their figures, all columns on one scale."""
    bars = _read(slide)
    known = [value for part in bars.parts for value in part.values if value is not None]
    if bars.limits:
        known += [value + more for value, more in zip(bars.parts[0].values, bars.limits[0], strict=True) if value]
    ends = min([0.0, *known]), max([0.0, *known])
    columns = -(-len(bars.names) // ROWS)
    each = -(-len(bars.names) // columns)
    below = 0.3 / room.height if bars.reference else 0.0
    for n in range(columns):
        own = bars.rows(slice(n * each, (n + 1) * each))
        high = len(own.names) / each * (1 - below)
        _chart(shapes, slide, room.part((n / columns, (n + 1) / columns), (0, high)), own, ends, bars.names)


def _read(slide: Slide) -> _Bars:
    """The rows of a picture of bars."""
    figure, theme = slide.picture.figure, slide.theme
    traces = [one for one in figure["data"] if one.get("type") == "bar" or one.get("mode") == "markers"]
    beside = next((one["text"] for one in figure["data"] if one.get("mode") == "text"), None)
    said = traces[0].get("text") if traces[0].get("text") is not None else traces[0]["customdata"]
    told = [plain(one).partition("\n")[0].strip() for one in (said if beside is None else beside)]
    parts = [_part(trace, theme) for trace in traces]
    error = traces[0].get("error_x")
    limits = (error["array"], error["arrayminus"]) if error else None
    return _Bars(names_of(figure, traces[0]), parts, told, limits, references.reference(figure))


def _part(trace: dict[str, Any], theme: Theme) -> _Part:
    marker, values = trace["marker"], [None if value is None else float(value) for value in trace["x"]]
    shades = marker["color"] if isinstance(marker["color"], list) else [marker["color"]] * len(values)
    # Dots that are not set off are darker than bars are.
    seen = [theme.bar if shade == theme.muted else shade for shade in shades]
    name = plain(trace.get("hovertemplate", "").partition("%{y},")[2].partition(":")[0]).strip()
    edge = marker.get("line", {}).get("color", "") if colour(seen[0]) is None else ""
    return _Part(name, values, seen, edge, "pattern" in marker)


def _chart(shapes: Any, slide: Slide, room: Room, bars: _Bars, ends: tuple[float, float], every: Sequence[str]) -> None:
    theme, figure = slide.theme, slide.picture.figure
    decimals, signed = _decimals(bars.told, figure["layout"]["separators"][0]), any("+" in said for said in bars.told)
    written = number_format(decimals, max(map(abs, ends)), signed=signed)
    data = CategoryChartData(number_format=written)
    numbers = all(_is_number(said) for said in bars.told)
    data.categories = [_with_sign(name, said) for name, said in zip(bars.names, bars.told, strict=True)]
    title = plain(figure["layout"]["title"]["text"]).partition("\n")[0]
    for part in bars.parts:
        data.add_series(part.name or title, part.values)
    frame = shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *room.emu, data)
    frame.element.nvGraphicFramePr.cNvPr.set("descr", slide.picture.sentence)
    chart, longest = frame.chart, max(len(said) for said in bars.told)
    low, high = axes(chart, ends, longest, room, theme, upright=False)
    inner = inside(every, room)
    finish(chart, inner)
    chart.plots[0].overlap = 100
    for drawn, part in zip(chart.plots[0].series, bars.parts, strict=True):
        _look(drawn, part)
    _labels(chart.plots[0], bars, written if numbers else "", theme.text)
    if bars.limits:
        error_bars(chart.plots[0].series[0], *bars.limits, theme.text)
    if bars.reference:
        drawing = room.part((inner[0], inner[0] + inner[2]), (inner[1], inner[1] + inner[3]))
        references.draw(shapes, slide, drawing, bars.reference, (low, high))


def _look(drawn: Any, part: _Part) -> None:
    drawn.invert_if_negative = False
    usual = max(set(part.shades), key=part.shades.count)
    for n, shade in enumerate(part.shades):
        if shade != usual:
            _fill(drawn.points[n], shade, part)
    _fill(drawn, usual, part)


def _fill(drawn: Any, shade: str, part: _Part) -> None:
    fill, seen = drawn.format.fill, colour(shade)
    if seen is None:
        fill.background()
    elif part.hatched:
        fill.patterned()
        fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        fill.fore_color.rgb, fill.back_color.rgb = seen, colour("#ffffff")
    else:
        fill.solid()
        fill.fore_color.rgb = seen
    if part.edge:
        drawn.format.line.color.rgb = colour(part.edge)


def _labels(plot: Any, bars: _Bars, written: str, ink: str) -> None:
    """Figures at the ends of the longest bars or, where ranges are drawn there, at their feet. written: the format of
    numbers, empty where more than numbers is said."""
    series = plot.series[len(bars.parts) - 1]
    place = XL_LABEL_POSITION.INSIDE_BASE if bars.limits else XL_LABEL_POSITION.OUTSIDE_END
    if written:
        labels = series.data_labels
        labels.number_format, labels.number_format_is_linked = written, False
        labels.position, labels.show_value = place, True
        style(labels.font, 9, ink)
        dark = [n for n, shade in enumerate(bars.parts[0].shades) if bars.limits and on(shade) == "#ffffff"]
        for n in dark:
            _own_label(series, n, "", place, "#ffffff")
        return
    for n, said in enumerate(bars.told):
        _own_label(series, n, said, place, ink)


def _own_label(series: Any, n: int, said: str, place: Any, ink: str) -> None:
    label = series.points[n].data_label
    if said:
        label.text_frame.text = said
        style(label.text_frame.paragraphs[0].font, 9, ink)
    else:
        style(label.font, 9, ink)
    label.position = place


def _is_number(said: str) -> bool:
    return not NUMBER.sub("", said, count=1).strip(f"{SIGNS} \u2009\u00a0%")


def _with_sign(name: str, told: str) -> str:
    """A name with the sign of its figure, which the number itself can't bear."""
    signs = "".join(sign for sign in told if sign in SIGNS and sign not in name) if _is_number(told) else ""
    return f"{name} {signs}" if signs else name


def _decimals(told: Sequence[str], point: str) -> int:
    """Those of the figures as the page writes them. point: what stands before them there."""
    digits = [match[0] for said in told if (match := NUMBER.search(said))]
    return max((len(said.partition(point)[2]) for said in digits), default=0)
