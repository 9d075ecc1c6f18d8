"""Did the districts grow together or apart: one indicator's spread over the years."""

from indicators.catalogue import Indicator
from indicators.selection import Selection
from pages.analysis.choice import one_with
from pictures.picture import Picture
from ui import frame, pictures
from ui.view import View

DEFAULT = "unemployment_share"


def place(view: View) -> list[Indicator]:
    """Places control, answer and pictures; returns the indicators behind them."""
    indicator = one_with(view, "convergence", DEFAULT)
    request = pictures.request(view, Selection((indicator,)))
    drawn = pictures.draw("convergence", request)
    if isinstance(drawn, Picture):
        with view.top:
            frame.lead(drawn.sentence)
        pictures.draw("between boroughs", request)
    return [indicator]
