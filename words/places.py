"""Places in a sentence: German says some of their names with an article, and declines it."""

from collections.abc import Mapping, Sequence
from typing import Final

from locales import Language, joined
from locales.articles import Article, article

NOMINATIVE: Final[Mapping[Article, str]] = {"der": "der", "die": "die", "das": "das"}
ACCUSATIVE: Final[Mapping[Article, str]] = {"der": "den", "die": "die", "das": "das"}
DATIVE: Final[Mapping[Article, str]] = {"der": "dem", "die": "der", "das": "dem"}
INSIDE: Final[Mapping[Article, str]] = {"der": "im", "die": "in der", "das": "im"}
OF_MASCULINE: Final = "dem "


def as_subject(lang: Language, place: str) -> str:
    """A place that does something: `Plagwitz`, `die Südvorstadt`, `der Stadtbezirk Ost`."""
    return _behind(NOMINATIVE, lang, place)


def as_subjects(lang: Language, places: Sequence[str]) -> str:
    """Several of them in a list: `Plagwitz und die Südvorstadt`."""
    return joined(lang, [as_subject(lang, place) for place in places])


def as_object(lang: Language, place: str) -> str:
    """A place after "for": `Plagwitz`, `die Südvorstadt`, `den Stadtbezirk Ost`."""
    return _behind(ACCUSATIVE, lang, place)


def as_dative(lang: Language, place: str) -> str:
    """A place that lacks something: `Plagwitz`, `der Südvorstadt`, `dem Stadtbezirk Ost`."""
    return _behind(DATIVE, lang, place)


def in_place(lang: Language, place: str) -> str:
    """Where something is: `in Plagwitz`, `in der Südvorstadt`, and as German draws together, `im Stadtbezirk Ost`,
    `im Zentrum`.

    place: a name, or with an article in the dative what is none, such as `der Stadt`.
    """
    if lang == "de" and place.startswith(OF_MASCULINE):
        return f"im {place.removeprefix(OF_MASCULINE)}"
    inside = _behind(INSIDE, lang, place)
    return inside if inside != place else f"in {place}"


def in_places(lang: Language, places: Sequence[str]) -> str:
    """Where something is in several places: `in Plagwitz und Leutzsch`, but `in Plagwitz und im Zentrum`."""
    each = [in_place(lang, place) for place in places]
    same = all(told == f"in {place}" for told, place in zip(each, places, strict=True))
    return f"in {joined(lang, list(places))}" if same else joined(lang, each)


def _behind(case: Mapping[Article, str], lang: Language, place: str) -> str:
    """A place behind its article in a case, where it has one."""
    found = article(place) if lang == "de" else None
    return f"{case[found]} {place}" if found else place
