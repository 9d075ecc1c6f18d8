"""python -m benchmarks.slides: what a deck of eight pictures costs the server, drawing and writing; --out keeps it.

Every picture is drawn anew each time, from figures that are loaded already.
"""

import argparse
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Final, cast

from exports.slides.deck import to_pptx
from exports.slides.of_set import in_a_set
from exports.slides.slide import Slide, slide_of
from locales import LANGUAGES, Language
from pictures.picture import Picture
from pictures.registry import draw
from pictures.workshop.entry import Entry, entry_of
from tests.support.asking import request_of

KINDS: Final = ("change map", "value map", "lines", "ranking", "slope", "distribution", "multiples", "heat")
BASE: Final = "https://indicators.example"
ROUNDS: Final = 7


def deck(lang: Language) -> bytes:
    """The eight pictures as a file of slides."""
    return to_pptx([_slide(kind, lang) for kind in KINDS], lang=lang)


def _slide(kind: str, lang: Language) -> Slide:
    request = request_of(kind, lang, lit=("51",))
    picture = cast(Picture, draw(kind, request))
    entry, version = cast(Entry, entry_of(kind, request)), request.dataset.version
    return slide_of(picture, lang, request.dataset, request.selection.indicators, in_a_set(BASE, lang, version)(entry))


def main() -> None:
    """Prints medians of several rounds after a first one, in seconds."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.slides", description=__doc__)
    parser.add_argument("--lang", choices=LANGUAGES, default="de")
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    content, clock, work = deck(asked.lang), list[float](), list[float]()
    for _ in range(ROUNDS):
        begin, used = perf_counter(), process_time()
        content = deck(asked.lang)
        clock.append(perf_counter() - begin)
        work.append(process_time() - used)
    print(f"{len(KINDS)} pictures: {median(clock):.2f} s, {median(work):.2f} s of processor, {len(content) // 1000} kB")
    if asked.out:
        asked.out.write_bytes(content)


if __name__ == "__main__":
    main()
