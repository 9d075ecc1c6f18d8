"""Which pictures are shown: of the year, or of its hours."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from indicators.energy.district.asked import District
from indicators.selection import Selection
from locales import Language, text
from ui import controls, pictures
from ui.view import View

PICTURES: Final[Mapping[str, tuple[str, ...]]] = {
    "year": ("district balance", "district months"),
    "hours": ("district winter week", "district summer week"),
}


def place(view: View, district: District) -> None:
    """The choice, and the pictures chosen."""
    shown = controls.show(view.lang, _names(view.lang))
    request = replace(pictures.request(view, Selection()), district=district)
    for kind in PICTURES[shown]:
        pictures.draw(kind, request)


def _names(lang: Language) -> dict[str, str]:
    return {
        "year": text(lang, "The year"),
        "hours": text(lang, "The hours"),
    }
