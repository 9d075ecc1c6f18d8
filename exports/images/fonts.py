"""The letters of pictures and reports, and how wide texts are in them."""

from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

FAMILY: Final = "Source Sans Pro"
FAMILIES: Final = f"'{FAMILY}', 'Source Sans 3', 'Source Sans', system-ui, 'Liberation Sans', sans-serif"
"""What a picture asks for where it is opened."""
FACES: Final = {False: "SourceSansPro-Regular.ttf", True: "SourceSansPro-Bold.ttf"}
"""By whether letters are bold."""


def folder() -> Path:
    """Where the fonts are. Raises ModuleNotFoundError without the package that brings them."""
    return Path(str(files("font_source_sans_pro"))) / "files"


def face_files() -> list[str]:
    """The files of all faces that pictures have."""
    return [str(folder() / name) for name in FACES.values()]


@lru_cache(maxsize=4096)
def width(said: str, size: float, *, bold: bool = False) -> float:
    """Pixels of a line of letters of a size."""
    length: float = _face(bold).getlength(said)
    return length * size / 100


@cache
def _face(bold: bool) -> Any:
    from PIL import ImageFont  # an image library that pages don't need

    return ImageFont.truetype(str(folder() / FACES[bold]), 100)


def broken(said: str, size: float, room: float, *, bold: bool = False) -> Sequence[str]:
    """A text in lines no wider than the room in pixels; a word that is wider has a line of its own."""
    lines: list[str] = []
    for word in said.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
