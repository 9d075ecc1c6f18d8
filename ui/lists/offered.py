"""The indicators that a list offers: those with figures, and what else the address asks for."""

from collections.abc import Mapping

from data.store import Dataset
from indicators import catalogue
from indicators.catalogue import topics
from indicators.catalogue.availability import available, missing_rubrics
from indicators.kept import kept
from locales import Language, text
from ui import address
from ui.lists.words import with_synonyms
from ui.view import View


def choosable(view: View, key: str) -> dict[str, str]:
    """The names of the indicators that have figures, and of the one that the address, or a choice, asks for."""
    asked = address.state(key) or address.known().said.get(key)
    loaded = _loaded(view.dataset)
    return {id: name for id, name in _found(view.lang, view.dataset).items() if id in loaded or id == asked}


@kept
def _loaded(dataset: Dataset) -> frozenset[str]:
    """The indicators that have figures."""
    return frozenset(one.id for one in available(catalogue.load().values(), dataset))


@kept
def _found(lang: Language, dataset: Dataset) -> Mapping[str, str]:
    """The names of `offered`, each with what else a reader may type."""
    return with_synonyms(dataset, offered(lang, dataset))


@kept
def offered(lang: Language, dataset: Dataset) -> Mapping[str, str]:
    """What each indicator is called in a list, by id: its title, then its topic, and that there are no data of it.

    In the order of topics and, within one, of the catalogue. The topic follows the title, so that a narrow list cuts
    off the topic and not the title, and so that words of both are found by typing.
    """
    order = {id: place for place, id in enumerate(topics.load())}
    known = catalogue.load().values()
    absent = {one.id for one in known if missing_rubrics(one, dataset)}
    ranked = sorted(known, key=lambda one: (one.id in absent, order[one.topic]))
    titled = {one.id: f"{one.title[lang]} · {topics.load()[one.topic][lang]}" for one in ranked}
    return {
        id: text(lang, "{indicator} (no data)", indicator=name) if id in absent else name for id, name in titled.items()
    }
