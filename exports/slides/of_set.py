"""The pictures of a workshop set as slides."""

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlencode

from exports.slides.slide import Slide, slide_of
from indicators import catalogue, cities
from locales import Language, number, text
from pictures.picture import Picture
from pictures.workshop.drawing import Reader, drawn
from pictures.workshop.entry import Entry, WorkshopSet
from pictures.workshop.writing import as_parameter

Address = Callable[[Entry], str]
"""Where a picture of a set is on a page; empty for nowhere."""


def nowhere(_: Entry) -> str:
    """The address of a picture where nobody knows how readers reach the application."""
    return ""


def in_a_set(base: str, lang: Language, version: str) -> Address:
    """Addresses of sets of one picture, which restore all of its state; words of one's own are on the slide.

    base: of the application, without a slash at its end; version: of the figures that the slides show.
    """

    def address(entry: Entry) -> str:
        alone = replace(entry, title="", remark="", beside=False)
        said = {"set": as_parameter(WorkshopSet((alone,), version)), "version": version, "lang": lang}
        return f"{base}/workshop?{urlencode(said)}"

    return address


def slides_of_set(chosen: WorkshopSet, reader: Reader, address: Address = nowhere) -> tuple[list[Slide], list[str]]:
    """A slide an entry, and why others can't be shown."""
    slides, missing = list[Slide](), list[str]()
    declared = {**cities.indicators(), **catalogue.load()}
    for n, (entry, picture) in enumerate(zip(chosen.entries, drawn(chosen, reader), strict=True), start=1):
        if isinstance(picture, Picture):
            indicators = [declared[id] for id in entry.indicators if id in declared]
            slides.append(slide_of(picture, reader.lang, reader.dataset, indicators, address(entry)))
        else:
            missing.append(text(reader.lang, "Picture {n}: {why}", n=number(reader.lang, n), why=picture))
    return slides, missing
