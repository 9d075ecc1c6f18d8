"""The sentences about Leipzig beside other cities, written by hand in both languages; `~` does not break."""

from math import nan

import pandas as pd
import pytest

from data import cities
from data.areas import CITY
from indicators.cities import compositions, indicators
from indicators.cities.standing import Place, changes_between, standing
from indicators.figures.grid import VALUES
from locales import Language
from words.cities import composition_sentence, growth_sentence, sentence, spoken

CODES = {name: code for code, name in cities.names().items()}
EVERY = indicators()
RATE, AGE, RENT = EVERY["eurostat_unemployment_rate"], EVERY["eurostat_median_age"], EVERY["census_base_rent"]


def frame(period: str, figures: dict[str, float], status: dict[str, str] | None = None) -> pd.DataFrame:
    rows = [(CODES[name], period, value, (status or {}).get(name, "A")) for name, value in figures.items()]
    return pd.DataFrame(rows, columns=VALUES)


def told(
    lang: Language,
    figures: dict[str, float],
    *,
    id: str = RATE.id,
    period: str = "2023",
    before: Place | None = None,
    status: dict[str, str] | None = None,
) -> str:
    indicator = EVERY[id]
    found = standing(frame(period, figures, status), period, indicator.decimals)
    return sentence(lang, indicator, found, before).replace("\u00a0", "~")


def test_a_rate_with_cities_absent() -> None:
    figures = {"Leipzig": 5.26, "Dresden": 4.38, "Berlin": 6.5}
    before = Place(CITY, "2013", 9.04, "A")
    assert told("de", figures, before=before) == (
        "Im Jahr 2023 betrug die Arbeitslosenquote nach Eurostat in Leipzig 5,3~%, der zweithöchste Wert der "
        "drei Städte mit Angabe; am höchsten war er in Berlin (6,5~%), am niedrigsten in Dresden (4,4~%). Zehn "
        "Jahre zuvor, 2013, waren es 9,0~%. Für Chemnitz und Halle gibt es keinen Wert."
    )
    assert told("en", figures, before=before) == (
        "In 2023 the unemployment rate by Eurostat in Leipzig was 5.3%, the second highest of the three cities "
        "with a figure; it was highest in Berlin (6.5%) and lowest in Dresden (4.4%). Ten years before, in 2013, "
        "it was 9.0%. There is no figure for Chemnitz and Halle."
    )


def test_a_day_and_a_unit_that_is_said_once() -> None:
    figures = {"Leipzig": 6.46, "Dresden": 6.99, "Chemnitz": 5.41, "Halle (Saale)": 5.91, "Berlin": 7.73}
    assert told("de", figures, id=RENT.id, period="2022-05-15") == (
        "Am 15. Mai 2022 betrug die Nettokaltmiete nach dem Zensus in Leipzig 6,46~€ je m², der dritthöchste "
        "Wert der fünf Städte; am höchsten war er in Berlin (7,73), am niedrigsten in Chemnitz (5,41)."
    )
    assert told("en", figures, id=RENT.id, period="2022-05-15") == (
        "On 15 May 2022 the base rent by the census in Leipzig was €6.46~per m², the third highest of the five "
        "cities; it was highest in Berlin (€7.73) and lowest in Chemnitz (€5.41)."
    )


def test_a_figure_since_the_first_year() -> None:
    before = Place(CITY, "2021", 9.0, "A")
    assert told("de", {"Leipzig": 5.0, "Berlin": 6.0}, before=before).split(". ")[1] == "2021 waren es 9,0~%"
    assert "In 2021 it was 9.0%." in told("en", {"Leipzig": 5.0, "Berlin": 6.0}, before=before)


