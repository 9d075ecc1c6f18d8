"""What else the words of a question may mean: places and indicators, each with the page that shows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from data.areas import CITY
from data.store import Dataset
from exports import links
from exports.answers import of_pages
from indicators import catalogue
from indicators.catalogue import Indicator, groups
from indicators.catalogue.availability import missing_rubrics
from indicators.catalogue.search import folded, search
from indicators.places import known
from indicators.questions.question import Question
from indicators.questions.reading import Part
from locales import Language, text

MOST: Final = 6
OF_A_BEGINNING: Final = 2
"""Letters from which on a word may be the beginning of a place's name."""


@dataclass(frozen=True)
class Hit:
    """title: of an indicator or a place; kind: which of both, in words; page: the address, as in `Answer`."""

    title: str
    kind: str
    page: str


def hits(lang: Language, dataset: Dataset, question: Question, but: str = "") -> list[Hit]:
    """Up to `MOST` hits, those that the question names first, unless its last word is only begun; but: the page of the
    answer."""
    named, begun = _named(lang, dataset, question), _beginning(lang, dataset, question)
    last_begun = bool(question.parts) and not question.parts[-1].known
    found = {hit.page: hit for hit in ((*begun, *named) if last_begun else (*named, *begun))}
    return [hit for page, hit in found.items() if page != but][:MOST]


def _named(lang: Language, dataset: Dataset, question: Question) -> Iterator[Hit]:
    declared = catalogue.load()
    for area in question.areas:
        if area != CITY:
            yield _place(lang, dataset, area)
    pages = [*question.pages, *(["cities"] if question.elsewhere or question.of_cities else [])]
    for page in pages:
        yield Hit(of_pages.title(lang, page), text(lang, "Page"), of_pages.address(lang, page))
    for id in (id for ids in question.subjects for id in ids):
        if not missing_rubrics(declared[id], dataset):
            yield _indicator(lang, declared[id], question)


def _beginning(lang: Language, dataset: Dataset, question: Question) -> Iterator[Hit]:
    """Places whose name begins with the last word, the shortest first, and indicators that the other words find."""
    last = question.parts[-1].said if question.parts else ""
    if len(last) >= OF_A_BEGINNING and not _is_city(question.parts[-1]):
        begun = folded(last)
        for name, areas in sorted(known.names(dataset), key=lambda named: len(named[0])):
            if len(areas) == 1 and areas[0] != CITY and folded(name).startswith(begun):
                yield _place(lang, dataset, areas[0])
    words = " ".join(part.said for part in question.parts if part.asks)
    for id in search(words) if words else ():
        indicator = catalogue.load()[id]
        if not missing_rubrics(indicator, dataset):
            yield _indicator(lang, indicator, question)


def _is_city(part: Part) -> bool:
    return any(meaning.ids == (CITY,) for meaning in part.meanings)


def _place(lang: Language, dataset: Dataset, area: str) -> Hit:
    names = dataset.all_names | {id: group.title[lang] for id, group in groups.load().items()}
    name = names[area]
    if area in dataset.names["stadtbezirk"]:
        name = text(lang, "{name} borough", name=name)
    return Hit(name, text(lang, "Profile"), links.page("profile", lang, area=area))


def _indicator(lang: Language, indicator: Indicator, question: Question) -> Hit:
    places = [area for area in question.areas if area != CITY]
    kind = text(lang, "Indicator")
    if not places:
        return Hit(indicator.title[lang], kind, links.page("growth", lang, indicator=indicator.id, map="value"))
    where = links.page("compare", lang, indicator=indicator.id, compare=",".join([*places, CITY]))
    return Hit(indicator.title[lang], kind, where)
