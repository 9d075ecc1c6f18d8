"""What a reader chooses on the page of analysis."""

from collections.abc import Sequence
from dataclasses import dataclass

from indicators import catalogue
from indicators.analysis import store
from indicators.catalogue import Indicator
from indicators.selection import Selection
from locales import text
from pictures.request import Request
from ui import controls, pictures
from ui.lists.offered import choosable
from ui.view import View


@dataclass(frozen=True, eq=False)
class Chosen:
    """What a method is asked; told: what of it was chosen, in the words of a line; view: which of its views is shown,
    where a method has several."""

    request: Request
    told: tuple[str, ...] = ()
    view: str = ""


def one_indicator(view: View, indicator: Indicator) -> Chosen:
    """An indicator, chosen by name, and nothing else."""
    return Chosen(pictures.request(view, Selection((indicator,))), (indicator.title[view.lang],))


def one_with(view: View, result: str, default: str) -> Indicator:
    """One of the indicators that a result has rows of."""
    found = store.result(view.dataset, result)
    return one_of(view, [] if found is None else found["indicator"].unique().tolist(), default)


def one_of(view: View, ids: Sequence[str], default: str) -> Indicator:
    """One of the indicators that a method has results of, of all while these are being made."""
    offered = choosable(view, "indicator")
    names = {id: name for id, name in offered.items() if not ids or id in ids}
    with controls.row():
        id = controls.select(text(view.lang, "Indicator"), "indicator", names, default)
    return catalogue.load()[id]
