"""The field of questions, drawn in the browser by `question.js`: the page does not run again while somebody types."""

from functools import cache
from pathlib import Path
from typing import Final

import orjson
import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from exports import links
from locales import Language, text
from ui import address
from ui.drawing import component
from ui.view import View

LONGEST: Final = 200
"""Letters of the longest question."""
FIELD: Final = """<div class="question"><label></label>
<input type="search" role="combobox" aria-expanded="false" aria-autocomplete="list" aria-controls="question-answers"
autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="go" maxlength="200">
<div class="answers" hidden><p role="status"></p><ul id="question-answers" role="listbox"></ul></div>
<p class="examples"></p></div>"""


@cache
def _component() -> ComponentRenderer:
    script = f"""const field = {component.imported("question.js")};
export default async (component) => (await field).default(component);"""
    css = Path(__file__).with_name("question.css").read_text("utf-8")
    return st.components.v2.component("question", html=FIELD, css=css, js=script, isolate_styles=False)


def field(view: View, asked: str = "") -> None:
    """The field, with three questions to begin with; asked: what stands in it at first, such as the words of an
    address that is no page's."""
    lang = view.lang
    data = {
        "label": text(lang, "Ask for a place, a subject, or both"),
        "placeholder": text(lang, "For example: rent Lindenau 2015"),
        "examples": examples(lang),
        "try": text(lang, "Try:"),
        "meant": text(lang, "Meant:"),
        "open": text(lang, "Show it"),
        "failed": text(lang, "The search can’t be reached."),
        "address": f"{links.API}search.json",
        "lang": lang,
        "asked": asked,
    }
    _component()(key="search", data=orjson.dumps(data))


def asked() -> str:
    """The words that an address asks for, such as that of a page that does not exist; nothing otherwise."""
    address.restore("ask", lambda said: said.get("ask"), lambda words: len(words) <= LONGEST, "", _written)
    words: str = address.state("ask")
    return words


def _written(words: str) -> dict[str, str]:
    return {"ask": words} if words else {}


def examples(lang: Language) -> list[str]:
    """Three questions to begin with, each of another kind."""
    return [
        text(lang, "Rent in Lindenau"),
        text(lang, "Does Plagwitz have more residents than in 2015?"),
        text(lang, "Unemployment in Grünau"),
    ]
