"""The declared cities: Leipzig among them, none of them an area of the maps."""

import re

from data import cities
from data.areas import CITY, COUNTS
from data.store import Dataset


def test_leipzig_comes_first_and_every_city_has_its_municipality_key() -> None:
    assert next(iter(cities.names().items())) == (CITY, "Leipzig")
    assert list(cities.names().values()) == ["Leipzig", "Dresden", "Chemnitz", "Halle (Saale)", "Berlin"]
    # The first two digits are the state: Saxony, Saxony-Anhalt, Berlin.
    assert [code[:2] for code in cities.names()] == ["14", "14", "14", "15", "11"]
    assert all(re.fullmatch(r"\d{8}", code) for code in cities.names())


def test_codes_of_eurostat_are_codes_of_german_cities_and_none_stands_twice() -> None:
    codes = [city.eurostat for city in cities.load() if city.eurostat]
    assert all(re.fullmatch(r"DE\d{3}C", code) for code in codes)
    assert len(set(codes)) == len(codes)


def test_other_cities_have_figures_but_are_no_areas(snapshot: Dataset) -> None:
    others = set(cities.names()) - {CITY}
    assert others <= set(snapshot.observations["area"].astype(str))
    assert not others & set(snapshot.areas["code"])
    assert {level: len(snapshot.codes(level)) for level in COUNTS} == COUNTS
