"""One refresh of a store at a time, because each starts from the figures that the one before has put in force."""

import fcntl
import json
import os
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

HOLDER: Final = ".refresh.json"
"""Who is at the store, for whoever waits; it counts only while the folder is locked."""
PATIENCE: Final = 300.0
"""Seconds that a refresh waits for another, which takes less than 180."""
LOOK: Final = 0.1


class BusyError(Exception):
    """Another refresh does not end; one sentence that says which."""


@contextmanager
def alone(root: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Waits until no other refresh is at a store, and keeps others waiting.

    The kernel's lock on the folder itself: it ends with the process that holds it, however that ends.
    Raises BusyError when another one is still there after so many seconds.
    """
    root.mkdir(parents=True, exist_ok=True)
    folder = os.open(root, os.O_RDONLY)
    try:
        if not _locked(folder):
            print(f"another refresh is at {root}{_who(root)}; waiting until it has ended", file=sys.stderr, flush=True)
            _wait(folder, root, patience)
        _sign(root)
        try:
            yield
        finally:
            with suppress(OSError):  # the disk may have failed since; a signature that is left counts for nothing
                (root / HOLDER).unlink(missing_ok=True)
    finally:
        os.close(folder)
        with suppress(OSError):
            root.rmdir()  # where nothing came of it


def _locked(folder: int) -> bool:
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _wait(folder: int, root: Path, patience: float) -> None:
    end = time.monotonic() + patience
    while not _locked(folder):
        if time.monotonic() >= end:
            raise BusyError(
                f"another refresh is still at {root}{_who(root)} after {patience:g} s, expected it to end within "
                "three minutes; look at that process, end it if it hangs, and refresh again"
            )
        time.sleep(LOOK)


def _sign(root: Path) -> None:
    since = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    who = {"pid": os.getpid(), "host": socket.gethostname(), "since": since}
    (root / HOLDER).write_text(json.dumps(who), "utf-8")


def _who(root: Path) -> str:
    """Which process it is, since when; nothing where that can't be read, as in the moment before it has signed."""
    try:
        who = json.loads((root / HOLDER).read_text("utf-8"))
        return f" (process {who['pid']} on {who['host']}, since {who['since']})"
    except (OSError, ValueError, KeyError, TypeError):
        return ""
