"""Sentences of an energy district: the answer first, in both languages, and none for what is not so."""

import pandas as pd
import pytest

from indicators.energy.district.measures import Measures
from locales import Language
from tests.support.made_up import district
from words.energy_district import among_all, balance, everywhere, most_moving, needed, sentence


def plain(said: str) -> str:
    """With spaces that break."""
    return said.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            "de",
            "Mit diesen Maßnahmen würde Plagwitz übers Jahr 50 % des Stroms erzeugen, den die Wohnungen brauchen; in "
            "den Stunden, in denen er gebraucht wird, 25 %. Positiv wäre die Jahresbilanz mit 20,4 MWp Photovoltaik, "
            "4,1 kWp je Einwohner, dem 1,7-Fachen dessen, was die Gebäude nach Annahme tragen können.",
        ),
        (
            "en",
            "With these measures Plagwitz would make 50% of the electricity that its dwellings need in a year; in the "
            "hours when it is needed, 25%. To be positive it would need 20.4 MWp, 4.1 kWp a resident, 1.7 times what "
            "its buildings are taken to bear.",
        ),
    ],
)
def test_how_much_is_made_and_what_positive_would_need(lang: Language, expected: str) -> None:
    assert plain(sentence(lang, district())) == expected


def test_a_group_has_its_name_and_cars_are_said() -> None:
    told = plain(sentence("en", district("“My quarter”", Measures(cars=True))))
    assert told.startswith(
        "With these measures “My quarter” would make 50% of the electricity that its dwellings and cars"
    )


def test_a_place_has_its_article_in_german() -> None:
    south, borough = district("Südvorstadt"), district("Stadtbezirk Alt-West", short_mwh=15_500.0)
    assert plain(sentence("de", south)).startswith("Mit diesen Maßnahmen würde die Südvorstadt übers Jahr 50 %")
    assert plain(balance("de", borough)).startswith("Dem Stadtbezirk Alt-West würden im Jahr ")
    assert among_all("de", south, 2.4, pd.Series([0.5, 0.7, 0.9])).startswith("Der Südvorstadt fehlten 2,4 kWp")
    assert among_all("de", borough, 0.0, pd.Series([0.5, 0.7, 0.9])).startswith("Der Stadtbezirk Alt-West hätte eine")


def test_without_photovoltaics_nothing_is_made() -> None:
    nothing = district(generation_mwh=0.0, own_use_mwh=0.0)
    assert sentence("en", nothing).startswith(
        "Without photovoltaics Plagwitz would make none of the electricity that its"
    )
    assert sentence("de", nothing).startswith("Ohne Photovoltaik würde Plagwitz nichts von dem Strom erzeugen, den die")


def test_a_trace_of_electricity_is_not_told_as_none() -> None:
    assert "weniger als 1 % des Stroms" in plain(sentence("de", district(generation_mwh=1.0, own_use_mwh=1.0)))


def test_where_it_is_positive_that_is_said_without_what_roofs_bear() -> None:
    positive = district(positive=True, short_mwh=-500.0, renewable_mwh=20_500.0, kwp_needed=900.0, residents=1.0)
    assert plain(needed("en", positive)) == (
        "Over the year that is positive: 900 kWp would be enough, 900.0 kWp a resident."
    )
    assert plain(balance("de", positive)) == (
        "Plagwitz hätte eine positive Jahresbilanz: 20,5 GWh erneuerbare Energie für die 20,0 GWh, die die Wohnungen "
        "brauchen (103 %)."
    )


def test_heat_alone_may_make_it_positive() -> None:
    told = needed("en", district(positive=True, kwp_needed=0.0))
    assert told == "Over the year it would be positive without any photovoltaics."


def test_what_buildings_bear_is_told_as_a_share_where_it_is_enough() -> None:
    assert ", 50% of what its buildings are taken to bear." in needed("en", district(kwp_needed=6_000.0))


def test_nobody_lives_there() -> None:
    nobody = district(electricity_demand_mwh=0.0, final_energy_mwh=0.0)
    for told in (sentence("en", nobody), balance("en", nobody)):
        assert told == "Plagwitz has no dwellings that need energy."


def test_the_balance_says_what_is_missing() -> None:
    assert plain(balance("en", district())) == (
        "Plagwitz would be 15.0 GWh a year short of positive: 5.0 GWh of renewable energy for the 20.0 GWh that its "
        "dwellings need (25%)."
    )


def test_the_assumption_that_moves_it_most() -> None:
    assert plain(most_moving("de", district(), "von der Wärme der Wohnungen", (18_000.0, 25_250.0))) == (
        "Wie viel Photovoltaik Plagwitz für eine positive Jahresbilanz braucht (20,4 MWp), hängt am meisten von der "
        "Wärme der Wohnungen ab: Allein dadurch sind es 18,0 bis 25,3 MWp."
    )


@pytest.mark.parametrize(
    ("missing", "told"),
    [
        ([0.0, 0.0], "all 2 districts would be positive."),
        ([0.0, 0.01], "1 of the 2 districts would be positive; the others would lack up to 0.1 kWp"),
        (
            [1.0, 4.25, float("nan")],
            "none of the 2 districts would be positive: 1.0 to 4.3 kWp of photovoltaics a resident",
        ),
    ],
)
def test_how_many_districts_would_be_positive(missing: list[float], told: str) -> None:
    assert told in everywhere("en", pd.Series(missing))


def test_a_place_beside_the_district_in_the_middle() -> None:
    missing = pd.Series([0.0, 2.0, 4.0])
    assert plain(among_all("en", district(), 3.1, missing)).startswith("Plagwitz would lack 3.1 kWp of photovoltaics a")
    assert plain(among_all("de", district(), 0.0, missing)) == (
        "Plagwitz hätte eine positive Jahresbilanz; mit den gleichen Maßnahmen fehlten der Hälfte der Ortsteile "
        "mindestens 2,0 kWp Photovoltaik je Einwohner."
    )


def test_what_is_almost_positive_is_not_told_as_all_of_it() -> None:
    almost = district(renewable_mwh=19_990.0, short_mwh=10.0, kwp_needed=12_010.0)
    assert plain(balance("en", almost)).startswith("Plagwitz would be 10.0 MWh a year short of positive")
    assert "(almost 100%)" in balance("en", almost)
    assert ", as much as its buildings are taken to bear." in needed("en", almost)


def test_where_most_districts_are_positive_their_number_is_told() -> None:
    assert among_all("en", district(), 0.04, pd.Series([0.0, 0.0, 0.04])) == (
        "Plagwitz would lack less than 0.1 kWp of photovoltaics a resident to be positive; with the same measures, 2 "
        "of the 3 districts would be."
    )
    assert among_all("de", district(), 0.0, pd.Series([0.0, 0.0, 0.04])) == (
        "Plagwitz hätte eine positive Jahresbilanz, wie mit den gleichen Maßnahmen 2 der 3 Ortsteile."
    )
