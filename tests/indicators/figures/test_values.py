"""Values of groups: computed by hand for three areas, and compared with what the city publishes itself."""

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from data import store
from data.areas import CITY
from data.observations import COLUMNS
from indicators.catalogue import Indicator, load
from indicators.catalogue.groups import load as load_groups
from indicators.figures import measures
from indicators.figures.grid import EMPTY
from indicators.figures.values import NoPartsError, grid, levels, of_group, values

PAIR = ("50", "51")


def dataset(**series: dict[str, tuple[float | None, ...]]) -> store.Dataset:
    """Figures from 2020 on by series (kd/NAME) and area; None is suppressed."""
    rows = [
        (f"kd/{name}", area, str(2020 + n), value, "Q" if value is None else "A")
        for name, by_area in sorted(series.items())
        for area, given in sorted(by_area.items())
        for n, value in enumerate(given)
    ]
    table = pd.DataFrame(rows, columns=COLUMNS).astype({"value": "float64"})
    areas = pd.DataFrame(
        [
            ("50", "ortsteil", "Schleußig", "5", 2.0),
            ("51", "ortsteil", "Plagwitz", "5", 3.0),
            ("5", "stadtbezirk", "Südwest", CITY, 5.0),
        ],
        columns=["code", "level", "name", "parent", "km2"],
    )
    text = dict.fromkeys(["series", "area", "period", "status"], "category")
    return store.Dataset("test", Path(), table.astype(text), areas, {}, {})


def indicator(values: dict[str, Any], groups: dict[str, Any]) -> Indicator:
    words = {"de": "Wort", "en": "word"}
    return Indicator(
        id="made_up",
        topic="population",
        title=words,
        noun=words,
        description=words,
        reading=words,
        unit=words,
        decimals=1,
        values=values,
        groups=groups,
        direction="neither",
        kind="derived",
        change="percent",
    )


def group(data: store.Dataset, made: Indicator, members: tuple[str, ...] = PAIR) -> list[tuple[str, Any, str]]:
    rows = of_group(data, made, members).frame[["period", "value", "status"]].to_numpy().tolist()
    return [(period, None if pd.isna(value) else pytest.approx(value), status) for period, value, status in rows]


RESIDENTS: dict[str, tuple[float | None, ...]] = {"5": (999, 999), "50": (100, 110), "51": (300, 330)}
SHARE = {"as": "series", "series": "kd/Anteil"}
IMPLIED = {"by": "implied_denominator", "numerator": "kd/Anzahl", "scale": 100}


def test_counts_add_up() -> None:
    made = indicator({"as": "series", "series": "kd/Einwohner"}, {"by": "parts"})
    data = dataset(Einwohner=RESIDENTS)
    assert group(data, made) == [("2020", 400, "A"), ("2021", 440, "A")]
    assert values(data, made).query("area == '5'")["value"].tolist() == [999, 999]


def test_a_missing_part_makes_a_missing_sum() -> None:
    made = indicator({"as": "series", "series": "kd/Einwohner"}, {"by": "parts"})
    data = dataset(Einwohner={"50": (100, None), "51": (300, 330)})
    assert group(data, made) == [("2020", 400, "A"), ("2021", None, "Q")]


def test_ratios_come_from_summed_parts() -> None:
    rule = {"as": "ratio", "numerator": ["kd/Strom"], "denominator": ["kd/PKW", "kd/Lkw"], "scale": 100}
    made = indicator(rule, {"by": "parts"})
    data = dataset(Strom={"50": (10,), "51": (10,)}, PKW={"50": (80,), "51": (300,)}, Lkw={"50": (20,), "51": (100,)})
    assert group(data, made) == [("2020", 100 * 20 / 500, "A")]
    assert values(data, made)["value"].tolist() == [10.0, 2.5]


def test_implied_denominators() -> None:
    """10 of 200 and 30 of 300 are 40 of 500; the mean of 5 and 10 percent would be 7.5."""
    made = indicator(SHARE, IMPLIED)
    data = dataset(Anzahl={"50": (10,), "51": (30,)}, Anteil={"50": (5.0,), "51": (10.0,)})
    assert group(data, made) == [("2020", 8.0, "A")]


@pytest.mark.parametrize(
    ("count", "share", "status"),
    [(0, 0, "N"), (30, 0, "N"), (0, 4, "N"), (None, None, "Q"), (30, None, "Q"), (None, 4, "Q")],
)
def test_what_implies_no_denominator(count: float | None, share: float | None, status: str) -> None:
    made = indicator(SHARE, IMPLIED)
    data = dataset(Anzahl={"50": (10,), "51": (count,)}, Anteil={"50": (5.0,), "51": (share,)})
    assert group(data, made) == [("2020", None, status)]


def test_weighted_means() -> None:
    made = indicator({"as": "series", "series": "kd/Alter"}, {"by": "mean", "weights": "kd/Einwohner"})
    data = dataset(Alter={"50": (40, 41), "51": (44, None)}, Einwohner=RESIDENTS)
    assert group(data, made) == [("2020", (40 * 100 + 44 * 300) / 400, "A"), ("2021", None, "Q")]


