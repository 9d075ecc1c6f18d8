"""Shapes as Open XML, many written at once: a library that adds one after the other looks for the edges of the whole
group again each time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

from pptx.oxml import parse_xml
from pptx.util import Inches, Pt

from exports.slides.room import Room
from exports.slides.words import colour

SPACES: Final = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
RECTANGLE: Final = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
OVAL: Final = '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>'
NOTHING: Final = "<a:noFill/>"

Box = tuple[int, int, int, int]
"""Left, top, width and height as the file format counts (EMU)."""
Ring = Sequence[tuple[int, int]]


@dataclass(frozen=True)
class Words:
    """What stands in a shape, a line a paragraph. size: in points; align: `l`, `ctr` or `r`; opacity: in percent."""

    said: str
    size: float
    shade: str
    bold: bool = False
    align: str = "l"
    opacity: int = 100


@dataclass(frozen=True)
class Form:
    """A shape. told: its alternative text; fill, edge: colours of a theme, empty for none; opacity: of the fill, in
    percent; width: of the edge, in points; turn: clockwise, in degrees."""

    box: Box
    geometry: str = RECTANGLE
    name: str = ""
    told: str = ""
    fill: str = ""
    opacity: int = 100
    edge: str = ""
    width: float = 0.0
    words: Words | None = None
    turn: int = 0


def box_of(room: Room) -> Box:
    """A place in inches as the file format counts."""
    return tuple(map(int, room.emu))  # type: ignore[return-value]  # of four


def add(shapes: Any, form: Form) -> None:
    """Adds one shape to a slide."""
    number = _next_id(shapes)
    shapes._spTree.append(parse_xml(_written(form, number, SPACES)))


def add_group(shapes: Any, name: str, forms: Sequence[Form]) -> None:
    """Adds shapes as a group with a name; none where there are none."""
    if not forms:
        return
    number = _next_id(shapes)
    inside = "".join(_written(form, n) for n, form in enumerate(forms, number + 1))
    left, top = (min(form.box[i] for form in forms) for i in (0, 1))
    wide, high = (max(form.box[i] + form.box[i + 2] for form in forms) - (left, top)[i] for i in (0, 1))
    ends = f'<a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/>'
    same = f'<a:chOff x="{left}" y="{top}"/><a:chExt cx="{wide}" cy="{high}"/>'
    shapes._spTree.append(
        parse_xml(
            f'<p:grpSp {SPACES}><p:nvGrpSpPr><p:cNvPr id="{number}" name={quoteattr(name)}/><p:cNvGrpSpPr/><p:nvPr/>'
            f"</p:nvGrpSpPr><p:grpSpPr><a:xfrm>{ends}{same}</a:xfrm></p:grpSpPr>{inside}</p:grpSp>"
        )
    )


def outline(rings: Sequence[Ring]) -> tuple[Box, str]:
    """Where a shape of closed rings is, and its geometry; holes stay open, as those of one path do."""
    across, up = ([point[i] for ring in rings for point in ring] for i in (0, 1))
    left, top = min(across), min(up)
    wide, high = max(across) - left, max(up) - top
    path = "".join(_path(ring, left, top) for ring in rings)
    lists = '<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="l" t="t" r="r" b="b"/>'
    drawn = f'<a:pathLst><a:path w="{wide}" h="{high}">{path}</a:path></a:pathLst>'
    return (left, top, wide, high), f"<a:custGeom>{lists}{drawn}</a:custGeom>"


def _path(ring: Ring, left: int, top: int) -> str:
    first, *others = (f'<a:pt x="{x - left}" y="{y - top}"/>' for x, y in ring)
    return f"<a:moveTo>{first}</a:moveTo>{''.join(f'<a:lnTo>{point}</a:lnTo>' for point in others)}<a:close/>"


def _next_id(shapes: Any) -> int:
    """A number that no shape of the slide has."""
    tree = shapes._spTree
    return 1 + max(int(each) for each in tree.xpath("//@id") if each.isdigit())


def _written(form: Form, number: int, spaces: str = "") -> str:
    left, top, wide, high = form.box
    told = f" descr={quoteattr(form.told)}" if form.told else ""
    edge = f'<a:ln w="{Pt(form.width)}">{filled(form.edge)}</a:ln>' if form.edge else f"<a:ln>{NOTHING}</a:ln>"
    box = ' txBox="1"' if form.words and not form.fill else ""
    return (
        f'<p:sp {spaces}><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(form.name or f"Shape {number}")}{told}/>'
        f"<p:cNvSpPr{box}/><p:nvPr/></p:nvSpPr><p:spPr>"
        f'<a:xfrm rot="{form.turn * 60000}"><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        f"{form.geometry}{filled(form.fill, form.opacity)}{edge}</p:spPr>{_body(form.words)}</p:sp>"
    )


def filled(shade: str, opacity: int = 100) -> str:
    """A colour of a theme as a fill; empty or not seen: none. opacity: in percent."""
    seen = colour(shade) if shade else None
    if seen is None:
        return NOTHING
    alpha = f'<a:alpha val="{opacity * 1000}"/>' if opacity < 100 else ""
    return f'<a:solidFill><a:srgbClr val="{seen}">{alpha}</a:srgbClr></a:solidFill>'


def _body(words: Words | None) -> str:
    """A text without margins. Without words a body is left out, as it may be."""
    if words is None:
        return ""
    lines = "".join(paragraph(line, words) for line in words.said.split("\n"))
    return (
        '<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></a:bodyPr>'
        f"<a:lstStyle/>{lines}</p:txBody>"
    )


def paragraph(line: str, words: Words) -> str:
    """A line of a text with the look of the words that it is of."""
    look = f'sz="{round(words.size * 100)}" b="{int(words.bold)}" dirty="0"'
    if not line:
        return f"<a:p><a:endParaRPr {look}/></a:p>"
    letters = f"<a:rPr {look}>{filled(words.shade, words.opacity)}</a:rPr>"
    return f'<a:p><a:pPr algn="{words.align}"/><a:r>{letters}<a:t>{escape(line)}</a:t></a:r></a:p>'


def write(shapes: Any, room: Room, said: str, size: float, shade: str, *, bold: bool = False, align: str = "l") -> None:
    """A text box on a slide; none where there is nothing to say."""
    if said:
        add(shapes, text_box(room, said, size, shade, bold=bold, align=align))


def text_box(room: Room, said: str, size: float, shade: str, *, bold: bool = False, align: str = "l") -> Form:
    """A text in a place, as a shape without a look of its own."""
    return Form(box_of(room), words=Words(said, size, shade, bold, align))


def emu(inches: float) -> int:
    """Inches as the file format counts."""
    return int(Inches(inches))
