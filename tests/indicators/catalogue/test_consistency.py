"""What holds for every indicator of the catalogue: its words, its units, its figures, and how groups are put together.

The figures are those of the embedded snapshot; expected values are computed here from the observations themselves.
"""

import json
import re
import tomllib
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data import store
from data.areas import CITY
from data.sources.leipzig_statistics import rubrics
from data.store import Dataset
from indicators.catalogue import DEFAULTS, FOLDER, Indicator, Part, load
from indicators.catalogue.availability import missing_rubrics
from indicators.figures.values import NoPartsError, of_group, values
from tests.support import extent

CATALOGUE = load()
SURVEYS = {"kd4-11", "kd5-3", "kd6-6", "kd6-7", "kd9-1", "kd9-3"}
SHIPPED = store.current(store.SNAPSHOT / "no store here")
HELD = [id for id, indicator in CATALOGUE.items() if not missing_rubrics(indicator, SHIPPED)]
RATES = [
    id
    for id in HELD
    if CATALOGUE[id].groups["by"] != "none"
    and (CATALOGUE[id].values["as"] == "ratio" or CATALOGUE[id].groups["by"] != "parts")
]
ORTSTEILE = SHIPPED.codes("ortsteil")


def texts(indicator: Indicator) -> list[dict[str, str]]:
    reasons = [indicator.groups["reason"]] if "reason" in indicator.groups else []
    return [
        dict(text) for text in (indicator.title, indicator.description, indicator.reading, indicator.unit, *reasons)
    ]


def is_share(indicator: Indicator) -> bool:
    return indicator.unit["en"] == "%" and indicator.values["as"] != "year_on_year"


@pytest.mark.parametrize("id", CATALOGUE)
def test_words_are_whole_in_both_languages(id: str) -> None:
    indicator = CATALOGUE[id]
    for text in texts(indicator):
        assert set(text) == {"de", "en"}
        for words in text.values():
            assert words == words.strip()
            assert "  " not in words
    for sentence in (indicator.description, indicator.reading):
        assert sentence["de"] != sentence["en"]
        assert all(words.endswith(".") for words in sentence.values())
        assert "ß" not in sentence["en"]
    assert not re.search(r"\b(the|and|of)\b", indicator.title["de"])


def test_no_two_indicators_have_the_same_title() -> None:
    for lang in ("de", "en"):
        titles = [indicator.title[lang] for indicator in CATALOGUE.values()]
        assert len(set(titles)) == len(titles)


def test_a_file_holds_one_topic_and_says_it_once_at_its_head() -> None:
    for path in FOLDER.glob("*.toml"):
        entries = tomllib.loads(path.read_text("utf-8"))
        assert next(iter(entries)) == DEFAULTS
        assert {id: entry["topic"] for id, entry in entries.items() if "topic" in entry} == {DEFAULTS: path.stem}


def test_a_fact_has_a_line() -> None:
    """Nothing but the items of a list stands in braces, so that a change of one fact is a change of one line."""
    for path in FOLDER.glob("*.toml"):
        assert not re.findall(r"(?m)^\w[^\"\n]*\{.*", path.read_text("utf-8"))


@pytest.mark.parametrize("id", CATALOGUE)
def test_unit_scale_and_change_fit_together(id: str) -> None:
    indicator = CATALOGUE[id]
    assert (indicator.change == "points") == (indicator.unit["en"] == "%")
    if indicator.values["as"] == "ratio":
        expected = {100: "%", 1000: ("per 1,000 residents", "m²"), 10000: "per 10,000 residents"}
        assert indicator.unit["en"] in expected.get(indicator.values["scale"], indicator.unit["en"])
        assert not set(map(json.dumps, indicator.values["denominator"])) & {'"kd2-1/Frauen"'}
    if "per 1,000" in indicator.unit["en"]:
        assert "1,000" in indicator.title["en"] + indicator.description["en"]
        assert "1.000" in indicator.unit["de"]


@pytest.mark.parametrize("id", CATALOGUE)
def test_kind_says_how_the_figures_come_about(id: str) -> None:
    indicator = CATALOGUE[id]
    expected = {"series": ("official", "forecast"), "function": ("modelled",)}
    assert indicator.kind in expected.get(indicator.values["as"], ("derived",))
    assert (indicator.kind == "forecast") == ("kd2-12" in indicator.rubrics)


@pytest.mark.parametrize("id", CATALOGUE)
def test_what_cannot_be_put_together_is_refused_with_a_reason(id: str, snapshot: Dataset) -> None:
    indicator = CATALOGUE[id]
    survey, city_alone = set(indicator.rubrics) & SURVEYS, all(rubric.startswith("v") for rubric in indicator.rubrics)
    if survey or city_alone:
        assert indicator.groups["by"] == "none"
    if indicator.groups["by"] == "none":
        with pytest.raises(NoPartsError, match=id):
            of_group(snapshot, indicator, ("50", "51"))


@pytest.mark.parametrize("id", CATALOGUE)
def test_a_scale_that_turns_at_the_city_needs_a_direction(id: str, snapshot: Dataset) -> None:
    indicator = CATALOGUE[id]
    if indicator.diverging == "city":
        assert indicator.direction != "neither"
        if id in HELD:
            own = values(snapshot, indicator)
            assert own.loc[own["area"] == CITY, "value"].notna().any()


def test_the_ends_of_a_range_are_indicators_of_the_same_unit() -> None:
    ranged = [indicator for indicator in CATALOGUE.values() if indicator.range]
    assert [indicator.id for indicator in ranged] == ["population_forecast"]
    for indicator in ranged:
        low, high = (CATALOGUE[id] for id in indicator.range)
        assert (low.unit, low.kind, low.decimals) == (high.unit, high.kind, high.decimals)
        assert (low.unit, low.kind, low.decimals) == (indicator.unit, indicator.kind, indicator.decimals)