def test_an_implied_base_group() -> None:
    """150 residents at 20 young and 30 old per 100 are 100 of working age; 440 at 10 and 10 are 366.67."""
    rule = {"by": "implied_base_group", "population": "kd/Einwohner", "ratios": ["kd/Jung", "kd/Alt"]}
    made = indicator({"as": "series", "series": "kd/Jung"}, rule)
    data = dataset(
        Einwohner={"50": (150,), "51": (440,)}, Jung={"50": (20,), "51": (10,)}, Alt={"50": (30,), "51": (10,)}
    )
    base = 440 / 1.2
    assert group(data, made) == [("2020", 100 * (20 + base * 0.1) / (100 + base), "A")]


AGES = ["kd/Jung", "kd/Alt"]
YOUNG = {"population": "kd/Einwohner", "ratio": "kd/Jung", "ratios": AGES}


def test_age_groups() -> None:
    """150 residents at 20 young and 30 old per 100 are 20, 100 and 30 of them; 480 at 10 and 50 are 30, 300 and 150."""
    data = dataset(
        Einwohner={"50": (150,), "51": (480,)}, Jung={"50": (20,), "51": (10,)}, Alt={"50": (30,), "51": (50,)}
    )
    young = indicator({"as": "sum", "parts": [YOUNG]}, {"by": "parts"})
    assert values(data, young)["value"].tolist() == pytest.approx([20, 30])
    assert group(data, young) == [("2020", 50, "A")]
    rest = [{"population": "kd/Einwohner", "ratios": AGES}]
    share = indicator(
        {"as": "ratio", "numerator": rest, "denominator": ["kd/Einwohner"], "scale": 100}, {"by": "parts"}
    )
    assert values(data, share)["value"].tolist() == pytest.approx([100 * 100 / 150, 100 * 300 / 480])
    assert group(data, share) == [("2020", 100 * 400 / 630, "A")]


def test_a_share_that_hidden_counts_would_carry_above_everything() -> None:
    rule = {"as": "ratio", "numerator": ["kd/Warm"], "denominator": ["kd/Alle"], "scale": 100, "most": 100}
    made = indicator(rule, {"by": "parts"})
    data = dataset(Warm={"50": (45,), "51": (10,)}, Alle={"50": (44,), "51": (40,)})
    assert values(data, made)[["value", "status"]].to_numpy().tolist() == [[100, "U"], [25, "A"]]
    assert group(data, made) == [("2020", 100 * 55 / 84, "A")]
    assert group(data, made, ("50",)) == [("2020", 100, "U")]


def test_the_city_from_a_series_of_its_own() -> None:
    count = indicator({"as": "series", "series": "kd/Anzahl", "city": "kd/Stadt"}, {"by": "parts"})
    data = dataset(Anzahl={"50": (10,), "51": (30,)}, Stadt={CITY: (45,)}, Einwohner={**RESIDENTS, CITY: (500, 510)})
    assert values(data, count).set_index("area")["value"].to_dict() == {"50": 10, "51": 30, CITY: 45}
    rule = {
        "as": "ratio",
        "numerator": ["kd/Anzahl"],
        "denominator": ["kd/Einwohner"],
        "scale": 100,
        "city": "kd/Stadt",
    }
    share = indicator(rule, {"by": "parts"})
    assert values(data, share).set_index("area")["value"].to_dict() == {"50": 10, "51": 10, CITY: 9}
    assert group(data, share) == [("2020", 10, "A")]
    served = dataset(Anzahl={"50": (10,), CITY: (44,)}, Stadt={CITY: (45,)})
    assert values(served, count).set_index("area")["value"].to_dict() == {"50": 10, CITY: 44}


@pytest.mark.parametrize("by", [{"by": "parts"}, IMPLIED])
def test_what_is_not_held_has_no_rows(by: dict[str, Any]) -> None:
    made = indicator({"as": "series", "series": "other/Einwohner"}, by)
    data = dataset(Einwohner=RESIDENTS, Anzahl=RESIDENTS)
    nothing = values(data, made)
    assert nothing.empty
    assert nothing.dtypes.to_dict() == values(data, indicator(SHARE | {"series": "kd/Anzahl"}, by)).dtypes.to_dict()
    assert group(data, made) == []
    assert values(data, made, (("pair", PAIR),)).empty


def test_change_on_the_year_before() -> None:
    made = indicator({"as": "year_on_year", "series": "kd/Einwohner"}, {"by": "parts"})
    data = dataset(Einwohner={"50": (100, 120), "51": (300, 300)})
    assert group(data, made) == [("2021", 5.0, "A")]
    assert values(data, made)["value"].tolist() == [20.0, 0.0]


def test_density() -> None:
    made = indicator({"as": "per_km2", "series": "kd/Einwohner"}, {"by": "parts"})
    data = dataset(Einwohner=RESIDENTS)
    assert group(data, made) == [("2020", 400 / 5, "A"), ("2021", 440 / 5, "A")]
    assert values(data, made).query("area == '51'")["value"].tolist() == [100.0, 110.0]


