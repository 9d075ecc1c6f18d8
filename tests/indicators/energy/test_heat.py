"""Modelled heat and emissions: by hand for one district, their sums, their status, and against published figures."""

from dataclasses import dataclass, field, fields
from typing import Any

import pytest

from data import store
from data.areas import CITY
from data.store import Dataset
from indicators.catalogue import Indicator, load
from indicators.catalogue.groups import load as load_groups
from indicators.energy.heat import district_heat_share
from indicators.figures.measures import GROUP, sum_over
from indicators.figures.values import of_group, published, values
from tests.support.dwellings import RESIDENTS, SPACE, dataset

MODELLED = {id: indicator for id, indicator in load().items() if indicator.kind == "modelled"}

# No house in 2011, ten in 2020: 250 thousand m² in blocks, divided as the dwellings of the census are; then 56.449
# more, of which ten houses of 143.2 m² each. A block uses its share of what is measured for its age: the mean of houses
# and blocks of IWU, weighted by the share of houses, and 111/118 of that until 1990.
EAST = 111 / 118
STOOD = (
    0.6 * 134.6 * 157.7 / (0.06 * 198.2 + 0.94 * 157.7) * EAST
    + 0.2 * 134.6 * 156.6 / (0.33 * 200.3 + 0.67 * 156.6) * EAST
    + 0.1 * 135.7 * 144.3 / (0.11 * 183.5 + 0.89 * 144.3) * EAST
    + 0.05 * 93.3 * 136.4 / (0.26 * 155.5 + 0.74 * 136.4)
    + 0.05 * 78.5 * 106.5 / (0.64 * 123.8 + 0.36 * 106.5)
)
ADDED = 74.1 / (0.26 * 97.3 + 0.74 * 84.6)
MADE_UP = 250 * STOOD + 1.432 * ADDED * 97.3 + 55.017 * ADDED * 84.6
# docs/energy-model.md, "One value by hand": Lindenau in 2020, in thousand m² and kWh/m².
HOUSES = ((6.531, 166.60), (0.394, 157.64), (1.118, 167.56), (0.560, 82.66), (4.296, 82.02))
BLOCKS = (
    (165.111, 124.69),
    (57.122, 115.94),
    (2.090, 123.95),
    (0.312, 117.60),
    (39.458, 90.02),
    (4.896, 71.11),
    (24.560, 71.32),
)
HEAT = sum(space * rate for space, rate in (*HOUSES, *BLOCKS))
RATE = HEAT / 306.449
DWELLINGS_2022 = {"gas": 180_640, "oil": 9_352, "coal": 1_258, "wood": 2_323, "biogas": 344, "heat_pump": 5_009}
ELECTRICITY_2022 = 1_415
LIFE_CYCLE = {"gas": 0.232, "oil": 0.318, "coal": 0.646, "wood": 0.017, "biogas": 0.017, "heat_pump": 0.130}
DIRECT = {"gas": 0.200, "oil": 0.268, "coal": 0.337, "wood": 0.340, "biogas": 0.200, "heat_pump": 0.0}


def rest(factors: dict[str, float], electricity: float) -> float:
    emitted = sum(count * factors[carrier] for carrier, count in DWELLINGS_2022.items())
    return (emitted + ELECTRICITY_2022 * electricity) / (sum(DWELLINGS_2022.values()) + ELECTRICITY_2022)


def at(data: Dataset, indicator: Indicator, area: str, period: str) -> tuple[Any, str]:
    found = values(data, indicator)
    row = found[(found["area"] == area) & (found["period"] == period)].iloc[0]
    return float(row["value"]), str(row["status"])


def test_one_district_by_hand() -> None:
    assert at(dataset(), MODELLED["residential_heat"], "70", "2020") == (pytest.approx(MADE_UP), "E")
    assert at(dataset(), MODELLED["residential_heat"], "70", "2011") == (pytest.approx(250 * STOOD), "E")


def test_a_district_from_the_embedded_figures(snapshot: store.Dataset) -> None:
    assert at(snapshot, MODELLED["residential_heat"], "70", "2020") == (pytest.approx(HEAT, rel=1e-4), "E")
    residents = 8_564
    per_head = at(snapshot, MODELLED["residential_heat_per_resident"], "70", "2020")
    assert per_head == (pytest.approx(1000 * HEAT / residents, rel=1e-4), "E")
    assert at(snapshot, MODELLED["residential_heat_per_m2"], "70", "2020") == (pytest.approx(RATE, rel=1e-4), "E")


@pytest.mark.parametrize(
    ("id", "district_heat", "others"),
    [
        ("heating_emissions_per_resident", 0.154, rest(LIFE_CYCLE, 0.417)),
        ("heating_emissions_direct_per_resident", 0.0, rest(DIRECT, 0.0)),
    ],
)
def test_emissions_of_one_district_by_hand(
    snapshot: store.Dataset, id: str, district_heat: float, others: float
) -> None:
    share = 133 / 4_390
    tonnes = HEAT * (share * district_heat + (1 - share) * others)
    assert at(snapshot, MODELLED[id], "70", "2020") == (pytest.approx(1000 * tonnes / 8_564, rel=1e-4), "E")


