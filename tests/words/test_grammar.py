"""The cases of grammar that readers stumbled over, in both languages, written by hand: gender and adjective, places,
ties, falls, and what is missing. `~` is a space that does not break."""

from math import nan

import pytest

from data.areas import CITY as LEIPZIG
from indicators import catalogue
from indicators.figures.grid import Observed
from locales import Language
from tests.words.sentences_pictures import PARTS, changes, districts, plain
from words.against_city import against_city_sentence
from words.answers import places_sentence
from words.change import Moved
from words.change_sentence import change_sentence
from words.comparison import standing_sentence
from words.course import headline
from words.gap import gap_sentence
from words.noun import highest, lowest
from words.one_period import value_sentence
from words.places import as_dative, as_object, as_subject, as_subjects, in_place, in_places
from words.two_periods import slope_sentence
from words.units import with_unit

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


def test_german_draws_preposition_and_article_together() -> None:
    told = [
        in_place("de", place)
        for place in ("Plagwitz", "der Stadt", "dem Stadtbezirk Ost", "Zentrum-Ost", "Südvorstadt")
    ]
    assert told == ["in Plagwitz", "in der Stadt", "im Stadtbezirk Ost", "im Zentrum-Ost", "in der Südvorstadt"]
    assert in_place("de", "Stadtbezirk Alt-West") == "im Stadtbezirk Alt-West"
    assert in_place("en", "Ost borough") == "in Ost borough"


@pytest.mark.parametrize(
    ("name", "subject", "object", "dative"),
    [
        ("Südvorstadt", "die Südvorstadt", "die Südvorstadt", "der Südvorstadt"),
        ("Zentrum", "das Zentrum", "das Zentrum", "dem Zentrum"),
        ("Zentrum-Ost", "das Zentrum-Ost", "das Zentrum-Ost", "dem Zentrum-Ost"),
        ("Stadtbezirk Alt-West", "der Stadtbezirk Alt-West", "den Stadtbezirk Alt-West", "dem Stadtbezirk Alt-West"),
        ("Neustadt-Neuschönefeld", *["Neustadt-Neuschönefeld"] * 3),
        ("Grünau-Mitte", *["Grünau-Mitte"] * 3),
        ("die Stadt", *["die Stadt"] * 3),
    ],
)
def test_german_declines_the_article_of_a_place(name: str, subject: str, object: str, dative: str) -> None:
    assert as_subject("de", name) == subject
    assert as_object("de", name) == object
    assert as_dative("de", name) == dative
    assert as_subject("en", name) == as_object("en", name) == as_dative("en", name) == name


def test_articles_stand_in_lists_and_in_sentences() -> None:
    assert as_subjects("de", ["Plagwitz", "Südvorstadt"]) == "Plagwitz und die Südvorstadt"
    grew = moved("Südvorstadt", 23_570, 26_708, 13.314)
    told = change_sentence("de", CATALOGUE["population"], SPAN, grew, moved("Zentrum", 100, 90, -10.0), [], "")
    assert plain(told) == (
        "Von 2012 bis 2024 wuchs die Südvorstadt um 13,3~% auf 26.708~Einwohner, während das Zentrum um 10,0~% "
        "schrumpfte."
    )
    parts = [moved("Zentrum-Ost", 100, 150, 50.0), moved("Plagwitz", 100, 130, 30.0)]
    told = change_sentence("de", CATALOGUE["population"], SPAN, grew, None, parts, "Ortsteilen")
    assert told.endswith("; von den zwei Ortsteilen wuchs das Zentrum-Ost am stärksten, um 50,0\u00a0%.")
    absent = change_sentence(
        "de", CATALOGUE["mean_age"], SPAN, moved("Stadtbezirk Ost", nan, 40.0, nan), None, [], "Ortsteilen"
    )
    assert absent.startswith("Für 2012 gibt es keinen Wert für den Stadtbezirk Ost")


def test_german_says_where_the_most_are_as_it_says_where_anything_is() -> None:
    cells = {"Südvorstadt": 900.0, "Zentrum": 10.0, "Plagwitz": 50.0}
    assert value("de", "unemployed", cells, 3_000.0).endswith(
        "; von den drei Ortsteilen gab es die meisten in der Südvorstadt (900), die wenigsten im Zentrum (10)."
    )


def test_german_repeats_the_preposition_in_a_list_where_one_place_has_an_article() -> None:
    cells = {"Zentrum": 5.0, "Plagwitz": 5.0, "Südvorstadt": 1.0, "Leutzsch": 2.0}
    assert value("de", "unemployment_share", cells, 3.0) == (
        "Im Jahr 2024 betrug der Arbeitslosenanteil in Leipzig 3,0~%; von den vier Ortsteilen war er am höchsten "
        "in Plagwitz und im Zentrum (je 5,0~%), am niedrigsten in der Südvorstadt (1,0~%)."
    )
    assert value("en", "unemployment_share", cells, 3.0) == (
        "In 2024 the unemployment share in Leipzig was 3.0%; of its four districts it was highest in Plagwitz and "
        "Zentrum (5.0% each), lowest in Südvorstadt (1.0%)."
    )
    assert in_places("de", ["Plagwitz", "Leutzsch"]) == "in Plagwitz und Leutzsch"


def test_both_ends_of_a_price_have_their_currency_in_english() -> None:
    rows = changes("en", "base_rent", {"Plagwitz": 5.0}, {"Plagwitz": 6.5})
    told = plain(slope_sentence("en", CATALOGUE["base_rent"], SPAN, rows, [], PARTS["en"]))
    assert told.startswith("Base rent (€ per m²): Plagwitz from €5.00 to €6.50")


@pytest.mark.parametrize(
    ("unit", "german", "english"),
    [
        ("€ per m²", "5,00~€ je m²", "€5.00~per m²"),
        ("€ million", "5,00~Mio. €", "€5.00~million"),
        ("€", "5,00~€", "€5.00"),
    ],
)
def test_a_currency_stands_where_each_language_has_it(unit: str, german: str, english: str) -> None:
    of_german = {"€ per m²": "€ je m²", "€ million": "Mio. €", "€": "€"}[unit]
    assert plain(with_unit("de", "5,00", of_german)) == german
    assert plain(with_unit("en", "5.00", unit)) == english
    assert plain(with_unit("en", "−5.00", "€")) == "−€5.00"


def moved(name: str, start: float, end: float, change: float) -> Moved:
    return Moved(name, name, start, end, change)


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


def value(lang: Language, id: str, cells: dict[str, float], city: float, *, taken_up: bool = False) -> str:
    rows = districts(lang, id, cells)
    return plain(value_sentence(lang, CATALOGUE[id], "2024", rows, city, PARTS[lang], taken_up=taken_up))


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
