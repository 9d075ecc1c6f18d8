"""What an energy district is reckoned from: by hand, against the heat model, and what is missing."""

import pytest

from data.store import Dataset
from indicators.energy.district.cases import cases
from indicators.energy.district.measures import Measures
from indicators.energy.district.outcome import outcome
from indicators.energy.district.stock import HEAT, SERIES, NoStock, of, ortsteile, plausible_kwp
from indicators.energy.factors import DISTRICT_HEAT, factors
from indicators.energy.heat import residential_heat
from indicators.energy.scenario import Measures as ScenarioMeasures
from indicators.energy.scenario import Scenario
from tests.indicators.energy.district.places import AREAS, PERIOD, dataset
from tests.support.dwellings import dataset as dwellings

DATA = dataset()
GIVEN = factors()


def test_households_by_hand() -> None:
    """4,000 households of 8,000 people: 2,000 of one, 300 of four, 100 of five or more, 5.3 in the mean, which leaves
    1,600 with 4,270 people: 530 of two and 1,070 of three. Of 4,500 dwellings 11 are in the ten houses, and use 1.4
    times as much."""
    kwh = 2_000 * 1_500 + 530 * 2_100 + 1_070 * 2_600 + 300 * 2_900 + 100 * 3_500
    found = of(ortsteile(DATA, GIVEN), ["70"])
    assert found["household"] == pytest.approx(kwh / 1_000 * (1 + 11 / 4_500 * 0.4))
    assert found["household low"] < found["household"] < found["household high"]


def test_roofs_by_hand() -> None:
    """Ten houses with 10 kWp each and 590 blocks with 30."""
    assert plausible_kwp(of(ortsteile(DATA, GIVEN), ["70"]), GIVEN) == 17_800


def test_heat_is_that_of_the_heat_model(snapshot: Dataset) -> None:
    every = ortsteile(snapshot, GIVEN)
    heat = residential_heat(snapshot)
    own = heat[heat["period"] == every.attrs["period"]].set_index("area")["value"]
    assert every[list(HEAT)].sum(axis=1).to_dict() == pytest.approx(own[every.index].to_dict())


def test_what_is_renovated_and_connected_is_as_in_the_scenario() -> None:
    """40 % renovated, and a fifth of those without district heat connected: the same heat, and the same share of it."""
    done = ScenarioMeasures(2.0, 20, 20.0, GIVEN.life_cycle[DISTRICT_HEAT])
    expected = Scenario(DATA, GIVEN, done, PERIOD).outcome.set_index("area")["heat_then"]
    found = cases(ortsteile(DATA, GIVEN), Measures(renovation=40, connected=20), GIVEN)
    heat = found[list(HEAT)].sum(axis=1)
    assert heat.to_dict() == pytest.approx(expected[list(AREAS)].to_dict())
    # 25 % have district heat, and a fifth of 75 % more: 40 %.
    assert (found["houses district"] + found["blocks district"]).to_dict() == pytest.approx((0.4 * heat).to_dict())


def test_a_missing_figure_is_no_zero() -> None:
    lacking = dataset({(SERIES["mean"], "71", PERIOD): (None, "M")})
    assert outcome(lacking, ["70"], Measures(), GIVEN).place.notna().all()
    assert of(ortsteile(lacking, GIVEN), AREAS).isna()["household"]
    with pytest.raises(NoStock, match="71"):
        outcome(lacking, AREAS, Measures(), GIVEN)


def test_without_households_there_is_no_district() -> None:
    with pytest.raises(NoStock, match="households"):
        ortsteile(dwellings(), GIVEN)
