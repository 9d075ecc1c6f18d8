"""What a reader chooses on the page of analysis."""

from collections.abc import Sequence

from indicators import catalogue
from indicators.analysis import store
from indicators.catalogue import Indicator
from locales import text
from ui import controls
from ui.lists.offered import choosable
from ui.view import View


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
