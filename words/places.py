"""Places in a sentence."""

from typing import Final

from locales import Language

OF_MASCULINE: Final = "dem "
ARTICLES: Final = {"Zentrum": "im", "Südvorstadt": "in der"}
"""How German says that something is in a district whose name, or its first part, is a noun that everybody knows."""


def in_place(lang: Language, place: str) -> str:
    """Where something is: `in Plagwitz`, `in der Stadt`, and as German draws together, `im Stadtbezirk Ost`,
    `im Zentrum`.

    place: with its article in the dative, where it has one.
    """
    if lang == "de" and place.startswith(OF_MASCULINE):
        return f"im {place.removeprefix(OF_MASCULINE)}"
    before = ARTICLES.get(place.partition("-")[0], "in") if lang == "de" else "in"
    return f"{before} {place}"
