"""The list of indicators: complete, by topic, what is not loaded last and marked."""

from itertools import groupby

import pytest

from data.store import Dataset
from indicators import catalogue
from indicators.catalogue import topics
from indicators.catalogue.availability import missing_rubrics
from locales import LANGUAGES, Language
from ui.lists.offered import offered

NOT_LOADED: dict[Language, str] = {"de": " (keine Daten)", "en": " (no data)"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_indicator_is_offered_once_with_its_title_and_topic(lang: Language, snapshot: Dataset) -> None:
    names = offered(lang, snapshot)
    assert set(names) == set(catalogue.load())
    for id, name in names.items():
        indicator = catalogue.load()[id]
        topic = topics.load()[indicator.topic][lang]
        assert name.removesuffix(NOT_LOADED[lang]) == f"{indicator.title[lang]} · {topic}"
    assert len(set(names.values())) == len(names)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_not_loaded_is_marked_and_last(lang: Language, snapshot: Dataset) -> None:
    absent = [bool(missing_rubrics(catalogue.load()[id], snapshot)) for id in offered(lang, snapshot)]
    assert 0 < sum(absent) < len(absent)
    assert absent == sorted(absent)
    assert [name.endswith(NOT_LOADED[lang]) for name in offered(lang, snapshot).values()] == absent


def test_topics_stand_together_in_their_order(snapshot: Dataset) -> None:
    known = catalogue.load()
    there = [known[id].topic for id in offered("de", snapshot) if not missing_rubrics(known[id], snapshot)]
    runs = [topic for topic, _ in groupby(there)]
    assert runs == [topic for topic in topics.load() if topic in runs]
    assert next(iter(offered("en", snapshot))) == "population"
