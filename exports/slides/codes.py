"""Addresses as QR codes, drawn as one shape that stays sharp."""

from typing import Any, Final

from exports.slides.forms import Form, Ring, add_group, box_of, outline
from exports.slides.room import Room

LONGEST: Final = 700
"""Letters of an address from which on the squares of a code are too small for a phone's camera."""
QUIET: Final = 2
"""Squares around a code that stay white."""


def draw(shapes: Any, address: str, room: Room) -> None:
    """The code of an address on white; none for one that is too long."""
    if not address or len(address) > LONGEST:
        return
    import segno  # only slides with an address need it

    rows = [list(row) for row in segno.make(address, error="l", micro=False).matrix]
    left, top, wide, _ = box_of(room)
    square = wide // (len(rows) + 2 * QUIET)
    inner = left + QUIET * square, top + QUIET * square
    box, geometry = outline([_box(inner, square, *run) for n, row in enumerate(rows) for run in _runs(n, row)])
    ground = Form(box_of(room), name="ground", fill="#ffffff")
    add_group(shapes, "QR code", [ground, Form(box, geometry, "code", address, "#000000")])


def _runs(n: int, row: list[int]) -> list[tuple[int, int, int]]:
    """Of the dark squares that follow each other in a row: the row, where they begin and where they end."""
    edges = [at for at in range(len(row) + 1) if (at < len(row) and row[at]) != (at > 0 and row[at - 1])]
    return [(n, begin, end) for begin, end in zip(edges[::2], edges[1::2], strict=True)]


def _box(origin: tuple[int, int], square: int, row: int, begin: int, end: int) -> Ring:
    left, right = origin[0] + begin * square, origin[0] + end * square
    top, bottom = origin[1] + row * square, origin[1] + (row + 1) * square
    return [(left, top), (right, top), (right, bottom), (left, bottom)]
