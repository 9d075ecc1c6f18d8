"""What happens when the application starts: the figures are read and checked, and what takes long is loaded aside."""

import gc
import logging
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from importlib import import_module
from threading import Event, Thread

import pandas as pd

from data import store
from indicators import catalogue
from indicators.figures.values import values
from server import page
from server.turns import in_turn


def use_python_strings() -> None:
    """Text kept by Python instead of Arrow: pages work on many small frames, where it is compared faster, so that a
    change of year takes a fifth less time."""
    pd.set_option("mode.string_storage", "python")


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[None]:
    """Reads the figures and checks the catalogue against them, so that the first visitor need not wait."""
    dataset = store.current()
    known = frozenset(dataset.observations["series"].cat.categories)
    declared = frozenset(dataset.sources) | frozenset(dataset.current.get("sources", {}))
    try:
        catalogue.check_series(catalogue.load().values(), known, declared)
    except catalogue.CatalogueError as error:
        # A store from before an update lacks what the update declares; every other indicator has its figures.
        logging.getLogger(__name__).error("%s; run python -m data.refresh", error)
    # What has been loaded by now stays anyway; searching it for garbage over and over would hold up pages.
    gc.freeze()
    # Pages compute beside the thread that answers browsers. By Python's default it would wait five milliseconds for
    # each of the hundred small steps that an answer takes; with fewer than a tenth of one, both only change places.
    sys.setswitchinterval(0.0002)
    stopped = Event()
    Thread(target=_warm, args=(stopped,), daemon=True).start()
    yield
    stopped.set()


def _warm(stopped: Event) -> None:
    """Does aside what takes long: scripts are compressed while the first browser comes, statistics loaded after that,
    and then every indicator, in turns with the pages: ten a second, or one where somebody reads."""
    page.pack()
    if stopped.wait(10):
        return
    import_module("scipy.stats")
    gc.freeze()
    busy = False
    for indicator in catalogue.load().values():
        if stopped.wait(1 if busy else 0.1):
            return
        busy = in_turn(partial(values, store.current(), indicator))
    gc.freeze()
