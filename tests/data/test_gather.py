"""How addresses are asked: a few at a time, none held up by others, all within the time of a refresh."""

from threading import Barrier, Event, Lock
from typing import Any

import pytest

from data import gather
from data.gather import AT_ONCE, TIME, fetch_all, fetch_until_time_is_up
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
    assert set(fetch_all(urls, fetch_one, show=False)) == set(urls)
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
    answers = fetch_all([*hanging, "https://data.example/good"], fetch_one, show=False)
    assert answers.pop("https://data.example/good") == download("https://data.example/good")
    assert [str(answers[url]) for url in hanging] == [f"{url}: no answer" for url in hanging]


def test_an_error_that_is_no_sources_is_not_hidden() -> None:
    def fetch_one(url: str) -> Download:
        raise ZeroDivisionError(url)

    with pytest.raises(ZeroDivisionError):
        fetch_all(["https://data.example/"], fetch_one, show=False)


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
