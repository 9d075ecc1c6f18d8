"""Every word and phrase that a question can be made of, and what it means."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal

from data import cities
from data.areas import CITY
from data.store import Dataset
from indicators import catalogue
from indicators.catalogue.search import folded
from indicators.kept import kept
from indicators.places import known

HERE: Final = Path(__file__).resolve().parent
Kind = Literal["indicator", "place", "elsewhere", "change", "since", "until", "level", "filler", "unknown"]
"""What a phrase is: an indicator, a place, another city, or one of the kinds of `phrases.toml`."""

OF_QUESTIONS: Final[tuple[Kind, ...]] = ("change", "since", "until", "filler", "unknown")
LEVELS: Final = ("ortsteil", "stadtbezirk")
"""The keys of `phrases.toml`."""
CONTENT: Final = frozenset({"indicator", "place", "elsewhere", "unknown"})
Tokens = tuple[str, ...]


@dataclass(frozen=True)
class Meaning:
    """kind: what a phrase is; ids: indicators, the most central first, or areas, or the level that is meant."""

    kind: Kind
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """phrases: what phrases mean, by their words in one spelling; a word can be of several kinds, as `wächst` is both
    of residents and of change; words: all of their words; content: those of indicators, places and what is known to be
    asked for in vain, of which a word may be a typing error, each with a way to write it; longest: words of the longest
    phrase."""

    phrases: Mapping[Tokens, tuple[Meaning, ...]]
    words: frozenset[str]
    content: Mapping[str, str]
    longest: int


def spelt(written: str) -> list[str]:
    """The words and numbers of a text as they are written; a thousand keeps its figures together."""
    joined = re.sub(r"(?<=\d)[.,\u00a0](?=\d{3}(?!\d))", "", unicodedata.normalize("NFC", written))
    return re.findall(r"[^\W_]+", joined)


def tokens(written: str) -> list[str]:
    """The words and numbers of a text in one spelling."""
    return [folded(word) for word in spelt(written)]


@kept
def vocabulary(dataset: Dataset) -> Vocabulary:
    """All that is understood, with the names of a version's areas."""
    found: dict[Tokens, dict[Kind, Meaning]] = {}
    content: dict[str, str] = {}
    for phrase, meaning in (*_indicators(), *_places(dataset), *_words()):
        # What comes first stays: exact titles before synonyms, districts before parts of names.
        if key := tuple(tokens(phrase)):
            found.setdefault(key, {}).setdefault(meaning.kind, meaning)
        if meaning.kind in CONTENT:
            for word, written in zip(key, spelt(phrase), strict=True):
                content.setdefault(word, written)
    phrases = {key: tuple(kinds.values()) for key, kinds in found.items()}
    words = frozenset(word for key in phrases for word in key)
    return Vocabulary(phrases, words, content, max(map(len, phrases)))


def _indicators() -> Iterator[tuple[str, Meaning]]:
    titles = {id: one.title.values() for id, one in catalogue.load().items()}
    for phrase, ids in subjects().items():
        yield phrase, Meaning("indicator", ids)
    for id, own in titles.items():
        for title in own:
            yield title, Meaning("indicator", (id,))
    for id, own in titles.items():
        for title in own:
            for shorter in _shorter(title):
                yield shorter, Meaning("indicator", (id,))
        yield id, Meaning("indicator", (id,))


def _shorter(title: str) -> Iterator[str]:
    """A title without what stands in brackets, and without the article that follows `Anteil`."""
    plain = re.sub(r"\s*\([^)]*\)", "", title)
    yield plain
    yield re.sub(r"^(Anteil) de[rs]\b", r"\1", plain)
    yield re.sub(r"\bje\b", "pro", plain)


@cache
def subjects() -> Mapping[str, tuple[str, ...]]:
    """Ids of indicators by what readers call them, the most central first; see `subjects.toml`."""
    said = tomllib.loads((HERE / "subjects.toml").read_text("utf-8"))
    several = {phrase: tuple(ids) for phrase, ids in said["several"].items()}
    return several | {phrase: (id,) for id, phrases in said["one"].items() for phrase in phrases}


def _places(dataset: Dataset) -> Iterator[tuple[str, Meaning]]:
    yield from ((name, Meaning("place", areas)) for name, areas in known.names(dataset))
    for code, name in cities.names().items():
        if code != CITY:
            yield name, Meaning("elsewhere", (code,))
            yield re.sub(r"\s*\([^)]*\)", "", name), Meaning("elsewhere", (code,))


def _words() -> Iterator[tuple[str, Meaning]]:
    said = tomllib.loads((HERE / "phrases.toml").read_text("utf-8"))
    for level in LEVELS:
        yield from ((phrase, Meaning("level", (level,))) for phrase in said[level])
    for kind in OF_QUESTIONS:
        yield from ((phrase, Meaning(kind)) for phrase in said[kind])
