"""Who carried the growth, in both languages; `~` is a space that does not break."""

from math import isnan, nan

import pandas as pd
import pytest

from indicators import catalogue
from indicators.analysis.contribution import REMAINDER, contribution
from indicators.figures.grid import VALUES, Grid
from locales import LANGUAGES, Language
from words.contribution import contribution_sentence, nationality_sentence

POPULATION = catalogue.load()["population"]
PARTS: dict[Language, str] = {"de": "Ortsteile", "en": "districts"}
Parts = dict[str, tuple[float, float]]


def frame(counts: Parts, status: dict[str, str]) -> pd.DataFrame:
    """Counts of 2012 and 2024 by area; status: of 2024."""
    rows = []
    for area, (start, end) in counts.items():
        rows.append((area, "2012", start, "M" if isnan(start) else "A"))
        rows.append((area, "2024", end, "M" if isnan(end) else status.get(area, "A")))
    return pd.DataFrame(rows, columns=VALUES)


def told(lang: Language, parts: Parts, city: tuple[float, float], **status: str) -> str:
    found = contribution(Grid.of(frame({**parts, "Leipzig": city}, status)), list(parts), "Leipzig", "2012", "2024")
    rows = found[found["area"] != REMAINDER].assign(name=lambda rows: rows["area"])
    return contribution_sentence(lang, POPULATION, ("2012", "2024"), rows, PARTS[lang]).replace("\u00a0", "~")


def grown(**by: float) -> Parts:
    return {name: (1000, 1000 + value) for name, value in by.items()}


GREW = "Von 2012 bis 2024 wuchs Leipzig um {} auf {}~Einwohner.", "From 2012 to 2024 Leipzig grew by {} to {}~people."
SHRANK = (
    "Von 2012 bis 2024 schrumpfte Leipzig um {} auf {}~Einwohner.",
    "From 2012 to 2024 Leipzig shrank by {} to {}~people.",
)
CANCEL = (
    " Gewinne und Verluste der Ortsteile heben sich weitgehend auf; Anteile daran würden in die Irre führen.",
    " Gains and losses of its districts largely cancel out, so that shares of it would mislead.",
)

