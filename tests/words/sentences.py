"""Reading sentences by hand: what is told, in German and in English; `~` is a space that does not break."""

from math import nan

from indicators import catalogue
from locales import Language
from words.change import Moved
from words.change_sentence import change_sentence

CATALOGUE = catalogue.load()
CITY: dict[Language, tuple[str, str]] = {"de": ("die Stadt", "der Stadt"), "en": ("the city", "the city")}
CHOSEN: dict[Language, tuple[str, str]] = {"de": ("Ihre Auswahl", "Ihrer Auswahl"), "en": ("your selection",) * 2}
PARTS: dict[Language, str] = {"de": "Ortsteilen", "en": "districts"}

Figures = tuple[float, float, float]
"""Start, end, and the change between them in the way that the indicator states it."""


def sentence(
    lang: Language,
    id: str,
    subject: Figures,
    reference: Figures | None = None,
    parts: dict[str, float] | None = None,
    named: dict[Language, tuple[str, str]] | None = None,
    breaks: tuple[str, ...] = (),
) -> str:
    name, place = named[lang] if named else ("Leipzig West", "Leipzig West")
    return change_sentence(
        lang,
        CATALOGUE[id],
        ("2012", "2024"),
        Moved(name, place, *subject, breaks),
        Moved(*CITY[lang], *reference) if reference else None,
        [Moved(part, part, nan, nan, by) for part, by in (parts or {}).items()],
        PARTS[lang],
    ).replace("\u00a0", "~")


GREW: Figures = (70_197, 88_047, 25.428)
SHRANK: Figures = (10_000, 9_000, -10)
LEVEL: Figures = (5_000, 5_000, 0)
NO_START: Figures = (nan, 9_000, nan)
NO_END: Figures = (10_000, nan, nan)

POPULATION: list[tuple[Figures, Figures | None, str, str]] = [
    (GREW, None, "wuchs Leipzig West um 25,4~% auf 88.047~Einwohner", "Leipzig West grew by 25.4% to 88,047~people"),
    (
        GREW,
        (528_540, 632_562, 19.681),
        "wuchs Leipzig West um 25,4~% auf 88.047~Einwohner, die Stadt um 19,7~%",
        "Leipzig West grew by 25.4% to 88,047~people, the city by 19.7%",
    ),
    (
        GREW,
        SHRANK,
        "wuchs Leipzig West um 25,4~% auf 88.047~Einwohner, während die Stadt um 10,0~% schrumpfte",
        "Leipzig West grew by 25.4% to 88,047~people, while the city shrank by 10.0%",
    ),
    (
        GREW,
        LEVEL,
        "wuchs Leipzig West um 25,4~% auf 88.047~Einwohner, während die Stadt gleich blieb",
        "Leipzig West grew by 25.4% to 88,047~people, while the city stayed level",
    ),
    (
        GREW,
        NO_START,
        "wuchs Leipzig West um 25,4~% auf 88.047~Einwohner",
        "Leipzig West grew by 25.4% to 88,047~people",
    ),
    (
        SHRANK,
        None,
        "schrumpfte Leipzig West um 10,0~% auf 9.000~Einwohner",
        "Leipzig West shrank by 10.0% to 9,000~people",
    ),
    (
        SHRANK,
        (1_000, 950, -5),
        "schrumpfte Leipzig West um 10,0~% auf 9.000~Einwohner, die Stadt um 5,0~%",
        "Leipzig West shrank by 10.0% to 9,000~people, the city by 5.0%",
    ),
    (
        SHRANK,
        GREW,
        "schrumpfte Leipzig West um 10,0~% auf 9.000~Einwohner, während die Stadt um 25,4~% wuchs",
        "Leipzig West shrank by 10.0% to 9,000~people, while the city grew by 25.4%",
    ),
    (LEVEL, None, "blieb Leipzig West gleich groß (5.000~Einwohner)", "Leipzig West kept its size of 5,000~people"),
    (
        LEVEL,
        LEVEL,
        "blieb Leipzig West gleich groß (5.000~Einwohner), auch die Stadt blieb gleich",
        "Leipzig West kept its size of 5,000~people, and the city stayed level too",
    ),
    (
        LEVEL,
        GREW,
        "blieb Leipzig West gleich groß (5.000~Einwohner), während die Stadt um 25,4~% wuchs",
        "Leipzig West kept its size of 5,000~people, while the city grew by 25.4%",
    ),
    (
        (10_000, 10_004, 0.04),
        None,
        "veränderte sich Leipzig West kaum, von 10.000 auf 10.004~Einwohner",
        "Leipzig West hardly changed, from 10,000 to 10,004~people",
    ),
    (
        (10_000, 10_005, 0.05),
        None,
        "wuchs Leipzig West um 0,1~% auf 10.005~Einwohner",
        "Leipzig West grew by 0.1% to 10,005~people",
    ),
]


