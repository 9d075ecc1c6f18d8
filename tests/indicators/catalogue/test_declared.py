"""The declared indicators, and what a wrong declaration is told."""

from pathlib import Path

import pytest

from data import store
from data.gather import sources
from indicators.catalogue import CatalogueError, check_series, load
from indicators.catalogue.groups import load as load_groups
from indicators.figures.values import of_group, values
from tests.support.small_catalogue import NEW, changed, head

EXPECTED = {
    *("population", "population_change", "population_density", "mean_age", "youth_ratio", "old_age_ratio"),
    *("foreign_share", "unemployed", "unemployment_share", "youth_unemployed", "long_term_unemployed"),
    *("net_income_person", "net_income_household", "base_rent", "total_rent", "rent_burden", "dwellings"),
    *("living_space_per_dwelling", "living_space_per_resident", "cars_per_1000", "electric_car_share"),
    *("offences_per_1000", "life_satisfaction", "district_heating_share"),
}
DECLARED = frozenset(source.id for source in sources())


def test_every_indicator_is_there_and_can_be_computed(snapshot: store.Dataset) -> None:
    catalogue = load()
    assert set(catalogue) >= EXPECTED
    check_series(catalogue.values(), frozenset(snapshot.observations["series"].cat.categories), DECLARED)
    assert all(set(catalogue[id].rubrics) <= set(snapshot.sources) for id in EXPECTED)
    assert all(set(indicator.rubrics) <= DECLARED for indicator in catalogue.values())


def test_there_are_many() -> None:
    assert len(load()) >= 75


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


def test_series_of_age_groups_and_of_the_city_count() -> None:
    poor = load()["sgb2_child_share"]
    assert poor.series == (
        "kd4-4/unter 15 Jahre",
        "kd2-1/Einwohner insgesamt",
        "kd2-3/Jugendquote",
        "kd2-3/Altenquote",
    )
    assert load()["migrants"].rubrics == ("kd2-5", "v2-1")


def test_a_new_indicator_of_a_served_rubric_is_one_entry(folder: Path, snapshot: store.Dataset) -> None:
    """The values of two districts and of both together, against the observations themselves."""
    (folder / "new.toml").write_text(NEW, "utf-8")
    made = load(folder)["offences_per_man"]
    check_series([made], frozenset(snapshot.observations["series"].cat.categories), DECLARED, folder)
    own = values(snapshot, made).set_index(["area", "period"])["value"]
    offences, men = (snapshot.series(name).set_index(["area", "period"])["value"] for name in made.series)
    assert own["51", "2022"] == offences["51", "2022"] / men["51", "2022"]
    pair = of_group(snapshot, made, ("51", "70")).frame.set_index("period")["value"]
    both = [("51", "2022"), ("70", "2022")]
    assert pair["2022"] == pytest.approx(offences[both].sum() / men[both].sum())


def test_an_entry_loads_from_another_folder(folder: Path) -> None:
    assert list(load(folder)) == ["offences_per_1000"]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('direction = "less"', 'colour = "red"\ndirection = "less"', "'colour' was unexpected"),
        ('direction = "less"', 'direction = "down"', "'down' is not one of"),
        ("decimals = 0", "decimals = 9", "9 is greater than the maximum of 3"),
        ('title.de = "Straftaten je 1.000 Einwohner"\n', "", "'de' is a required property"),
        ('title.de = "Straftaten je 1.000 Einwohner"', 'title.de = ""', "should be non-empty"),
        ('title.en = "Offences per 1,000 residents"', 'title.en = ""', "should be non-empty"),
        ('groups.by = "implied_denominator"', 'groups.by = "middle"', "is not valid under any"),
        ('direction = "less"', 'diverging = "mean"\ndirection = "less"', "'mean' is not one of"),
        ("decimals = 0", 'classes = "manual"\ndecimals = 0', "'manual' is not one of"),
        ('noun.de = "die Zahl', 'noun.de = "Zahl', "'Zahl der Straftaten je 1.000 Einwohner' does not match"),
        (
            'noun.de = "die Zahl',
            'noun.de = "der neue Anteil',
            "'der neue Anteil der Straftaten je 1.000 Einwohner' does",
        ),
        ('noun.en = "the number', 'noun.en = "number', "'number of offences per 1,000 residents' does not match"),
    ],
)
def test_a_wrong_entry_is_named_with_file_and_line(folder: Path, old: str, new: str, reason: str) -> None:
    line = changed(folder, old, new)
    with pytest.raises(CatalogueError, match=rf"^safety\.toml, line {line}: offences_per_1000.*{reason}"):
        load(folder)


def test_a_missing_key_is_told_at_the_head_of_the_entry(folder: Path) -> None:
    changed(folder, 'direction = "less"\n', "")
    reason = rf"^safety\.toml, line {head(folder)}: offences_per_1000: 'direction' is a required property"
    with pytest.raises(CatalogueError, match=reason):
        load(folder)


def test_what_is_no_table_is_refused(folder: Path) -> None:
    changed(folder, "[defaults]\n", "offences = 3\n[defaults]\n")
    with pytest.raises(CatalogueError, match=r"^safety\.toml, line 1: offences: 3 is not of type 'object'"):
        load(folder)


def test_broken_toml_is_named_with_file_and_line(folder: Path) -> None:
    line = changed(folder, "decimals = 0", "decimals = ")
    with pytest.raises(CatalogueError, match=rf"^safety\.toml: .*line {line}"):
        load(folder)


def test_an_id_that_stands_in_two_files(folder: Path) -> None:
    again = "# Once more\n" + (folder / "safety.toml").read_text("utf-8")
    (folder / "zz.toml").write_text(again, "utf-8")
    with pytest.raises(
        CatalogueError, match=rf"^zz\.toml, line {head(folder) + 1}: offences_per_1000 is declared twice"
    ):
        load(folder)


def test_an_id_that_stands_twice_in_a_file(folder: Path) -> None:
    text = (folder / "safety.toml").read_text("utf-8")
    (folder / "safety.toml").write_text(text + text[text.index("[offences_per_1000]") :], "utf-8")
    with pytest.raises(CatalogueError, match=rf"^safety\.toml: .*line {text.count(chr(10)) + 1}"):
        load(folder)


SERIES = frozenset({"kd12-1/Straftaten je Einwohner", "kd12-1/Straftaten insgesamt"})


def test_a_series_that_its_rubric_lacks(folder: Path) -> None:
    line = changed(folder, "kd12-1/Straftaten insgesamt", "kd12-1/Straftaten gesamt")
    reason = (
        rf"^safety\.toml, line {line}: offences_per_1000 names 'kd12-1/Straftaten gesamt', which kd12-1 does not hold"
    )
    with pytest.raises(CatalogueError, match=reason):
        check_series(load(folder).values(), SERIES, frozenset({"kd12-1"}), folder)


def test_a_rubric_that_is_declared_need_not_be_held(folder: Path) -> None:
    changed(folder, "kd12-1/Straftaten insgesamt", "kd12-9/Straftaten insgesamt")
    check_series(load(folder).values(), SERIES, frozenset({"kd12-1", "kd12-9"}), folder)
    with pytest.raises(CatalogueError, match="of a rubric that no source declares"):
        check_series(load(folder).values(), SERIES, frozenset({"kd12-1"}), folder)
