"""What a question asks for, as far as it is understood."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from data.areas import CITY, Level
from data.store import Dataset
from indicators.questions.reading import Part, parts
from indicators.questions.vocabulary import Kind, alike, counted, vocabulary

GENERAL: Final = "population"
"""What is meant where only people are: the oldest residents are no question of how many there are."""
RATE: Final = re.compile(r"\b(je|pro|per)\b", re.IGNORECASE)
"""What is said of a rate: who asks how many there are of it does not mean the number."""
TOGETHER: Final[frozenset[Kind]] = frozenset({"and", "beside", "comparative", "than"})
"""What sets a place beside another."""


@dataclass(frozen=True)
class Question:
    """parts: the phrases of the question; subjects: indicators by id, of each phrase the most central first; areas:
    codes and ids of groups; years: ascending; back: how many years back from the newest, 0 where not said; change:
    whether it asks how something changed; way: 1 for a rise, -1 for a fall, 0 where not said; until: whether a single
    year ends a span; share: whether it asks for a part of a hundred; level: of districts, where there are no places;
    elsewhere: codes of other cities; kinds: of all its phrases."""

    parts: tuple[Part, ...]
    subjects: tuple[tuple[str, ...], ...] = ()
    areas: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    back: int = 0
    change: bool = False
    way: int = 0
    until: bool = False
    share: bool = False
    level: Level = "ortsteil"
    elsewhere: tuple[str, ...] = ()
    of_cities: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    kinds: frozenset[Kind] = frozenset()

    @property
    def unknown(self) -> list[str]:
        """The words that nothing is known of, those that mean one indicator where another one is named, as nothing is
        known of how rich seniors are, and points of the compass beside the name of a place."""
        return [
            part.said
            for n, part in enumerate(self.parts)
            if not part.known
            or "unknown" in _kinds(part)
            or self._of_another(_ids([part], "implied"))
            or ("compass" in _kinds(part) and any(map(_named, self.parts[max(n - 1, 0) : n + 2])))
        ]

    def _of_another(self, implied: Sequence[tuple[str, ...]]) -> bool:
        specific = {ids[0] for ids in implied} - {GENERAL}
        return bool(specific) and not any(alike(one, ids[0]) for one in specific for ids in self.subjects)

    @property
    def guessed(self) -> list[Part]:
        """The words that were taken for typing errors."""
        return [part for part in self.parts if part.meant]

    @property
    def related(self) -> bool:
        """Whether two subjects are asked for together, and not one per the other, or of the other."""
        at = [n for n, part in enumerate(self.parts) if "indicator" in _kinds(part)]
        between = {kind for part in self.parts[at[0] : at[-1]] for kind in _kinds(part)} if at else set()
        return bool({"and", "relation"} & between) or "relation" in self.kinds

    @property
    def against_nothing(self) -> bool:
        """Whether something is to be more than in a place or year that is not named."""
        return "than" in self.kinds and not (self.years or self.back or len(self.areas) + len(self.elsewhere) > 1)


def question(dataset: Dataset, written: str) -> Question:
    """What somebody's words ask for."""
    found = tuple(parts(vocabulary(dataset), written))
    asked = [part for part in found if "unknown" not in _kinds(part)]
    kinds = frozenset(kind for part in asked for kind in _kinds(part))
    years = sorted({part.year for part in asked if part.year})
    back = max((part.years for part in asked), default=0)
    places, elsewhere = _all_ids(asked, "place"), _all_ids(asked, "elsewhere")
    pages = _all_ids(asked, "page")
    alone = len(asked) == 1 and bool(pages) and "indicator" not in kinds
    share = "share" in kinds or ("percent" in kinds and not {"change", "up", "down"} & kinds)
    return Question(
        found,
        () if alone else _subjects(asked, number="count" in kinds and not share),
        places,
        (years[0], years[-1]) if len(years) > 1 else tuple(years),
        back,
        change=_changes(kinds, years, len(places) + len(elsewhere)) or len(years) > 1 or back > 0,
        way=_way(kinds),
        until="until" in kinds and not {"since", "now"} & kinds,
        share=share,
        level="stadtbezirk" if "stadtbezirk" in _all_ids(asked, "level") and not places else "ortsteil",
        elsewhere=elsewhere,
        of_cities=_all_ids(asked, "of_cities"),
        pages=pages,
        kinds=kinds,
    )


def _changes(kinds: frozenset[Kind], years: Sequence[str], places: int) -> bool:
    """Whether words ask how something changed; places: those named, of which two are compared with each other."""
    if {"change", "up", "down"} & kinds or ("comparative" in kinds and places == 1):
        return True
    return bool(years) and bool({"since", "until", "now"} & kinds or ("than" in kinds and places < 2))


def _way(kinds: frozenset[Kind]) -> int:
    way = ("up" in kinds) - ("down" in kinds)
    return -way if "least" in kinds else way


def _subjects(asked: Sequence[Part], *, number: bool) -> tuple[tuple[str, ...], ...]:
    """The indicators that are named, each once, and no word for several beside one that says which. Without any, or
    with residents alone, the one that words imply: `live` says less than `oldest`, and is residents only by itself."""
    implied = sorted(_ids(asked, "implied"), key=lambda ids: GENERAL in ids)
    rates = {ids for part in asked if RATE.search(part.said) for ids in _ids([part], "indicator")}
    named = [_numbers(ids) if number and ids not in rates else ids for ids in _ids(asked, "indicator") or implied[:1]]
    if named == [(GENERAL,)] and implied:
        named = implied[:1]
    told = [ids for ids in named if not any(other[0] in ids and len(other) < len(ids) for other in named)]
    return tuple({ids[0]: ids for ids in told}.values())


def _numbers(ids: tuple[str, ...]) -> tuple[str, ...]:
    """Indicators, the numbers of what they are rates of first."""
    return tuple(dict.fromkeys([*filter(None, map(counted, ids[:1])), *ids]))


def _named(part: Part) -> bool:
    """Whether it is the name of a part of the city, and not where that lies."""
    return "compass" not in _kinds(part) and any(ids != (CITY,) for ids in _ids([part], "place"))


def _kinds(part: Part) -> list[Kind]:
    return [meaning.kind for meaning in part.meanings]


def _ids(asked: Iterable[Part], kind: Kind) -> list[tuple[str, ...]]:
    return [meaning.ids for part in asked for meaning in part.meanings if meaning.kind == kind]


def _all_ids(asked: Iterable[Part], kind: Kind) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id for ids in _ids(asked, kind) for id in ids))
