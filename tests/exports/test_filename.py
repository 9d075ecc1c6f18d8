"""Names of files."""

from dataclasses import replace
from typing import Any

import pytest

from exports.filename import stem
from indicators import catalogue
from indicators.selection import Selection

V = "2025-01-01-aaaaaaaa"


@pytest.mark.parametrize(
    ("indicators", "choice", "expected"),
    [
        (["population"], {}, f"leipzig_population_all_{V}"),
        (["population", "unemployed"], {"start": "2012"}, f"leipzig_population-unemployed_from-2012_{V}"),
        (["a", "b", "c", "d"], {}, f"leipzig_indicators_all_{V}"),
        (["population"], {"areas": ["51"], "end": "2012"}, f"leipzig_population_51_to-2012_{V}"),
        (["population"], {"areas": ["51", "52"], "start": "2012", "end": "2012"}, f"leipzig_population_areas_2012_{V}"),
        (["population"], {"levels": ["city", "group"]}, f"leipzig_population_city-group_all_{V}"),
        (["population"], {"start": "2012", "end": "2013"}, f"leipzig_population_2012-2013_{V}"),
    ],
)
def test_a_name_says_what_is_in_the_file(indicators: list[str], choice: dict[str, Any], expected: str) -> None:
    named = [replace(catalogue.load()["population"], id=id) for id in indicators]
    assert stem(Selection(named, **choice), V) == expected


def test_a_name_may_begin_otherwise() -> None:
    (named,) = [replace(catalogue.load()["population"], id="a/b")]
    assert stem(Selection([named], areas=["x y"]), V, "leipzig_trends") == f"leipzig_trends_a-b_x-y_all_{V}"
