"""The application below a folder: served there itself, by two processes behind nginx, or behind a proxy that takes the
folder away."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import settings
from server.several import FOLDER as BASE
from tests.support import extent
from tests.support.running import serving, several
from tests.support.stripping import FOLDER, stripping

NGINX: Final = "behind nginx"


def ways() -> tuple[str, ...]:
    """All of them, or the two that start one process only."""
    return ("in a folder", "behind a proxy", *extent.either((), (NGINX,)))


@contextmanager
def hosting(way: str, store: Path, host: str, public: str) -> Iterator[str]:
    """The address of the overview without its last slash. host: of the proxy; public: address that is set behind it."""
    if way == "in a folder":
        with serving(store, **{BASE: FOLDER.strip("/")}) as address:
            yield address + FOLDER
        return
    if way == NGINX:
        with several(store, **{BASE: FOLDER.strip("/"), settings.PUBLIC_ADDRESS: public}) as port:
            yield f"http://{host}:{port}{FOLDER}"
        return
    with (
        serving(store, **{settings.PUBLIC_ADDRESS: public}) as address,
        stripping(urlsplit(address).port or 0) as port,
    ):
        yield f"http://{host}:{port}{FOLDER}"
