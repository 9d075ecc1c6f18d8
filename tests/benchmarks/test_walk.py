"""The walk over every page: where it goes, and what it says of what it found."""

import dataclasses

import pytest

from benchmarks.screenshots import PAGES
from benchmarks.walk import LIMIT, Run, addresses, lines, run, summary
from data import store
from data.store import Dataset
from indicators import catalogue


def test_it_goes_to_every_page_indicator_and_area(snapshot: Dataset) -> None:
    asked = [(page, said) for _, page, said in addresses(snapshot)]
    assert {page for page, _ in asked} == set(PAGES)
    for page in ("growth", "leipzig_west", "compare", "methods"):
        assert {said["indicator"] for where, said in asked if where == page and "indicator" in said} == set(
            catalogue.load()
        )
    every = {*snapshot.codes("ortsteil"), *snapshot.codes("stadtbezirk")}
    for page, key in (("growth", "areas"), ("growth_story", "areas"), ("energy", "areas"), ("profile", "area")):
        assert every <= {said.get(key) for where, said in asked if where == page}
    assert {said["lang"] for _, said in asked} == {"de", "en"}


def test_it_opens_pages_and_names_their_exceptions(snapshot: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = {"indicator": "mean_age", "lang": "en"}
    whole = run("methods", "methods", asked)
    assert (whole.exception, whole.asked) == ("", asked)
    assert whole.ms > 0
    broken = dataclasses.replace(snapshot, areas=snapshot.areas.drop(columns="code"))
    monkeypatch.setattr(store, "current", lambda: broken)
    assert "error" in run("methods", "methods", asked).exception


def test_medians_and_the_slowest_are_told() -> None:
    """Of 1, 2, 3, 4 and 1000 the median is 3; the 95th percentile lies four fifths of the way from 4 to 1000."""
    runs = [Run("a", "growth", {"indicator": str(ms)}, ms, ms / 2) for ms in (4, 1, 1000, 3, 2)]
    told = summary([*runs, Run("b", "energy", {}, LIMIT + 1, 1, "ZeroDivisionError")])
    assert (told["a"]["runs"], told["a"]["ms_median"], told["a"]["processor_ms_median"]) == (5, 3, 1.5)
    assert told["a"]["ms_p95"] == pytest.approx(4 + 0.8 * 996)
    assert [one["ms"] for one in told["a"]["slowest"]] == [1000, 4, 3]
    said = list(lines(told))
    assert said[1] == "  1000 ms (processor 500)  growth?indicator=1000"
    assert f"more than {LIMIT} ms" in said[4]
    assert said[-1] == "  exception: ZeroDivisionError  energy?"
