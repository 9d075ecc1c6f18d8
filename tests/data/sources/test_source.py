"""What a source says of its checks: those that were made, and no others."""

from pathlib import Path

import pytest

from data import store
from data.refresh import main
from data.sources.leipzig_statistics import rubrics
from tests.fixtures.world import World, rubric_csv

LEAP = "no figure more than 20 times away from all others of its series and area"
VALID = "known areas, periods and statuses, each figure once"
WITH_ALL_LEVELS = "63 Ortsteile, 10 Stadtbezirke, 1 city"


def checks(root: Path, source: str) -> dict[str, str]:
    return {check["what"]: check["found"] for check in store.current(root).sources[source]["checks"]}


def findings(root: Path, source: str) -> list[tuple[str, str]]:
    """Check and severity of what the last refresh had to say of a source."""
    found = store.current(root).current["sources"][source]["findings"]
    return [(finding["check"], finding["severity"]) for finding in found]


def test_boundaries_tell_their_own_checks(first: Path) -> None:
    assert checks(first, "boundaries") == {
        "codes and names, each once and as many as there are areas": "63 Ortsteile, 10 Stadtbezirke",
        "valid polygons within the box around Leipzig": "73 of 73",
        "neighbouring Ortsteile share their edges": "all",
        "Ortsteile sum to 290 to 305 km²": "296.7 km²",
        "Stadtbezirke at most 10,000 m² apart from their Ortsteile": "at most 0 m²",
    }


def test_a_rubric_tells_what_was_found(first: Path) -> None:
    assert checks(first, "kd2-1") == {
        "required characteristics": "5 of 5",
        "declared levels complete for each characteristic": WITH_ALL_LEVELS,
        "no negative figure": "lowest 3,000",
        VALID: "rows: 1,110, areas: 74",
        LEAP: "at most 1.0 times",
    }


def test_only_sources_whose_figures_may_not_leap_tell_that_check(first: Path) -> None:
    refreshed = store.current(first).sources
    leaping = {rubric.id for rubric in rubrics() if rubric.leaps and rubric.id in refreshed}
    of_one_day = {"zensus2011-wohnungen", "zensus2011-gebaeude", "zensus2022-cities"}
    silent = {source for source in refreshed if LEAP not in checks(first, source)}
    assert leaping
    assert silent == leaping | of_one_day | {"boundaries"}


def test_only_what_is_declared_is_told(first: Path) -> None:
    signed, in_gwh, titled = (checks(first, id) for id in ("kd3-1", "v13-4", "kd15-1"))
    assert "no negative figure but of Saldo Geburten/Sterbefälle" in signed
    assert in_gwh["no row states another unit than GWh"] == "none"
    assert in_gwh["at least one expected characteristic"] == "3 of 3"
    assert in_gwh["declared levels complete for each characteristic"] == "1 city"
    assert titled["no record names another rubric"] == "none"


def test_census_and_cities_tell_theirs(first: Path) -> None:
    assert list(checks(first, "zensus2011-wohnungen")) == [
        "topics of the subject",
        "counts of known cells, none twice or negative",
        "some cells lie in Ortsteile",
        VALID,
    ]
    assert checks(first, "eurostat-urb_clma")["declared indicators"] == "2 of 2"
    assert checks(first, "mastr-cities")["declared cities once in each period, no others"] == "cities: 5, periods: 2"


@pytest.mark.usefixtures("mirror")
def test_the_same_answers_tell_the_same_checks(root: Path, world: World) -> None:
    """Also where other figures were held before: what was compared is told of the refresh, not of the source."""
    first, rubric = store.current(root), world.rubrics["kd2-1"]
    assert findings(root, "kd2-1") == []
    for add in (1, 0):
        world.bodies[rubric.url] = rubric_csv(rubric, add=add)
        assert main(["--only", "kd2-1"]) == 0
        assert findings(root, "kd2-1") == [("revised", "note")]
    assert store.current(root).version != first.version
    assert store.current(root).sources["kd2-1"]["checks"] == first.sources["kd2-1"]["checks"]


@pytest.mark.usefixtures("mirror")
def test_what_was_found_is_told_whether_it_was_accepted_or_not(root: Path, world: World) -> None:
    rubric, ages = world.rubrics["kd2-1"], world.rubrics["kd2-3"]
    for each in (rubric, ages):
        world.bodies[each.url] = rubric_csv(each, years=("2020", "2021"))
    assert main(["--only", "kd2-1", "--only", "kd2-3", "--accept", "kd2-1"]) == 1
    assert findings(root, "kd2-1") == findings(root, "kd2-3") == [("gone", "ask"), ("gone", "ask")]
    assert checks(root, "kd2-1")[VALID] == "rows: 740, areas: 74"
    assert checks(root, "kd2-3")[VALID] == "rows: 666, areas: 74"


@pytest.mark.usefixtures("mirror")
def test_what_was_kept_has_no_new_record(root: Path, world: World) -> None:
    before = store.current(root).sources["kd2-1"]
    del world.bodies[world.rubrics["kd2-1"].url]
    assert main(["--only", "kd2-1", "--only", "kd2-3"]) == 1
    assert store.current(root).sources["kd2-1"] == before
