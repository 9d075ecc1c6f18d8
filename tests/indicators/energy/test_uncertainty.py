"""Limits around what the energy model gives."""

from collections.abc import Hashable
from itertools import combinations
from pathlib import Path

import pandas as pd
import pytest

from data import store
from data.areas import CITY
from indicators.catalogue import load
from indicators.energy.uncertainty import change_limits_of, limits_of
from indicators.figures import measures
from indicators.figures.values import grid, values
from tests.support.dwellings import BUILDINGS, SPACE, dataset

HEAT = load()["residential_heat"]
MODELLED = [id for id, indicator in load().items() if indicator.kind == "modelled"]
DWELLINGS = 250 * (0.8 * 134.6 + 0.1 * 135.7 + 0.05 * (93.3 + 78.5))
"""MWh of what stood in Lindenau in 2011, by the ages of its dwellings."""
ADDED = 56.449 * 74.1
GROUPS = (("west", ("51", "60")),)


def test_limits_by_hand() -> None:
    """The oldest that the ages may be is what they are but for 77 buildings, the newest puts 9 and 77 a class later;
    by dwellings, 250 of 306.449 thousand m² use 0.8 × 134.6 + 0.1 × 135.7 + 0.05 × (93.3 + 78.5), the rest 74.1.
    """
    given = dataset()
    found, value = (rows.set_index(["area", "period"]) for rows in (limits_of(given, HEAT), values(given, HEAT)))
    oldest = (413 * 134.6 + 9 * 135.7 + 77 * 93.3 + 82 * 74.1) / 581 * 306.449
    newest = (413 * 134.6 + 9 * 126.2 + 77 * 78.5 + 82 * 74.1) / 581 * 306.449
    low, high = value["value"]["70", "2020"], max(oldest, newest, DWELLINGS + ADDED)
    assert low < min(oldest, newest, DWELLINGS + ADDED), "all of the made-up living space but ten houses is in blocks"
    assert found["low"]["70", "2020"] == pytest.approx(0.91 * low)
    assert found["high"]["70", "2020"] == pytest.approx(1.09 * high)
    assert found["low"][CITY, "2020"] == pytest.approx(2 * 0.91 * low)


@pytest.mark.parametrize("id", MODELLED)
def test_every_value_lies_inside_its_limits(snapshot: store.Dataset, id: str) -> None:
    known = values(snapshot, load()[id], GROUPS).dropna(subset=["value"])
    band = known.merge(limits_of(snapshot, load()[id], GROUPS), on=["area", "period"], validate="one_to_one")
    assert len(band) == len(known), "of every area and group"
    some = band[band["value"] > 0]
    assert (some["low"] < some["value"]).all()
    assert (some["value"] < some["high"]).all()
    assert not band.loc[band["value"] == 0, ["low", "high"]].to_numpy().any(), "what is zero is so in every variant"


def test_the_citys_limits_of_2020_are_plausible(snapshot: store.Dataset) -> None:
    city = limits_of(snapshot, HEAT).query(f"area == '{CITY}' and period == '2020'").iloc[0]
    assert 2_300e3 < city["low"] < 2_815e3 < city["high"] < 3_300e3


def test_the_city_has_no_limits_where_a_district_has_no_value() -> None:
    band = limits_of(dataset({(SPACE, "70", "2020"): (None, "Q")}), HEAT).query("period == '2020'").set_index("area")
    assert band["low"].isna().to_dict() == {"70": True, "71": False, "7": True, CITY: True}
    assert band["high"].isna().to_dict() == band["low"].isna().to_dict()


@pytest.mark.parametrize("id", [id for id in MODELLED if id != HEAT.id])
def test_limits_of_a_district_follow_those_of_its_heat(snapshot: store.Dataset, id: str) -> None:
    """What heat is divided by, and factors and connections, are the same in all variants."""
    districts = snapshot.codes("ortsteil")

    def low_over_value(id: str) -> dict[Hashable, float]:
        both = limits_of(snapshot, load()[id]).merge(values(snapshot, load()[id]), on=["area", "period"])
        both = both[both["area"].isin(districts) & (both["value"] > 0)].set_index(["area", "period"])
        return (both["low"] / both["value"]).to_dict()

    heat, found = low_over_value(HEAT.id), low_over_value(id)
    assert len(found) > 600
    assert found == pytest.approx({key: heat[key] for key in found})


