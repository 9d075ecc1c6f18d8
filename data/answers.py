"""The answers that figures in force were made of, so that a server can say "not modified" in place of sending them.

They lie in the store, one file an address: a gzip of a line of JSON, which says what `data.sources.http.Download` does,
and the body. What can't be read or is another body than was written is asked for anew, so nothing relies on them.
"""

import gzip
import hashlib
import json
import secrets
import sys
import time
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from data.sources.http import Download, SourceError, address

FOLDER: Final = "answers"
TRUSTED: Final = 30 * 24 * 3600
"""Seconds for which a server may say that nothing has changed; then a file is fetched whole, because marks of editions
can be wrong."""
LEVEL: Final = 3
UNREADABLE: Final = (OSError, EOFError, ValueError, KeyError, TypeError, zlib.error)


def held(root: Path, mirror: str | None) -> Callable[[str], Download | None]:
    """What is kept in a store, by address."""
    return lambda url: _read(_place(root, url, mirror))


def keep(root: Path, mirror: str | None, downloads: Iterable[Download]) -> None:
    """Keeps answers of which figures in force were made. What can't be written is told: no figure depends on it."""
    try:
        (root / FOLDER).mkdir(exist_ok=True)
        for download in downloads:
            if not download.unchanged:
                _write(_place(root, download.url, mirror), download)
        _drop_old(root / FOLDER)
    except OSError as error:
        print(f"the answers can't be kept in {root / FOLDER}, the figures are in force: {error}", file=sys.stderr)


def _place(root: Path, url: str, mirror: str | None) -> Path:
    """Marks of editions are those of the server that was asked."""
    try:
        asked = address(url, mirror)
    except (SourceError, ValueError):  # which the fetch will tell
        asked = url
    return root / FOLDER / f"{hashlib.sha256(asked.encode()).hexdigest()[:32]}.gz"


def _read(path: Path) -> Download | None:
    try:
        if not 0 <= time.time() - path.stat().st_mtime < TRUSTED:
            return None
        with gzip.open(path) as file:
            known, body = json.loads(file.readline()), file.read()
        found = Download(body=body, **known)
    except UNREADABLE:
        return None
    return found if hashlib.sha256(body).hexdigest() == found.sha256 else None


def _write(path: Path, download: Download) -> None:
    if not (download.etag or download.modified):
        path.unlink(missing_ok=True)
        return
    names = ("url", "retrieved_at", "sha256", "vintage", "etag", "modified")
    known = {name: getattr(download, name) for name in names}
    fresh = path.with_suffix(f".{secrets.token_hex(8)}")
    with gzip.open(fresh, "wb", compresslevel=LEVEL) as file:
        file.write(json.dumps(known).encode() + b"\n" + download.body)
    fresh.replace(path)


def _drop_old(folder: Path) -> None:
    """What nobody asks for any more, and what killed refreshes left."""
    for path in folder.iterdir():
        if time.time() - path.stat().st_mtime >= TRUSTED:
            path.unlink(missing_ok=True)
