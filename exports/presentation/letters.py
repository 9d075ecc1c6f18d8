"""The letters of all pages, Source Sans (SIL Open Font License 1.1), which Streamlit brings as a file."""

from base64 import b64encode
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

FOLDER: Final = Path(str(files("streamlit").joinpath("static")))


def address() -> str:
    """Where a page of the application fetches them, relative to its folder."""
    return f"./{_file().relative_to(FOLDER).as_posix()}"


@cache
def held() -> str:
    """An address that holds them, for a page that fetches nothing; 230 kB."""
    return f"data:font/woff2;base64,{b64encode(_file().read_bytes()).decode()}"


@cache
def _file() -> Path:
    (found,) = (FOLDER / "static" / "media").glob("SourceSansVF-Upright.*.woff2")
    return found
