"""Tables of colours: a cell a district and period."""

from collections.abc import Mapping
from typing import Any, Final
from xml.etree.ElementTree import Element

from exports.images.lettering import Look, look_of, read, write
from exports.images.markup import add, paint, titled
from exports.images.panels import Panel
from exports.images.scales import Value
from exports.images.told import told
from exports.images.traces import shade

DARK: Final = 128
"""How light a colour has to be for dark letters, of 255."""
INKS: Final = ("#444444", "#ffffff")
"""Letters on light and on dark cells that do not say their colour, as in browsers."""


def draw(within: Element, trace: Mapping[str, Any], panel: Panel, usual: Look) -> None:
    """A trace of cells; those without a number are left out."""
    low, high = trace.get("zmin", 0), trace.get("zmax", 1)
    for row, (name, numbers) in enumerate(zip(trace["y"], trace["z"], strict=True)):
        for column, (period, number) in enumerate(zip(trace["x"], numbers, strict=True)):
            if number is None or number != number:
                continue
            colour = shade(trace["colorscale"], (number - low) / (high - low))
            cell = _cell(within, trace, panel, (period, name), colour)
            own = {"customdata": [row_of[column] for row_of in trace["customdata"]]} if "customdata" in trace else {}
            titled(cell, told({**trace, **own}, row, {"x": str(period), "y": _name(panel, name)}))
            _sign(within, trace, (row, column), (panel.x.at(period), panel.y.at(name)), colour, usual)


def _name(panel: Panel, place: Value) -> str:
    """What an axis calls a row."""
    named = dict(zip(panel.y_axis.get("tickvals", ()), panel.y_axis.get("ticktext", ()), strict=True))
    return str(named.get(place, place))


def _cell(within: Element, trace: Mapping[str, Any], panel: Panel, place: tuple[Value, Value], colour: str) -> Element:
    wide, high = abs(panel.x.per_unit) - trace.get("xgap", 0), abs(panel.y.per_unit) - trace.get("ygap", 0)
    x, y = panel.x.at(place[0]) - wide / 2, panel.y.at(place[1]) - high / 2
    return add(within, "rect", x=x, y=y, width=wide, height=high, **paint("fill", colour))


def _sign(
    within: Element,
    trace: Mapping[str, Any],
    at: tuple[int, int],
    middle: tuple[float, float],
    colour: str,
    usual: Look,
) -> None:
    """What stands in a cell."""
    form = trace.get("texttemplate", "")
    said = form.replace("%{text}", trace["text"][at[0]][at[1]]) if "%{text}" in form else form
    if not said:
        return
    look = look_of(trace.get("textfont"), Look(usual.size, _ink(colour)))
    write(within, read(said, look), look, middle[0], middle[1] + 0.35 * look.size, "center")


def _ink(colour: str) -> str:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return INKS[0] if 0.299 * red + 0.587 * green + 0.114 * blue > DARK else INKS[1]
