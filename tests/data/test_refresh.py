"""Whole refreshes of a made-up world, served on the loopback."""

import json
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from data import refresh, store
from data.gather import sources
from data.refresh import main
from data.sources import (
    city_tables,
    eurostat_cities,
    leipzig_boundaries,
    leipzig_portal,
    leipzig_statistics,
    zensus_grid,
)
from indicators.figures.revisions import revisions
from tests.fixtures.world import (
    CHARACTERISTIC,
    PAGE,
    PART,
    PLACE,
    PLAGWITZ,
    POPULATION,
    World,
    catalogue,
    cell,
    figure,
    rubric_csv,
    those,
)
from tests.support import extent
from words.revisions import revision_sentences


def state(root: Path, source: str) -> dict[str, Any]:
    found: dict[str, Any] = store.current(root).current["sources"][source]
    return found


def files(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_first_refresh_holds_every_source_with_its_origin(first: Path) -> None:
    data = store.current(first)
    assert cell(first, POPULATION, PLAGWITZ, "2022") == figure(CHARACTERISTIC, PLACE, "2022")
    assert cell(first, "zensus2011-wohnungen/HEIZTYP/Fernheizung (Fernwärme)", "0", "2011-05-09") == 7 * 10
    assert len(data.codes("ortsteil")) == 63
    assert {entry["state"] for entry in data.current["sources"].values()} == {"updated"}
    origin = data.sources["kd2-1"]
    assert origin["urls"] == [leipzig_statistics.rubrics()[0].url]
    assert origin["licence"] == "dl-de/by-2-0"
    assert origin["newest_period"] == "2022"


@pytest.mark.usefixtures("mirror")
def test_a_second_refresh_changes_the_time_stamp_alone(root: Path) -> None:
    pointer = root / "current.json"
    content = json.loads(pointer.read_text("utf-8"))
    content["refreshed_at"] = "2020-01-01T00:00:00Z"
    pointer.write_text(json.dumps(content), "utf-8")
    before = files(root)
    assert main(extent.either(those(*PART), [])) == 0
    after = files(root)
    assert {name for name in before | after if before.get(name) != after.get(name)} == {"current.json", "report.json"}
    assert store.current(root).version == content["data_version"]
    assert store.current(root).current["refreshed_at"] > content["refreshed_at"]


@pytest.mark.usefixtures("mirror")
@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (PAGE, "web page"),
        (b"", "empty"),
        (rubric_csv(leipzig_statistics.rubrics()[4]), "lacks Ausländer, Deutsche"),
        (None, "404"),
        (rubric_csv(leipzig_statistics.rubrics()[0], years=("2020", "2021")), "2022 are gone"),
    ],
    ids=["page", "empty", "other rubric", "not there", "lost year"],
)
def test_what_fails_keeps_its_last_good_figures(
    root: Path, world: World, capsys: pytest.CaptureFixture[str], body: bytes | None, reason: str
) -> None:
    population, ages = world.rubrics["kd2-1"], world.rubrics["kd2-3"]
    if body is None:
        del world.bodies[population.url]
    else:
        world.bodies[population.url] = body
    world.bodies[ages.url] = rubric_csv(ages, add=5)
    before = cell(root, "kd2-3/Jugendquote", PLAGWITZ, "2022")
    assert main(["--only", "kd2-1", "--only", "kd2-3"]) == 1
    line = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("kd2-1 "))
    assert " kept " in line
    assert reason in line
    assert state(root, "kd2-1")["state"] == "kept"
    assert cell(root, POPULATION, PLAGWITZ, "2022") == figure(CHARACTERISTIC, PLACE, "2022")
    assert cell(root, "kd2-3/Jugendquote", PLAGWITZ, "2022") == before + 5
    assert [id for id, entry in store.current(root).current["sources"].items() if entry["state"] != "updated"] == [
        "kd2-1"
    ]


@pytest.mark.usefixtures("mirror")
def test_new_figures_make_a_new_version_and_revisions(root: Path, world: World) -> None:
    rubric, before = world.rubrics["kd2-1"], store.current(root).version
    world.bodies[rubric.url] = rubric_csv(rubric, add=1)
    assert main(["--only", "kd2-1"]) == 0
    data = store.current(root)
    assert data.version != before
    assert [path.name for path in store.versions(root)] == [before, data.version]
    lines = (data.path / "revisions.csv").read_text("utf-8").splitlines()
    old = float(figure(CHARACTERISTIC, PLACE, "2022"))
    assert any(line.startswith(f"{POPULATION},51,2022,{old},{old + 1},") for line in lines)
    # The residents and, of each two parts of them, one: in the district, its Stadtbezirk and the city.
    assert len(lines) == 1 + 3 * 3


