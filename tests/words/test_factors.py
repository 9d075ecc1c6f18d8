"""Factors in words: each in both languages, with its unit and its range."""

import pytest

from indicators.energy.factors import factors
from locales import LANGUAGES
from words.factors import exact, factor_told


def test_every_factor_is_told_with_its_numbers() -> None:
    for entry in factors().entries:
        for lang in LANGUAGES:
            told = factor_told(lang, entry.place, dict(entry.numbers))
            assert entry.place not in told
            assert exact(lang, entry.numbers[0][1])[-3:] in told


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("photovoltaics.losses", "losses of photovoltaics 17.5% (14–22)"),
        ("household_electricity.persons_1", "electricity of a household of 1 person 1,500 kWh a year (1,200–1,650)"),
        ("uncertainty.consumption", "uncertainty of consumption ±9%"),
        ("primary_energy.gas", "Gas, primary energy × 1.1"),
    ],
)
def test_a_factor_has_its_unit_and_its_range(place: str, told: str) -> None:
    assert factor_told("en", place, factors().numbers[place]) == told
