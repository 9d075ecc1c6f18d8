"""Traces of points: lines, areas that are filled, marks, words and limits."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final
from xml.etree.ElementTree import Element

from exports.images.cannot import CannotDraw
from exports.images.lettering import Look, look_of, read, write
from exports.images.markup import add, paint, short, titled
from exports.images.panels import Panel
from exports.images.scales import values
from exports.images.told import each, told

Spot = tuple[float, float] | None
"""A place in pixels; None where a line has a gap."""
SIDES: Final = {"right": "left", "left": "right", "center": "center"}
"""How words are aligned, by the side of their point on which they stand."""
MARK: Final = 6


def scatter(within: Element, trace: Mapping[str, Any], panel: Panel, usual: Look, clip: str) -> None:
    """A trace of points. usual: letters where it does not say how they look; clip: the address of the panel's edge."""
    mode, spots = trace["mode"], _spots(trace, panel)
    group = add(within, "g", opacity=trace.get("opacity"))
    inside = add(group, "g", clip_path=clip if trace.get("cliponaxis", True) else None)
    if trace.get("fill"):
        _area(inside, trace, spots)
    if "lines" in mode and trace.get("line", {}).get("width", 2) > 0:
        add(inside, "path", d=_path(spots), fill="none", stroke_linejoin="round", **line_look(trace.get("line", {})))
    if "error_x" in trace:
        _limits(group, trace, panel, spots)
    if "markers" in mode:
        _markers(group, trace, panel, spots)
    if "text" in mode:
        _words(group, trace, spots, usual)


def _spots(trace: Mapping[str, Any], panel: Panel) -> list[Spot]:
    x, y = values(trace, "x"), values(trace, "y")
    pairs = zip(x, y, strict=True)
    return [None if a is None or b is None else (panel.x.at(a), panel.y.at(b)) for a, b in pairs]


def runs(spots: Sequence[Spot]) -> Iterator[list[tuple[float, float]]]:
    """The stretches between gaps."""
    run: list[tuple[float, float]] = []
    for spot in [*spots, None]:
        if spot is not None:
            run.append(spot)
        elif run:
            yield run
            run = []


def _path(spots: Sequence[Spot], end: str = "") -> str:
    parts = (" ".join(f"{short(x)},{short(y)}" for x, y in run) for run in runs(spots))
    return " ".join(f"M{part}{end}" for part in parts)


def line_look(line: Mapping[str, Any]) -> dict[str, Any]:
    """A line of a figure as attributes."""
    width = line.get("width", 2)
    dash, unit = line.get("dash"), max(width, 3)
    lengths = {"dot": f"{unit},{unit}", "dash": f"{3 * unit},{3 * unit}", "solid": None}
    drawn = lengths[dash] if dash in lengths else str(dash).replace("px", "") if dash else None
    return {**paint("stroke", line["color"]), "stroke_width": width, "stroke_dasharray": drawn}


def _area(within: Element, trace: Mapping[str, Any], spots: Sequence[Spot]) -> None:
    if trace["fill"] != "toself":
        raise CannotDraw(f"the filling {trace['fill']!r}")
    add(within, "path", d=_path(spots, "Z"), **paint("fill", trace["fillcolor"]))


def _markers(within: Element, trace: Mapping[str, Any], panel: Panel, spots: Sequence[Spot]) -> None:
    marker, count = trace.get("marker", {}), len(spots)
    sizes, symbols = each(marker.get("size", MARK), count), each(marker.get("symbol", "circle"), count)
    colours = shades(marker, count, trace.get("line", {}).get("color", ""))
    edge, opacity = marker.get("line", {}), marker.get("opacity", 1)
    x, y = values(trace, "x"), values(trace, "y")
    for n, spot in enumerate(spots):
        if spot is None or not sizes[n] or not colours[n]:
            continue
        fill = paint("fill", colours[n], opacity)
        line = (
            paint("stroke", edge["color"]) | {"stroke_width": edge.get("width", 1)}
            if edge.get("width") and "color" in edge
            else {}
        )
        if symbols[n].endswith("-open"):
            fill, line = (
                {"fill": "none"},
                paint("stroke", colours[n], opacity) | {"stroke_width": edge.get("width") or 1},
            )
        mark = _mark(within, symbols[n], spot, sizes[n] / 2, fill | line)
        titled(mark, told(trace, n, {"x": _named(x[n], panel.x_axis), "y": _named(y[n], panel.y_axis)}))


