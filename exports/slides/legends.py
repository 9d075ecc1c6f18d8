"""Legends of maps: classes with their ends, or circles with their values."""

from collections.abc import Iterator, Sequence
from typing import Any

from charts.choropleth import COUNT
from charts.circles import SIZE
from exports.slides.forms import OVAL, Form, add_group, box_of, text_box
from exports.slides.room import Room
from exports.slides.slide import Slide
from exports.slides.words import opacity, plain


def draw(shapes: Any, slide: Slide, room: Room, per_pixel: float) -> None:
    """What colours or sizes mean. per_pixel: inches of a pixel of the map on the page."""
    scales = [trace for trace in slide.picture.figure["data"] if "colorbar" in trace]
    forms = _classes(slide, scales[0], room) if scales else _sizes(slide, room, per_pixel)
    add_group(shapes, "legend", list(forms))


def _classes(slide: Slide, trace: dict[str, Any], room: Room) -> Iterator[Form]:
    """The classes' colours with the numbers between them and, above, how many districts each holds."""
    bar, colours = trace["colorbar"], [shade for _, shade in trace["colorscale"][::2]]
    own, muted = room.part((0.2, 0.8), (0, 1)), slide.theme.muted
    width = own.width / len(colours)
    for n, shade in enumerate(colours):
        yield Form(box_of(Room(own.left + n * width, own.top + 0.22, width, 0.14)), fill=shade)
    for place, said in _apart(bar, width):
        middle = own.left + (place + 0.5) * width
        half = max(0.6, 0.04 * len(said))
        yield text_box(Room(middle - half, own.top + 0.38, 2 * half, 0.18), said, 9, muted, align="ctr")
    for n, count in _counts(slide):
        yield text_box(Room(own.left + n * width, own.top + 0.03, width, 0.18), count, 9, muted, align="ctr")


def _apart(bar: dict[str, Any], width: float) -> Sequence[tuple[float, str]]:
    """The numbers between the classes, every second one where they would touch. width: of a class, in inches."""
    told = [(place, plain(said)) for place, said in zip(bar["tickvals"], bar["ticktext"], strict=True)]
    longest = max((len(said) for _, said in told), default=0)
    return told if 0.075 * longest <= width else told[::2]


def _counts(slide: Slide) -> Iterator[tuple[int, str]]:
    for annotation in slide.picture.figure["layout"]["annotations"]:
        if annotation.get("name", "").startswith(COUNT) and annotation["text"]:
            yield int(annotation["name"].removeprefix(COUNT)), annotation["text"]


def _sizes(slide: Slide, room: Room, per_pixel: float) -> Iterator[Form]:
    """What the sizes of circles mean, each with its number."""
    layout = slide.picture.figure["layout"]
    circles = [one for one in layout.get("shapes", ()) if one.get("name") == SIZE and one["type"] == "circle"]
    labels = [plain(one["text"]) for one in layout["annotations"] if one.get("name") == SIZE]
    left, foot = room.left, room.top + room.height
    for circle, said in zip(circles, labels, strict=True):
        wide, fill = (circle["x1"] - circle["x0"]) * per_pixel, circle.get("fillcolor", "")
        box = box_of(Room(left, foot - wide, wide, wide))
        yield Form(box, OVAL, fill=fill, opacity=opacity(fill), edge=circle["line"]["color"], width=1)
        yield text_box(Room(left + wide + 0.06, foot - 0.18, 0.9, 0.18), said, 9, slide.theme.muted)
        left += wide + 1.0