@pytest.mark.parametrize(
    ("figures", "german", "english"),
    [
        (
            {"Leipzig": 7.0, "Dresden": 4.0, "Berlin": 6.0},
            ", der höchste Wert der drei Städte mit Angabe; am niedrigsten war er in Dresden (4,0~%).",
            ", the highest of the three cities with a figure; it was lowest in Dresden (4.0%).",
        ),
        (
            {"Leipzig": 3.0, "Dresden": 4.0, "Berlin": 6.0},
            ", der niedrigste Wert der drei Städte mit Angabe; am höchsten war er in Berlin (6,0~%).",
            ", the lowest of the three cities with a figure; it was highest in Berlin (6.0%).",
        ),
        (
            {"Leipzig": 3.04, "Dresden": 2.96, "Berlin": 6.0},
            ", der niedrigste Wert der drei Städte mit Angabe, gleichauf mit Dresden; am höchsten war er in "
            "Berlin (6,0~%).",
            ", the lowest of the three cities with a figure, level with Dresden; it was highest in Berlin (6.0%).",
        ),
        (
            {"Leipzig": 3.0, "Dresden": 5.0, "Berlin": 5.0, "Chemnitz": 1.0},
            ", der dritthöchste Wert der vier Städte mit Angabe; am höchsten war er in Berlin und Dresden "
            "(5,0~%), am niedrigsten in Chemnitz (1,0~%).",
            ", the third highest of the four cities with a figure; it was highest in Berlin and Dresden (5.0%) "
            "and lowest in Chemnitz (1.0%).",
        ),
        ({"Leipzig": 3.0}, "; für keine andere Stadt gibt es einen Wert.", "; no other city has a figure."),
        (
            {"Leipzig": 3.0, "Dresden": 3.0},
            ", wie in den anderen Städten mit Angabe.",
            ", as in the other cities with a figure.",
        ),
        (
            {"Leipzig": 3.0, "Dresden": 5.0, "Berlin": 4.0, "Chemnitz": 3.5, "Halle (Saale)": 2.0},
            ", der vierthöchste Wert der fünf Städte; am höchsten war er in Dresden (5,0~%), am niedrigsten in "
            "Halle (2,0~%).",
            ", the fourth highest of the five cities; it was highest in Dresden (5.0%) and lowest in Halle (2.0%).",
        ),
    ],
)
def test_ranks(figures: dict[str, float], german: str, english: str) -> None:
    assert german in told("de", figures)
    assert english in told("en", figures)


def test_figures_that_need_care_are_told() -> None:
    figures = {"Leipzig": 5.0, "Berlin": 6.0}
    assert told("en", figures, status={"Berlin": "U"}).endswith("At least one of these figures is doubtful.")
    assert told("en", figures, status={"Leipzig": "P"}).endswith(
        "At least one of these figures is provisional or estimated."
    )
    assert "provisional" in told("en", figures, before=Place(CITY, "2013", 1.0, "E"))
    assert "doubtful" not in told("en", figures)


def test_a_composition_is_told_by_its_largest_part() -> None:
    """Shares of Leipzig: 43.4, 50.9, 5.7; the second part is the largest."""
    heating = compositions()["census_heating"]
    shares = {"Leipzig": [43.4, 50.9, 5.7], "Dresden": [50.0, 45.0, 5.0]}
    parts = [
        (
            part,
            label["en"],
            standing(frame("2022-05-15", {name: own[n] for name, own in shares.items()}), "2022-05-15", 1),
        )
        for n, (part, label) in enumerate(zip(heating.parts[:3], heating.labels[:3], strict=True))
    ]
    assert composition_sentence("en", parts, heating.whole).replace("\u00a0", "~") == (
        "On 15 May 2022 the share of dwellings with gas by the census in Leipzig was 50.9%, the highest of the "
        "two cities with a figure; it was lowest in Dresden (45.0%). There is no figure for Chemnitz, Halle and "
        "Berlin. “Gas” is Leipzig's largest part; the second largest is “District heat” with 43.4%."
    )


def test_growth_says_what_is_missing_and_gives_what_there_is() -> None:
    residents = EVERY["census_residents"]
    counts = {"Leipzig": 598_899.0, "Dresden": 557_782.0, "Berlin": 3_596_999.0}
    ages = pd.concat(
        [
            frame("2012", {"Leipzig": 43.1, "Dresden": 41.8, "Berlin": nan}, {"Berlin": "M"}),
            frame("2024", {"Leipzig": 39.7, "Dresden": 41.8, "Berlin": 41.3}),
        ]
    )
    changes = changes_between(ages, "2012", "2024")
    found = standing(frame("2022-05-15", counts), "2022-05-15", 0)
    said = growth_sentence("de", (residents, found), (AGE, changes), cities.names()).replace("\u00a0", "~")
    assert said.startswith("Am 15. Mai 2022 ")
    assert "in Leipzig 598.899~Personen, der zweithöchste Wert der drei Städte mit Angabe" in said
    assert said.endswith(
        "Von 2012 bis 2024 veränderte sich das Medianalter nach Eurostat in Leipzig um −3,4~Jahre und in Dresden "
        "um 0,0~Jahre. Die hier vorliegenden offenen Daten enthalten keine Einwohnerreihe der anderen Städte."
    )
    nothing = changes_between(ages, "2013", "2024")
    assert "Medianalter" not in growth_sentence("de", (residents, found), (AGE, nothing), cities.names())


def test_brackets_are_left_out_of_sentences() -> None:
    assert [spoken(name) for name in cities.names().values()] == ["Leipzig", "Dresden", "Chemnitz", "Halle", "Berlin"]
