"""Forty questions, as officials, analysts and presenters type them, and more that others tried: which page, of what, in
which years.

What is expected was read from the question, not from the answer. Figures are looked up apart from the answer, and each
stands in the sentence as a reader of the language writes it.
"""

from typing import Final
from urllib.parse import parse_qs, urlsplit

import pytest

from data.areas import CITY
from data.store import Dataset
from exports.answers.answer import Answer, NoAnswer
from exports.answers.answering import answer
from indicators import catalogue
from indicators.catalogue import groups
from indicators.figures.values import grid
from indicators.questions.question import question
from locales import Language, number

Expected = tuple[Language, str, str, str, str, str]
"""Language, question, page, indicator, area that it is about, and its periods (`2015–2024`, empty for the newest)."""

OFFICIALS: Final[list[Expected]] = [
    ("de", "Miete Lindenau", "compare", "base_rent", "70", ""),
    ("de", "Plagwitz mehr Einwohner als 2015", "compare", "population", "51", "2015–2024"),
    ("en", "unemployment Grünau", "compare", "unemployment_share", "gruenau", ""),
    ("de", "Arbeitslosigkeit", "growth", "unemployment_share", CITY, ""),
    ("de", "E-Auto", "growth", "electric_car_share", CITY, ""),
    ("de", "Kriminalität Connewitz", "compare", "offences_per_1000", "41", ""),
    ("de", "Auto", "growth", "cars_per_1000", CITY, ""),
    ("de", "Wie viele Kinder leben in Schleußig?", "compare", "residents_under_15", "50", ""),
    ("de", "Reudnitz", "profile", "population", "30", "2012–2024"),
    ("en", "the West", "profile", "population", "leipzig-west", "2012–2024"),
    ("de", "Senioren Gohlis", "compare", "residents_65_plus", "gohlis", ""),
    ("en", "How many people live in Moeckern?", "compare", "population", "80", ""),
    ("de", "Bürgergeld Stadtbezirk Süd", "", "", "", ""),
]
ANALYSTS: Final[list[Expected]] = [
    ("de", "Arbeitslosenquote Volkmarsdorf 2010 bis 2022", "compare", "unemployment_share", "21", "2010–2022"),
    ("de", "Ausländeranteil nach Stadtbezirken 2020", "growth", "foreign_share", CITY, "2020"),
    ("en", "average age 2000 to 2023", "growth", "mean_age", CITY, "2000–2023"),
    ("de", "Wohnfläche pro Kopf Plagwitz", "compare", "living_space_per_resident", "51", ""),
    ("en", "cars per 1000 residents Gruenau 2015", "compare", "cars_per_1000", "gruenau", "2015"),
    ("de", "Anteil Kinder Lindenau insgesamt", "compare", "share_under_15", "lindenau-insgesamt", ""),
    ("de", "Wahlbeteiligung Europawahl 2024 Connewitz", "compare", "turnout_european", "41", "2024-06-09"),
    ("en", "rent and income", "growth", "base_rent", CITY, "2021"),
    ("de", "Bevölkerung Grünau letzte 10 Jahre", "compare", "population", "gruenau", "2014–2024"),
    ("en", "CO2 per capita", "growth", "heating_emissions_per_resident", CITY, ""),
    ("de", "net_income_household Leutzsch", "compare", "net_income_household", "73", ""),
    ("en", "thefts since 2010 in Zentrum-Ost", "compare", "thefts_per_1000", "01", "2010–2022"),
    ("de", "Einwohner 1990", "", "", "", ""),
    ("de", "Miete Lindenau 2024", "", "", "", ""),
]
PRESENTERS: Final[list[Expected]] = [
    ("de", "Wo wächst Leipzig am meisten?", "growth", "population", CITY, "2012–2024"),
    ("en", "Where is rent highest?", "growth", "base_rent", CITY, ""),
    ("de", "Plagwitz vs. Schleußig Einkommen", "compare", "net_income_person", "51", ""),
    ("en", "growth of Leipzig West against the city", "compare", "population", "leipzig-west", "2012–2024"),
    ("de", "Wo leben die ältesten Leipziger?", "growth", "mean_age", CITY, ""),
    ("en", "population of Dresden", "cities", "census_residents", CITY, ""),
    ("de", "Fernwärme Grünau", "compare", "district_heating_share", "gruenau", ""),
    ("en", "is Volkmarsdorf safe?", "compare", "offences_per_1000", "21", ""),
    ("de", "Lebenszufriedenheit", "growth", "life_satisfaction", CITY, ""),
    ("en", "Baumwollspinnerei", "profile", "population", "72", "2012–2024"),
    ("de", "Wetter Leipzig", "", "", "", ""),
    ("en", "asdf qwertz", "", "", "", ""),
    ("en", "debt of Plagwitz", "", "", "", ""),
]

