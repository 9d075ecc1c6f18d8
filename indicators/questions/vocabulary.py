"""Every word and phrase that a question can be made of, and what it means."""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Final, Literal, get_args

from data import cities
from data.areas import CITY
from data.store import Dataset
from indicators import catalogue
from indicators.catalogue import topics
from indicators.catalogue.search import folded
from indicators.kept import kept
from indicators.places import known

HERE: Final = Path(__file__).resolve().parent
Named = Literal["indicator", "implied", "of_cities", "place", "elsewhere", "page"]
Way = Literal["change", "up", "down", "least", "comparative", "than", "since", "until", "now"]
Asks = Literal["and", "beside", "relation", "count", "rank", "share", "percent"]
Kind = Named | Way | Asks | Literal["level", "compass", "filler", "unknown"]
"""What a phrase is: an indicator, named or only implied, one of cities only, a place, another city, a page, or one of
the kinds of `phrases.toml`."""

OF_QUESTIONS: Final[tuple[Kind, ...]] = (*get_args(Way), *get_args(Asks), "compass", "filler", "unknown")
LEVELS: Final = ("ortsteil", "stadtbezirk")
"""The keys of `phrases.toml`."""
CONTENT: Final = frozenset({"indicator", "of_cities", "place", "elsewhere", "page", "unknown"})
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

    @cached_property
    def single(self) -> frozenset[str]:
        """The words that mean something alone."""
        return frozenset(key[0] for key in self.phrases if len(key) == 1)


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
    for phrase, meaning in (*_indicators(), *_places(dataset), *_elsewhere(), *_pages(), *_words()):
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
    """Words for several, titles, synonyms, what is left of titles without their brackets, and ids."""
    named, said = catalogue.load(), _said("subjects")
    for phrase, ids in said["several"].items():
        yield phrase, Meaning("indicator", tuple(ids))
    yield from ((title, Meaning("indicator", (id,))) for id, one in named.items() for title in one.title.values())
    yield from _each("indicator", said["one"])
    yield from _each("implied", said["implied"])
    for id, one in named.items():
        yield id, Meaning("indicator", (id,))
        for title in one.title.values():
            yield from ((shorter, Meaning("indicator", (id,))) for shorter in _shorter(title))


@cache
def synonyms(indicator: str) -> tuple[str, ...]:
    """What readers call an indicator beside its titles, and its title in the other languages; not what only implies
    it. A word for several is that of the most central one."""
    said = _said("subjects")
    central = [phrase for phrase, ids in said["several"].items() if ids[0] == indicator]
    return (*central, *said["one"].get(indicator, ()), *catalogue.load()[indicator].title.values())


def _each(kind: Kind, said: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, Meaning]]:
    """Phrases by what they mean, as phrases with their meaning."""
    yield from ((phrase, Meaning(kind, (id,))) for id, phrases in said.items() for phrase in phrases)


def _shorter(title: str) -> Iterator[str]:
    """A title without what stands in brackets, and without the article that follows `Anteil`."""
    plain = re.sub(r"\s*\([^)]*\)", "", title)
    yield plain
    yield re.sub(r"^(Anteil) de[rs]\b", r"\1", plain)
    yield re.sub(r"\bje\b", "pro", plain)


def counted(indicator: str) -> str:
    """The number of which an indicator is a rate or a share; empty where there is none."""
    return str(_said("subjects")["counted"].get(indicator, ""))


def alike(one: str, other: str) -> bool:
    """Whether two indicators are the same, or readers have one word for both."""
    return one == other or any(one in ids and other in ids for ids in _said("subjects")["several"].values())


def rates(number: str) -> list[str]:
    """The rates and shares that are of a number."""
    return [rate for rate, of in _said("subjects")["counted"].items() if of == number]


def _places(dataset: Dataset) -> Iterator[tuple[str, Meaning]]:
    yield from ((name, Meaning("place", areas)) for name, areas in known.names(dataset))


def _elsewhere() -> Iterator[tuple[str, Meaning]]:
    """Other cities, and the indicators that there are of cities only."""
    for code, name in cities.names().items():
        if code != CITY:
            yield name, Meaning("elsewhere", (code,))
            yield re.sub(r"\s*\([^)]*\)", "", name), Meaning("elsewhere", (code,))
    yield from _each("of_cities", _said("elsewhere")["only"])


def in_cities(indicator: str) -> str:
    """The indicator of cities that answers for one of Leipzig; empty where there is none."""
    return str(_said("elsewhere")["instead"].get(indicator, ""))


def _pages() -> Iterator[tuple[str, Meaning]]:
    yield from _each("page", _said("pages"))
    titles = {f"explore/{id}": list(title.values()) for id, title in topics.load().items()}
    yield from _each("page", titles)


def _words() -> Iterator[tuple[str, Meaning]]:
    said = _said("phrases")
    for level in LEVELS:
        yield from ((phrase, Meaning("level", (level,))) for phrase in said[level])
    for kind in OF_QUESTIONS:
        yield from ((phrase, Meaning(kind)) for phrase in said[kind])


@cache
def _said(name: str) -> Mapping[str, Any]:
    """What a file beside this one declares. Raises CatalogueError where it breaks `schema.json`."""
    path = HERE / f"{name}.toml"
    declared, text = catalogue.read(path)
    schema = json.loads((HERE / "schema.json").read_text("utf-8"))
    catalogue.check(declared, {**schema, "$ref": f"#/$defs/{name}"}, path, text)
    return declared
