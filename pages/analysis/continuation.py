"""If it went on like this: one indicator of one place, some years ahead."""

from functools import partial

from data.areas import CITY
from exports.area_ids import identified
from indicators.analysis import methods, store
from indicators.catalogue import Indicator
from indicators.selection import Selection
from locales import in_order, text
from pages.analysis.choice import Chosen, one_of
from pictures.analysis.continuation import continuation_table
from pictures.picture import Picture
from ui import controls, frame, pictures
from ui.drawing import tables
from ui.lists.words import with_parts
from ui.take_away import offers
from ui.take_away.offers import Figures, Table
from ui.view import View
from words.analysis.continuation import naive_is_nearer


def choose(view: View) -> Chosen:
    """Of which indicator, and where."""
    ids = methods.load()["continuation"].indicators
    indicator = one_of(view, ids, ids[0])
    area = _area(view, indicator)
    request = pictures.request(view, Selection((indicator,), areas=(area,)))
    return Chosen(request, (indicator.title[view.lang], request.names[area]))


def place(view: View, chosen: Chosen) -> list[Indicator] | Figures:
    """Places answer, picture and table; returns the indicator behind them, and the table of all places."""
    request, indicator = chosen.request, chosen.request.indicator
    drawn = pictures.draw("continuation", request)
    if isinstance(drawn, Picture):
        with view.top:
            frame.lead(drawn.sentence)
        tables.place(continuation_table(request, drawn.table))
        found = store.result(view.dataset, "continuation")
        if found is not None:
            every = found[found["indicator"] == indicator.id]
            frame.note(naive_is_nearer(view.lang, every))
            title = text(view.lang, "{indicator}: if it went on like this", indicator=indicator.title[view.lang])
            table = Table(
                title, f"leipzig_{indicator.id}_continuation", len(every), partial(identified, view.dataset, every)
            )
            return offers.of_table(indicator, table)
    return [indicator]


def _area(view: View, indicator: Indicator) -> str:
    """The city, or one of the districts whose comparable years are enough."""
    found = store.result(view.dataset, "continuation")
    known = {CITY} if found is None else set(found.loc[found["indicator"] == indicator.id, "area"])
    districts = {code: name for code, name in in_order(view.dataset.names["ortsteil"]).items() if code in known}
    names = with_parts(view.dataset, view.dataset.names["city"] | districts)
    with controls.row():
        return controls.select(text(view.lang, "Area"), "area", names, CITY)
