"""Leipzig West beside what was usual: beside the rest of the city, and beside its synthetic twin."""

from charts.table import html_table
from indicators.analysis import methods
from indicators.analysis.event_study import WEST
from indicators.catalogue import Indicator
from indicators.selection import Selection
from locales import number, text
from pages.analysis.choice import one_of
from pictures.analysis.usual import group, programmes
from pictures.picture import Picture
from pictures.request import Request
from ui import frame, pictures
from ui.drawing import tables
from ui.view import View
from words.analysis.usual import DECIMALS, coincides, twin_of


def place(view: View) -> list[Indicator]:
    """Places controls, answer, pictures and tables; returns the indicators behind them."""
    told = methods.load()["usual"].indicators
    indicator = one_of(view, told, told[0])
    request = pictures.request(view, Selection((indicator,), areas=(WEST,)))
    drawn = pictures.draw("event study", request)
    if isinstance(drawn, Picture):
        with view.top:
            frame.lead(drawn.sentence)
            if context := [one for one in programmes(request) if one.last >= drawn.table["period"].iloc[0]]:
                frame.said(coincides(view.lang, context))
        _twin(request)
        _by_year(request, drawn)
    return [indicator]


def _twin(request: Request) -> None:
    drawn = pictures.draw("synthetic twin", request)
    if isinstance(drawn, Picture):
        frame.said(drawn.sentence)
        gaps = pictures.draw("placebo gaps", request)
        if isinstance(gaps, Picture):
            frame.note(twin_of(request.lang, gaps.table, request.dataset.all_names))


def _by_year(request: Request, drawn: Picture) -> None:
    """The table behind the picture, newest year first."""
    lang, name = request.lang, group(request)
    columns = ("own", "rest", "difference", "low", "high")
    header = [
        text(lang, "Year"),
        name,
        text(lang, "Rest of the city"),
        text(lang, "Difference"),
        text(lang, "usual from"),
        text(lang, "usual to"),
    ]
    rows = [
        [row["period"], *(number(lang, row[column], DECIMALS, signed=True) for column in columns)]
        for row in drawn.table.to_dict("records")[::-1]
    ]
    tables.place(html_table(text(lang, "Year by year, in points"), header, rows, (), in_order=True))
