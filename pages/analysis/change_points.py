"""When did the city turn: its yearly growth and the levels of it."""

from indicators import catalogue
from indicators.analysis.change_points import INDICATOR
from indicators.catalogue import Indicator
from indicators.selection import Selection
from locales import text
from pages.analysis.choice import Chosen
from pictures.analysis.change_points import levels_table
from pictures.picture import Picture
from ui import frame, pictures
from ui.drawing import tables
from ui.take_away import offers
from ui.take_away.offers import Figures, Table
from ui.view import View


def choose(view: View) -> Chosen:
    """The city's population; there is nothing to choose."""
    return Chosen(pictures.request(view, Selection((catalogue.load()[INDICATOR],))))


def place(view: View, chosen: Chosen) -> list[Indicator] | Figures:
    """Places answer, picture and table; returns the indicator behind them, and the table year by year."""
    request, indicator = chosen.request, chosen.request.indicator
    drawn = pictures.draw("change points", request)
    if isinstance(drawn, Picture):
        with view.top:
            frame.lead(drawn.sentence)
        tables.place(levels_table(view.lang, drawn.table))
        title = text(view.lang, "When the city’s growth moved to another level")
        return offers.of_table(indicator, Table(title, drawn.file, len(drawn.table), drawn.table.copy))
    return [indicator]
