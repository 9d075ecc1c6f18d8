"""Where Leipzig stands: figures worked out by hand from what the publishers served."""

from dataclasses import replace
from math import isnan
from typing import Any

import pandas as pd
import pytest

from data.areas import CITY
from data.store import Dataset
from indicators.cities import indicators
from indicators.cities.standing import before, every_year, last_known, newest, periods, standing, values
from indicators.figures.grid import VALUES

DRESDEN, CHEMNITZ, HALLE, BERLIN = "14612000", "14511000", "15002000", "11000000"
CENSUS_DAY = "2022-05-15"


def frame(*rows: tuple[Any, ...]) -> pd.DataFrame:
    """Rows of area, period, value, and status where it is not A or M."""
    whole = [(*row, "M" if isnan(row[2]) else "A") if len(row) == 3 else row for row in rows]
    return pd.DataFrame(whole, columns=VALUES)


NONE = float("nan")


@pytest.mark.parametrize(
    ("id", "area", "period", "expected"),
    [
        ("eurostat_unemployment_rate", CITY, "2023", 5.26),
        ("eurostat_median_age", CHEMNITZ, "2024", 46.9),
        # 69,523 of 598,899; 702,976 of 3,596,999.
        ("census_foreign_share", CITY, CENSUS_DAY, 11.60847),
        ("census_foreign_share", BERLIN, CENSUS_DAY, 19.54340),
        # 154,139 of 354,898 dwellings of all carriers; 64,592 of 143,826.
        ("census_heating_district_heat", CITY, CENSUS_DAY, 43.43192),
        ("census_heating_district_heat", HALLE, CENSUS_DAY, 44.90982),
        # 4,459 + 910 of 64,826 buildings.
        ("census_building_age_from_2011", CITY, CENSUS_DAY, 8.28217),
        # 185,177.675 kW by 598,899 residents; the same residents for 120,209.141 kW.
        ("solar_power_per_resident", CITY, "2024", 309.19684),
        ("solar_power_per_resident", CITY, "2021", 200.71688),
        # 91,539.299 + 53,582.7 + 537 + 1,250 kW by 226,586.
        ("renewable_power_per_resident", HALLE, "2024", 648.35869),
    ],
)
def test_published_and_derived_figures(snapshot: Dataset, id: str, area: str, period: str, expected: float) -> None:
    found = values(snapshot, indicators()[id]).set_index(["area", "period"])
    assert found.at[(area, period), "value"] == pytest.approx(expected, abs=1e-4)


def test_every_indicator_has_figures_of_cities_alone(snapshot: Dataset) -> None:
    for indicator in indicators().values():
        found = values(snapshot, indicator)
        assert newest(found), indicator.id
        assert set(found["area"]) <= {CITY, DRESDEN, CHEMNITZ, HALLE, BERLIN}
        assert not found.duplicated(["area", "period"]).any()


def test_parts_of_a_whole_add_up_to_all_of_it(snapshot: Dataset) -> None:
    parts = [indicator for id, indicator in indicators().items() if id.startswith("census_heating_")]
    total = pd.concat([values(snapshot, part) for part in parts]).groupby("area")["value"].sum()
    assert total.to_numpy() == pytest.approx([100] * 5)


def test_a_missing_part_leaves_the_sum_missing(snapshot: Dataset) -> None:
    table = snapshot.observations
    hydro = (table["series"] == "mastr-cities/Wasserkraft") & (table["area"] == CITY) & (table["period"] == "2024")
    assert hydro.sum() == 1
    table = table.assign(value=table["value"].mask(hydro), status=table["status"].astype("str").mask(hydro, "M"))
    found = values(replace(snapshot, observations=table), indicators()["renewable_power_per_resident"])
    missing = found[found["value"].isna()]
    assert missing[["area", "period", "status"]].to_numpy().tolist() == [[CITY, "2024", "M"]]
    assert periods(found) == ["2021", "2024"]
    assert newest(found) == "2021"


