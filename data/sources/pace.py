"""How often a host is asked: whoever asks waits for a turn, whichever thread that is in."""

import time
from collections import defaultdict
from collections.abc import Callable
from threading import Lock
from typing import Any, Final

from urllib3 import BaseHTTPResponse, Retry

PER_SECOND: Final = 2
"""Requests to one host: those of a whole refresh are spread over a quarter of a minute."""

Turn = Callable[[str], None]
"""Waits until a host may be asked again."""


def at_once(_host: str) -> None:
    """The turn of whoever need not wait."""


def at_most(
    per_second: float = PER_SECOND,
    clock: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
) -> Turn:
    """Turns that are spread evenly, so many a second for each host. clock, sleep: seconds."""
    free: defaultdict[str, float] = defaultdict(float)
    lock = Lock()

    def turn(host: str) -> None:
        with lock:
            now = clock()
            begins = max(free[host], now)
            free[host] = begins + 1 / per_second
        if begins > now:
            sleep(begins - now)

    return turn


class PoliteRetry(Retry):
    """Waits for its turn before each further attempt, too."""

    turn: Callable[[], None]

    def new(self, **changed: Any) -> "PoliteRetry":
        """As it was, with what changed."""
        further = super().new(**changed)
        further.turn = self.turn
        return further

    def sleep(self, response: BaseHTTPResponse | None = None) -> None:
        """Called before each further attempt."""
        super().sleep(response)
        self.turn()