@pytest.mark.usefixtures("mirror")
def test_two_refreshes_within_a_second_are_told_apart(
    root: Path, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    moments = iter([datetime(2026, 3, 1, 12, 0, 0, 100), datetime(2026, 3, 1, 12, 0, 0, 200)])
    monkeypatch.setattr(refresh, "datetime", SimpleNamespace(now=lambda _: next(moments)))
    rubric, old = world.rubrics["kd2-1"], figure(CHARACTERISTIC, PLACE, "2022")
    for add in (1, 0):
        world.bodies[rubric.url] = rubric_csv(rubric, add=add)
        assert main(["--only", "kd2-1"]) == 0
    found = revisions(store.current(root))
    there_and_back = found[(found["series"] == POPULATION) & (found["area"] == PLAGWITZ) & (found["period"] == "2022")]
    assert there_and_back[["old", "new"]].to_numpy().tolist() == [[old + 1, old], [old, old + 1]]
    told = revision_sentences("en", found[found["period"] == "2022"], {}, {}, most=5)
    assert [": 9 figures of 2022 changed in kd2-1." in sentence for sentence in told] == [True, True]


@pytest.mark.usefixtures("mirror")
def test_a_moved_rubric_is_found_by_its_title(root: Path, world: World) -> None:
    rubric = world.rubrics["kd7-3"]
    there = rubric.url.replace("rubrik_nr=3", "rubrik_nr=9")
    world.bodies[there] = rubric_csv(rubric, add=2)
    world.bodies[rubric.url] = rubric_csv(world.rubrics["kd9-1"])
    world.bodies[leipzig_portal.URL] = catalogue(((rubric.title, there),))
    before = cell(root, "kd7-3/Arbeitslose insgesamt", PLAGWITZ, "2022")
    assert main(["--only", "kd7-3"]) == 0
    assert state(root, "kd7-3")["message"].startswith("moved from 7/3 to 7/9")
    assert cell(root, "kd7-3/Arbeitslose insgesamt", PLAGWITZ, "2022") == before + 2
    assert store.current(root).sources["kd7-3"]["urls"] == [there]


@pytest.mark.usefixtures("mirror")
def test_a_broken_catalogue_does_not_hide_the_reason(root: Path, world: World) -> None:
    del world.bodies[world.rubrics["kd7-3"].url]
    world.bodies[leipzig_portal.URL] = PAGE
    assert main(["--only", "kd7-3", "--only", "kd2-1"]) == 1
    message = state(root, "kd7-3")["message"]
    assert "rubrik_nr=3" in message
    assert "404" in message
    assert "not a CKAN catalogue" in message


@pytest.mark.usefixtures("mirror")
@pytest.mark.parametrize(
    ("url", "source"),
    [
        (leipzig_boundaries.URLS["ortsteil"], "boundaries"),
        (zensus_grid.URLS["gebaeude"], "zensus2011-gebaeude"),
    ],
    ids=["boundaries", "census"],
)
def test_boundaries_and_census_keep_what_they_had(root: Path, world: World, url: str, source: str) -> None:
    before = store.current(root).version
    world.bodies[url] = PAGE
    assert main(["--only", source, "--only", "kd2-1"]) == 1
    assert state(root, source)["state"] == "kept"
    assert store.current(root).version == before


def test_nothing_usable_leaves_the_store_alone(
    root: Path, world: World, mirror: str, capsys: pytest.CaptureFixture[str]
) -> None:
    world.bodies.clear()
    before = files(root)
    asked = [source for source in sources() if extent.either(source.id in PART, True)]
    assert main(["--mirror", mirror, *those(*(source.id for source in asked))]) == 2
    assert {name for name, body in files(root).items() if before.get(name) != body} == {"report.json"}
    told = capsys.readouterr()
    assert told.out.count(" kept ") == sum(bool(source.urls) for source in asked)
    assert "nothing usable came" in told.err


def test_a_rubric_that_was_never_loaded_stays_without_figures(
    tmp_path: Path, world: World, mirror: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(store, "SNAPSHOT", tmp_path / "no-snapshot")
    monkeypatch.setenv("INDICATORS_STORE", str(tmp_path / "store"))
    births = world.rubrics["kd3-1"]
    body = world.bodies.pop(births.url)
    assert main(["--mirror", mirror, *those("boundaries", "kd2-1", births.id)]) == 1
    told = capsys.readouterr()
    assert "of 3 sources, 1 have no figures yet" in told.err
    assert state(tmp_path / "store", "kd3-1")["state"] == "absent"
    assert "404" in state(tmp_path / "store", "kd3-1")["message"]
    assert "kd3-1" not in store.current(tmp_path / "store").sources
    world.bodies[births.url] = body
    assert main(["--mirror", mirror, "--only", "kd3-1"]) == 0
    assert state(tmp_path / "store", "kd3-1")["state"] == "updated"


@pytest.mark.usefixtures("mirror")
def test_what_is_not_found_of_an_unconfirmed_rubric_is_told(root: Path, world: World) -> None:
    rubric = world.rubrics["kd4-1"]
    body = world.bodies[rubric.url].replace(b"Kinder bis unter 3 Jahre", b"Kinder unter drei")
    world.bodies[rubric.url] = body.replace(b"Kinder mit Migrationshintergrund", b"kinder  mit Migrationshintergrund")
    assert main(["--only", "kd4-1"]) == 0
    message = state(root, "kd4-1")["message"]
    assert message.startswith("not found, check their spelling in the declaration: Kinder bis unter 3 Jahre")
    assert len(store.current(root).series("kd4-1/Kinder mit Migrationshintergrund")) == 74 * 3


def test_nothing_at_all_without_boundaries(
    tmp_path: Path, mirror: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(store, "SNAPSHOT", tmp_path / "no-snapshot")
    monkeypatch.setenv("INDICATORS_STORE", str(tmp_path / "store"))
    assert main(["--mirror", mirror, "--only", "kd2-1"]) == 2
    assert "refresh the source 'boundaries' first" in capsys.readouterr().err
    assert not (tmp_path / "store").exists()


@pytest.mark.usefixtures("mirror")
def test_a_dry_run_writes_nothing(root: Path, world: World) -> None:
    world.bodies[world.rubrics["kd2-1"].url] = rubric_csv(world.rubrics["kd2-1"], add=1)
    before = files(root)
    assert main(["--dry-run", "--only", "kd2-1"]) == 0
    assert files(root) == before


@pytest.mark.usefixtures("mirror")
def test_only_touches_only_that_source(root: Path, world: World) -> None:
    population, ages = world.rubrics["kd2-1"], world.rubrics["kd2-3"]
    world.bodies[population.url] = rubric_csv(population, add=1)
    world.bodies[ages.url] = rubric_csv(ages, add=1)
    before = store.current(root)
    assert main(["--only", "kd2-1"]) == 0
    assert set(world.asked) == {population.url, leipzig_portal.URL}
    after = store.current(root)
    changed = [
        name
        for name in before.observations["series"].cat.categories
        if not before.series(name).equals(after.series(name))
    ]
    assert {name.split("/")[0] for name in changed} == {"kd2-1"}


@pytest.mark.usefixtures("mirror")
def test_a_characteristic_no_longer_served_keeps_its_figures(root: Path, world: World) -> None:
    rubric = world.rubrics["kd2-1"]
    lines = world.bodies[rubric.url].decode().splitlines()
    extra = [line.replace("Frauen", "Kinder") for line in lines if "Frauen" in line]
    world.bodies[rubric.url] = "\r\n".join([*lines, *extra, ""]).encode()
    assert main(["--only", "kd2-1"]) == 0
    world.bodies[rubric.url] = rubric_csv(rubric)
    assert main(["--only", "kd2-1"]) == 0
    assert "no longer served, last figures kept: kd2-1/Kinder" in state(root, "kd2-1")["message"]
    assert len(store.current(root).series("kd2-1/Kinder")) == 74 * 3


@pytest.mark.usefixtures("mirror")
def test_a_store_that_cannot_be_written_is_named(
    tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a-file").write_text("", "utf-8")
    monkeypatch.setattr(store, "SNAPSHOT", store.current(root).path)
    monkeypatch.setenv("INDICATORS_STORE", str(tmp_path / "a-file"))
    assert main(["--only", "kd2-1"]) == 2
    assert "a-file can't be written" in capsys.readouterr().err


def eurostat() -> eurostat_cities.Dataset:
    return next(each for each in eurostat_cities.datasets() if each.id == "urb_clma")


def test_cities_are_refreshed_with_their_origin(first: Path) -> None:
    data = store.current(first)
    origin = data.sources["eurostat-urb_clma"]
    assert origin["urls"] == [series.url for series in eurostat().series]
    assert (origin["licence"], origin["attribution"]) == ("Eurostat re-use policy", "Eurostat")
    assert origin["vintage"] == "2026-02-01T11:00:00+0100"
    assert [remark["areas"] for remark in origin["remarks"]] == [["Berlin"]]
    assert set(data.series("eurostat-urb_clma/EC1020I")["area"]) == {"14713000", "14612000", "14511000", "11000000"}
    assert cell(first, "zensus2022-cities/Einwohner", "15002000", "2022-05-15") == 226_586
    assert len(data.areas) == 74


@pytest.mark.usefixtures("mirror")
def test_another_city_behind_eurostats_code_keeps_the_last_figures(root: Path, world: World) -> None:
    rate, activity = eurostat().series
    before = store.current(root).series(rate.name)
    world.bodies[rate.url] = world.bodies[rate.url].replace(b'"Chemnitz"', b'"Mannheim"')
    assert main(["--only", "eurostat-urb_clma", "--only", "kd2-1"]) == 1
    assert "DE084C is Mannheim, expected Chemnitz" in state(root, "eurostat-urb_clma")["message"]
    assert state(root, "eurostat-urb_clma")["state"] == "kept"
    assert store.current(root).series(rate.name).equals(before)
    assert store.current(root).sources["eurostat-urb_clma"]["urls"] == [rate.url, activity.url]


@pytest.mark.usefixtures("root", "mirror")
def test_a_committed_table_alone_is_refreshed_without_an_address(world: World) -> None:
    assert main(["--only", "mastr-cities"]) == 0
    assert world.asked == []


@pytest.mark.usefixtures("mirror")
def test_a_damaged_table_keeps_the_last_figures(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(city_tables, "FOLDER", tmp_path / "nothing")
    table = next(each for each in city_tables.tables() if each.id == "mastr-cities")
    assert main(["--only", table.id, "--only", "kd2-1"]) == 1
    assert "mastr-cities.csv can't be read" in state(root, table.id)["message"]
    assert cell(root, "mastr-cities/Solar", "14713000", "2024") == 185_177.675


@pytest.mark.usefixtures("mirror")
def test_figures_that_come_back_on_the_same_day_are_a_version_of_their_own(root: Path, world: World) -> None:
    rubric, first = world.rubrics["kd2-1"], store.current(root).version
    before = figure(CHARACTERISTIC, PLACE, "2022")
    for add in (1, 0, 1):
        world.bodies[rubric.url] = rubric_csv(rubric, add=add)
        assert main(["--only", "kd2-1"]) == 0
        assert main(["--only", "kd2-1"]) == 0
    names = [path.name for path in store.versions(root)]
    assert len(names) == len(set(names)) == 4
    assert names[2:] == [f"{first}-2", f"{names[1]}-2"]
    assert store.kept(root) == names[::-1]
    assert store.current(root).version == names[3]
    lines = (store.current(root).path / "revisions.csv").read_text("utf-8").splitlines()
    changed = [line.split(",")[3:5] for line in lines if line.startswith(f"{POPULATION},51,2022,")]
    there, back = [f"{before}.0", f"{before + 1}.0"], [f"{before + 1}.0", f"{before}.0"]
    assert changed == [there, back, there]


@pytest.mark.usefixtures("mirror")
def test_a_lost_year_is_taken_over_where_it_is_accepted(
    root: Path, world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    rubric, ages, held = world.rubrics["kd2-1"], world.rubrics["kd2-3"], store.current(root)
    for each in (rubric, ages):
        world.bodies[each.url] = rubric_csv(each, years=("2020", "2021"))
    asked = ["--only", "kd2-1", "--only", "kd2-3"]
    assert main(asked) == 2
    assert "python -m data.refresh --accept kd2-1" in capsys.readouterr().out
    assert main([*asked, "--accept", "kd2-1"]) == 1
    assert state(root, "kd2-1")["state"] == "updated"
    assert store.current(root).sources["kd2-1"]["newest_period"] == "2021"
    assert set(store.current(root).series(POPULATION)["period"]) == {"2020", "2021"}
    assert state(root, "kd2-3")["state"] == "kept"
    assert cell(root, "kd2-3/Jugendquote", PLAGWITZ, "2022") > 0
    assert "2022" in set(store.version(held.version, root).series(POPULATION)["period"])


@pytest.mark.usefixtures("mirror")
def test_what_contradicts_itself_is_not_accepted_either(
    root: Path, world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    rubric = world.rubrics["kd2-1"]
    plain = world.bodies[rubric.url].decode()
    was = str(figure(CHARACTERISTIC, PLACE, "2022"))
    world.bodies[rubric.url] = plain.replace(f'"{was}"', f'"{was}000"', 1).encode()
    assert main(["--only", "kd2-1", "--accept", "kd2-1"]) == 2
    assert "leaps to" in capsys.readouterr().out
    assert cell(root, POPULATION, PLAGWITZ, "2022") == int(was)
