"""What Streamlit says by itself, in the reader's language. It knows English only, and has no setting for it."""

import json
from pathlib import Path
from typing import Any

from locales import LANGUAGES, Language, text


def script() -> str:
    """The script that puts our words in the place of Streamlit's, to be run before Streamlit's own."""
    words = json.dumps({lang: _words(lang) for lang in LANGUAGES})
    return (
        Path(__file__).with_name("own_words.js").read_text("utf-8").replace("WORDS", words.replace("<", "\\u003c"), 1)
    )


def _words(lang: Language) -> dict[str, Any]:
    """Also by those of the other language: who switches has them in the page already."""
    exact, patterns = _exact(lang), _patterns(lang)
    for other in LANGUAGES:
        if other != lang:
            exact |= {theirs: exact[english] for english, theirs in _exact(other).items() if theirs}
            theirs = [
                (said.replace("$1", "(.+)"), own)
                for (_, said), (_, own) in zip(_patterns(other), patterns, strict=True)
            ]
            patterns = [*patterns, *theirs]
    return {"exact": exact, "patterns": patterns}


def _exact(lang: Language) -> dict[str, str]:
    """Ours by Streamlit's; empty for what is left out."""
    lost = text(
        lang,
        "The server can’t be reached just now. What you see stays; it goes on by itself as soon as the server is back.",
    )
    return {
        "Connection error": text(lang, "No connection"),
        "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:": lost,
        "streamlit run yourscript.py": "",
        "Connecting": text(lang, "Connecting …"),
        "Running...": text(lang, "Loading …"),
        "Skip to main content": text(lang, "Skip to main content"),
        "App pages": text(lang, "Pages"),
        "Choose an option": text(lang, "Please choose"),
        "Open": text(lang, "Open the list"),
        "Close": text(lang, "Close"),
        "Dismiss": text(lang, "Close"),
        "Selected values": text(lang, "Chosen"),
        "Clear all": text(lang, "Remove all"),
        "Clear value": text(lang, "Remove"),
        "Clear entry": text(lang, "Clear"),
        "No results": text(lang, "Nothing found"),
        "Decrement": text(lang, "Less"),
        "Increment": text(lang, "More"),
        "file upload": text(lang, "Choose a file"),
        "Upload": text(lang, "Choose a file"),
        "Browse files": text(lang, "Choose a file"),
        "Drag and drop file here": text(lang, "or drop it here"),
        "Copy to clipboard": text(lang, "Copy"),
        "Copied": text(lang, "Copied"),
    }


def _patterns(lang: Language) -> list[tuple[str, str]]:
    """Ours by Streamlit's, as regular expressions; `$1` is what stands in the brackets."""
    parts: dict[str, Any] = {"name": "$1", "n": "$1"}
    return [
        ("Remove (.+)", text(lang, "Remove {name}", **parts)),
        (r"(\d+) more", text(lang, "{n} more", **parts)),
        (
            r"You can only select up to (\d+) options?\..*",
            text(lang, "At most {n} can be chosen; remove one first.", **parts),
        ),
    ]
