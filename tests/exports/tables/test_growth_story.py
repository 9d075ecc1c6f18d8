"""Growth as a table: every part, the rest and the city, with the year of the lowest population."""

import pandas as pd
import pytest

from data.areas import CITY
from data.store import Dataset
from exports.formats.csv_file import to_csv
from exports.observations import PLACES
from exports.tables.growth_story import COLUMNS, growth
from indicators.analysis.contribution import REMAINDER, contribution
from indicators.analysis.turning_points import turning
from indicators.catalogue import load
from indicators.figures.grid import Grid
from indicators.figures.values import values


@pytest.fixture
def table(snapshot: Dataset) -> pd.DataFrame:
    population = load()["population"]
    figures = values(snapshot, population)
    parts = contribution(Grid.of(figures), snapshot.codes("stadtbezirk"), CITY, "2012", "2024")
    places = pd.DataFrame([(area, f"name of {area}", "some") for area in parts["area"]], columns=PLACES)
    return growth(
        snapshot, population, parts, turning(Grid.of(figures), "2000", "2024"), places, ("2012", "2024"), "en"
    )


def test_every_part_the_rest_and_the_city(table: pd.DataFrame) -> None:
    assert list(table.columns) == COLUMNS
    assert table["area"].tolist() == [*map(str, range(10)), REMAINDER, CITY]
    assert table["share_of_change"].iloc[:-1].sum() == pytest.approx(100)
    assert set(table["from"] + "–" + table["to"]) == {"2012–2024"}
    assert table["source"].str.contains("dl-de/by-2-0").all()


def test_figures_by_hand(table: pd.DataFrame) -> None:
    """West (6) had 48,655 residents in 2011, its lowest, and 57,231 in 2024, which is 17.6 % more."""
    west = table.set_index("area").loc["6"]
    assert (west["lowest_period"], west["lowest_value"], west["lowest_state"]) == ("2011", 48_655, "turned")
    assert west["percent_since_lowest"] == pytest.approx(100 * (57_231 / 48_655 - 1))
    assert west["difference"] == west["end_value"] - west["start_value"] == 8_478


def test_the_rest_has_no_lowest_year(table: pd.DataFrame) -> None:
    header, *lines = to_csv(table).decode().splitlines()
    rest = dict(zip(header.split(","), lines[-2].split(","), strict=False))
    assert (rest["area"], rest["difference"], rest["lowest_period"]) == (REMAINDER, "1", "")
