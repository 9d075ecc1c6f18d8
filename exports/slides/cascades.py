"""Bars that begin where the one before ends, as charts of stacked bars whose lowest part is not seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.dml import MSO_PATTERN

from exports.slides import references
from exports.slides.bar_axes import axes, inside, names_of
from exports.slides.charts_xml import finish
from exports.slides.forms import Form, add_group, text_box
from exports.slides.room import Room
from exports.slides.slide import Slide
from exports.slides.words import colour, one_line, plain

FOOT: Final = 0.35
"""Inches below columns for their names."""


@dataclass(frozen=True)
class _Step:
    """From where to where a bar goes, what is said of it, and how it looks."""

    name: str
    start: float
    value: float
    said: str
    shade: str
    hatched: bool
    bold: bool

    @property
    def ends(self) -> tuple[float, float]:
        """The lower and the upper end."""
        first, last = sorted((self.start, self.start + self.value))
        return first, last


def is_cascade(data: Sequence[dict[str, Any]]) -> bool:
    """Whether bars begin somewhere else than at zero."""
    return bool(data) and data[0].get("type") == "bar" and "base" in data[0]


def draw(shapes: Any, slide: Slide, room: Room) -> None:
    """A bar a step, with its words beside it."""
    figure, theme = slide.picture.figure, slide.theme
    upright, against = figure["data"][0].get("orientation") != "h", references.reference(figure)
    if against:
        room = room.part((0, 1), (0, 1 - references.FOOT / room.height))
    steps = _read(slide, upright=upright)
    data = CategoryChartData()
    data.categories = [step.name for step in steps]
    lows, highs = [step.ends[0] for step in steps], [step.ends[1] for step in steps]
    # A bar across zero has a part on either side of it, others one beyond the part that is not seen.
    clear = [max(low, 0.0) + min(high, 0.0) for low, high in zip(lows, highs, strict=True)]
    up = [max(high, 0.0) - max(low, 0.0) for low, high in zip(lows, highs, strict=True)]
    down = [min(low, 0.0) - min(high, 0.0) for low, high in zip(lows, highs, strict=True)]
    title = plain(figure["layout"]["title"]["text"]).partition("\n")[0]
    below = [("", down)] if any(down) else []
    for name, values in (("", clear), (title, up), *below):
        data.add_series(name, values)
    kind = XL_CHART_TYPE.COLUMN_STACKED if upright else XL_CHART_TYPE.BAR_STACKED
    frame = shapes.add_chart(kind, *room.emu, data)
    frame.element.nvGraphicFramePr.cNvPr.set("descr", slide.picture.sentence)
    longest = max(len(step.said) for step in steps)
    # Where bars are far from zero, the picture does not begin there.
    first = 0.0 if upright else max(0.0, figure["layout"]["xaxis"]["range"][0])
    ends = axes(frame.chart, (min(first, *lows), max(first, *highs)), longest, room, theme, upright=upright)
    inner = (0.0, 0.0, 1.0, 1 - FOOT / room.height) if upright else inside([step.name for step in steps], room)
    finish(frame.chart, inner)
    first, *others = frame.chart.plots[0].series
    first.format.fill.background()
    for series in others:
        _look(series, steps)
    drawing = room.part((inner[0], inner[0] + inner[2]), (inner[1], inner[1] + inner[3]))
    words = [_beside(step, n, len(steps), drawing, ends, theme.text, upright) for n, step in enumerate(steps)]
    add_group(shapes, "labels", words)
    if against:
        references.draw(shapes, slide, drawing, against, ends)


def _read(slide: Slide, *, upright: bool) -> list[_Step]:
    trace, layout = slide.picture.figure["data"][0], slide.picture.figure["layout"]
    if upright:
        names, values, told = [one_line(name) for name in trace["x"]], trace["y"], trace["text"]
    else:
        names, values = names_of(slide.picture.figure, trace), trace["x"]
        notes = [(note["y"], note["text"]) for note in layout["annotations"] if note.get("yref") == "y"]
        told = [" – ".join(said for at, said in notes if at == place) for place in trace["y"]]
    marker, count = trace["marker"], len(names)
    shapes = marker.get("pattern", {}).get("shape", [""] * count)
    every = zip(names, trace["base"], values, told, marker["color"], shapes, strict=True)
    return [
        _Step(n, float(s), float(v), plain(said), shade, bool(shape), "<b>" in said)
        for n, s, v, said, shade, shape in every
    ]


def _look(series: Any, steps: Sequence[_Step]) -> None:
    series.invert_if_negative = False
    for n, step in enumerate(steps):
        fill = series.points[n].format.fill
        if step.hatched:
            fill.patterned()
            fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
            fill.fore_color.rgb, fill.back_color.rgb = colour(step.shade), colour("#ffffff")
            series.points[n].format.line.color.rgb = colour(step.shade)
        else:
            fill.solid()
            fill.fore_color.rgb = colour(step.shade)


def _beside(step: _Step, n: int, count: int, drawing: Room, ends: tuple[float, float], ink: str, upright: bool) -> Form:
    """What is said of a step, right of its bar or above it."""
    far = (step.ends[1] - ends[0]) / (ends[1] - ends[0])
    if upright:
        middle = drawing.left + drawing.width * (n + 0.5) / count
        return text_box(
            Room(middle - 1, drawing.top + drawing.height * (1 - far) - 0.25, 2, 0.22), step.said, 12, ink, align="ctr"
        )
    middle = drawing.top + drawing.height * (n + 0.5) / count
    left = drawing.left + drawing.width * far + 0.06
    return text_box(Room(left, middle - 0.08, 2.2, 0.16), step.said, 9, ink, bold=step.bold)