def test_the_order_of_the_cities() -> None:
    found = standing(frame((CITY, "2023", 5.26), (DRESDEN, "2023", 4.38), (BERLIN, "2023", 6.5)), "2023", 1)
    assert [place.name for place in found.others] == ["Berlin", "Dresden"]
    assert [place.name for place in found.absent] == ["Chemnitz", "Halle (Saale)"]
    assert (found.above, found.of, found.level) == (1, 3, ())
    assert found.places[HALLE].status == "M"
    assert found.places[BERLIN].value == 6.5


def test_figures_that_look_the_same_are_level() -> None:
    figures = frame((CITY, "2022", 1.81), (DRESDEN, "2022", 1.9), (BERLIN, "2022", 1.84), (HALLE, "2022", 1.7))
    found = standing(figures, "2022", 1)
    assert [place.name for place in found.level] == ["Berlin"]
    assert found.above == 1
    assert standing(figures, "2022", 2).level == ()
    assert standing(figures, "2022", 2).above == 2


def test_without_a_figure_of_leipzig_there_is_no_standing() -> None:
    figures = frame((CITY, "2022", NONE), (DRESDEN, "2022", 1.9))
    with pytest.raises(KeyError, match="2022"):
        standing(figures, "2022", 1)
    assert newest(figures) == ""
    assert newest(frame()) == ""


def test_a_city_that_was_not_asked_for_and_one_that_is_suppressed_are_both_absent() -> None:
    found = standing(frame((CITY, "2022", 1.0), (DRESDEN, "2022", NONE, "Q")), "2022", 1)
    assert {place.name: place.status for place in found.absent} == {
        "Dresden": "Q",
        "Chemnitz": "M",
        "Halle (Saale)": "M",
        "Berlin": "M",
    }


def test_looking_back_ten_years() -> None:
    figures = frame((CITY, "2003", 1.0), (CITY, "2013", 2.0), (CITY, "2023", 3.0))
    found = before(figures, "2023")
    assert found is not None
    assert (found.name, found.value) == ("2013", 2.0)


def test_looking_back_to_the_first_figure_where_there_is_none_ten_years_ago() -> None:
    found = before(frame((CITY, "2012", 1.0), (CITY, "2013", NONE), (CITY, "2021", 2.0), (CITY, "2023", 3.0)), "2023")
    assert found is not None
    assert found.name == "2012"


def test_nobody_looks_back_across_a_break() -> None:
    broken = frame((CITY, "2013", 2.0), (CITY, "2020", 2.5, "B"), (CITY, "2023", 3.0))
    assert before(broken, "2023") is None
    assert before(frame((CITY, "2013", 2.0, "B"), (CITY, "2023", 3.0)), "2023") is not None
    of_another = frame((CITY, "2013", 2.0), (BERLIN, "2020", 2.5, "B"), (CITY, "2023", 3.0))
    assert before(of_another, "2023") is not None
    assert before(frame((CITY, "2023", 3.0)), "2023") is None


def test_the_last_figure_of_a_city() -> None:
    figures = frame((CHEMNITZ, "2019", 5.0), (CHEMNITZ, "2020", 4.9), (CHEMNITZ, "2021", NONE))
    found = last_known(figures, CHEMNITZ)
    assert found is not None
    assert (found.name, found.value) == ("2020", 4.9)
    assert last_known(figures, HALLE) is None


def test_years_without_a_figure_are_gaps_for_every_city() -> None:
    found = every_year(frame((CITY, "2015", 1.0), (CITY, "2018", 2.0), (BERLIN, "2018", 3.0)))
    gaps = found[found["value"].isna()]
    assert sorted(found["period"].unique()) == ["2015", "2016", "2017", "2018"]
    assert len(found) == 8
    assert set(gaps["status"]) == {"M"}
    assert sorted(zip(gaps["area"], gaps["period"], strict=True)) == [
        (BERLIN, "2015"),
        (BERLIN, "2016"),
        (BERLIN, "2017"),
        (CITY, "2016"),
        (CITY, "2017"),
    ]