def test_limits_of_a_sum_are_those_of_what_its_districts_emit(snapshot: store.Dataset) -> None:
    """Not of its heat at the mean factor: in Grünau, what emits least is what is most uncertain."""
    emissions = load()["heating_emissions_direct_per_resident"]
    residents = snapshot.series("kd2-1/Einwohner insgesamt").set_index(["area", "period"])["value"]
    limits = limits_of(snapshot, emissions).set_index(["area", "period"])
    members = snapshot.areas.loc[snapshot.areas["parent"] == "6", "code"].tolist()
    tonnes = {end: sum(limits[end][area, "2022"] * residents[area, "2022"] for area in members) for end in limits}
    bezirk = limits.loc[("6", "2022")] * residents["6", "2022"]
    # No variant need be the lowest in all of them.
    assert tonnes["low"] <= bezirk["low"] * (1 + 1e-9)
    assert bezirk["high"] <= tonnes["high"] * (1 + 1e-9)
    assert bezirk["low"] == pytest.approx(tonnes["low"], rel=0.03)
    assert bezirk["high"] == pytest.approx(tonnes["high"], rel=0.03)


def test_a_change_is_as_sure_as_the_part_that_was_added() -> None:
    """By the ages of the dwellings, 56.449 thousand m² were added; old and new rates may err against each other."""
    found = change_limits_of(dataset(), HEAT, ("2011", "2020")).set_index("area").loc["70"]
    assert found["low"] <= 100 * 0.91 / 1.09 * ADDED / DWELLINGS
    assert found["high"] >= 100 * 1.09 / 0.91 * ADDED / DWELLINGS
    assert found["high"] < 100 * (1.09 * (DWELLINGS + ADDED) / (0.91 * DWELLINGS) - 1), "both years err alike"


def test_where_nothing_was_built_nothing_about_the_change_is_unsure() -> None:
    same = {(f"kd6-4/mit Baujahr {BUILDINGS[0]}", "70", "2020"): (323.0, "A")}
    same |= {(f"kd6-4/mit Baujahr {BUILDINGS[n]}", "70", "2020"): (count, "A") for n, count in ((2, 10.0), (3, 77.0))}
    same |= {("kd6-4/Gebäude mit 1 oder 2 Wohnungen", "70", "2020"): (0.0, "A"), (SPACE, "70", "2020"): (250.0, "A")}
    found = change_limits_of(dataset(same), HEAT, ("2011", "2020")).set_index("area")
    assert found.loc["70"].to_dict() == pytest.approx({"low": 0, "high": 0})
    assert found["high"]["71"] > found["low"]["71"] > 0


@pytest.mark.parametrize("id", MODELLED)
def test_every_change_lies_inside_its_limits(snapshot: store.Dataset, id: str) -> None:
    span = ("2011", "2022")
    changes = measures.change(grid(snapshot, load()[id], GROUPS), *span).dropna(subset=["percent"])
    both = changes.merge(change_limits_of(snapshot, load()[id], span, GROUPS), on="area", validate="one_to_one")
    assert len(both) == len(changes)
    assert (both["low"] <= both["percent"] + 1e-9).all()
    assert (both["percent"] <= both["high"] + 1e-9).all()


@pytest.mark.parametrize("id", MODELLED)
def test_the_document_says_how_many_pairs_can_be_told_apart(snapshot: store.Dataset, id: str) -> None:
    def told_apart(limits: pd.DataFrame) -> str:
        ends = limits.loc[limits["area"].isin(snapshot.codes("ortsteil")), ["low", "high"]].to_numpy().tolist()
        pairs = [*combinations(ends, 2)]
        assert len(pairs) == 63 * 62 / 2
        return f"{100 * sum(one[0] > other[1] or other[0] > one[1] for one, other in pairs) / len(pairs):.0f} %"

    of_values = limits_of(snapshot, load()[id]).query("period == '2022'")
    of_changes = change_limits_of(snapshot, load()[id], ("2011", "2022"))
    row = f"| `{id}` | {told_apart(of_values)} | {told_apart(of_changes)} |"
    assert row in (Path(__file__).parents[3] / "docs" / "energy-model.md").read_text("utf-8")


def test_nothing_else_has_limits(snapshot: store.Dataset) -> None:
    population = load()["population"]
    assert limits_of(snapshot, population, GROUPS).empty
    assert change_limits_of(snapshot, population, ("2011", "2022"), GROUPS).empty