SENTENCES: list[tuple[Parts, tuple[float, float], str, str]] = [
    (
        grown(Plagwitz=600, Lindenau=300, Leutzsch=100),
        (3000, 4000),
        GREW[0].format("1.000", "4.000") + " Den größten Beitrag leistete Plagwitz mit 600 (60,0~%).",
        GREW[1].format("1,000", "4,000") + " Plagwitz contributed most, 600 (60.0%).",
    ),
    (
        grown(Plagwitz=400, Lindenau=400, Leutzsch=250, Miltitz=-50),
        (4000, 5000),
        GREW[0].format("1.000", "5.000") + " Den größten Beitrag leisteten Plagwitz und Lindenau mit je 400 (40,0~%); "
        "zwei der vier Ortsteile trugen zusammen mindestens die Hälfte des Wachstums. "
        "Nur Miltitz verlor Einwohner (−50).",
        GREW[1].format("1,000", "5,000") + " Plagwitz and Lindenau contributed most, 400 each (40.0%); "
        "two of the four districts together carried at least half of the growth. Only Miltitz lost residents (−50).",
    ),
    (
        grown(Plagwitz=1200, Lindenau=0, Lößnig=-100, Miltitz=-100),
        (4000, 5000),
        GREW[0].format("1.000", "5.000") + " Den größten Beitrag leistete Plagwitz mit 1.200 (120,0~%). "
        "Nur Lößnig und Miltitz verloren Einwohner (je −100).",
        GREW[1].format("1,000", "5,000") + " Plagwitz contributed most, 1,200 (120.0%). "
        "Only Lößnig and Miltitz lost residents (−100 each).",
    ),
    (
        grown(Plagwitz=1300, Lößnig=-100, Miltitz=-150, Thekla=-50),
        (4000, 5000),
        GREW[0].format("1.000", "5.000") + " Den größten Beitrag leistete Plagwitz mit 1.300 (130,0~%). "
        "Drei Ortsteile verloren Einwohner, am meisten Miltitz (−150).",
        GREW[1].format("1,000", "5,000") + " Plagwitz contributed most, 1,300 (130.0%). "
        "Three districts lost residents, Miltitz most (−150).",
    ),
    (
        grown(Plagwitz=1240, Lößnig=-100, Miltitz=-100, Thekla=-40),
        (4000, 5000),
        GREW[0].format("1.000", "5.000") + " Den größten Beitrag leistete Plagwitz mit 1.240 (124,0~%). "
        "Drei Ortsteile verloren Einwohner, am meisten Lößnig und Miltitz (je −100).",
        GREW[1].format("1,000", "5,000") + " Plagwitz contributed most, 1,240 (124.0%). "
        "Three districts lost residents, Lößnig and Miltitz most (−100 each).",
    ),
    (
        grown(Plagwitz=-300, Lindenau=-300, Leutzsch=-450, Miltitz=50),
        (5000, 4000),
        SHRANK[0].format("1.000", "4.000") + " Am meisten verlor Leutzsch, 450 (45,0~% des Rückgangs); "
        "zwei der vier Ortsteile machten zusammen mindestens die Hälfte des Rückgangs aus. "
        "Nur Miltitz gewann Einwohner (+50).",
        SHRANK[1].format("1,000", "4,000") + " Leutzsch lost most, 450 (45.0% of the decline); "
        "two of the four districts together made up at least half of the decline. Only Miltitz gained residents (+50).",
    ),
    (
        grown(Plagwitz=-500, Lindenau=-500),
        (2000, 1000),
        SHRANK[0].format("1.000", "1.000")
        + " Am meisten verloren Plagwitz und Lindenau, je 500 (50,0~% des Rückgangs).",
        SHRANK[1].format("1,000", "1,000") + " Plagwitz and Lindenau lost most, 500 each (50.0% of the decline).",
    ),
    (
        grown(Plagwitz=900, Lindenau=100, Leutzsch=-500, Miltitz=-490),
        (4000, 4010),
        GREW[0].format("10", "4.010") + CANCEL[0] + " Zwei Ortsteile gewannen Einwohner, am meisten Plagwitz (+900). "
        "Zwei Ortsteile verloren Einwohner, am meisten Leutzsch (−500).",
        GREW[1].format("10", "4,010") + CANCEL[1] + " Two districts gained residents, Plagwitz most (+900). "
        "Two districts lost residents, Leutzsch most (−500).",
    ),
    (
        grown(Plagwitz=400, Leutzsch=-500),
        (2000, 1900),
        SHRANK[0].format("100", "1.900") + CANCEL[0] + " Nur Plagwitz gewann Einwohner (+400). "
        "Nur Leutzsch verlor Einwohner (−500).",
        SHRANK[1].format("100", "1,900") + CANCEL[1] + " Only Plagwitz gained residents (+400). "
        "Only Leutzsch lost residents (−500).",
    ),
    (
        grown(Plagwitz=500, Leutzsch=-500),
        (2000, 2000),
        "Von 2012 bis 2024 blieb Leipzig gleich groß (2.000~Einwohner). Nur Plagwitz gewann Einwohner (+500). "
        "Nur Leutzsch verlor Einwohner (−500).",
        "From 2012 to 2024 Leipzig kept its size of 2,000~people. Only Plagwitz gained residents (+500). "
        "Only Leutzsch lost residents (−500).",
    ),
    (
        grown(Plagwitz=0, Leutzsch=0),
        (2000, 2000),
        "Von 2012 bis 2024 blieb Leipzig gleich groß (2.000~Einwohner).",
        "From 2012 to 2024 Leipzig kept its size of 2,000~people.",
    ),
    (
        {**grown(Plagwitz=300, Lindenau=300, Leutzsch=300), "Miltitz": (nan, 100)},
        (3000, 4000),
        GREW[0].format("1.000", "4.000")
        + " Den größten Beitrag leisteten Plagwitz, Lindenau und Leutzsch mit je 300 (30,0~%); "
        "zwei der drei Ortsteile mit Werten trugen zusammen mindestens die Hälfte des Wachstums.",
        GREW[1].format("1,000", "4,000") + " Plagwitz, Lindenau and Leutzsch contributed most, 300 each (30.0%); "
        "two of the three districts with figures together carried at least half of the growth.",
    ),
    (
        {"Plagwitz": (nan, nan)},
        (3000, 4000),
        GREW[0].format("1.000", "4.000"),
        GREW[1].format("1,000", "4,000"),
    ),
    (
        grown(Plagwitz=1),
        (3000, nan),
        "Für 2024 gibt es keinen Wert für Leipzig; eine Veränderung lässt sich daher nicht angeben.",
        "For 2024 there is no figure for Leipzig, so no change can be stated.",
    ),
]


