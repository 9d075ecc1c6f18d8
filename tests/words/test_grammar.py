"""The cases of grammar that readers stumbled over, in both languages, written by hand: gender and adjective, places,
ties, falls, and what is missing. `~` is a space that does not break."""

from math import nan

import pytest

from data.areas import CITY as LEIPZIG
from indicators import catalogue
from indicators.figures.grid import Observed
from locales import Language
from tests.words.sentences_pictures import PARTS, changes, districts, moved, plain, value
from words.against_city import against_city_sentence
from words.answers import places_sentence
from words.change import Moved
from words.change_sentence import change_sentence
from words.comparison import standing_sentence
from words.course import headline
from words.gap import gap_sentence
from words.noun import highest, lowest

CATALOGUE = catalogue.load()
SPAN = ("2012", "2024")


@pytest.mark.parametrize(
    ("id", "german", "english"),
    [
        ("dependency_ratio", ("den höchsten Gesamtquotienten", "den niedrigsten"), ("the highest total", "the lowest")),
        ("living_space", ("die größte Wohnfläche", "die kleinste"), ("the largest living space", "the smallest")),
        (
            "length_of_residence",
            ("die längste mittlere Wohndauer", "die kürzeste"),
            ("the longest mean length of residence", "the shortest"),
        ),
        (
            "offences_per_1000",
            ("die meisten Straftaten je 1.000 Einwohner", "die wenigsten"),
            ("the most", "the fewest"),
        ),
    ],
)
def test_superlatives_fit_their_noun(id: str, german: tuple[str, str], english: tuple[str, str]) -> None:
    assert (highest("de", CATALOGUE[id]), lowest("de", CATALOGUE[id])) == german
    assert highest("en", CATALOGUE[id]).startswith(english[0])
    assert lowest("en", CATALOGUE[id]) == english[1]


PLAGWITZ = moved("Plagwitz", 12.0, 10.0, -2.0)


@pytest.mark.parametrize(
    ("start", "end", "change", "german", "english"),
    [
        (
            10.0,
            11.0,
            1.0,
            "stieg er um 1,0~Prozentpunkt, von 10,0 auf 11,0~%",
            "rose by 1.0~percentage point, from 10.0 to",
        ),
        (
            10.0,
            9.0,
            -1.0,
            "sank er um 1,0~Prozentpunkt, von 10,0 auf 9,0~%",
            "fell by 1.0~percentage point, from 10.0 to 9.0%",
        ),
        (10.0, 10.0, 0.0, "blieb er unverändert (10,0~%)", "stayed at 10.0%"),
        (10.04, 10.06, 0.02, "veränderte er sich kaum, von 10,04 auf 10,06~%", "hardly changed, from 10.04 to"),
    ],
)
def test_the_city_takes_up_what_was_said_of_the_district(
    start: float, end: float, change: float, german: str, english: str
) -> None:
    def told(lang: Language) -> str:
        city, share = moved("Leipzig", start, end, change), CATALOGUE["unemployment_share"]
        return plain(change_sentence(lang, share, SPAN, city, None, [], PARTS[lang], first=PLAGWITZ))

    own = "Von 2012 bis 2024 sank der Arbeitslosenanteil in Plagwitz um 2,0~Prozentpunkte, von 12,0 auf 10,0~%."
    assert told("de") == f"{own} In Leipzig {german}."
    assert f". In Leipzig it {english}" in told("en")


def test_a_group_taken_up_after_a_district_keeps_the_city_beside_it() -> None:
    group, city = moved("Leipzig West", 10.0, 9.0, -1.0), moved("Leipzig", 10.0, 10.5, 0.5)
    told = change_sentence("en", CATALOGUE["unemployment_share"], SPAN, group, city, [], "districts", first=PLAGWITZ)
    assert plain(told).endswith(
        "from 12.0 to 10.0%. In Leipzig West it fell by 1.0~percentage point, from 10.0 to 9.0%, "
        "while in Leipzig it rose by 0.5~percentage points."
    )


def test_a_district_without_a_change_leaves_the_city_its_whole_sentence() -> None:
    city, none = moved("Leipzig", 10.0, 9.0, -1.0), moved("Plagwitz", nan, 10.0, nan)
    told = change_sentence("en", CATALOGUE["unemployment_share"], SPAN, city, None, [], "districts", first=none)
    assert plain(told) == (
        "For 2012 there is no figure for Plagwitz, so no change can be stated. From 2012 to 2024 the "
        "unemployment share "
        "in Leipzig fell by 1.0~percentage point, from 10.0 to 9.0%."
    )


def furthest(lang: Language, id: str, parts: list[Moved], way: float = 5.0) -> str:
    city = moved("Leipzig", 1_000, 1_050 if way > 0 else 950, way)
    return plain(change_sentence(lang, CATALOGUE[id], SPAN, city, None, parts, PARTS[lang])).partition(";")[2]


