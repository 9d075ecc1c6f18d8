"""Where a place stands among its peers, against hand calculations, scipy and pandas."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import strategies as st
from scipy import stats

from data.areas import CITY, Level
from data.store import Dataset
from indicators import catalogue
from indicators.analysis.spread import spread
from indicators.catalogue import groups
from indicators.figures.grid import VALUES, Grid
from indicators.figures.values import values
from indicators.places.place import Place
from indicators.places.profile import apart, differences, positions, verdict, without_figures, yardstick
from locales import rounded

NAN = math.nan
MEAN_AGE = catalogue.load()["mean_age"]
FIGURES = st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=70)


@pytest.mark.parametrize(
    ("value", "median", "deviation", "expected"),
    [
        (11.0, 10.0, 1.0, "similar"),
        (9.0, 10.0, 1.0, "similar"),
        (11.001, 10.0, 1.0, "above"),
        (8.999, 10.0, 1.0, "below"),
        (10.0, 10.0, 0.0, "similar"),
        (10.1, 10.0, 0.0, "above"),
        (NAN, 10.0, 1.0, ""),
        (10.0, NAN, NAN, ""),
    ],
)
def test_verdicts(value: float, median: float, deviation: float, expected: str) -> None:
    assert verdict(value, median, deviation) == expected


def test_two_thirds_of_normal_values_are_similar() -> None:
    normal = stats.norm(50, 10).ppf(np.linspace(0.0005, 0.9995, 1000))
    found = [verdict(value, float(np.median(normal)), spread(normal)) for value in normal]
    assert [found.count(one) / 1000 for one in ("below", "similar", "above")] == pytest.approx(
        [0.16, 0.68, 0.16], abs=0.005
    )


def test_distance_to_the_city() -> None:
    assert apart(13.0, 10.0, 1.5) == 2.0
    assert math.isnan(apart(13.0, 10.0, 0.0))
    assert math.isnan(apart(NAN, 10.0, 1.0))


def figures(cells: dict[str, dict[str, float]]) -> Grid:
    rows = [
        (area, period, value, "M" if math.isnan(value) else "A")
        for period, there in cells.items()
        for area, value in there.items()
    ]
    return Grid.of(pd.DataFrame(rows, columns=VALUES))


def test_a_year_with_few_figures_is_not_the_one_compared() -> None:
    """One of four in 2023 is too few, two of four in 2022 are just enough; the city does not count."""
    cells = {
        "2021": {"a": 1.0, "b": 2.0, "c": 3.0, "d": 4.0},
        "2022": {"a": 5.0, "b": 7.0, "c": NAN, "d": NAN},
        "2023": {"a": 9.0, CITY: 9.0},
    }
    found = yardstick(MEAN_AGE, figures(cells), ["a", "b", "c", "d"])
    assert found is not None
    assert (found.period, found.median, dict(found.peers)) == ("2022", 6.0, {"a": 5.0, "b": 7.0})
    assert found.spread == pytest.approx(1.4826)


def test_of_a_year_the_newest_figures_until_then_are_compared() -> None:
    """A day counts to its year; what came later is not there yet, nor does it set how many figures are enough."""
    cells = {"2011-05-09": {"a": 1.0}, "2012": {"a": 2.0}, "2013": {"a": 3.0, "b": 3.0, "c": 3.0, "d": 3.0}}
    newest = [yardstick(MEAN_AGE, figures(cells), ["a", "b", "c", "d"], year) for year in ("2010", "2011", "2012", "")]
    assert [one and one.period for one in newest] == [None, "2011-05-09", "2012", "2013"]


def test_density_is_no_difference_of_its_own(snapshot: Dataset) -> None:
    """It is published, too, and would be told twice."""
    found = differences(positions(snapshot, Place("51", "ortsteil")), 99, 99)["indicator"].tolist()
    assert "population_density" not in found
    assert "mean_age" in found


def test_nothing_is_measured_where_no_peer_has_a_figure() -> None:
    assert yardstick(MEAN_AGE, figures({}), ["a"]) is None
    assert yardstick(MEAN_AGE, figures({"2021": {CITY: 1.0, "a": NAN}}), ["a"]) is None


@pytest.mark.parametrize(("level", "count"), [("ortsteil", 63), ("stadtbezirk", 10)])
def test_ranks_are_those_of_pandas_of_values_as_shown(snapshot: Dataset, level: Level, count: int) -> None:
    peers = snapshot.codes(level)
    for area in (peers[0], peers[-1]):
        rows = positions(snapshot, Place(area, level))
        assert rows.loc[rows["indicator"] == "population", "of"].item() == count
        for row in rows.to_dict("records"):
            indicator = catalogue.load()[row["indicator"]]
            known = values(snapshot, indicator).set_index(["period", "area"])["value"]
            there = known[row["period"]].reindex(peers).dropna()
            shown = pd.Series([float(rounded(value, indicator.decimals)) for value in there], there.index)
            ranks = shown.rank(method="min", ascending=indicator.graded)
            if math.isnan(row["value"]):
                assert area not in ranks.index
                assert math.isnan(row["rank"])
            elif indicator.kind == "modelled":
                assert math.isnan(row["rank"]), "a model does not tell districts apart well enough"
            else:
                assert (row["rank"], row["of"]) == (ranks[area], len(ranks))


def test_medians_and_spreads_of_the_districts(snapshot: Dataset) -> None:
    for row in positions(snapshot, Place("51", "ortsteil")).to_dict("records"):
        known = values(snapshot, catalogue.load()[row["indicator"]])
        there = known[(known["period"] == row["period"]) & known["area"].isin(snapshot.codes("ortsteil"))]["value"]
        assert row["median"] == pytest.approx(float(np.nanmedian(there)))
        expected = stats.median_abs_deviation(there, scale="normal", nan_policy="omit")
        assert row["spread"] == pytest.approx(float(expected), rel=1e-5)


def test_a_group_has_values_from_its_parts_and_no_rank(snapshot: Dataset) -> None:
    """Leipzig West had 88,047 residents in 2024."""
    group = groups.load()["leipzig-west"]
    rows = positions(snapshot, Place(group.id, "ortsteil", group.members)).set_index("indicator")
    assert rows.loc["population", "value"] == 88_047
    assert rows["rank"].isna().all()
    assert rows.loc["population", "verdict"] == ""
    assert rows.loc["mean_age", "verdict"] in ("above", "similar", "below")
    assert "base_rent" not in rows.index
    _, apart = without_figures(snapshot, Place(group.id, "ortsteil", group.members))
    assert "base_rent" in [indicator.id for indicator in apart]


def test_counts_have_no_distance_to_their_city(snapshot: Dataset) -> None:
    rows = positions(snapshot, Place("51", "ortsteil")).set_index("indicator")
    assert rows["apart"].isna()["population"]
    row = rows.loc["mean_age"]
    assert row["apart"] == pytest.approx((row["value"] - row["city"]) / row["spread"])


@pytest.mark.parametrize(
    ("place", "differs"),
    [
        (Place("51", "ortsteil"), False),
        (Place("61", "ortsteil"), True),
        (Place("grünau", "ortsteil", ("60", "61", "62", "63", "64", "65")), True),
        (Place("west", "ortsteil", ("51", "70")), False),
    ],
)
def test_a_model_differs_from_the_city_where_its_limits_do(snapshot: Dataset, place: Place, differs: bool) -> None:
    """2022: the city 844 to 1,060 kg, Plagwitz 761 to 982, Grünau-Ost 569 to 763."""
    rows = positions(snapshot, place).set_index("indicator")
    assert rows["apart"].notna()["heating_emissions_per_resident"] == differs


def test_differences_are_the_furthest_of_several_topics() -> None:
    cells = [
        ("a", "one", 1.0, "A", "A"),
        ("b", "one", -4.0, "A", "A"),
        ("c", "one", 3.0, "A", "A"),
        ("d", "one", 2.0, "A", "A"),
        ("e", "two", NAN, "A", "A"),
        ("f", "two", 9.0, "U", "A"),
        ("g", "two", 8.0, "A", "U"),
        ("h", "three", -0.5, "A", "A"),
    ]
    rows = pd.DataFrame(cells, columns=["indicator", "topic", "apart", "status", "city_status"])
    assert differences(rows, 5, 2)["indicator"].tolist() == ["b", "c", "h"]
    assert differences(rows, 1, 2)["indicator"].tolist() == ["b"]
