"""A set as one HTML file that asks for nothing: for a stick, and a room without network."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final

import orjson

from charts.theme import DARK, LIGHT
from exports.presentation.document import document
from exports.presentation.picture import Shown, shown
from locales import text
from pictures.workshop.drawing import Reader, drawn
from pictures.workshop.entry import WorkshopSet

THEMES: Final = {"light": LIGHT, "dark": DARK}
SHAPES: Final = "boundaries "
"""What the addresses of boundaries begin with in the file, which holds each once."""


def offline(chosen: WorkshopSet, problems: Sequence[str], reader: Reader, library: str, font: str = "") -> bytes:
    """The file.

    problems: what of the set could not be read; library: the code that draws; font: the address of the letters, which
    holds them.
    """
    pictures: dict[str, list[Shown]] = {}
    for name, theme in THEMES.items():
        own = replace(reader, theme=theme, boundaries=SHAPES, spans="")
        pictures[name] = [shown(one) for one in drawn(chosen, own)]
    data = {
        "count": len(chosen.entries),
        "pictures": {name: [one.as_json() for one in ones] for name, ones in pictures.items()},
        "shapes": _shapes(pictures["light"], reader.dataset.geojson),
    }
    title = text(reader.lang, "Workshop set, data version {version}", version=reader.dataset.version)
    return document(reader.lang, title, pictures["light"][:1], data, problems, library=library, font=font).encode()


def _shapes(pictures: Sequence[Shown], geojson: Callable[[Any], bytes | str]) -> dict[str, Any]:
    """The boundaries that the figures name, by the address that they name them by."""
    named = {
        trace["geojson"]
        for one in pictures
        if one.figure
        for trace in orjson.loads(one.figure)["data"]
        if isinstance(trace.get("geojson"), str)
    }
    return {address: json.loads(geojson(address.removeprefix(SHAPES))) for address in sorted(named)}