def test_many_who_share_the_furthest_change_are_counted() -> None:
    parts = [moved(name, 100, 110, 10.0) for name in "ABCD"] + [moved("E", 100, 105, 5.0)]
    assert furthest("de", "unemployed", parts) == " am stärksten, um je 10,0~%, stieg sie in vier von fünf Ortsteilen."
    assert furthest("en", "unemployed", parts) == " it rose most in four of its five districts, by 10.0% each."
    falls = [moved(name, 100, 90, -10.0) for name in "ABCD"] + [moved("E", 100, 95, -5.0)]
    assert furthest("de", "unemployed", falls, -5.0).startswith(" am stärksten, um je 10,0~%, sank sie in vier")
    assert furthest("en", "unemployed", falls, -5.0).endswith(
        "it fell most in four of its five districts, by 10.0% each."
    )


def test_nobody_is_furthest_where_most_began_with_few() -> None:
    """Of five, three began with fewer than 20: two are no field for a superlative."""
    parts = [moved(name, 10, 40, 300.0) for name in "ABC"] + [moved("D", 100, 150, 50.0), moved("E", 100, 105, 5.0)]
    assert furthest("de", "electric_cars", parts) == (
        " in 3 von fünf Ortsteilen waren es zu Beginn weniger als 20, zu wenige, um sie nach Prozent zu ordnen."
    )
    assert furthest("en", "electric_cars", parts) == (
        " 3 of its five districts had fewer than 20 at the start, too few to rank by percent."
    )


def test_the_parts_name_the_noun_where_the_city_has_no_figure() -> None:
    cells = {"Plagwitz": 1.51, "Leutzsch": 1.7}
    assert value("de", "persons_per_sgb2_household", cells, nan) == (
        "Im Jahr 2024 gibt es keinen Wert für Leipzig; von den zwei Ortsteilen war die mittlere Größe der "
        "Bedarfsgemeinschaften am größten in Leutzsch (1,70~Personen je Bedarfsgemeinschaft), am kleinsten in "
        "Plagwitz (1,51)."
    )
    assert value("en", "persons_per_sgb2_household", cells, nan) == (
        "There is no figure for Leipzig in 2024; of its two districts the mean size of households on basic income "
        "support was largest in Leutzsch (1.70~people per household on basic income support), smallest in Plagwitz "
        "(1.51)."
    )
    assert value("en", "persons_per_sgb2_household", cells, nan, taken_up=True) == (
        "There is no figure for Leipzig; of its two districts it was largest in Leutzsch (1.70), smallest in Plagwitz "
        "(1.51)."
    )
    assert value("de", "persons_per_sgb2_household", cells, nan, taken_up=True) == (
        "Für Leipzig gibt es keinen Wert; von den zwei Ortsteilen war sie am größten in Leutzsch (1,70), am kleinsten "
        "in Plagwitz (1,51)."
    )


def test_a_number_of_people_does_not_say_people_again() -> None:
    assert value("de", "official_population", {}, 601_866) == (
        "Im Jahr 2024 betrug die amtliche Einwohnerzahl in Leipzig 601.866."
    )
    assert value("en", "official_population", {}, 601_866) == "In 2024 the official population in Leipzig was 601,866."


def test_a_value_of_the_city_takes_up_that_of_the_district() -> None:
    cells = {"Plagwitz": 590.0, "Leutzsch": 471.0}
    assert value("de", "unemployed", cells, 21_324, taken_up=True) == (
        "In Leipzig betrug sie 21.324; von den zwei Ortsteilen gab es die meisten in Plagwitz (590), die wenigsten in "
        "Leutzsch (471)."
    )
    assert value("en", "unemployed", cells, 21_324, taken_up=True) == (
        "In Leipzig it was 21,324; of its two districts, Plagwitz (590) had the most, Leutzsch (471) the fewest."
    )


def test_grades_are_better_and_worse_not_above_and_below() -> None:
    cells = {"Plagwitz": 2.0, "Leutzsch": 2.5, "Lindenau": 2.3}
    rows = districts("de", "life_satisfaction", cells)
    told = against_city_sentence("de", CATALOGUE["life_satisfaction"], "2024", rows, 2.3, PARTS["de"])
    assert plain(told).partition("; ")[2] == (
        "bessere Note in einem von drei Ortsteilen, schlechtere Note in einem, gleiche Note in einem; am besten in "
        "Plagwitz (−0,3), am schlechtesten in Leutzsch (+0,2)."
    )
    place, city = moved("Plagwitz", 2.1, 2.6, 0.5), moved("Leipzig", 2.2, 2.3, 0.1)
    gap = gap_sentence("en", CATALOGUE["life_satisfaction"], SPAN, place, city)
    assert (
        "was 0.1 better than the city’s (2.1 against 2.2), in 2024 it was 0.3 worse than the city’s (2.6 against 2.3)"
        in gap
    )