OTHERS: Final[list[Expected]] = [
    ("de", "Einwohner Paunsdorf 31.12.2023", "compare", "population", "24", "2023"),
    ("de", "Kinder unter 15 Lausen-Grünau", "compare", "residents_under_15", "64", ""),
    ("de", "Wahlbeteiligung Grünau-Mitte Stadtratswahl 2019", "compare", "turnout_council", "62", "2019-05-26"),
    ("en", "population density 2000-2020 SB5", "compare", "population_density", "5", "2000–2020"),
    ("en", "change in welfare benefits Volkmarsdorf 2012 to 2022", "compare", "sgb2_share", "21", "2012–2022"),
    (
        "en",
        "I would like to know the unemployment rate in Grünau in 2015",
        "compare",
        "unemployment_share",
        "gruenau",
        "2015",
    ),
    ("de", "Wo leben die reichsten Einwohner?", "growth", "net_income_person", CITY, ""),
    ("de", "Stadtteile mit hoher Arbeitslosigkeit 2015", "growth", "unemployment_share", CITY, "2015"),
    ("de", "Stadtbezirke nach Einwohnern", "growth", "population", CITY, ""),
    ("en", "Is Plagwitz bigger than Lindenau?", "compare", "population", "51", ""),
    ("en", "young people in Connewitz", "compare", "mean_age", "41", ""),
    ("de", "Was kostet eine Wohnung in Gohlis-Süd", "compare", "base_rent", "90", ""),
    ("de", "um wie viel Prozent ist Plagwitz seit 2015 gewachsen", "compare", "population", "51", "2015–2024"),
    ("de", "arbeitslose Frauen", "growth", "unemployed_women_share", CITY, ""),
    ("de", "Leipzig Ost", "profile", "population", "2", "2012–2024"),
    ("en", "Allee-Center", "profile", "population", "62", "2012–2024"),
    ("de", "arme Rentner", "", "", "", ""),
    ("de", "Wie alt sind die Gebäude in Grünau?", "", "", "", ""),
    ("de", "Paunsdorf-Nord", "", "", "", ""),
    ("de", "Wo ist es teurer als in Lindenau?", "", "", "", ""),
    ("de", "Anzahl Kitas", "", "", "", ""),
    ("de", "Wann war die Arbeitslosigkeit am höchsten?", "", "", "", ""),
    ("en", "Why is rent rising", "", "", "", ""),
    ("de", "Wer ist Oberbürgermeister von Leipzig?", "", "", "", ""),
    ("en", "population excluding Grünau", "", "", "", ""),
]


def asked(dataset: Dataset, expected: Expected) -> Answer | None:
    lang, words, *_ = expected
    try:
        return answer(lang, dataset, question(dataset, words))
    except NoAnswer:
        return None


@pytest.mark.parametrize("expected", [*OFFICIALS, *ANALYSTS, *PRESENTERS, *OTHERS], ids=lambda one: one[1])
def test_a_question_leads_to_its_page_and_sentence(expected: Expected, snapshot: Dataset) -> None:
    lang, _, page, indicator, area, periods = expected
    found = asked(snapshot, expected)
    if not page:
        assert found is None
        return
    assert found is not None
    where = urlsplit(found.page)
    says = {name: values[0] for name, values in parse_qs(where.query).items()}
    assert (where.path, found.indicator, found.areas[0], says["lang"]) == (page, indicator, area, lang)
    start, _, end = periods.partition("–")
    assert (found.start, found.end) == (start, end or start) if periods else found.start == found.end
    if page in ("growth", "compare"):
        assert says["indicator"] == indicator
        assert _shown(says) == found.end


def _shown(says: dict[str, str]) -> str:
    """The last period that a page's address says."""
    return says.get("year") or says["to"]


EXACT: Final = [one for one in [*OFFICIALS, *ANALYSTS] if one[2] == "compare" and "–" not in one[5]]


@pytest.mark.parametrize("expected", EXACT, ids=lambda one: one[1])
def test_the_sentence_says_the_figure(expected: Expected, snapshot: Dataset) -> None:
    lang, _, _, id, area, _ = expected
    indicator, found = catalogue.load()[id], asked(snapshot, expected)
    assert found is not None
    declared = groups.load()
    own = ((area, declared[area].members),) if area in declared else ()
    value, _ = grid(snapshot, indicator, own).cell(area, found.end)
    assert number(lang, value, indicator.decimals) in found.sentence
    assert [one.value for one in found.values if one.area == area] == [value]


