"""Pages run one after the other, in the order in which they were asked for.

Python computes one at a time anyway; pages that run side by side spend their time on waiting for each other's locks.
Fifty readers with three seconds between their changes waited 3.5 seconds for each, and 1.2 in turns. A lock alone would
let whoever comes just then go before those who wait.

A run that takes longer than its limit leaves the line, which moves on; a thread can't be ended from outside, so that it
goes on beside the others. So does a run that nobody waits for any more.
"""

import logging
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock, Timer
from typing import Final

LIMIT: Final = 20.0
"""Seconds that a run may hold up the others, unless said otherwise."""
LOOK: Final = 0.25
"""Seconds after which one that waits looks anew whether it is still wanted."""
LOG: Final = logging.getLogger(__name__)


@dataclass(eq=False)
class _Turn:
    """A place in the line. called: open when it has come; since: when it became the first."""

    called: Lock = field(default_factory=Lock)
    since: float = 0.0


@dataclass(frozen=True)
class Line:
    """How the line stands.

    runs: in it, with the one that is under way; seconds: since the line last moved, 0 for an empty one; beyond: runs
    that went on after their limit, and still do.
    """

    runs: int
    seconds: float
    beyond: int


_line: Final[deque[_Turn]] = deque()
_beyond: Final[set[_Turn]] = set()
_line_moves: Final = Lock()


def _nothing() -> None:
    """What is done where nothing is said."""


def in_turn(
    run: Callable[[], object],
    *,
    limit: float = LIMIT,
    wanted: Callable[[], None] = _nothing,
    late: Callable[[], None] = _nothing,
) -> bool:
    """Runs a page, or what computes like one, when it is its turn; whether it had to wait for others.

    wanted: raises when the run is wanted no more, so that it leaves the line; late: called at the limit, in seconds,
    in a thread of its own.
    """
    turn = _Turn()
    turn.called.acquire()
    with _line_moves:
        _line.append(turn)
        first = _line[0] is turn
        if first:
            _call_first()
    ends = Timer(limit, _overdue, (turn, limit, late))
    ends.daemon = True
    try:
        while not turn.called.acquire(timeout=LOOK):
            wanted()
        wanted()
        ends.start()
        run()
    finally:
        ends.cancel()
        _leave(turn)
        _beyond.discard(turn)
    return not first


def line() -> Line:
    """How the line stands now."""
    with _line_moves:
        seconds = time.monotonic() - _line[0].since if _line else 0.0
        return Line(len(_line), seconds, len(_beyond))


def _call_first() -> None:
    _line[0].since = time.monotonic()
    _line[0].called.release()


def _leave(turn: _Turn, *, goes_on: bool = False) -> bool:
    """Whether it was still in the line; goes_on: its run has not ended."""
    with _line_moves:
        if turn not in _line:
            return False
        first = _line[0] is turn
        _line.remove(turn)
        if goes_on:
            _beyond.add(turn)
        if first and _line:
            _call_first()
    return True


def _overdue(turn: _Turn, limit: float, late: Callable[[], None]) -> None:
    if _leave(turn, goes_on=True):
        LOG.error("a page took longer than its limit of %g s; the line moved on without it", limit)
        late()