VALUES: list[tuple[str, Figures, Figures | None, str, str]] = [
    (
        "unemployed",
        (2_000, 2_100, 5),
        (30_000, 30_600, 2),
        "stieg die Zahl der Arbeitslosen in Leipzig West um 5,0~%, von 2.000 auf 2.100, in der Stadt um 2,0~%",
        "the number of unemployed people in Leipzig West rose by 5.0%, from 2,000 to 2,100, in the city by 2.0%",
    ),
    (
        "unemployed",
        (2_000, 1_900, -5),
        (30_000, 30_600, 2),
        "sank die Zahl der Arbeitslosen in Leipzig West um 5,0~%, von 2.000 auf 1.900, "
        "während sie in der Stadt um 2,0~% stieg",
        "the number of unemployed people in Leipzig West fell by 5.0%, from 2,000 to 1,900, "
        "while in the city it rose by 2.0%",
    ),
    (
        "unemployed",
        (2_000, 2_100, 5),
        (30_000, 29_400, -2),
        "stieg die Zahl der Arbeitslosen in Leipzig West um 5,0~%, von 2.000 auf 2.100, "
        "während sie in der Stadt um 2,0~% sank",
        "the number of unemployed people in Leipzig West rose by 5.0%, from 2,000 to 2,100, "
        "while in the city it fell by 2.0%",
    ),
    (
        "unemployed",
        (2_000, 2_100, 5),
        LEVEL,
        "stieg die Zahl der Arbeitslosen in Leipzig West um 5,0~%, von 2.000 auf 2.100, "
        "während sie in der Stadt gleich blieb",
        "the number of unemployed people in Leipzig West rose by 5.0%, from 2,000 to 2,100, "
        "while in the city it stayed level",
    ),
    (
        "unemployed",
        LEVEL,
        LEVEL,
        "blieb die Zahl der Arbeitslosen in Leipzig West unverändert (5.000), auch in der Stadt blieb sie gleich",
        "the number of unemployed people in Leipzig West stayed at 5,000, and in the city it stayed level too",
    ),
    (
        "unemployment_share",
        (5.0, 6.0, 1.0),
        (6.0, 8.5, 2.5),
        "stieg der Arbeitslosenanteil in Leipzig West um 1,0~Prozentpunkt, von 5,0 auf 6,0~%, "
        "in der Stadt um 2,5~Prozentpunkte",
        "the unemployment share in Leipzig West rose by 1.0~percentage point, from 5.0 to 6.0%, "
        "in the city by 2.5~percentage points",
    ),
    (
        "unemployment_share",
        (6.0, 5.04, -0.96),
        None,
        "sank der Arbeitslosenanteil in Leipzig West um 1,0~Prozentpunkt, von 6,0 auf 5,0~%",
        "the unemployment share in Leipzig West fell by 1.0~percentage point, from 6.0 to 5.0%",
    ),
    (
        "unemployment_share",
        (5.0, 6.1, 1.1),
        (5.0, 4.0, -1.0),
        "stieg der Arbeitslosenanteil in Leipzig West um 1,1~Prozentpunkte, von 5,0 auf 6,1~%, "
        "während er in der Stadt um 1,0~Prozentpunkt sank",
        "the unemployment share in Leipzig West rose by 1.1~percentage points, from 5.0 to 6.1%, "
        "while in the city it fell by 1.0~percentage point",
    ),
    (
        "unemployment_share",
        (5.14, 5.16, 0.02),
        None,
        "veränderte sich der Arbeitslosenanteil in Leipzig West kaum, von 5,14 auf 5,16~%",
        "the unemployment share in Leipzig West hardly changed, from 5.14 to 5.16%",
    ),
    (
        "mean_age",
        (43.57, 42.26, -1.31),
        None,
        "sank das Durchschnittsalter in Leipzig West um 1,3~Jahre, von 43,6 auf 42,3~Jahre",
        "the mean age in Leipzig West fell by 1.3~years, from 43.6 to 42.3~years",
    ),
    (
        "unemployment_share",
        (43.64, 42.26, -1.38),
        (2.26, 2.32, 0.06),
        "sank der Arbeitslosenanteil in Leipzig West um 1,4~Prozentpunkte, von 43,64 auf 42,26~%, "
        "während er in der Stadt um 0,1~Prozentpunkte stieg",
        "the unemployment share in Leipzig West fell by 1.4~percentage points, from 43.64 to 42.26%, "
        "while in the city it rose by 0.1~percentage points",
    ),
    (
        "unemployment_share",
        (2.26, 2.32, 0.06),
        None,
        "stieg der Arbeitslosenanteil in Leipzig West um 0,1~Prozentpunkte, von 2,26 auf 2,32~%",
        "the unemployment share in Leipzig West rose by 0.1~percentage points, from 2.26 to 2.32%",
    ),
    (
        "unemployment_share",
        (93.75, 93.70001, -0.04999),
        None,
        "veränderte sich der Arbeitslosenanteil in Leipzig West kaum (aus ungerundeten Werten), von 93,8 auf 93,7~%",
        "the unemployment share in Leipzig West hardly changed (from unrounded figures), from 93.8 to 93.7%",
    ),
    (
        "mean_age",
        (42.0, 41.0, -1.0),
        (43.4, 42.6, -0.8),
        "sank das Durchschnittsalter in Leipzig West um 1,0~Jahre, von 42,0 auf 41,0~Jahre, in der Stadt um 0,8~Jahre",
        "the mean age in Leipzig West fell by 1.0~years, from 42.0 to 41.0~years, in the city by 0.8~years",
    ),
    (
        "mean_age",
        (41.0, 41.0, 0),
        None,
        "blieb das Durchschnittsalter in Leipzig West unverändert (41,0~Jahre)",
        "the mean age in Leipzig West stayed at 41.0~years",
    ),
    (
        "population_density",
        (2_000, 2_500, 25),
        None,
        "stieg die Einwohnerdichte in Leipzig West um 25,0~%, von 2.000 auf 2.500~Einwohner je km²",
        "the population density in Leipzig West rose by 25.0%, from 2,000 to 2,500~residents per km²",
    ),
]
