"""How each city is drawn beside the others."""

from charts.theme import Figure, Theme
from charts.timeline import Line
from data import cities
from data.areas import CITY


def lines(names: dict[str, str], theme: Theme) -> list[Line]:
    """How each city is drawn, muted unless a colour is declared; Leipzig last, on top of the others."""
    colours = {city.code: theme.lines[city.colour] for city in cities.load() if city.colour is not None}
    others = [Line(area, name, colours.get(area, theme.muted)) for area, name in names.items() if area != CITY]
    return [*others, Line(CITY, names[CITY], theme.accent, 3.5)]


def set_off(figure: Figure, name: str) -> Figure:
    """The same picture with the line of one name drawn thicker."""
    traces = [
        trace | {"line": trace["line"] | {"width": 4.5}} if trace.get("name") == name else trace
        for trace in figure["data"]
    ]
    return {"data": traces, "layout": figure["layout"]}
