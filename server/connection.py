"""What a page says where no web socket comes about, and where it breaks off, in the reader's language."""

import json
from pathlib import Path

from locales import LANGUAGES, Language, text


def script() -> str:
    """The script that minds the page's web socket, to be run before Streamlit's own."""
    words = json.dumps({lang: _words(lang) for lang in LANGUAGES}).replace("<", "\\u003c")
    return Path(__file__).with_name("connection.js").read_text("utf-8").replace("WORDS", words, 1)


def _words(lang: Language) -> dict[str, str]:
    return {
        "never": text(
            lang,
            "No lasting connection to the server comes about, which this page needs (a web socket). Most often a proxy "
            "of your own network forbids it; please ask those who run it. The figures are there all the same:",
        ),
        "again": text(lang, "The connection broke off; connecting again …"),
        "one": text(lang, "This indicator as a CSV file"),
        "all": text(lang, "The figures as files and over HTTP"),
    }
