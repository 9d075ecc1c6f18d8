"""Pages run one after the other.

Python computes one at a time anyway; pages that run side by side spend their time on waiting for each other's locks.
Fifty readers with three seconds between their changes waited 3.5 seconds for each, and 1.2 in turns.
"""

from collections import deque
from collections.abc import Callable
from threading import Lock
from time import monotonic
from typing import Final

_turn: Final = Lock()
_ended: Final = deque([0.0], maxlen=1)
"""When the last page ended, in seconds of the monotonic clock."""


def in_turn(run: Callable[[], None]) -> None:
    """Runs a page when it is its turn."""
    with _turn:
        try:
            run()
        finally:
            _ended.append(monotonic())


def quiet_for() -> float:
    """Seconds since a page ran; zero while one does."""
    return 0.0 if _turn.locked() else monotonic() - _ended[0]
