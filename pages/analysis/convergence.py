"""Did the districts grow together or apart: one indicator's spread over the years."""

from indicators.catalogue import Indicator
from pages.analysis.choice import Chosen, one_indicator, one_with
from pictures.picture import Picture
from ui import frame, pictures
from ui.view import View

DEFAULT = "unemployment_share"


def choose(view: View) -> Chosen:
    """Of which indicator."""
    return one_indicator(view, one_with(view, "convergence", DEFAULT))


def place(view: View, chosen: Chosen) -> list[Indicator]:
    """Places answer and pictures; returns the indicators behind them."""
    request = chosen.request
    drawn = pictures.draw("convergence", request)
    if isinstance(drawn, Picture):
        with view.top:
            frame.lead(drawn.sentence)
        pictures.draw("between boroughs", request)
    return [request.indicator]
