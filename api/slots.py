"""Only so many requests compute at once, in threads of their own: health has others, and pages take turns with few.

What comes in parts computes each part in a slot, so that a reader with a slow line holds none.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from functools import wraps
from typing import Final, TypeVar

from anyio import CapacityLimiter, move_on_after, to_thread
from anyio.lowlevel import RunVar
from starlette.requests import Request
from starlette.responses import Response

EXPORTS: Final = 3
"""Files at once that take seconds or tens of megabytes each; more would only take longer, as Python computes one."""
OTHERS: Final = 4
"""Other answers, and parts of long ones, at once."""
PATIENCE: Final = 10.0
"""Seconds for which an export waits for its slot."""

Result = TypeVar("Result")

_exports: Final[RunVar[CapacityLimiter]] = RunVar("exports")
_others: Final[RunVar[CapacityLimiter]] = RunVar("others")


class Busy(RuntimeError):
    """Too many exports are being computed; the message is a sentence for whoever asked."""


def in_slots(
    endpoint: Callable[[Request], Response], *, export: bool, at_once: int = EXPORTS, patience: float = PATIENCE
) -> Callable[[Request], Awaitable[Response]]:
    """The endpoint in a thread when a slot is free. An export raises Busy after waiting in vain.

    patience: in seconds. HEAD computes nothing, so that it never waits behind exports.
    """

    @wraps(endpoint)
    async def answered(request: Request) -> Response:
        if not export or request.method == "HEAD":
            return await _computed(_slots(_others, OTHERS), None, lambda: endpoint(request))
        return await _computed(_slots(_exports, at_once), patience, lambda: endpoint(request))

    return answered


async def parts(chunks: Iterator[bytes]) -> AsyncIterator[bytes]:
    """The chunks, each made when a slot is free."""
    while (chunk := await _computed(_slots(_others, OTHERS), None, lambda: next(chunks, None))) is not None:
        yield chunk


async def _computed(slots: CapacityLimiter, patience: float | None, compute: Callable[[], Result]) -> Result:
    borrower = object()
    with move_on_after(patience) as waiting:
        await slots.acquire_on_behalf_of(borrower)
    if waiting.cancelled_caught:
        raise Busy(f"{slots.borrowed_tokens:.0f} other files are being made; ask again in {PATIENCE:.0f} seconds.")
    try:
        return await to_thread.run_sync(compute, limiter=CapacityLimiter(1))
    finally:
        slots.release_on_behalf_of(borrower)


def _slots(of: RunVar[CapacityLimiter], at_once: int) -> CapacityLimiter:
    """Those of the event loop that answers: who waits is woken in it."""
    try:
        return of.get()
    except LookupError:
        of.set(CapacityLimiter(at_once))
        return of.get()