@pytest.mark.parametrize(("parts", "city", "german", "english"), SENTENCES)
def test_who_carried_it(parts: Parts, city: tuple[float, float], german: str, english: str) -> None:
    assert told("de", parts, city) == german
    assert told("en", parts, city) == english


def test_breaks_and_doubts_of_those_who_are_named() -> None:
    parts = grown(Plagwitz=600, Lindenau=300, Leutzsch=100)
    plain = told("en", parts, (3000, 4000))
    assert told("en", parts, (3000, 4000), Lindenau="B") == plain
    assert told("en", parts, (3000, 4000), Plagwitz="B") == plain + " The change crosses a break in the series (2024)."
    assert told("en", parts, (3000, 4000), Leipzig="U") == plain + " At least one of these figures is doubtful."


FOREIGN: list[tuple[tuple[float, float], tuple[float, float], str, str]] = [
    (
        (200, 700),
        (3000, 4000),
        "stieg die Zahl der Einwohner ohne deutsche Staatsangehörigkeit um 500 auf 700; "
        "das entspricht 50,0~% des Wachstums.",
        "rose by 500 to 700; this equals 50.0% of the growth.",
    ),
    (
        (700, 200),
        (3000, 4000),
        "sank die Zahl der Einwohner ohne deutsche Staatsangehörigkeit um 500 auf 200.",
        "fell by 500 to 200.",
    ),
    (
        (700, 200),
        (4000, 3000),
        "sank die Zahl der Einwohner ohne deutsche Staatsangehörigkeit um 500 auf 200; "
        "das entspricht 50,0~% des Rückgangs.",
        "fell by 500 to 200; this equals 50.0% of the decline.",
    ),
    (
        (200, 700),
        (4000, 4001),
        "stieg die Zahl der Einwohner ohne deutsche Staatsangehörigkeit um 500 auf 700.",
        "rose by 500 to 700.",
    ),
]


@pytest.mark.parametrize(("foreign", "city", "german", "english"), FOREIGN)
def test_foreign_nationals(foreign: tuple[float, float], city: tuple[float, float], german: str, english: str) -> None:
    figures = Grid.of(frame({"foreign": foreign, "Leipzig": city}, {}))
    found = contribution(figures, ["foreign"], "Leipzig", "2012", "2024")
    de, en = (nationality_sentence(lang, POPULATION, ("2012", "2024"), found) for lang in LANGUAGES)
    assert de.replace("\u00a0", "~") == f"Von 2012 bis 2024 {german}"
    head = "From 2012 to 2024 the number of residents without German nationality"
    assert en.replace("\u00a0", "~") == f"{head} {english}"


def test_no_count_of_foreign_nationals_no_sentence() -> None:
    figures = Grid.of(frame({"foreign": (nan, 1), "Leipzig": (5, 6)}, {}))
    found = contribution(figures, ["foreign"], "Leipzig", "2012", "2024")
    assert nationality_sentence("de", POPULATION, ("2012", "2024"), found) == ""
