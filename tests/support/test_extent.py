"""The representative part has every kind, and turns leave nothing out."""

import pytest

from indicators import catalogue
from indicators.catalogue import Indicator
from tests.support import extent


def kind(indicator: Indicator) -> tuple[str, ...]:
    return (indicator.values["as"], indicator.groups["by"], indicator.kind, indicator.change)


def test_the_part_has_an_indicator_of_each_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extent, "LONG", False)
    known = catalogue.load()
    part = extent.of_each_kind(known)
    assert {kind(known[id]) for id in part} == {kind(indicator) for indicator in known.values()}
    assert len(part) < len(known) / 3
    # Figures of the city alone, of a single day, of districts alone, and none.
    assert {"gdp", "district_heating_share", "residential_buildings", "daycare_places"} <= set(part)


def test_turns_share_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extent, "LONG", False)
    assert extent.some("abcde") == ["a", "d"]
    assert sorted(extent.some("abcde", 2, 0) + extent.some("abcde", 2, 1)) == [*"abcde"]
    assert (extent.either("part", "whole"), extent.examples(3)) == ("part", 3)


def test_a_long_run_takes_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extent, "LONG", True)
    assert extent.some("abcde", 2, 1) == [*"abcde"]
    assert extent.of_each_kind(catalogue.load()) == [*catalogue.load()]
    assert (extent.either("part", "whole"), extent.examples(3)) == ("whole", 30)
