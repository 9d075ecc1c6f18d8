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
SUBTITLE: Final = Room(0.5, 1.32, 12.33, 0.28)
DRAWING: Final = Room(0.5, 1.65, 12.33, 4.85)
SOURCE: Final = Room(0.5, 6.58, 11.3, 0.72)
CODE: Final = Room(12.08, 6.55, 0.75, 0.75)
