"""The indicators as a reader finds them in a list: by topic, those without figures last."""

from collections.abc import Mapping
from functools import lru_cache

from data.store import Dataset
from indicators import catalogue, topics
from indicators.availability import missing_rubrics
from locales import Language, text


@lru_cache(maxsize=8)
def offered(lang: Language, dataset: Dataset) -> Mapping[str, str]:
    """What each indicator is called in a list, by id: its title, then its topic, and that it is not loaded.

    In the order of topics and, within one, of the catalogue. The topic follows the title, so that a narrow list cuts
    off the topic and not the title, and so that words of both are found by typing.
    """
    order = {id: place for place, id in enumerate(topics.load())}
    known = catalogue.load().values()
    absent = {one.id for one in known if missing_rubrics(one, dataset)}
    ranked = sorted(known, key=lambda one: (one.id in absent, order[one.topic]))
    titled = {one.id: f"{one.title[lang]} · {topics.load()[one.topic][lang]}" for one in ranked}
    return {
        id: text(lang, "{indicator} (not loaded)", indicator=name) if id in absent else name
        for id, name in titled.items()
    }
