"""The cities' figures as a table: the columns of all observations, every city, every status."""

from data import cities
from data.areas import CITY
from data.store import Dataset
from exports.observations import COLUMNS
from exports.tables.cities import city_observations
from indicators.cities import indicators
from indicators.selection import Selection

RATE = indicators()["eurostat_unemployment_rate"]
POWER = indicators()["solar_power_per_resident"]


def test_columns_are_those_of_the_observations(snapshot: Dataset) -> None:
    table = city_observations(snapshot, Selection([RATE]), "de")
    assert list(table.columns) == COLUMNS
    assert set(table["level"]) == {"city"}
    assert list(table["name"].unique()) == ["Leipzig", "Dresden", "Chemnitz", "Berlin"]
    assert set(table["title"]) == {"Arbeitslosenquote (Eurostat)"}
    assert set(table["source"]) == {"Eurostat (Eurostat re-use policy): eurostat-urb_clma"}


def test_a_missing_figure_keeps_its_row(snapshot: Dataset) -> None:
    table = city_observations(snapshot, Selection([RATE], areas=["14511000"], start="2020"), "en")
    assert table[["period", "status"]].to_numpy().tolist() == [
        ["2020", "A"],
        ["2021", "M"],
        ["2022", "M"],
        ["2023", "M"],
    ]


def test_the_years_of_a_day(snapshot: Dataset) -> None:
    rent = indicators()["census_base_rent"]
    assert len(city_observations(snapshot, Selection([rent], start="2022", end="2022"), "en")) == 5
    assert city_observations(snapshot, Selection([rent], end="2021"), "en").empty


def test_both_publishers_of_a_derived_figure_are_named(snapshot: Dataset) -> None:
    table = city_observations(snapshot, Selection([POWER], areas=[CITY]), "en")
    assert table[["area", "period", "kind"]].to_numpy().tolist() == [
        [CITY, "2021", "derived"],
        [CITY, "2024", "derived"],
    ]
    (source,) = set(table["source"])
    assert "Bundesnetzagentur" in source
    assert "zensus2022-cities" in source


def test_nothing_asked_is_an_empty_table(snapshot: Dataset) -> None:
    assert city_observations(snapshot, Selection([]), "en").columns.tolist() == COLUMNS
    assert city_observations(snapshot, Selection([RATE], areas=[]), "en").empty
    assert len(cities.names()) == 5
