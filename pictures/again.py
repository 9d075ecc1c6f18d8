"""What many readers ask for alike is made once for each version of the figures."""

from collections.abc import Callable
from dataclasses import fields
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from data.store import Dataset
from indicators.kept import kept_lately
from indicators.selection import Selection
from pictures.request import Request

Said = tuple[tuple[str, Any], ...]
"""Fields and their values, which tell one request from another."""

More = ParamSpec("More")
Made = TypeVar("Made")


def kept_for_all(make: Callable[Concatenate[Request, More], Made]) -> Callable[Concatenate[Request, More], Made]:
    """A function of a request, whose last results are kept by what was asked for; nobody may change them.

    Where something is assumed (a scenario, an energy district), it is the reader's own, and made anew.
    """

    @kept_lately
    def made(dataset: Dataset, asked: Said, selection: Said, *more: More.args, **named: More.kwargs) -> Made:
        chosen = Selection(**dict(selection))
        return make(Request(dataset=dataset, selection=chosen, **dict(asked)), *more, **named)

    @wraps(make)
    def result(request: Request, /, *more: More.args, **named: More.kwargs) -> Made:
        if request.scenario or request.district:
            return make(request, *more, **named)
        return made(request.dataset, _said(request), _said(request.selection), *more, **named)

    return result


def _said(of: Request | Selection) -> Said:
    """Lists as tuples, which can be told apart; without what holds the dataset, or is given apart from these."""
    every = (
        (field.name, getattr(of, field.name)) for field in fields(of) if field.name not in ("dataset", "selection")
    )
    return tuple((name, tuple(value) if isinstance(value, list) else value) for name, value in every)
