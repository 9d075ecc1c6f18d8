"""The page that presents a set: one document, fed by a server or from within.

All that a set brings is text, put there by `charts.html.tag` or, as data, by the browser as text; a policy in the
document keeps everything from running that is not ours.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import orjson
from markupsafe import Markup

from charts.html import script_hash, tag
from charts.theme import CONFIG
from exports.presentation.picture import Shown
from exports.presentation.words import keys, words
from locales import Language, text

FOLDER: Final = Path(__file__).parent
MODULES: Final = ("given.js", "drawing.js", "slide.js", "questions.js", "presentation.js")
"""Our scripts, each after those that it takes something from; together they are one, as a file on a stick can't fetch
others."""


def document(
    lang: Language,
    title: str,
    first: Sequence[Shown],
    data: Mapping[str, Any],
    problems: Sequence[str] = (),
    *,
    library: str = "",
    font: str = "",
) -> str:
    """The page as HTML.

    first: the picture that is said before any script runs, none for an empty set; data: what `given.js` gives pictures
    from; problems: what of the set is not shown, and why; library: the drawing library's code, of a page that is alone
    and fetches nothing; font: the address of the letters, which may hold them.
    """
    told = {**data, "lang": lang, "words": words(lang), "config": CONFIG}
    said = orjson.dumps(told, option=orjson.OPT_SERIALIZE_NUMPY).decode().replace("<", "\\u003c")
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy(library)),
        tag("meta", name="viewport", content="width=device-width,initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="robots", content="noindex"),
        tag("title", title),
        tag("style", Markup(_style() + _letters(font))),  # noqa: S704  # files of ours
    )
    body = tag(
        "body",
        tag("main", *([_said(lang, shown) for shown in first] or [_empty(lang)]), id="stage", tabindex=-1),
        tag("ul", *(tag("li", problem) for problem in problems), id="problems", hidden=None if problems else ""),
        tag("p", id="told", class_="unseen", aria_live="polite"),
        _questions(lang),
        _bar(lang),
        _help(lang),
        tag("div", id="black", hidden=""),
        tag("script", Markup(said), type="application/json", id="data"),  # noqa: S704  # has no < any more
        *(tag("script", Markup(library)) for _ in [0] if library),  # noqa: S704  # the library's own
        tag("script", Markup(_script()), type="module"),  # noqa: S704  # files of ours
    )
    return Markup("<!doctype html>\n") + tag("html", head, body, lang=lang, translate="no")


def _empty(lang: Language) -> Markup:
    empty = text(lang, "The set is empty. “Add to set” below any picture puts it here, as it is shown.")
    return tag("section", tag("header", tag("p", empty, class_="sentence")), class_="slide shown")


def _said(lang: Language, shown: Shown) -> Markup:
    """What is read while the picture comes, or why there is none."""
    if not shown.figure:
        return tag("section", tag("header", tag("p", shown.sentence, class_="sentence")), class_="slide shown early")
    unit = tag("small", shown.subtitle)
    finding = tag("p", shown.sentence, class_="sentence") if shown.title else ""
    heading = tag("h1", shown.title or shown.sentence, " ", unit, class_=None if shown.title else "sentence")
    waiting = tag("p", text(lang, "Loading …"), class_="waiting")
    header = tag("header", heading, finding)
    without = tag("noscript", tag("p", text(lang, "Presenting needs JavaScript; the pictures’ page has all of them.")))
    return tag("section", header, tag("figure", waiting, without), class_="slide shown early")


def _questions(lang: Language) -> Markup:
    """The bar that changes the picture shown."""

    def choice(name: str, label: str) -> Markup:
        return tag("label", tag("span", label), tag("select", name=name))

    return tag(
        "form",
        choice("indicator", text(lang, "Indicator")),
        choice("year", text(lang, "Year")),
        choice("from", text(lang, "from")),
        choice("to", text(lang, "to")),
        choice("area", text(lang, "Add area")),
        tag("span", id="areas"),
        tag("button", text(lang, "Reset"), name="reset", type="button"),
        tag("button", text(lang, "Add to set"), name="keep", type="button"),
        id="questions",
        hidden="",
        aria_label=text(lang, "Questions from the room"),
    )


def _bar(lang: Language) -> Markup:
    """Which picture this is, the time, and what else a hand can do."""

    def button(name: str, label: str, sign: str, key: str) -> Markup:
        return tag("button", sign, name=name, title=f"{label} ({key})" if key else label, aria_label=label)

    return tag(
        "nav",
        button("back", text(lang, "Back to the set"), "×", "Esc"),
        tag("span", class_="gap"),
        button("ask", text(lang, "Questions from the room"), text(lang, "Change the picture"), "E"),
        button("theme", text(lang, "Light or dark"), text(lang, "Light/dark"), "D"),
        button("full", text(lang, "Full screen"), text(lang, "Full screen"), "F"),
        button("help", text(lang, "Keys"), "?", "?"),
        tag("time", id="clock"),
        button("previous", text(lang, "Previous picture"), "‹", "←"),
        tag("span", id="count"),
        button("next", text(lang, "Next picture"), "›", "→"),
        aria_label=text(lang, "Presentation"),
    )


def _help(lang: Language) -> Markup:
    rows = [tag("tr", tag("th", tag("kbd", key), scope="row"), tag("td", told)) for key, told in keys(lang)]
    close = tag("form", tag("button", text(lang, "Close"), autofocus=""), method="dialog")
    return tag("dialog", tag("h2", text(lang, "Keys")), tag("table", *rows), close, id="help")


def _letters(font: str) -> str:
    return (
        f'@font-face{{font-family:"Source Sans";font-weight:200 900;src:url("{font}") format("woff2")}}' if font else ""
    )


def policy(library: str = "") -> str:
    """What the page may run and ask for; one that holds the drawing library asks nobody for anything."""
    own = " ".join(script_hash(code) for code in (library, _script()) if code)
    server = "" if library else " 'self'"
    return (
        f"default-src 'none'; script-src {own}{server}; style-src 'unsafe-inline'; img-src data: blob:; "
        f"font-src data:{server}; connect-src data:{server}"
    )


@cache
def _script() -> str:
    """The modules as one, without what they say of each other."""
    parts = [(FOLDER / name).read_text("utf-8") for name in MODULES]
    return "".join(re.sub(r"^import .*\n|^export (?=\w)", "", part, flags=re.M) for part in parts)


@cache
def _style() -> str:
    return (FOLDER / "presentation.css").read_text("utf-8")
