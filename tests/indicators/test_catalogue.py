"""The declared indicators, and what a wrong declaration is told."""

from pathlib import Path

import pytest

from data import store
from indicators.catalogue import FOLDER, CatalogueError, check_series, load
from indicators.groups import load as load_groups

EXPECTED = {
    *("population", "population_change", "population_density", "mean_age", "youth_ratio", "old_age_ratio"),
    *("foreign_share", "unemployed", "unemployment_share", "youth_unemployed", "long_term_unemployed"),
    *("net_income_person", "net_income_household", "base_rent", "total_rent", "rent_burden", "dwellings"),
    *("living_space_per_dwelling", "living_space_per_resident", "cars_per_1000", "electric_car_share"),
    *("offences_per_1000", "life_satisfaction"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A catalogue of one entry, `offences_per_1000`."""
    (tmp_path / "safety.toml").write_text((FOLDER / "safety.toml").read_text("utf-8"), "utf-8")
    return tmp_path


def changed(folder: Path, old: str, new: str) -> int:
    """Replaces what stands once in the only file; returns the line that it stands in."""
    path = folder / "safety.toml"
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_every_indicator_is_there_and_can_be_computed(snapshot: store.Dataset) -> None:
    catalogue = load()
    assert set(catalogue) >= EXPECTED
    check_series(catalogue.values(), frozenset(snapshot.observations["series"].cat.categories))
    assert all(set(indicator.rubrics) <= set(snapshot.sources) for indicator in catalogue.values())


def test_groups_have_known_members_and_both_languages(snapshot: store.Dataset) -> None:
    groups = load_groups()
    names = snapshot.areas.set_index("code")["name"]
    west = ["Schleußig", "Plagwitz", "Kleinzschocher", "Lindenau", "Altlindenau", "Neulindenau", "Leutzsch"]
    assert names[list(groups["leipzig-west"].members)].tolist() == west
    for group in groups.values():
        assert set(group.members) <= set(snapshot.codes("ortsteil"))
        assert len(set(group.members)) == len(group.members)
        assert set(group.title) == set(group.reason) == {"de", "en"}


def test_series_of_an_indicator_come_once_with_its_own_first() -> None:
    offences = load()["offences_per_1000"]
    assert offences.series == ("kd12-1/Straftaten je Einwohner", "kd12-1/Straftaten insgesamt")
    assert offences.rubrics == ("kd12-1",)
    cars = load()["cars_per_1000"]
    assert cars.series == ("kd10-1/Privat-PKW", "kd2-1/Einwohner insgesamt")
    assert cars.rubrics == ("kd10-1", "kd2-1")


def test_an_entry_loads_from_another_folder(folder: Path) -> None:
    assert list(load(folder)) == ["offences_per_1000"]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('direction = "less"', 'colour = "red"\ndirection = "less"', "'colour' was unexpected"),
        ('direction = "less"', 'direction = "down"', "'down' is not one of"),
        ("decimals = 0", "decimals = 9", "9 is greater than the maximum of 3"),
        ('unit = {de = "je 1.000 Einwohner", en', "unit = {en", "'de' is a required property"),
        ('title = {de = "Straftaten je 1.000 Einwohner"', 'title = {de = ""', "should be non-empty"),
    ],
)
def test_a_wrong_entry_is_named_with_file_and_line(folder: Path, old: str, new: str, reason: str) -> None:
    line = changed(folder, old, new)
    with pytest.raises(CatalogueError, match=rf"^safety\.toml, line {line}: offences_per_1000.*{reason}"):
        load(folder)


def test_a_missing_key_is_told_at_the_head_of_the_entry(folder: Path) -> None:
    changed(folder, 'kind = "official"\n', "")
    with pytest.raises(
        CatalogueError, match=r"^safety\.toml, line 1: offences_per_1000: 'kind' is a required property"
    ):
        load(folder)


def test_broken_toml_is_named_with_file_and_line(folder: Path) -> None:
    line = changed(folder, "decimals = 0", "decimals = ")
    with pytest.raises(CatalogueError, match=rf"^safety\.toml: .*line {line}"):
        load(folder)


def test_an_id_that_stands_in_two_files(folder: Path) -> None:
    again = "# Once more\n" + (folder / "safety.toml").read_text("utf-8")
    (folder / "zz.toml").write_text(again, "utf-8")
    with pytest.raises(CatalogueError, match=r"^zz\.toml, line 2: offences_per_1000 is declared twice"):
        load(folder)


def test_an_id_that_stands_twice_in_a_file(folder: Path) -> None:
    text = (folder / "safety.toml").read_text("utf-8")
    (folder / "safety.toml").write_text(text + text, "utf-8")
    with pytest.raises(CatalogueError, match=rf"^safety\.toml: .*line {text.count(chr(10)) + 1}"):
        load(folder)


def test_a_series_that_no_source_has(folder: Path) -> None:
    line = changed(folder, "kd12-1/Straftaten insgesamt", "kd12-1/Straftaten gesamt")
    known = frozenset({"kd12-1/Straftaten je Einwohner", "kd12-1/Straftaten insgesamt"})
    reason = rf"^safety\.toml, line {line}: offences_per_1000 names 'kd12-1/Straftaten gesamt'"
    with pytest.raises(CatalogueError, match=reason):
        check_series(load(folder).values(), known, folder)
