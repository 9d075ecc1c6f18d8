"""The application ends soon after it is asked to, whatever is under way."""

import logging
import os
import signal
from threading import Timer, current_thread, main_thread
from types import FrameType
from typing import Final

GRACE: Final = 3.0
"""Seconds for answers that are under way; whoever asks to end commonly waits five, or ten, and then kills."""
LOG: Final = logging.getLogger(__name__)


def end_soon(grace: float = GRACE) -> None:
    """From now on, a signal to end does so after so many seconds at the latest.

    The server would wait for every answer that is being made, and Python for its thread; it has no limit of its own
    that Streamlit would pass on, and minds the signal only when all is imported and read. Nothing is lost: the server
    writes no file that is not renamed when whole.
    """
    if current_thread() is not main_thread():  # signals are the main thread's; tests serve in others
        return
    for number in (signal.SIGTERM, signal.SIGINT):
        before = signal.getsignal(number)

        def asked(number: int, frame: FrameType | None, before: object = before) -> None:
            last = Timer(grace, _end)
            last.daemon = True
            last.start()
            if callable(before):
                before(number, frame)

        signal.signal(number, asked)


def _end() -> None:
    LOG.warning("the start or answers were still under way when the application ended")
    logging.shutdown()
    os._exit(0)
