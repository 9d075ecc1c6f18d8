"""Which pictures are shown: of the year, of its hours, of all districts, or of what the answer depends on."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from indicators.energy.district.asked import District
from indicators.selection import Selection
from locales import Language, text
from pages.energy_district import inputs
from pages.energy_district.place import KEY
from pictures.picture import Picture
from ui import address, controls, frame, pictures
from ui.view import View

PICTURES: Final[Mapping[str, tuple[str, ...]]] = {
    "year": ("district balance", "district months"),
    "hours": ("district winter week", "district summer week", "district year", "district duration"),
    "districts": ("district map", "district ranking"),
    "depends": ("district tornado",),
}


def place(view: View, district: District) -> None:
    """The choice, and the pictures chosen, each with what it says below it."""
    shown = controls.show(view.lang, _names(view.lang))
    request = replace(pictures.request(view, Selection()), district=district)
    if shown == "districts":
        frame.note(text(view.lang, "Click on a district to choose it."))
    for kind in PICTURES[shown]:
        drawn = pictures.draw(kind, request, _picked if shown == "districts" else None)
        if isinstance(drawn, Picture):
            frame.said(drawn.sentence)


def _names(lang: Language) -> dict[str, str]:
    return {
        "year": text(lang, "The year"),
        "hours": text(lang, "The hours"),
        "districts": text(lang, "All districts"),
        "depends": text(lang, "What it depends on"),
    }


def _picked(area: str) -> None:
    """A click on a district chooses it."""
    address.choose(KEY, area)
    inputs.grown()
