"""What the embedded figures say of the oddities that were found in the publishers' answers."""

import pytest

from data.areas import CITY
from data.store import Dataset

HEITERBLICK, MEUSDORF, ZENTRUM, NORD, MITTE = "25", "33", "00", "9", "0"


def cell(dataset: Dataset, series: str, area: str, period: str) -> tuple[float | None, str]:
    rows = dataset.series(series)
    own = rows[(rows["area"] == area) & (rows["period"] == period)]
    (row,) = own[["value", "status"]].to_dict("records")
    return (None if row["value"] != row["value"] else float(row["value"])), str(row["status"])


@pytest.mark.parametrize(
    ("series", "area", "period", "value", "status"),
    [
        ("kd4-11/Wirtschaftliche Lage", NORD, "2015", 2.3348898438, "U"),
        ("kd4-11/Wirtschaftliche Lage", MITTE, "2015", 2.30869417578163, "A"),
        ("kd2-9/Einwohnerdichte", "22", "2005", 8286, "U"),
        ("kd2-9/Einwohnerdichte", CITY, "2019", 2038.07272437721, "A"),
        ("kd2-9/Einwohnerdichte", CITY, "2020", 2032.86323494846, "B"),
        ("kd2-9/Einwohnerdichte", CITY, "2021", 2066.88492663107, "B"),
        ("kd2-9/Einwohnerdichte", CITY, "2022", 2116.10086968201, "A"),
        ("kd4-1/Kinder insgesamt", MEUSDORF, "2022", 0, "U"),
        ("kd4-1/Kinder insgesamt", MEUSDORF, "2021", 170, "A"),
        ("kd4-1/Schulkinder", "22", "2018", 0, "U"),
        ("kd4-1/Schulkinder", "21", "2018", 513, "U"),
        ("kd4-1/Kinder insgesamt", ZENTRUM, "2011", 0, "B"),
        ("kd4-1/Kinder insgesamt", ZENTRUM, "2012", 0, "A"),
        ("kd12-1/Straftaten je Einwohner", "3", "2008", 109, "U"),
    ],
)
def test_what_cannot_be_trusted_is_marked(
    series: str, area: str, period: str, value: float, status: str, snapshot: Dataset
) -> None:
    assert cell(snapshot, series, area, period) == (value, status)


@pytest.mark.parametrize("period", ["2010", "2011", "2012", "2013", "2015", "2017", "2022"])
def test_a_count_that_the_publisher_has_blanked_is_not_shown(period: str, snapshot: Dataset) -> None:
    assert cell(snapshot, "kd7-3/Ausländer", HEITERBLICK, period) == (None, "Q")


def test_counts_beside_the_blanked_ones_stay(snapshot: Dataset) -> None:
    assert cell(snapshot, "kd7-3/Ausländer", HEITERBLICK, "2014") == (7, "A")
    assert cell(snapshot, "kd7-3/Ausländer", HEITERBLICK, "2016") == (3, "A")


def breaks(dataset: Dataset, series: str, area: str) -> list[str]:
    rows = dataset.series(series)
    return rows.loc[(rows["area"] == area) & (rows["status"] == "B"), "period"].tolist()


def test_breaks_stand_where_the_rate_of_offences_changes(snapshot: Dataset) -> None:
    """Districts: residents of the year before, but in 2014 of the same year, and in 2008 more offences that have a
    district; the city: register or official count."""
    series = "kd12-1/Straftaten je Einwohner"
    assert breaks(snapshot, series, HEITERBLICK) == breaks(snapshot, series, MITTE) == ["2008", "2014", "2015"]
    assert breaks(snapshot, series, CITY) == ["2013", "2016", "2018", "2019", "2020", "2021"]
    assert breaks(snapshot, "kd12-1/Straftaten insgesamt", CITY) == []


def implied(dataset: Dataset, area: str, period: str) -> int:
    count, _ = cell(dataset, "kd12-1/Straftaten insgesamt", area, period)
    rate, _ = cell(dataset, "kd12-1/Straftaten je Einwohner", area, period)
    assert count is not None
    assert rate is not None
    return round(1000 * count / rate)


def test_the_breaks_of_offences_are_those_that_counts_and_rates_show(snapshot: Dataset) -> None:
    residents = {year: cell(snapshot, "kd2-1/Einwohner insgesamt", "21", year)[0] for year in ("2012", "2014", "2015")}
    assert implied(snapshot, "21", "2013") == residents["2012"]
    assert implied(snapshot, "21", "2014") == implied(snapshot, "21", "2015") == residents["2014"]
    assert implied(snapshot, "21", "2016") == residents["2015"]
    assert [implied(snapshot, CITY, year) for year in ("2017", "2018", "2019", "2020")] == [
        579_530,
        581_980,
        596_517,
        593_145,
    ]


def test_breaks_stand_where_the_areas_of_the_published_density_change(snapshot: Dataset) -> None:
    series = "kd2-9/Einwohnerdichte"
    assert breaks(snapshot, series, ZENTRUM) == ["2006", "2012", "2020", "2021"]
    assert breaks(snapshot, series, HEITERBLICK) == ["2006", "2012", "2014", "2020", "2021"]
    assert breaks(snapshot, series, "82") == ["2006", "2007", "2008", "2009", "2012", "2020", "2021"]
    assert breaks(snapshot, series, MITTE) == ["2020", "2021"]


def test_the_published_density_counts_main_and_secondary_residence_but_in_2020(snapshot: Dataset) -> None:
    """Times the city's 297.805 km²: as many as the register has, to the rounding of the area."""
    km2 = float(snapshot.areas.set_index("code")["km2"][CITY])
    persons = {
        year: (cell(snapshot, "kd2-9/Einwohnerdichte", CITY, year)[0] or 0) * km2 for year in ("2019", "2020", "2021")
    }
    assert persons["2019"] == pytest.approx(601_668 + 5_291, abs=20)
    assert persons["2020"] == pytest.approx(605_407, abs=20)
    assert persons["2021"] == pytest.approx(609_869 + 5_670, abs=20)
