"""Pages run one after the other.

Python computes one at a time anyway; pages that run side by side spend their time on waiting for each other's locks.
Fifty readers with three seconds between their changes waited 3.5 seconds for each, and 1.2 in turns.
"""

from collections.abc import Callable
from threading import Lock
from typing import Final

_turn: Final = Lock()


def in_turn(run: Callable[[], None]) -> None:
    """Runs a page when it is its turn."""
    with _turn:
        run()
