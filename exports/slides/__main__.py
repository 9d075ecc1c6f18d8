"""`python -m exports.slides SET.json --out FILE`: a workshop set as a file of slides."""

import argparse
import sys
from pathlib import Path

import settings
from charts.theme import LIGHT
from data import store
from exports.slides.deck import to_pptx
from exports.slides.of_set import in_a_set, nowhere, slides_of_set
from exports.slides.templates import TemplateError
from locales import LANGUAGES
from pictures.workshop.drawing import Reader
from pictures.workshop.writing import SetError, from_json


def main() -> None:
    """Writes the file; says on standard error what of the set can't be shown."""
    parser = argparse.ArgumentParser(prog="python -m exports.slides", description="A workshop set as slides (PPTX).")
    parser.add_argument("set", type=Path, help="the set's file, as the page saves it")
    parser.add_argument("--out", type=Path, required=True, help="the file of slides")
    parser.add_argument("--lang", choices=LANGUAGES, default="de")
    parser.add_argument("--template", type=Path, help="a presentation (PPTX, POTX) whose look the slides have")
    asked = parser.parse_args()
    try:
        chosen, unread = from_json(asked.lang, asked.set.read_bytes())
        dataset, base = store.current(), settings.public_address()
        address = in_a_set(base, asked.lang, dataset.version) if base else nowhere
        slides, missing = slides_of_set(chosen, Reader(asked.lang, dataset, LIGHT), address)
        left_out = [*unread, *missing]
        template = asked.template or settings.slides_template()
        asked.out.write_bytes(to_pptx(slides, template, left_out, asked.lang))
    except (SetError, TemplateError, OSError) as error:
        parser.error(str(error))
    for said in left_out:
        sys.stderr.write(f"{said}\n")


if __name__ == "__main__":
    main()
