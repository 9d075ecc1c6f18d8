"""When did the city turn: its yearly growth and the levels of it."""

from indicators import catalogue
from indicators.analysis.change_points import INDICATOR
from indicators.catalogue import Indicator
from indicators.selection import Selection
from pictures.analysis.change_points import levels_table
from pictures.picture import Picture
from ui import frame, pictures
from ui.drawing import tables
from ui.view import View


def place(view: View) -> list[Indicator]:
    """Places answer, picture and table; returns the indicator behind them."""
    indicator = catalogue.load()[INDICATOR]
    request = pictures.request(view, Selection((indicator,)))
    drawn = pictures.draw("change points", request)
    if isinstance(drawn, Picture):
        with view.top:
            frame.lead(drawn.sentence)
        tables.place(levels_table(view.lang, drawn.table))
    return [indicator]
