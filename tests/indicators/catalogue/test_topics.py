"""Topics: known to the schema, and named in both languages."""

import json

from indicators.catalogue import HERE, load, topics


def test_the_schema_knows_the_topics() -> None:
    schema = json.loads((HERE / "schema.json").read_text("utf-8"))
    assert schema["$defs"]["indicator"]["properties"]["topic"]["enum"] == list(topics.load())


def test_each_has_a_title_of_its_own_in_both_languages() -> None:
    titles = topics.load()
    assert all(set(title) == {"de", "en"} for title in titles.values())
    assert (
        len({title["de"] for title in titles.values()})
        == len({title["en"] for title in titles.values()})
        == len(titles)
    )


def test_each_indicator_belongs_to_one() -> None:
    assert {indicator.topic for indicator in load().values()} <= set(topics.load())