def test_within_uncertainty_nobody_is_above_or_below() -> None:
    """Of 100 with limits 90 to 110, 95 to 115 may be less, 111 to 120 can't, 80 to 89 can't be more."""
    limits = {LEIPZIG: (90.0, 110.0), "A": (95.0, 115.0), "B": (111.0, 120.0), "C": (80.0, 89.0)}
    rows = districts("en", "residential_heat_per_m2", {"A": 105.0, "B": 115.0, "C": 85.0})
    heat = CATALOGUE["residential_heat_per_m2"]
    told = plain(against_city_sentence("en", heat, "2024", rows, 100.0, "districts", limits=limits))
    assert (
        "; of three districts 1 is surely above, 1 is surely below and 1 cannot be told apart from the city, "
        "given the uncertainty"
    ) in told
    assert told.endswith("; furthest below in C (−15.0%).")


def test_what_is_missing_is_a_clause_of_its_own() -> None:
    places = [Moved("Plagwitz", "Plagwitz", nan, 769.0, nan), Moved("Leipzig", "Leipzig", nan, nan, nan)]
    assert plain(places_sentence("de", CATALOGUE["sgb2_households"], "2022", places)) == (
        "Im Jahr 2022 hatte Plagwitz 769~Bedarfsgemeinschaften nach SGB II; für Leipzig gibt es keinen Wert."
    )


def test_who_did_not_move_is_not_the_weakest() -> None:
    rows = changes("de", "mean_age", {"A": 40.0, "B": 41.0, "C": 42.0}, {"A": 41.0, "B": 41.0, "C": 42.0})
    told = plain(standing_sentence("de", CATALOGUE["mean_age"], SPAN, rows))
    assert told.endswith("Den stärksten Anstieg seit 2012 hat A (+1,0~Jahre), kaum verändert haben sich B und C.")
    rows = changes("en", "mean_age", {"A": 40.0, "B": 41.0}, {"A": 39.0, "B": 41.0})
    told = plain(standing_sentence("en", CATALOGUE["mean_age"], SPAN, rows))
    assert told.endswith("The strongest fall since 2012 is that of A (−1.0~years), B hardly changed.")


def test_a_change_from_zero_says_why_it_has_no_percent() -> None:
    assert changes("de", "electric_cars", {"A": 0}, {"A": 97})["note"].tolist() == ["Prozent von null gibt es nicht"]


@pytest.mark.parametrize(
    ("figures", "german", "english"),
    [
        ({"2020": 1.0, "2021": 2.0, "2022": 3.0}, "jedes Jahr gestiegen", "rose every year"),
        ({"2020": 3.0, "2021": 2.0, "2022": 1.0}, "jedes Jahr gefallen", "fell every year"),
        ({"2015": 1.0, "2017": 2.0, "2022": 3.0}, "jedes Mal gestiegen", "rose every time"),
        ({"2015": 3.0, "2017": 2.0, "2022": 1.0}, "jedes Mal gefallen", "fell every time"),
    ],
)
def test_a_course_without_a_turn(figures: dict[str, float], german: str, english: str) -> None:
    observed = [Observed(period, each, "A") for period, each in figures.items()]
    assert headline("de", CATALOGUE["mean_age"], observed)[0] == german
    assert headline("en", CATALOGUE["mean_age"], observed)[0] == english


def test_a_count_of_people_has_no_decimals() -> None:
    """809.7 people are estimated from a ratio; 92.9% more than 810 are 1,563, so the change is of unrounded figures."""
    old = change_sentence(
        "en", CATALOGUE["residents_65_plus"], SPAN, moved("Schönau", 809.7, 1_562.0, 92.911), None, [], ""
    )
    assert plain(old).endswith("rose by 92.9% (from unrounded figures), from 810 to 1,562.")


def test_of_one_period_the_city_is_told_behind_a_district_without_its_noun() -> None:
    district, city = moved("Plagwitz", 27.5, 27.5, 0.0), moved("Leipzig", 40.2, 40.2, 0.0)
    heating, span = CATALOGUE["district_heating_share"], ("2011-05-09", "2011-05-09")
    assert plain(change_sentence("en", heating, span, city, None, [], "", first=district)) == (
        "On 9 May 2011 the share of dwellings with district heating in Plagwitz was 27.5%. In Leipzig it was 40.2%."
    )
    german = change_sentence("de", heating, span, city, None, [], "", first=district)
    assert plain(german).endswith(" In Leipzig betrug er 40,2~%.")
