"""What a reader asks for that nobody computed before: in a process of its own, so that it holds up no page.

The process starts when it is first needed, and ends when nobody asked for a while, or with the application.
"""

import logging
import os
import signal
import sys
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from functools import cache, partial
from multiprocessing import get_context, parent_process
from threading import Thread
from types import ModuleType
from typing import Final

import pandas as pd

from data import store
from data.store import Dataset
from indicators import catalogue
from indicators.catalogue import Indicator
from indicators.kept import kept_lately

LIMIT: Final = 20
"""Seconds of the processor that a computation may take; its process ends then. On a machine that has much else to do,
that may be minutes, and the computation is no worse for it."""
IDLE: Final = 900
"""Seconds without a question after which the process ends and gives its memory back."""
ATTEMPTS: Final = 3
"""Of a computation whose process ended under it, perhaps through no fault of its own."""
LOG: Final = logging.getLogger(__name__)

Computes = Callable[..., pd.DataFrame]
"""A function at the head of a module, of a dataset, an indicator, and what else was asked."""


class GivenUpError(RuntimeError):
    """What was asked for could not be computed."""


def asked(
    dataset: Dataset, computes: Computes, indicator: Indicator, *what: Hashable, seconds: float = 0
) -> pd.DataFrame | None:
    """What a function gives; None while it is under way, after waiting so many seconds. Raises GivenUpError where it
    failed or took too long."""
    for attempt in range(ATTEMPTS):
        under_way = _begun(dataset, computes, indicator.id, what, attempt)
        wait([under_way], seconds)
        if not under_way.done():
            return None
        error = under_way.exception()
        if error is None:
            return under_way.result()
        if not isinstance(error, BrokenProcessPool):
            break
    raise GivenUpError(f"{computes.__name__} of {indicator.id} for {what}") from error


@kept_lately
def _begun(
    dataset: Dataset, computes: Computes, indicator: str, what: tuple[Hashable, ...], _attempt: int
) -> Future[pd.DataFrame]:
    task = partial(_computed, LIMIT, computes, dataset.version, indicator, what)
    try:
        begun = _process().submit(task)
    except BrokenProcessPool:
        _process.cache_clear()
        begun = _process().submit(task)
    begun.add_done_callback(_logged)
    return begun


@cache
def _process() -> ProcessPoolExecutor:
    # Spawned, as a fork would copy the locks of the threads that answer browsers. It would begin with the script that
    # runs here, which is a page: shown to nobody, and perhaps asking for a computation itself.
    process, page = ProcessPoolExecutor(1, get_context("spawn"), _prepare), sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        process.submit(os.getpid)
    finally:
        sys.modules["__main__"] = page
    return process


def _logged(ended: Future[pd.DataFrame]) -> None:
    if error := ended.exception():
        LOG.error("a computation that a reader asked for failed", exc_info=error)


def _prepare() -> None:
    """In the process: pages go first, and it ends with the application, even one that was killed."""
    os.nice(10)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)


def _computed(limit: int, computes: Computes, version: str, indicator: str, what: tuple[Hashable, ...]) -> pd.DataFrame:
    """In the process: one timer ends it with what a computation may take, the other with the time without any."""
    signal.setitimer(signal.ITIMER_PROF, limit)
    signal.alarm(IDLE)
    try:
        return computes(store.version(version), catalogue.load()[indicator], *what)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.alarm(IDLE)
