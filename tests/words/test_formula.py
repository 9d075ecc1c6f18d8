"""Formulas in words, also of those ways to compute that the catalogue can declare but does not use here."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from data.store import Dataset
from indicators import catalogue
from locales import LANGUAGES, Language
from words import formula

RESIDENTS = "kd2-1/Einwohner insgesamt"
TITLED = "“Einwohner insgesamt” (kd2-1: Einwohner (Jahreszahlen, kleinräumig))"


def by(values: Mapping[str, Any], groups: Mapping[str, Any] | None = None) -> catalogue.Indicator:
    return replace(catalogue.load()["population"], values=values, groups=groups or {"by": "parts"})


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"as": "series", "series": RESIDENTS}, [f"As published: {TITLED}."]),
        (
            {"as": "ratio", "numerator": [RESIDENTS, "x1/a"], "denominator": [RESIDENTS], "scale": 1000},
            [f"1,000 × ({TITLED} + “a” (x1)) ÷ ({TITLED})."],
        ),
        (
            {"as": "per_km2", "series": RESIDENTS},
            [f"{TITLED} ÷ square kilometres of the area within today's boundaries."],
        ),
        (
            {"as": "year_on_year", "series": RESIDENTS},
            [f"100 × (year − year before) ÷ year before, of {TITLED}."],
        ),
        (
            {"as": "series", "series": RESIDENTS, "city": "v2-9/x"},
            [f"As published: {TITLED}.", "For the city: “x” (v2-9)."],
        ),
        (
            {"as": "sum", "parts": [{"population": RESIDENTS, "ratio": "x1/a", "ratios": ["x1/a", "x1/b"]}]},
            [f"The sum of an age group derived from {TITLED} and “a” (x1) and “b” (x1)."],
        ),
        ({"as": "something new", "series": RESIDENTS}, [f"Computed from {TITLED}."]),
    ],
)
def test_how_an_area_gets_its_value(snapshot: Dataset, values: dict[str, Any], said: list[str]) -> None:
    assert formula.of_areas("en", snapshot, by(values)) == said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_declared_indicator_says_how_it_is_computed(snapshot: Dataset, lang: Language) -> None:
    for indicator in catalogue.load().values():
        assert all(formula.of_areas(lang, snapshot, indicator))
        said = formula.of_groups(lang, snapshot, indicator)
        assert said
        if indicator.groups["by"] == "none":
            assert indicator.groups["reason"][lang] in said
