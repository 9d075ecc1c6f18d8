"""Finding indicators by words in either language, typing errors forgiven.

What somebody types is compared with the words of titles, ids, keywords, topics, descriptions and reading hints.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from indicators import catalogue
from indicators.catalogue import Indicator, topics

TITLE, NAME, KEYWORD, TOPIC, DESCRIPTION, READING = 1.0, 0.95, 0.9, 0.7, 0.5, 0.35
"""What a word counts, by the place it is found in."""

WHOLE, BEGINNING, INSIDE, GUESSED = 1.0, 0.95, 0.85, 0.8
"""What finding all of a word counts, or its beginning, or a part of a German compound, or only something like it."""

SIMILAR: Final = 0.87
"""Jaro–Winkler similarity from which one word may be a typing error of another; it favours equal beginnings."""
NEAR: Final = 0.1
"""How much less similar than the most similar word others may be."""
GUESS_FROM: Final = 5
INSIDE_FROM: Final = 4
"""Letters of the shortest words that are guessed at, and that are looked for inside others."""


@dataclass(frozen=True, eq=False)
class Index:
    """Every word of the indicators, what it counts for each of them, by word and id, and how long their titles are.

    lengths: words of the shorter title, by id, in the order of the catalogue.
    """

    words: tuple[str, ...]
    counts: Mapping[str, Mapping[str, float]]
    lengths: Mapping[str, int]


def folded(written: str) -> str:
    """Words in one spelling: small letters, `ä`, `ae` and `a` the same, no accents.

    Two words can fall together by this (`neu` and `nue`), which does no harm, as both sides are folded.
    """
    plain = unicodedata.normalize("NFKD", written.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub("([aou])e", r"\1", plain)


def words(written: str) -> list[str]:
    """The words of a text in one spelling, those of a single letter left out."""
    return [word for word in re.findall(r"\w+", folded(written).replace("_", " ")) if len(word) > 1]


def index(indicators: Iterable[Indicator], topic_titles: Mapping[str, Mapping[str, str]]) -> Index:
    """The words of some indicators. topic_titles: by topic and language."""
    counts: dict[str, dict[str, float]] = {}
    lengths = {}
    for indicator in indicators:
        lengths[indicator.id] = min(len(title.split()) for title in indicator.title.values())
        for count, texts in _texts(indicator, topic_titles.get(indicator.topic, {})):
            for word in {word for written in texts for word in words(written)}:
                found = counts.setdefault(word, {})
                found[indicator.id] = max(found.get(indicator.id, 0.0), count)
    return Index(tuple(counts), counts, lengths)


def _texts(indicator: Indicator, topic: Mapping[str, str]) -> list[tuple[float, Sequence[str]]]:
    keywords: Sequence[str] = getattr(indicator, "keywords", ())
    return [
        (TITLE, [*indicator.title.values()]),
        (NAME, [indicator.id]),
        (KEYWORD, keywords),
        (TOPIC, [indicator.topic, *topic.values()]),
        (DESCRIPTION, [*indicator.description.values()]),
        (READING, [*indicator.reading.values()]),
    ]


def found(index: Index, query: str) -> list[str]:
    """Ids of the indicators that have the most of a query's words, the best first; empty where none has any.

    A word in a title counts more than one in a description; of equal ones, the shorter title is first.
    """
    asked = list(dict.fromkeys(words(query)))
    per_word = [_counted(index, word) for word in asked]
    of_each = {id: [counts[id] for counts in per_word if id in counts] for id in index.lengths}
    most = max((len(counts) for counts in of_each.values()), default=0)
    if most == 0:
        return []
    kept = [id for id in index.lengths if len(of_each[id]) == most]
    return sorted(kept, key=lambda id: (-sum(of_each[id]), index.lengths[id]))


def _counted(index: Index, asked: str) -> dict[str, float]:
    """What a word that was asked for counts, by id; words like it only where no indicator has it as written."""
    matches = _written(index, asked) or _guessed(index, asked)
    found: dict[str, float] = {}
    for word, quality in matches.items():
        for id, count in index.counts[word].items():
            found[id] = max(found.get(id, 0.0), quality * count)
    return found


def _written(index: Index, asked: str) -> dict[str, float]:
    """Words that are, begin with, or hold what was asked for, with what that counts."""
    matches = {}
    for word in index.words:
        if word == asked:
            matches[word] = WHOLE
        elif word.startswith(asked):
            matches[word] = BEGINNING
        elif len(asked) >= INSIDE_FROM and asked in word:
            matches[word] = INSIDE
    return matches


def _guessed(index: Index, asked: str) -> dict[str, float]:
    """Words that what was asked for may be a typing error of, with what that counts."""
    if len(asked) < GUESS_FROM:
        return {}
    like = process.extract(asked, index.words, scorer=JaroWinkler.similarity, score_cutoff=SIMILAR, limit=None)
    return {word: GUESSED * similarity for word, similarity, _ in like if similarity > like[0][1] - NEAR}


@cache
def _of_catalogue() -> Index:
    return index(catalogue.load().values(), topics.load())


def search(query: str) -> list[str]:
    """Ids of the catalogue's indicators that a query finds, the best first; see `found`."""
    return found(_of_catalogue(), query)
