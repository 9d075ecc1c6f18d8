"""A question cut into phrases that are known, with what each means and how sure that is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from indicators.catalogue.search import folded
from indicators.questions.spelling import inflected, mistyped
from indicators.questions.vocabulary import Meaning, Vocabulary, spelt

YEAR: Final = re.compile(r"(?:19|20)\d\d")
LONGEST: Final = 200
"""Letters of a question that are read."""
SPANS: Final = frozenset({"jahr", "jahre", "jahren", "year", "years"})
"""What follows a number that counts years."""
AGO: Final = ("vor", "ago")
"""What says, before or behind such a number of years, that they are over."""
NUMBERS: Final = {
    **{word: n for n, word in enumerate(("ein", "zwei", "drei", "vier", "funf", "sechs"), 1)},
    **{word: n for n, word in enumerate(("one", "two", "three", "four", "five", "six"), 1)},
    "zehn": 10,
    "funfzehn": 15,
    "zwanzig": 20,
    "ten": 10,
    "fifteen": 15,
    "twenty": 20,
}


@dataclass(frozen=True)
class Part:
    """A phrase of a question: said: its words as they are written; meanings: what it may be, none where it is not
    known; year: the year that it is, or, in `years`, how many years back; meant: the words that it was taken for,
    where it looks like a typing error."""

    said: str
    meanings: tuple[Meaning, ...] = ()
    year: str = ""
    years: int = 0
    meant: str = ""

    @property
    def known(self) -> bool:
        return bool(self.meanings or self.year or self.years)

    @property
    def asks(self) -> bool:
        """Whether it may be about an indicator: it names one, or nobody knows."""
        return not self.known or any(meaning.kind in ("indicator", "implied") for meaning in self.meanings)


def parts(vocabulary: Vocabulary, written: str) -> list[Part]:
    """The phrases of a question, as few and as well known as can be; each word is in one of them."""
    said = spelt(written[:LONGEST])
    forms = [_form(vocabulary, word) for word in map(folded, said)]
    best: list[tuple[int, int, list[Part]]] = [(0, 0, [])]
    for end in range(1, len(said) + 1):
        ways = []
        for start in range(max(0, end - vocabulary.longest), end):
            part = _part(vocabulary, " ".join(said[start:end]), forms[start:end])
            if part is not None:
                unknown, count, before = best[start]
                ways.append((unknown + (not part.known), count + 1, [*before, part]))
        best.append(min(ways, key=lambda way: way[:2]))
    return best[-1][2]


@dataclass(frozen=True)
class Form:
    """A word in one spelling, as it is known, and how that is written where the word is taken for a typing error."""

    word: str
    known: str
    guess: str = ""


def _form(vocabulary: Vocabulary, word: str) -> Form:
    if word in vocabulary.words or word.isdigit():
        return Form(word, word)
    if other := inflected(word, vocabulary.words):
        return Form(word, other)
    guess = mistyped(word, vocabulary.content)
    return Form(word, guess, vocabulary.content[guess]) if guess else Form(word, word)


def _part(vocabulary: Vocabulary, said: str, forms: Sequence[Form]) -> Part | None:
    """Words as one phrase; None where they are none, a single word that is not known excepted."""
    first, key = forms[0].word, tuple(form.known for form in forms)
    meanings = vocabulary.phrases.get(tuple(form.word for form in forms)) or vocabulary.phrases.get(key, ())
    if meanings:
        return Part(said, meanings, meant=" ".join(form.guess for form in forms if form.guess))
    if years := _years([form.word for form in forms]):
        return Part(said, years=years)
    if len(forms) > 1:
        return None
    if YEAR.fullmatch(first):
        return Part(said, year=first)
    # A word that is known in phrases only, such as the first of "Leipziger Westen", may be a form of another one.
    return Part(said, vocabulary.phrases.get((inflected(first, vocabulary.single),), ()))


def _years(words: Sequence[str]) -> int:
    """How many years back words like `10 years`, `vor zehn Jahren` or `five years ago` are; 0 where they are none."""
    if len(words) == 3 and (words[0] == AGO[0] or words[-1] == AGO[1]):
        words = words[1:] if words[0] == AGO[0] else words[:-1]
    if len(words) != 2 or words[1] not in SPANS:
        return 0
    return int(words[0]) if words[0].isdigit() and len(words[0]) < 3 else NUMBERS.get(words[0], 0)
