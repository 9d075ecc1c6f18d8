"""What a question asks for, as far as it is understood."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data.areas import Level
from data.store import Dataset
from indicators.questions.reading import Part, parts
from indicators.questions.vocabulary import Kind, vocabulary


@dataclass(frozen=True)
class Question:
    """parts: the phrases of the question; subjects: indicators by id, of each phrase the most central first; areas:
    codes and ids of groups; years: ascending; back: how many years back from the newest, 0 where not said; change:
    whether it asks how something changed; until: whether a single year ends a span; share: whether it asks for
    a part of a hundred; level: of districts, where there
    are no places; elsewhere: codes of other cities."""

    parts: tuple[Part, ...]
    subjects: tuple[tuple[str, ...], ...] = ()
    areas: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    back: int = 0
    change: bool = False
    until: bool = False
    share: bool = False
    level: Level = "ortsteil"
    elsewhere: tuple[str, ...] = ()
    of_cities: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()

    @property
    def unknown(self) -> list[str]:
        """The words that nothing is known of."""
        return [part.said for part in self.parts if not part.known or "unknown" in _kinds(part)]

    @property
    def guessed(self) -> list[Part]:
        """The words that were taken for typing errors."""
        return [part for part in self.parts if part.meant]


def question(dataset: Dataset, written: str) -> Question:
    """What somebody's words ask for."""
    found = tuple(parts(vocabulary(dataset), written))
    asked = [part for part in found if "unknown" not in _kinds(part)]
    years = sorted({part.year for part in asked if part.year})
    back = max((part.years for part in asked), default=0)
    areas = _all_ids(asked, "place")
    kinds = {kind for part in asked for kind in _kinds(part)}
    spans = bool({"change", "since", "until"} & kinds) or ("now" in kinds and bool(years))
    return Question(
        found,
        _subjects(asked),
        areas,
        (years[0], years[-1]) if len(years) > 1 else tuple(years),
        back,
        change=spans or len(years) > 1 or back > 0,
        until="until" in kinds and not {"since", "now"} & kinds,
        share="share" in kinds,
        level="stadtbezirk" if "stadtbezirk" in _all_ids(asked, "level") and not areas else "ortsteil",
        elsewhere=_all_ids(asked, "elsewhere"),
        of_cities=_all_ids(asked, "of_cities"),
        pages=_all_ids(asked, "page"),
    )


def _subjects(asked: Sequence[Part]) -> tuple[tuple[str, ...], ...]:
    """The indicators that are named, each once. Without any, the one that words imply: `live` says less than `oldest`,
    and is residents only by itself."""
    implied = sorted(_ids(asked, "implied"), key=lambda ids: "population" in ids)
    named = _ids(asked, "indicator") or implied[:1]
    return tuple({ids[0]: ids for ids in named}.values())


def _kinds(part: Part) -> list[Kind]:
    return [meaning.kind for meaning in part.meanings]


def _ids(asked: Iterable[Part], kind: Kind) -> list[tuple[str, ...]]:
    return [meaning.ids for part in asked for meaning in part.meanings if meaning.kind == kind]


def _all_ids(asked: Iterable[Part], kind: Kind) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id for ids in _ids(asked, kind) for id in ids))