def test_a_word_that_is_not_known_is_never_passed_over(snapshot: Dataset) -> None:
    """Whatever is asked for besides, an answer that leaves it out would be one to another question."""
    for _, words, page, *_ in [*OFFICIALS, *ANALYSTS, *PRESENTERS]:
        if page:
            assert asked(snapshot, ("de", f"{words} Zwergkaninchen", "", "", "", "")) is None


def test_the_way_that_is_asked_for_is_the_way_that_is_told(snapshot: Dataset) -> None:
    """Leipzig grew, and its rents rose everywhere: who shrank, and that no rent fell, is still what was asked."""
    shrank = asked(snapshot, ("en", "shrinking districts", "", "", "", ""))
    assert shrank is not None
    residents, names = grid(snapshot, catalogue.load()["population"], ()), snapshot.names["ortsteil"]
    least = min(names, key=lambda area: residents.cell(area, "2024")[0] / residents.cell(area, "2012")[0])
    assert f"{names[least]} shrank most" in shrank.sentence
    fell = asked(snapshot, ("de", "Wo sinkt die Miete?", "", "", "", ""))
    assert fell is not None
    assert "sank sie in keinem; am wenigsten stieg sie in Mockau-Nord" in fell.sentence
    rose = asked(snapshot, ("en", "smallest increase in rent", "", "", "", ""))
    assert rose is not None
    assert "it fell in none; it rose least in Mockau-Nord" in rose.sentence
    assert asked(snapshot, ("en", "growth per year", "", "", "", "")) is None
    assert asked(snapshot, ("de", "Wo hat sich die Miete am wenigsten verändert?", "", "", "", "")) is None


def test_a_rank_that_is_asked_for_is_told(snapshot: Dataset) -> None:
    rank = asked(snapshot, ("de", "Rang Plagwitz Miete", "", "", "", ""))
    assert rank is not None
    rents = grid(snapshot, catalogue.load()["base_rent"], ())
    known = [rents.cell(area, "2021")[0] for area in snapshot.names["ortsteil"]]
    above = sum(value > rents.cell("51", "2021")[0] for value in known)
    assert f"Rang {above + 1} von {sum(value == value for value in known)}" in rank.sentence
    assert parse_qs(urlsplit(rank.page).query)["areas"] == ["51"]
    assert asked(snapshot, ("de", "Rang Grünau Miete", "", "", "", "")) is None


def test_one_per_the_other_is_no_relation(snapshot: Dataset) -> None:
    for words in ("Autos je Haushalt", "cars per household", "Miete Einkommen Arbeitslosigkeit", "Mieten der Senioren"):
        assert asked(snapshot, ("de", words, "", "", "", "")) is None
    related = asked(snapshot, ("en", "correlation rent unemployment", "", "", "", ""))
    assert related is not None
    assert "relation in 50 districts" in related.sentence


def test_of_another_city_its_figure_is_told(snapshot: Dataset) -> None:
    found = asked(snapshot, ("de", "Einwohner Dresden", "", "", "", ""))
    assert found is not None
    (own,) = (one.value for one in found.values if one.name == "Dresden")
    assert own is not None
    assert f"in Dresden {number('de', own)}" in found.sentence


def test_no_place_is_left_out_of_those_that_are_compared(snapshot: Dataset) -> None:
    """Eight districts stand in place of Gohlis and Grünau, twelve in that of both western boroughs."""
    eight = asked(snapshot, ("de", "Miete Gohlis und Grünau", "", "", "", ""))
    assert eight is not None
    assert len(eight.areas) == 8
    assert asked(snapshot, ("de", "Miete Südwest und Alt-West", "", "", "", "")) is None


def test_how_many_is_a_number_and_percent_a_share(snapshot: Dataset) -> None:
    expected = {
        "Wieviele Ausländer leben in Paunsdorf": "foreigners",
        "Wie viele Elektroautos gibt es in Plagwitz": "electric_cars",
        "how many cars per 1000 residents in Plagwitz": "cars_per_1000",
        "Prozent Frauen in Plagwitz": "women_share",
    }
    for words, indicator in expected.items():
        found = asked(snapshot, ("de", words, "", "", "", ""))
        assert found is not None
        assert found.indicator == indicator
    assert asked(snapshot, ("de", "Anteil Autos", "", "", "", "")) is None
