"""The feed of new versions, as a reader of feeds has it."""

import feedparser
import pytest
from starlette.testclient import TestClient

from data.store import Dataset

ADDRESS = "/api/v1/changes.atom"


def test_each_version_is_an_entry_with_what_it_changed(client: TestClient, revised: list[str]) -> None:
    feed = feedparser.parse(client.get(f"{ADDRESS}?lang=en").content)
    assert not feed.bozo
    assert feed.version == "atom10"
    by_title = {entry.title: entry for entry in feed.entries}
    entry = by_title[f"Data version {revised[1]}"]
    # The older version has another count of Plagwitz in 2024 and none of 2023.
    assert entry.summary == "Published figures: 1 new, 1 revised, 0 withdrawn, 0 with another status."
    assert feed.entries[0].updated_parsed >= feed.entries[-1].updated_parsed
    (where,) = (link.href for link in entry.links if link.rel == "related")
    assert entry.link == "http://testserver/methods"
    found = client.get(where.removeprefix("http://testserver"))
    assert len(found.text.splitlines()) == 3


@pytest.mark.usefixtures("revised")
def test_entries_are_told_apart_for_good(client: TestClient) -> None:
    ids = [entry.id for entry in feedparser.parse(client.get(ADDRESS).content).entries]
    assert len(set(ids)) == len(ids) == 3


def test_a_single_version_is_told_without_changes(client: TestClient, snapshot: Dataset) -> None:
    feed = feedparser.parse(client.get(f"{ADDRESS}?lang=de").content)
    assert [entry.title for entry in feed.entries] == [f"Datenversion {snapshot.version}"]
    assert feed.feed.title == "Leipzig Urban Indicators: neue Zahlen und Revisionen"
