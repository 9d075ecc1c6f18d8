"""Breaks and doubts as a group of areas has them."""

from data.store import Dataset
from indicators.catalogue import load
from indicators.figures.remarks import reason, seen_by
from indicators.figures.values import of_group

HEITERBLICK, ENGELSDORF, PLAGWITZ = "25", "27", "51"


def breaks(dataset: Dataset, *members: str) -> list[str]:
    found = of_group(dataset, load()["population"], members).frame
    return found.loc[found["status"] == "B", "period"].tolist()


def test_what_moves_between_two_members_is_no_break_of_their_group(snapshot: Dataset) -> None:
    """In 2013 a part of Heiterblick went to Engelsdorf."""
    assert breaks(snapshot, HEITERBLICK) == breaks(snapshot, HEITERBLICK, PLAGWITZ) == ["2013"]
    assert breaks(snapshot, ENGELSDORF, PLAGWITZ) == ["2013"]
    assert breaks(snapshot, HEITERBLICK, ENGELSDORF) == []
    assert breaks(snapshot, *snapshot.codes("ortsteil")) == []


def test_other_breaks_stay(snapshot: Dataset) -> None:
    inside = seen_by(snapshot, (HEITERBLICK, ENGELSDORF))
    dwellings = inside.series("kd6-5/Wohnungen")
    assert set(dwellings.loc[dwellings["status"] == "B", "period"]) == {"2001", "2010", "2011"}
    assert inside.version == snapshot.version
    assert snapshot.series("kd2-1/Frauen").query("status == 'B'")["area"].tolist() == [HEITERBLICK, ENGELSDORF]


def test_a_group_without_inner_moves_sees_the_figures_themselves(snapshot: Dataset) -> None:
    assert seen_by(snapshot, (PLAGWITZ, HEITERBLICK)) is snapshot
    assert seen_by(snapshot, ()) is snapshot


def test_the_reason_of_a_break_is_that_of_its_source(snapshot: Dataset) -> None:
    population = load()["population"]
    told = reason(snapshot, population, "2013", "B", frozenset({HEITERBLICK}))
    assert told is not None
    assert "Engelsdorf" in told["de"]
    assert reason(snapshot, population, "2013", "B", frozenset({PLAGWITZ})) is None
