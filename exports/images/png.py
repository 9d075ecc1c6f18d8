"""SVG as PNG, by resvg."""

from threading import BoundedSemaphore
from typing import Final

from exports.images import fonts

AT_ONCE: Final = BoundedSemaphore(2)
"""Drawings at a time: the largest takes a hundred megabytes and seconds."""


def to_png(svg: bytes, scale: int) -> bytes:
    """A file of PNG, with the letters that are there on every machine. scale: its pixels by those of a page."""
    import resvg_py  # a library that only images need

    with AT_ONCE:
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=svg.decode(), font_files=fonts.face_files(), skip_system_fonts=True, zoom=float(scale)
            )
        )
