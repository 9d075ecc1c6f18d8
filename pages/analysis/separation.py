"""Who lives apart: a group of residents, spread over the districts."""

from indicators.analysis import methods
from indicators.catalogue import Indicator
from indicators.selection import Selection
from pages.analysis.choice import one_of
from pictures.picture import Picture
from ui import frame, pictures
from ui.view import View


def place(view: View) -> list[Indicator]:
    """Places control, answer and pictures; returns the indicators behind them."""
    groups = methods.load()["separation"].indicators
    indicator = one_of(view, groups, groups[0])
    request = pictures.request(view, Selection((indicator,)))
    drawn = pictures.draw("separation", request)
    if isinstance(drawn, Picture):
        with view.top:
            frame.lead(drawn.sentence)
        pictures.draw("isolation", request)
    return [indicator]
