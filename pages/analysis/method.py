"""What each method of the page of analysis shows, and what stands below it."""

from collections.abc import Callable, Mapping
from typing import Final

import streamlit as st

from indicators.analysis import store
from indicators.analysis.methods import Method
from indicators.catalogue import Indicator
from locales import text
from pages.analysis import change_points, continuation, convergence, decomposition, kinds, neighbours, separation, usual
from pages.analysis.choice import Chosen
from ui import frame, own_groups
from ui.take_away import offers
from ui.take_away.offers import Figures
from ui.view import View

Placed = Callable[[View, Chosen], list[Indicator] | Figures]

PLACED: Final[Mapping[str, tuple[Callable[[View], Chosen], Placed]]] = {
    "convergence": (convergence.choose, convergence.place),
    "separation": (separation.choose, separation.place),
    "neighbours": (neighbours.choose, neighbours.place),
    "decomposition": (decomposition.choose, decomposition.place),
    "usual": (usual.choose, usual.place),
    "change_points": (change_points.choose, change_points.place),
    "kinds": (kinds.choose, kinds.place),
    "continuation": (continuation.choose, continuation.place),
}
"""By method, what places its controls; and what places its answer and pictures, and returns the indicators behind them,
or what a reader takes away where that is a table of their own choices."""
AGAIN: Final = 3.0
"""Seconds after which a page looks again for a result that is being made."""


def question(view: View, method: Method) -> str:
    """What a method answers, of the reader's group where it is asked of one."""
    _, group = own_groups.selected(view.lang, own_groups.current(view.dataset)) if method.id == "usual" else ("", "")
    return method.question[view.lang].format(group=group)


def choose(view: View, method: Method) -> Chosen:
    """Places a method's controls; returns what they say."""
    chosen, _ = PLACED[method.id]
    return chosen(view)


def place(view: View, method: Method, chosen: Chosen) -> Figures:
    """Places a method with what it assumes behind an i; returns what it offers to take away."""
    lang = view.lang
    _, placed = PLACED[method.id]
    found = placed(view, chosen)
    frame.behind(text(lang, "What this assumes"), list(method.assumes[lang]))
    frame.behind(text(lang, "What would make it wrong"), list(method.wrong[lang]))
    frame.behind(text(lang, "Reference"), [method.reference])
    if _is_being_made(view, method):
        _awaited(view, method)
    return found if isinstance(found, Figures) else offers.of_list(found)


@st.fragment(run_every=AGAIN)
def _awaited(view: View, method: Method) -> None:
    """Runs the page again once a result is there."""
    if not _is_being_made(view, method):
        st.rerun()


def _is_being_made(view: View, method: Method) -> bool:
    return any(
        store.result(view.dataset, name) is None and not store.failed(view.dataset, name) for name in method.results
    )
