"""Words that a list finds its options by, beside their names."""

from collections.abc import Iterable, Mapping
from typing import Final

from data.areas import CITY
from data.store import Dataset
from indicators import catalogue
from indicators.catalogue.availability import missing_rubrics
from indicators.kept import kept
from indicators.places import known
from indicators.questions.vocabulary import synonyms

APART: Final = "\u2003" * 200
"""Puts words out of sight, on wide screens, too: a list looks for what is typed in all of an option's text, and cuts
off what is too long."""
SHORTEST: Final = 2
"""Letters of the shortest synonyms."""
SPELT_OUT: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})


def with_synonyms(dataset: Dataset, names: Mapping[str, str]) -> dict[str, str]:
    """The names of indicators by id, each with all that readers call it out of sight behind it."""
    order = {id: place for place, id in enumerate(names)}
    there = [id for id in names if not missing_rubrics(catalogue.load()[id], dataset)]
    central = {phrase.lower(): id for id in there for phrase in synonyms(id)}
    return {id: _with(name, _harmless(id, name, order, central)) for id, name in names.items()}


def _harmless(id: str, name: str, order: Mapping[str, int], central: Mapping[str, str]) -> list[str]:
    """The synonyms of an indicator but those that hold a word for one further down in the list, which would not be the
    first to be found by it: carbon holds car. central: by word, the indicators that have figures."""
    there = name.lower()

    def harms(word: str) -> bool:
        held = (word[start:end] for start in range(len(word)) for end in range(start + SHORTEST, len(word) + 1))
        return any(order[central[part]] > order[id] and part not in there for part in held if part in central)

    return [word for word in synonyms(id) if not harms(word.lower())]


def with_parts(dataset: Dataset, names: Mapping[str, str]) -> dict[str, str]:
    """The names of places by id, each with what readers call it, or parts of it, out of sight behind it."""
    called = _called(dataset)
    return {id: _with(name, called.get(id, ())) for id, name in names.items()}


@kept
def _called(dataset: Dataset) -> Mapping[str, list[str]]:
    """The names of each place that mean it alone."""
    found: dict[str, list[str]] = {}
    for name, areas in known.names(dataset):
        if len(areas) == 1 and areas[0] != CITY:
            found.setdefault(areas[0], []).append(name)
    return found


def _with(name: str, words: Iterable[str]) -> str:
    """A name with words behind it, and spelt without umlauts; none that a longer one holds."""
    every = dict.fromkeys([*words, *(word.translate(SPELT_OUT) for word in (name, *words))])
    lower = {word: word.lower() for word in every}
    longer = [word for word in every if not any(word != other and lower[word] in lower[other] for other in every)]
    return f"{name}{APART}{' · '.join(word for word in longer if word not in name)}"