def test_a_density_of_a_group_can_be_computed_again_from_the_areas_that_are_served(snapshot: store.Dataset) -> None:
    """Schleußig and Plagwitz in 2024, on the square kilometres of the boundary file, to the last digit."""
    features = json.loads(snapshot.geojson("ortsteil"))["features"]
    km2 = {feature["id"]: feature["properties"]["km2"] for feature in features}
    residents = snapshot.series("kd2-1/Einwohner insgesamt").query("period == '2024'").set_index("area")["value"]
    found, _ = of_group(snapshot, load()["population_density"], ("50", "51")).cell("group", "2024")
    assert found == pytest.approx((residents["50"] + residents["51"]) / (km2["50"] + km2["51"]), rel=1e-14)


def test_children_are_counted_in_whole_persons(snapshot: store.Dataset) -> None:
    """From 2009 on the ratios have all their digits; 2,587 children lived in Plagwitz at the end of 2023."""
    found = grid(snapshot, load()["residents_under_15"])
    assert found.cell("51", "2023") == (2587, "A")
    whole = found.on(snapshot.codes("ortsteil"), [period for period in found.periods if period >= "2009"]).values
    assert (whole == whole.round()).all()


def test_a_sum_of_decimal_figures_is_decimal(snapshot: store.Dataset) -> None:
    """Zentrum in 2007: 5.8 young and 40.3 old people to 100 between, which binary numbers add up to 46.0999…."""
    assert 5.8 + 40.3 != 46.1
    assert grid(snapshot, load()["dependency_ratio"]).cell("00", "2007")[0] == 46.1


def test_what_has_no_parts_is_refused() -> None:
    reason = {"de": "Median", "en": "median"}
    made = indicator({"as": "series", "series": "kd/Miete"}, {"by": "none", "reason": reason})
    data = dataset(Miete={"50": (5,), "51": (6,)})
    with pytest.raises(NoPartsError, match="made_up"):
        of_group(data, made, PAIR)
    together = values(data, made, (("pair", PAIR),))
    assert set(together["area"]) == set(PAIR)


def test_groups_stand_beside_the_areas() -> None:
    made = indicator({"as": "series", "series": "kd/Einwohner"}, {"by": "parts"})
    together = values(dataset(Einwohner=RESIDENTS), made, (("pair", PAIR),))
    assert together.query("area == 'pair'")["value"].tolist() == [400, 440]
    assert together.query("area == '50'")["value"].tolist() == [100, 110]


def test_leipzig_west_is_the_sum_of_its_members(snapshot: store.Dataset) -> None:
    """Residents of 2024 as the city published them in June 2025, from Schleußig to Leutzsch."""
    published = [12_527, 17_209, 11_031, 8_794, 19_008, 8_431, 11_047]
    members, population = load_groups()["leipzig-west"].members, load()["population"]
    own = values(snapshot, population).query("period == '2024'").set_index("area")["value"]
    assert own[list(members)].tolist() == published
    west = of_group(snapshot, population, members).frame.set_index("period")["value"]
    assert west["2024"] == sum(published) == 88_047


@pytest.mark.parametrize(
    ("id", "first", "last"),
    [
        ("unemployment_share", 2009, 2022),
        ("youth_ratio", 2009, 2023),
        ("old_age_ratio", 2009, 2023),
        ("offences_per_1000", 2011, 2022),
    ],
)
def test_all_ortsteile_together_give_what_is_published_for_their_stadtbezirk(
    snapshot: store.Dataset, id: str, first: int, last: int
) -> None:
    """The publisher computes the rates of the Stadtbezirke from residents that it does not publish this finely."""
    made, ortsteile = load()[id], snapshot.codes("ortsteil")
    published = values(snapshot, made).set_index(["area", "period"])["value"]
    for bezirk in snapshot.codes("stadtbezirk"):
        ours = of_group(snapshot, made, tuple(code for code in ortsteile if code[0] == bezirk)).frame
        inside = ours[ours["period"].between(str(first), str(last))].set_index("period")["value"]
        assert len(inside) == last - first + 1
        assert inside.to_dict() == pytest.approx(published[bezirk][inside.index].to_dict(), abs=0.001)


def test_the_growth_of_leipzig_west(snapshot: store.Dataset) -> None:
    """70,197 became 88,047: 17,850 more, which is 25.43 %."""
    west = (("west", load_groups()["leipzig-west"].members),)
    figures = grid(snapshot, load()["population"], west)
    found = measures.change(figures, "2012", "2024").set_index("area").loc["west"]
    assert (found["start_value"], found["end_value"], found["absolute"]) == (70197, 88047, 17850)
    assert found["percent"] == pytest.approx(25.4284, abs=1e-4)
    assert figures.with_figures(["west"]) == figures.with_figures(west[0][1])


def test_levels_are_those_with_a_figure(snapshot: store.Dataset) -> None:
    assert levels(snapshot, grid(snapshot, load()["base_rent"])) == ("ortsteil", "stadtbezirk", "city")
    assert levels(snapshot, EMPTY) == ()
