"""The mix of years of construction: what is divided, what stood in 2011, and what has been added."""

import pytest

from data import store
from data.areas import CITY
from indicators.energy.buildings import AGES
from indicators.energy.mixes import MIXES, age_mix
from tests.support.dwellings import DAY, dataset


def shares(data: store.Dataset, mix: str = "buildings", area: str = "70", period: str = "2020") -> list[float]:
    found = age_mix(data, mix).set_index(["area", "period"])
    return [float(found[age][(area, period)]) for age in AGES]


def test_a_mix_by_hand() -> None:
    """Of 581 buildings 77 stood in 2011 of those from 1991 on, 22 of 34 of them by 2000; 82 were added."""
    newer = [77 * 22 / 34, 77 * 12 / 34, 82]
    assert shares(dataset()) == pytest.approx([n / 581 for n in (320, 93, 9, 0, *newer)])


def test_in_2011_nothing_has_been_added() -> None:
    assert shares(dataset(), period="2011")[-1] == 0


def test_fewer_new_buildings_than_in_2011_are_no_negative_ones() -> None:
    data = dataset({("kd6-4/mit Baujahr ab 1991", "70", "2020"): (70.0, "A")})
    assert shares(data) == pytest.approx([n / 492 for n in (320, 93, 9, 0, 70 * 22 / 34, 70 * 12 / 34, 0)])


@pytest.mark.parametrize(
    ("mix", "expected"),
    [
        ("1949_1990 older", (9, 0, 77 * 22 / 34, 77 * 12 / 34, 82)),
        ("1949_1990 newer", (0, 9, 77 * 22 / 34, 77 * 12 / 34, 82)),
        ("from_1991 older", (9, 0, 77, 0, 82)),
        ("from_1991 newer", (9, 0, 0, 77, 82)),
        ("both newer", (0, 9, 0, 77, 82)),
    ],
)
def test_divisions_at_their_limits(mix: str, expected: tuple[float, ...]) -> None:
    assert shares(dataset(), mix)[2:] == pytest.approx([n / 581 for n in expected])


def test_where_the_census_has_no_such_building_its_stadtbezirk_decides() -> None:
    """Without those of Lindenau, Alt-West has 9 of 12 buildings of its class by 1978."""
    prefix = "zensus2011-gebaeude/BAUJAHR_MZ/"
    none = {(prefix + "1949 - 1978", "70", DAY): (0.0, "A")}
    beside = {(prefix + name, "7", DAY): (n, "A") for name, n in (("1949 - 1978", 9.0), ("1979 - 1986", 3.0))}
    assert shares(dataset(none | beside))[2:4] == pytest.approx([9 * 0.75 / 581, 9 * 0.25 / 581])


def test_dwellings_in_no_listed_class_are_of_1949_to_1978() -> None:
    """60, 20, 10, 0, 5 and 5 of 100 dwellings on 250 of 306.449 thousand m²; the rest has been added."""
    stood = 250 / 306.449
    expected = [stood * share for share in (0.6, 0.2, 0.1, 0, 0.05, 0.05)]
    assert shares(dataset(), "dwellings") == pytest.approx([*expected, 1 - stood])


@pytest.mark.parametrize("mix", [mix for mix in MIXES if not mix.startswith("sizes")])
def test_shares_add_up(snapshot: store.Dataset, mix: str) -> None:
    table = age_mix(snapshot, mix)
    assert table[list(AGES)].sum(axis=1).to_numpy() == pytest.approx(1)
    assert (table[list(AGES)] >= 0).all(axis=None)


def test_without_any_building_a_mix_means_nothing() -> None:
    names = ("bis 1918", "bis 1919 bis 1948", "bis 1949 bis 1990", "ab 1991")
    data = dataset({(f"kd6-4/mit Baujahr {name}", "70", "2020"): (0.0, "A") for name in names})
    table = age_mix(data, "buildings").set_index(["area", "period"])
    assert table["status"][("70", "2020")] == "N"
    assert table["from_2011"].isna()[("70", "2020")]


def test_without_the_census_it_is_missing() -> None:
    whole = dataset()
    census = whole.observations["series"].astype(str).str.startswith("zensus2011-gebaeude")
    bare = store.Dataset("bare", whole.path, whole.observations[~census], whole.areas, {}, {})
    assert set(age_mix(bare, "buildings")["status"]) == set(age_mix(bare)["status"]) == {"M"}
    assert CITY not in set(age_mix(bare)["area"])
