"""Places on a slide, in inches from its upper left corner."""

from dataclasses import dataclass
from typing import Final

from pptx.util import Inches

PIXEL: Final = 1 / 80
"""Inches of a slide that a pixel of a picture takes: letters of 13 pixels are 12 points high."""


@dataclass(frozen=True)
class Room:
    """A rectangle, in inches."""

    left: float
    top: float
    width: float
    height: float

    @property
    def emu(self) -> tuple[int, int, int, int]:
        """The same as the file format counts."""
        return Inches(self.left), Inches(self.top), Inches(self.width), Inches(self.height)

    def part(self, x: tuple[float, float], y: tuple[float, float]) -> "Room":
        """What lies between shares of the width and of the height, both counted from the upper left corner."""
        left, top = self.left + x[0] * self.width, self.top + y[0] * self.height
        return Room(left, top, (x[1] - x[0]) * self.width, (y[1] - y[0]) * self.height)


WHOLE: Final = Room(0, 0, 13.333, 7.5)
TITLE: Final = Room(0.5, 0.35, 12.33, 0.95)
SOURCE: Final = 0.72
CODE: Final = 0.9
"""Inches of the source's height and of the sides of a QR code."""


@dataclass(frozen=True)
class Places:
    """Where what stands on a slide, below its title."""

    subtitle: Room
    drawing: Room
    source: Room
    code: Room


def places(page: Room = Room(0.5, 0, 12.33, 7.5), top: float = 1.3, bottom: float = 7.4) -> Places:
    """The places between the title and the foot of a slide. page: its width without margins."""
    code = Room(page.left + page.width - CODE, bottom - CODE, CODE, CODE)
    source = Room(page.left, bottom - SOURCE - 0.1, page.width - CODE - 0.15, SOURCE)
    drawing = Room(page.left, top + 0.35, page.width, source.top - top - 0.43)
    return Places(Room(page.left, top + 0.02, page.width, 0.28), drawing, source, code)
