"""Which known word an unknown one may be: an inflected form, or a typing error."""

from collections.abc import Collection
from typing import Final

from rapidfuzz.distance import OSA

ENDINGS: Final = ("e", "n", "s", "en", "er", "es", "ern", "em")
"""What German and English words end on without meaning another thing."""
SHORTEST: Final = 4
"""Letters of the shortest words that are taken for other forms of each other."""
LEAST: Final = 5
LONG: Final = 8
"""Letters of the shortest words that are guessed at, and of those that may have two errors."""


def inflected(word: str, known: Collection[str]) -> str:
    """The known word of which this is another form; empty where there is none."""
    if len(word) >= SHORTEST:
        forms = [word[: -len(ending)] for ending in ENDINGS if word.endswith(ending)]
        forms += [f"{form}{ending}" for form in (word, *forms) for ending in ("", *ENDINGS)]
        return next((form for form in forms if len(form) >= SHORTEST and form in known), "")
    return ""


def mistyped(word: str, known: Collection[str]) -> str:
    """The only known word that differs by an error or two in typing; empty where there is none, or several."""
    if len(word) < LEAST or not word.isalpha():
        return ""
    errors = 2 if len(word) >= LONG else 1
    near = {one: OSA.distance(word, one, score_cutoff=errors) for one in known if abs(len(one) - len(word)) <= errors}
    near = {one: distance for one, distance in near.items() if distance <= errors and len(one) >= LEAST}
    least = [one for one, distance in near.items() if distance == min(near.values())]
    return least[0] if len(least) == 1 else ""