DECLARED = (
    *("2-4", "2-5", "2-9", "2-10", "2-11", "2-12", "3-1", "3-3", "4-1", "4-2", "4-4", "4-6", "5-1", "5-3", "6-1"),
    *("6-3", "6-4", "6-6", "6-7", "7-1", "8-1", "9-1", "9-3", "9-4", "10-1", "15-1", "15-3", "15-4", "15-5", "15-7"),
)
"""Small-area rubrics that the city serves and that must not be forgotten, loaded or not."""


@pytest.mark.parametrize("rubric", DECLARED)
def test_each_rubric_has_an_indicator(rubric: str) -> None:
    assert any(f"kd{rubric}" in indicator.rubrics for indicator in CATALOGUE.values())


def test_every_expected_characteristic_is_used() -> None:
    """What a refresh reports as not found must be missed by somebody."""
    used = {name for indicator in CATALOGUE.values() for name in indicator.series}
    for rubric in rubrics():
        assert {f"{rubric.id}/{name}" for name in rubric.expected} <= used


@pytest.mark.parametrize("id", HELD)
def test_figures_are_there_and_the_shown_decimals_tell_districts_apart(id: str, snapshot: Dataset) -> None:
    indicator = CATALOGUE[id]
    known = values(snapshot, indicator).dropna(subset=["value"])
    assert len(known)
    districts = known[known["area"].isin(ORTSTEILE)]
    if len(districts) and not set(indicator.rubrics) & SURVEYS:  # a sample is not as fine as its decimals
        latest = districts[districts["period"] == districts["period"].max()]["value"]
        assert latest.round(indicator.decimals).nunique() >= min(latest.nunique(), 8)


@pytest.mark.parametrize("id", [id for id in HELD if is_share(CATALOGUE[id])])
def test_shares_lie_between_nothing_and_everything(id: str, snapshot: Dataset) -> None:
    known = values(snapshot, CATALOGUE[id])["value"].dropna()
    assert known.between(0, 100).all()


@lru_cache(maxsize=256)
def table(series: str) -> pd.DataFrame:
    """A series as published: areas below each other, periods side by side."""
    rows = SHIPPED.observations[SHIPPED.observations["series"] == series]
    return rows.astype({"area": "str", "period": "str"}).pivot(index="area", columns="period", values="value")


def amounts(part: Part) -> pd.DataFrame:
    if isinstance(part, str):
        return table(part)
    of_all = 100 + sum(table(name) for name in part["ratios"])
    return table(part["population"]) * (table(part["ratio"]) if "ratio" in part else 100) / of_all


def added(parts: list[Part]) -> pd.DataFrame:
    return sum((amounts(part) for part in parts[1:]), amounts(parts[0]))


@pytest.mark.parametrize("id", extent.some([id for id in HELD if CATALOGUE[id].values["as"] == "ratio"]))
def test_a_share_of_nothing_is_not_meaningful(id: str, snapshot: Dataset) -> None:
    """Where a denominator counts nobody, such as children in districts without day care; it never counts fewer."""
    below = added(CATALOGUE[id].values["denominator"]).stack().dropna()
    assert (below >= 0).all()
    own = values(snapshot, CATALOGUE[id]).set_index(["area", "period"])
    of_nothing = own.loc[[key for key in own.index if below.get(key) == 0]]
    assert of_nothing["value"].isna().all()
    assert set(of_nothing["status"]) <= {"N"}


def expected_of_group(indicator: Indicator, members: list[str]) -> "pd.Series[Any]":
    """A group's rate by period from its members' published parts, missing where a member lacks one."""
    rule, own = indicator.groups, indicator.values
    if own["as"] == "ratio":
        above, below, scale = added(own["numerator"]), added(own["denominator"]), own["scale"]
    elif rule["by"] == "implied_denominator":
        above = table(rule["numerator"]).replace(0, np.nan)
        below, scale = rule["scale"] * above / table(own["series"]).replace(0, np.nan), rule["scale"]
    else:
        rate = added(own["parts"]) if own["as"] == "sum" else table(own["series"])
        weight = table(rule["weights"]) if rule["by"] == "mean" else amounts(dict(rule))
        above, below, scale = rate * weight, weight, 1
    total = [frame.reindex(members).sum(min_count=len(members)) for frame in (above, below)]
    result: pd.Series[Any] = (scale * total[0] / total[1]).clip(upper=own.get("most", np.inf)).dropna()
    return result


@settings(max_examples=extent.examples(2), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(members=st.sets(st.sampled_from(ORTSTEILE), min_size=1, max_size=12))
@pytest.mark.parametrize("id", extent.of_each_kind(RATES))
def test_a_group_has_the_rate_of_its_summed_parts(id: str, members: set[str]) -> None:
    ours = of_group(SHIPPED, CATALOGUE[id], tuple(sorted(members))).frame
    found = ours.dropna(subset=["value"]).set_index("period")["value"].to_dict()
    expected: dict[Any, float] = expected_of_group(CATALOGUE[id], sorted(members)).to_dict()
    assert found == pytest.approx(expected, rel=1e-9)


def test_all_rates_are_among_those_checked() -> None:
    assert {"ratio", "series", "sum"} == {CATALOGUE[id].values["as"] for id in RATES}
    assert {"parts", "mean", "implied_denominator", "implied_base_group"} == {
        CATALOGUE[id].groups["by"] for id in RATES
    }
    assert len(RATES) > 50
