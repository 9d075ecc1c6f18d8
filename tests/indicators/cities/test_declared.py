"""The declarations of the cities' indicators: whole, in both languages, and about series that are there."""

from pathlib import Path

import pytest

from charts.stacked import KEY_LETTERS
from data.store import Dataset
from indicators import catalogue
from indicators.catalogue import CatalogueError
from indicators.cities import FILES, FOLDER, compositions, indicators, similar
from locales import LANGUAGES

ASKED_FOR = {
    *("eurostat_unemployment_rate", "eurostat_activity_rate", "eurostat_median_age", "eurostat_age_dependency"),
    *("eurostat_no2", "census_residents", "census_under_18", "census_from_65", "census_foreign_share"),
    *("census_household_size", "census_base_rent", "census_vacancy_rate", "census_ownership_rate"),
    *("census_heating_district_heat", "census_heating_gas", "census_heating_oil", "census_building_age_before_1919"),
    *("solar_power_per_resident", "wind_power_per_resident", "biomass_power_per_resident"),
}
FITS_A_PHONE = 40
"""Letters of a picture's title."""


def test_the_indicators_that_pages_and_files_rely_on_are_there() -> None:
    assert set(indicators()) >= ASKED_FOR


def test_no_id_is_that_of_one_of_leipzigs_own_indicators() -> None:
    assert not (set(indicators()) | set(compositions())) & set(catalogue.load())
    assert not set(indicators()) & set(compositions())


def test_every_series_is_served_by_a_source(snapshot: Dataset) -> None:
    known = set(snapshot.observations["series"].cat.categories)
    for indicator in indicators().values():
        assert set(indicator.series) <= known, indicator.id
        assert set(indicator.rubrics) <= set(snapshot.sources), indicator.id


@pytest.mark.parametrize("lang", LANGUAGES)
def test_titles_differ_and_fit_a_phone(lang: str) -> None:
    wholes = [composition.whole for composition in compositions().values()]
    parts = {part.id for composition in compositions().values() for part in composition.parts}
    chosen = [*(each for each in indicators().values() if each.id not in parts), *wholes]
    titles = [indicator.title[lang] for indicator in chosen]
    assert len(set(titles)) == len(titles)
    assert max(map(len, titles)) <= FITS_A_PHONE
    labels = [label[lang] for composition in compositions().values() for label in composition.labels]
    assert max(map(len, labels)) <= KEY_LETTERS


def test_no_series_of_the_other_cities_stands_for_two_definitions() -> None:
    """Two single indicators may share a denominator, never the series that they are about."""
    own = [tuple(each.values.get("numerator", [each.values.get("series")])) for each in indicators().values()]
    assert len(set(own)) == len(own)


def test_parts_are_shares_of_the_sum_of_all_parts() -> None:
    heating = compositions()["census_heating"]
    every = {series for part in heating.parts for series in part.values["numerator"]}
    assert len(heating.parts) == len(heating.labels) == 9
    assert all(set(part.values["denominator"]) == every for part in heating.parts)
    assert heating.parts[0].title["en"] == "Heating of dwellings (census): District heat"


def test_what_looks_alike_is_set_apart_from_leipzigs_own() -> None:
    pairs = {id: pair.leipzig.id for id, pair in similar().items()}
    assert pairs["eurostat_unemployment_rate"] == "unemployment_share"
    assert pairs["census_base_rent"] == "base_rent"
    assert set(pairs) <= set(indicators())
    assert all(set(pair.difference) == set(LANGUAGES) for pair in similar().values())


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("decimals = 1", "decimals = 9", "eurostat_unemployment_rate.decimals: 9 is greater"),
        ('kind = "official"', 'kind = "guessed"', "eurostat_unemployment_rate.kind"),
        ("decimals = 1", 'decimals = 1\nmap = "yes"', "'map' was unexpected"),
        ('as = "series", series', 'as = "sum", series', "eurostat_unemployment_rate"),
        ("[eurostat_activity_rate]", "[eurostat_activity_rate", "Expected"),
    ],
)
def test_a_wrong_entry_is_named(tmp_path: Path, before: str, after: str, said: str) -> None:
    for name in FILES:
        (tmp_path / name).write_text((FOLDER / name).read_text("utf-8"), "utf-8")
    wrong = (tmp_path / "eurostat.toml").read_text("utf-8").replace(before, after, 1)
    (tmp_path / "eurostat.toml").write_text(wrong, "utf-8")
    with pytest.raises(CatalogueError, match=r"^eurostat\.toml(, line [0-9]+)?: ") as refused:
        indicators(tmp_path)
    assert said in str(refused.value)


def test_an_entry_that_stands_twice_is_named(tmp_path: Path) -> None:
    for name in FILES:
        (tmp_path / name).write_text((FOLDER / "eurostat.toml").read_text("utf-8"), "utf-8")
    with pytest.raises(CatalogueError, match=r"^census\.toml: eurostat_activity_rate is declared twice"):
        indicators(tmp_path)
