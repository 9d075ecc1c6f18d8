"""What many ask for is made once, but nobody gets what others asked for."""

import gc
import weakref
from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

import pytest

from charts.theme import DARK, LIGHT
from data import store
from indicators import catalogue
from indicators.figures.reader_groups import OwnGroup
from indicators.selection import Selection
from pictures.again import kept_for_all
from pictures.map_sentence import sentence
from pictures.registry import OFTEN, draw
from pictures.request import Request
from pictures.tables import change_table

OTHER: dict[str, Any] = {
    "lang": "en",
    "theme": DARK,
    "boundaries": "../boundaries/",
    "spans": "../changes.json",
    "lit": ("71",),
    "period": "2015",
    "scheme": "quantiles",
    "classes_of": "all",
    "measure": "index",
    "fit": True,
    "narrow": True,
    "inner": True,
    "sentence": "So it is.",
    "subject": "71",
    "reference": "70",
}
OTHER_SELECTION: dict[str, Any] = {
    "indicators": (catalogue.load()["base_rent"],),
    "areas": ["71"],
    "levels": ("stadtbezirk", "city"),
    "own": (OwnGroup("own-1", "Meine", ("70", "71")),),
    "start": "2000",
    "end": "2020",
}
APART = {"dataset", "selection", "scenario", "district"}


def asked() -> Request:
    """By lists, as pages and addresses say them."""
    selection = Selection([catalogue.load()["population"]], levels=["ortsteil", "city"], start="2012", end="2024")
    return Request("de", store.current(), LIGHT, selection)


def others() -> dict[str, Request]:
    """By what they differ in, requests for something else."""
    selection = asked().selection
    found = {name: replace(asked(), **{name: value}) for name, value in OTHER.items()}
    chosen = {name: replace(selection, **{name: value}) for name, value in OTHER_SELECTION.items()}
    return found | {name: replace(asked(), selection=value) for name, value in chosen.items()}


def counting() -> tuple[Callable[[Request], int], list[Request]]:
    """A function that tells how often it was computed, and what for."""
    met: list[Request] = []

    @kept_for_all
    def nth(request: Request) -> int:
        met.append(request)
        return len(met)

    return nth, met


def test_the_same_is_made_once() -> None:
    nth, met = counting()
    assert [nth(asked()), nth(asked())] == [1, 1]
    for name in OTHER:
        assert getattr(met[0], name) == getattr(asked(), name)
    for name in OTHER_SELECTION:
        assert tuple(getattr(met[0].selection, name) or ()) == tuple(getattr(asked().selection, name) or ())


def test_whatever_a_request_says_tells_it_from_others() -> None:
    assert {field.name for field in fields(Request)} == OTHER.keys() | APART
    assert {field.name for field in fields(Selection)} == OTHER_SELECTION.keys()
    nth, met = counting()
    assert [nth(asked()), *map(nth, others().values())] == [*range(1, len(OTHER) + len(OTHER_SELECTION) + 2)]
    assert nth(replace(asked(), dataset=replace(store.current()))) == len(met)


@pytest.mark.parametrize("kind", ["change map", "change ranking"])
def test_a_picture_is_that_of_the_request(kind: str) -> None:
    """Of another span after the first one, in words that name it."""
    for end in ("2020", "2021"):
        drawn = draw(kind, replace(asked(), selection=replace(asked().selection, end=end)))
        assert not isinstance(drawn, str)
        assert end in drawn.file
        assert end in drawn.sentence


def test_figures_are_freed_with_what_was_drawn_of_them() -> None:
    """Without the garbage collector, which passes over what a server had loaded when it started."""
    dataset = replace(store.current())
    gc.disable()
    try:
        request = replace(asked(), dataset=dataset)
        for kind in OFTEN:
            draw(kind, request)
        sentence(request, "change")
        change_table(request)
        old = weakref.ref(dataset)
        del dataset, request
        assert old() is None
    finally:
        gc.enable()
