"""Results that a version of the figures keeps itself, so that they are freed with it.

Neither a result nor an argument may hold the dataset: what holds itself waits for the garbage collector, which passes
over what the server had loaded when it started.
"""

from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import Any, Final, ParamSpec, TypeVar

from data.store import Dataset

MOST: Final = 512
"""Results that are kept of a function whose arguments readers make up."""

Asked = ParamSpec("Asked")
Result = TypeVar("Result")


def kept(function: Callable[Asked, Result]) -> Callable[Asked, Result]:
    """The function, whose results the dataset among its arguments keeps; the other arguments are declared things."""
    return _kept(function, None)


def kept_lately(function: Callable[Asked, Result]) -> Callable[Asked, Result]:
    """The function, whose last `MOST` results are kept: for arguments that readers make up, such as groups and years,
    so that nobody fills the memory."""
    return _kept(function, MOST)


def _kept(function: Callable[Asked, Result], most: int | None) -> Callable[Asked, Result]:
    lock = Lock()

    @wraps(function)
    def result(*args: Asked.args, **named: Asked.kwargs) -> Result:
        every: tuple[Any, ...] = (*args, *named.values())
        dataset = next(each for each in every if isinstance(each, Dataset))
        key = (*(each for each in every if each is not dataset), *named)
        with lock:
            results = dataset.results.setdefault(function, {})
            if key in results:
                known: Result = results.pop(key)
                results[key] = known
                return known
        # Two pages may compute the same at once, but none waits for another.
        made = function(*args, **named)
        with lock:
            shared: Result = results.setdefault(key, made)
            if most is not None and len(results) > most:
                del results[next(iter(results))]
        return shared

    return result
