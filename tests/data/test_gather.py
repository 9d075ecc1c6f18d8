"""How addresses are asked: a few at a time, none held up by others, all within the time of a refresh."""

from threading import Barrier, Event, Lock
from typing import Any

import pytest

from data import gather
from data.gather import AT_ONCE, TIME, fetch_ahead, fetch_until_time_is_up
from data.sources.http import Download, SourceError

PATIENCE = 10.0


def download(url: str) -> Download:
    return Download(url, b"body", "2026-01-01T00:00:00Z", "")


def test_a_few_at_a_time() -> None:
    meeting, lock = Barrier(AT_ONCE), Lock()
    under_way: list[int] = [0]
    most: list[int] = []

    def fetch_one(url: str) -> Download:
        with lock:
            under_way[0] += 1
            most.append(under_way[0])
        meeting.wait(PATIENCE)
        with lock:
            under_way[0] -= 1
        return download(url)

    urls = [f"https://data.example/{n}" for n in range(2 * AT_ONCE)]
    fetch = fetch_ahead(urls, fetch_one)
    assert [fetch(url) for url in urls] == [download(url) for url in urls]
    assert max(most) == AT_ONCE


def test_addresses_that_hang_do_not_hold_up_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gather, "TURN", 0.01)
    good = Event()

    def fetch_one(url: str) -> Download:
        if "hangs" in url:
            assert good.wait(PATIENCE)
            raise SourceError(f"{url}: no answer")
        good.set()
        return download(url)

    hanging = [f"https://data.example/hangs/{n}" for n in range(AT_ONCE)]
    fetch = fetch_ahead([*hanging, "https://data.example/good"], fetch_one)
    assert fetch("https://data.example/good") == download("https://data.example/good")
    for url in hanging:
        with pytest.raises(SourceError, match=f"^{url}: no answer$"):
            fetch(url)


def test_an_address_is_asked_once_and_another_one_when_it_is_needed() -> None:
    asked: list[str] = []

    def fetch_one(url: str) -> Download:
        asked.append(url)
        return download(url)

    ahead, later = "https://data.example/ahead", "https://data.example/later"
    fetch = fetch_ahead([ahead, ahead], fetch_one)
    assert asked == [ahead]
    assert [fetch(url) for url in (ahead, ahead, later)] == [download(url) for url in (ahead, ahead, later)]
    assert asked == [ahead, later]


def test_an_error_that_is_no_sources_is_not_hidden() -> None:
    def fetch_one(url: str) -> Download:
        raise ZeroDivisionError(url)

    with pytest.raises(ZeroDivisionError):
        fetch_ahead(["https://data.example/"], fetch_one)("https://data.example/")


def test_all_requests_share_the_time_of_the_refresh(monkeypatch: pytest.MonkeyPatch) -> None:
    deadlines: list[float] = []
    clock = [1_000.0]

    def fetch(url: str, *, deadline: float, **_: Any) -> Download:
        deadlines.append(deadline)
        return download(url)

    monkeypatch.setattr(gather, "fetch", fetch)
    monkeypatch.setattr("data.gather.time.monotonic", lambda: clock[0])
    fetch_one = fetch_until_time_is_up(None)
    for passed in (0.0, 40.0, TIME + 50.0):
        clock[0] = 1_000.0 + passed
        fetch_one("https://data.example/")
    assert deadlines == [TIME, TIME - 40, 1]
