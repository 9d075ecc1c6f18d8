"""Places in a sentence."""

from collections.abc import Sequence
from typing import Final

from locales import Language, joined

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


def in_places(lang: Language, places: Sequence[str]) -> str:
    """Where something is in several places: `in Plagwitz und Leutzsch`, but `in Plagwitz und im Zentrum`."""
    each = [in_place(lang, place) for place in places]
    same = all(told == f"in {place}" for told, place in zip(each, places, strict=True))
    return f"in {joined(lang, list(places))}" if same else joined(lang, each)
