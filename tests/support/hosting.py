"""The application below a folder: served there itself, or behind a proxy that takes the folder away."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import settings
from tests.support.running import serving
from tests.support.stripping import FOLDER, stripping

WAYS: Final = ("in a folder", "behind a proxy")


@contextmanager
def hosting(way: str, store: Path, host: str, public: str) -> Iterator[str]:
    """The address of the overview without its last slash. host: of the proxy; public: address that is set behind it."""
    if way == "in a folder":
        with serving(store, STREAMLIT_SERVER_BASE_URL_PATH=FOLDER.strip("/")) as address:
            yield address + FOLDER
        return
    with (
        serving(store, **{settings.PUBLIC_ADDRESS: public}) as address,
        stripping(urlsplit(address).port or 0) as port,
    ):
        yield f"http://{host}:{port}{FOLDER}"