def test_shares_of_district_heat_are_those_known_from_the_census(snapshot: store.Dataset) -> None:
    shares = district_heat_share(snapshot).set_index("area")["value"]
    known = {"6": 83.8, "0": 63.5, "1": 60.5, "5": 25.0, "7": 5.7, "51": 27.5, "70": 3.0}
    assert {area: round(100 * shares[area], 1) for area in known} == known
    assert shares.between(0, 1).all()


def test_the_indicator_of_district_heat_is_the_share_known_from_the_census(snapshot: store.Dataset) -> None:
    """Of all dwellings in the classes of floor area, cells counted where their middle lies; within one point."""
    found = values(snapshot, load()["district_heating_share"])
    assert set(found["period"]) == {"2011-05-09"}
    shares = found.set_index("area")["value"]
    for area, known in {"6": 83.8, "7": 5.7, "51": 27.5, "70": 3.0}.items():
        assert shares[area] == pytest.approx(known, abs=1)


@pytest.mark.parametrize("id", MODELLED)
def test_every_value_is_marked_as_modelled(snapshot: store.Dataset, id: str) -> None:
    found = values(snapshot, MODELLED[id])
    assert found["value"].notna().all()
    assert set(found["status"]) == {"E"}
    assert set(found["area"]) == set(snapshot.areas["code"])
    assert sorted(found["period"].unique()) == [str(year) for year in range(2011, 2023)]
    assert set(of_group(snapshot, MODELLED[id], ("50", "51")).frame["status"]) == {"E"}


def test_every_modelled_indicator_says_so_in_its_title_and_names_its_model() -> None:
    assert set(MODELLED) >= {"residential_heat", "residential_heat_per_resident", "heating_emissions_per_resident"}
    for indicator in MODELLED.values():
        assert "modelliert" in indicator.title["de"]
        assert "modelled" in indicator.title["en"]
        assert indicator.model is not None


def test_the_city_uses_a_plausible_amount_and_is_the_sum_of_its_districts(snapshot: store.Dataset) -> None:
    found = values(snapshot, MODELLED["residential_heat"]).query("period == '2020'").set_index("area")["value"]
    assert 2_300e3 < found[CITY] < 3_300e3
    for level in ("ortsteil", "stadtbezirk"):
        assert found[snapshot.codes(level)].sum() == pytest.approx(found[CITY])


def test_the_city_per_resident_comes_from_summed_parts(snapshot: store.Dataset) -> None:
    heat = at(snapshot, MODELLED["residential_heat"], CITY, "2020")[0]
    people = sum_over(published(snapshot, RESIDENTS), snapshot.codes("ortsteil")).cell(GROUP, "2020")[0]
    found = at(snapshot, MODELLED["residential_heat_per_resident"], CITY, "2020")[0]
    assert found == pytest.approx(1000 * heat / people)


def test_a_group_is_put_together_from_its_parts(snapshot: store.Dataset) -> None:
    members = load_groups()["leipzig-west"].members
    heat = values(snapshot, MODELLED["residential_heat"]).query("period == '2022'").set_index("area")["value"]
    space = snapshot.series(SPACE).query("period == '2022'").set_index("area")["value"]
    west = {id: of_group(snapshot, MODELLED[id], members).frame.set_index("period")["value"]["2022"] for id in MODELLED}
    assert west["residential_heat"] == pytest.approx(heat[list(members)].sum())
    assert west["residential_heat_per_m2"] == pytest.approx(heat[list(members)].sum() / space[list(members)].sum())


@pytest.mark.parametrize("status", ["Q", "M"])
@pytest.mark.parametrize("series", [SPACE, "kd6-4/Gebäude mit 1 oder 2 Wohnungen"])
def test_a_missing_input_is_passed_on_with_its_status(series: str, status: str) -> None:
    data = dataset({(series, "70", "2020"): (None, status)})
    heat = values(data, MODELLED["residential_heat"]).set_index(["area", "period"])
    for area in ("70", "7", CITY):
        assert heat.loc[(area, "2020"), "status"] == status
        assert heat["value"].isna()[(area, "2020")]
    assert heat.loc[("71", "2020"), "status"] == "E"
    assert heat.loc[("70", "2011"), "status"] == "E"


def test_years_before_the_census_of_2011_are_left_out() -> None:
    found = values(dataset(years=("2010", "2011", "2020")), MODELLED["residential_heat"])
    assert sorted(found["period"].unique()) == ["2011", "2020"]


@dataclass(frozen=True, eq=False)
class Listening(Dataset):
    """A dataset that keeps the names of the series that are read."""

    read: set[str] = field(default_factory=set)

    def series(self, name: str):  # type: ignore[no-untyped-def]  # as in Dataset
        self.read.add(name)
        return super().series(name)


@pytest.mark.parametrize("id", MODELLED)
def test_the_catalogue_declares_every_series_that_the_model_reads(snapshot: store.Dataset, id: str) -> None:
    listening = Listening(**{each.name: getattr(snapshot, each.name) for each in fields(Dataset) if each.init})
    values(listening, MODELLED[id])
    assert listening.read == set(MODELLED[id].series)


def test_an_unknown_function_is_named() -> None:
    made = MODELLED["residential_heat"]
    wrong = Indicator(**{**vars(made), "values": {**made.values, "function": "heat"}})
    with pytest.raises(ValueError, match="no function 'heat', expected one of residential_heat"):
        values(dataset(), wrong)
