"""The pictures of a workshop set as slides."""

from typing import Final

from exports.slides.slide import Slide, slide_of
from indicators import catalogue
from locales import text
from pictures.picture import Picture
from pictures.workshop.drawing import Reader, drawn
from pictures.workshop.entry import WorkshopSet

NOT_YET: Final = ("contribution", "moved", "limits", "scenario steps", "scenario districts")
"""Kinds whose bars are of several parts or on axes of names, which no chart of slides has."""


def slides_of_set(chosen: WorkshopSet, reader: Reader, address: str = "") -> tuple[list[Slide], list[str]]:
    """A slide an entry, and why others can't be shown. address: of the set, empty where none is known."""
    slides, missing, declared = list[Slide](), list[str](), catalogue.load()
    for entry, picture in zip(chosen.entries, drawn(chosen, reader), strict=True):
        if entry.kind in NOT_YET:
            missing.append(text(reader.lang, "This kind of picture can’t be shown on slides yet."))
        elif isinstance(picture, Picture):
            indicators = [declared[id] for id in entry.indicators if id in declared]
            slides.append(slide_of(picture, reader.lang, reader.dataset, indicators, address))
        else:
            missing.append(picture)
    return slides, missing