def _named(value: Any, axis: Mapping[str, Any]) -> str:
    """A place as a tooltip says it: of years and names."""
    return f"{value:.0f}" if axis.get("hoverformat", axis.get("tickformat")) == "d" else str(value)


def _mark(within: Element, symbol: str, spot: tuple[float, float], radius: float, look: Mapping[str, Any]) -> Element:
    x, y = spot
    match symbol.removesuffix("-open"):
        case "circle":
            return add(within, "circle", cx=x, cy=y, r=radius, **look)
        case "triangle-down":
            wide, high = radius * 1.15, radius * 0.58
            corners = ((x - wide, y - high), (x + wide, y - high), (x, y + 2 * high))
            return add(within, "path", d=_path(corners, "Z"), **look)
    raise CannotDraw(f"the mark {symbol!r}")


def shades(marker: Mapping[str, Any], count: int, usual: str) -> list[str]:
    """The colour of each point: its own, or that of its number on the scale of colours."""
    colours = each(marker.get("color", usual), count)
    if not any(isinstance(colour, int | float) for colour in colours):
        return colours
    scale, low, high = marker["colorscale"], marker["cmin"], marker["cmax"]
    return [shade(scale, (colour - low) / (high - low)) for colour in colours]


def shade(scale: Sequence[Sequence[Any]], place: float) -> str:
    """The colour at a place from 0 to 1 of a scale of classes. Raises CannotDraw between two colours."""
    below = [colour for at, colour in scale if at <= place + 1e-9]
    above = [colour for at, colour in scale if at >= place - 1e-9]
    if below and above and (below[-1] == above[0] or any(abs(at - place) < 1e-9 for at, _ in scale)):
        return str(below[-1] if place < 1 else above[-1])
    raise CannotDraw("a colour between two of its scale")


def _limits(within: Element, trace: Mapping[str, Any], panel: Panel, spots: Sequence[Spot]) -> None:
    """Thin lines through the ends of ranges, with a short one across at each end."""
    error = trace["error_x"]
    look = {**paint("stroke", error["color"]), "stroke_width": error["thickness"]}
    for spot, below, above in zip(spots, error["arrayminus"], error["array"], strict=True):
        if spot is None or below is None or above is None or below != below:
            continue
        (x, y), per_unit, half = spot, panel.x.per_unit, error["width"]
        low, high = x - below * per_unit, x + above * per_unit
        across = "".join(f"M{short(end)},{short(y - half)}v{2 * half}" for end in (low, high))
        add(within, "path", d=f"M{short(low)},{short(y)}H{short(high)}{across}", fill="none", **look)


def _words(within: Element, trace: Mapping[str, Any], spots: Sequence[Spot], usual: Look) -> None:
    count, look = len(spots), look_of({"size": trace.get("textfont", {}).get("size", usual.size)}, usual)
    colours = each(trace.get("textfont", {}).get("color", usual.colour), count)
    side = trace.get("textposition", "middle center").split()[-1]
    form, own = trace.get("texttemplate", "%{text}"), each(trace.get("customdata", ""), count)
    for n, (spot, said) in enumerate(zip(spots, each(trace["text"], count), strict=True)):
        if spot is None or (not said and not own[n]):
            continue
        lines = read(
            form.replace("%{text}", str(said)).replace("%{customdata}", str(own[n])), Look(look.size, colours[n])
        )
        above = (len(lines) - 1) * 1.3 * look.size / 2
        write(within, lines, Look(look.size, colours[n]), spot[0], spot[1] - above + 0.35 * look.size, SIDES[side])
