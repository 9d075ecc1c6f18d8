"""The sentence above a comparison, whole and in both languages; `~` is a space that does not break."""

from collections.abc import Mapping
from math import nan

import pandas as pd
import pytest

from indicators import catalogue
from indicators.analysis.limits import Limits
from indicators.figures import measures
from indicators.figures.grid import VALUES, Grid
from locales import Language
from words.comparison import standing_sentence
from words.limits import NONE
from words.rows import rows

CATALOGUE = catalogue.load()
Cells = dict[str, tuple[float, float]]


def sentence(
    lang: Language,
    id: str,
    cells: Cells,
    statuses: dict[tuple[str, str], str] | None = None,
    start: str = "2012",
    limits: tuple[Mapping[str, Limits], Mapping[str, Limits]] = (NONE, NONE),
) -> str:
    """The sentence on places with their values in 2012 and 2024."""
    known = statuses or {}
    frame = pd.DataFrame(
        [
            (area, period, value, known.get((area, period), "M" if value != value else "A"))
            for area, pair in cells.items()
            for period, value in zip(("2012", "2024"), pair, strict=True)
        ],
        columns=VALUES,
    )
    indicator = CATALOGUE[id]
    drawn = rows(lang, indicator, measures.change(Grid.of(frame), start, "2024"), {area: area for area in cells})
    return standing_sentence(lang, indicator, (start, "2024"), drawn, *limits).replace("\u00a0", "~")


SENTENCES: list[tuple[str, Cells, str, str]] = [
    (
        "unemployment_share",
        {"A": (9, 5), "B": (4, 3), "C": (6, 6.5)},
        "Den höchsten Arbeitslosenanteil hat im Jahr 2024 unter den drei Gebieten C (6,5~%), den niedrigsten B "
        "(3,0~%). Den stärksten Anstieg seit 2012 hat C (+0,5~Prozentpunkte), den stärksten Rückgang hat A "
        "(−4,0~Prozentpunkte).",
        "Of the three areas, C (6.5%) has the highest unemployment share in 2024, B (3.0%) the lowest. The "
        "strongest rise since 2012 is that of C (+0.5~percentage points), the strongest fall is that of A "
        "(−4.0~percentage points).",
    ),
    (
        "population",
        {"A": (100, 150), "B": (200, 220)},
        "Die meisten Einwohner hat im Jahr 2024 unter den zwei Gebieten B (220), die wenigsten A (150). Den "
        "stärksten Anstieg seit 2012 hat A (+50,0~%), den schwächsten hat B (+10,0~%).",
        "Of the two areas, B (220) has the most residents in 2024, A (150) the fewest. The strongest rise since "
        "2012 is that of A (+50.0%), the weakest is that of B (+10.0%).",
    ),
    (
        "population",
        {"A": (100, 50), "B": (200, 180), "C": (100, 50)},
        "Die meisten Einwohner hat im Jahr 2024 unter den drei Gebieten B (180), die wenigsten A und C (je 50). "
        "Den stärksten Rückgang seit 2012 haben A und C (je −50,0~%), den schwächsten hat B (−10,0~%).",
        "Of the three areas, B (180) has the most residents in 2024, A and C (50 each) the fewest. The strongest "
        "fall since 2012 is that of A and C (−50.0% each), the weakest is that of B (−10.0%).",
    ),
    (
        "unemployment_share",
        {"A": (4, 5.01), "B": (4, 4.99), "C": (nan, nan)},
        "Im Jahr 2024 ist der Arbeitslosenanteil in den zwei Gebieten mit Werten gleich: 5,0~%. Seit 2012 ist "
        "die Veränderung überall gleich: +1,0~Prozentpunkt.",
        "In 2024 the unemployment share is the same in the two areas with figures: 5.0%. Since 2012 the change "
        "is the same everywhere: +1.0~percentage point.",
    ),
    (
        "population",
        {"A": (100, nan), "B": (nan, 180)},
        "Für 2024 hat nur B einen Wert; die Einwohnerzahl betrug 180.",
        "For 2024 only B has a figure; the population was 180.",
    ),
    (
        "population",
        {"A": (100, nan), "B": (200, nan)},
        "Für 2024 gibt es für keines der gewählten Gebiete einen Wert.",
        "For 2024 there is no figure for any of the chosen areas.",
    ),
    (
        "population",
        {"A": (nan, 100), "B": (100, 180)},
        "Die meisten Einwohner hat im Jahr 2024 unter den zwei Gebieten B (180), die wenigsten A (100).",
        "Of the two areas, B (180) has the most residents in 2024, A (100) the fewest.",
    ),
]


@pytest.mark.parametrize(("id", "cells", "german", "english"), SENTENCES)
def test_sentences(id: str, cells: Cells, german: str, english: str) -> None:
    assert sentence("de", id, cells) == german
    assert sentence("en", id, cells) == english


THREE: Cells = {"A": (9, 5), "B": (4, 3), "C": (6, 6.5), "D": (5, 4.5)}


def test_a_break_in_a_named_change_is_said() -> None:
    told = sentence("de", "unemployment_share", THREE, {("A", "2024"): "B"})
    assert told.endswith("Die Zeitreihe ist unterbrochen (2024); die Veränderung ist eingeschränkt vergleichbar.")


def test_a_doubt_in_a_named_figure_is_said() -> None:
    told = sentence("en", "unemployment_share", THREE, {("C", "2024"): "U"})
    assert told.endswith("At least one of these figures is doubtful.")


@pytest.mark.parametrize("status", ["B", "U"])
def test_what_is_not_named_is_not_excused(status: str) -> None:
    plain = sentence("en", "unemployment_share", THREE)
    assert sentence("en", "unemployment_share", THREE, {("D", "2024"): status}) == plain


def test_within_one_year_nothing_moves() -> None:
    told = sentence("en", "unemployment_share", THREE, start="2024")
    assert told.endswith("B (3.0%) the lowest.")


HEAT = {"A": (100.0, 90.0), "B": (120.0, 114.0), "C": (110.0, 99.0)}
APART = {"A": (85.0, 95.0), "B": (108.0, 120.0), "C": (96.0, 105.0)}
MEETING = APART | {"C": (96.0, 108.0)}


@pytest.mark.parametrize(
    ("lang", "told", "untold", "moved", "not_moved"),
    [
        (
            "de",
            "unter den drei Gebieten B (114,0~kWh je m² im Jahr), die niedrigste A (90,0).",
            "in den drei Gebieten zwischen 90,0 und 114,0~kWh je m² im Jahr; ihre "
            "Unsicherheitsbereiche überschneiden sich, so dass sich höchster und niedrigster Wert nicht beide "
            "nennen lassen.",
            "Den stärksten Rückgang seit 2012 haben A und C (je −10,0~%), den schwächsten hat B (−5,0~%).",
            "Seit 2012 haben sie sich um −10,0~% bis −5,0~% verändert; welches Gebiet am stärksten, lässt sich "
            "nicht sagen, weil Unsicherheitsbereiche sich überschneiden.",
        ),
        (
            "en",
            "B (114.0~kWh per m² a year) has the highest modelled heating energy per m² of living space in 2024, "
            "A (90.0) "
            "the lowest.",
            "lies between 90.0 and 114.0~kWh per m² a year; their ranges of uncertainty "
            "overlap, so that a "
            "highest and a lowest can't both be named.",
            "The strongest fall since 2012 is that of A and C (−10.0% each), the weakest is that of B (−5.0%).",
            "Since 2012 they changed by −10.0% to −5.0%; which changed most can't be told, as ranges of "
            "uncertainty overlap.",
        ),
    ],
)
def test_of_a_model_nobody_is_named_whom_limits_do_not_tell_from_others(
    lang: Language, told: str, untold: str, moved: str, not_moved: str
) -> None:
    moves = {"A": (-11.0, -9.0), "C": (-11.0, -9.0), "B": (-6.0, -4.0)}
    sure = sentence(lang, "residential_heat_per_m2", HEAT, limits=(APART, moves))
    assert told in sure
    assert sure.endswith(moved)
    unsure = sentence(lang, "residential_heat_per_m2", HEAT, limits=(MEETING, moves | {"B": (-9.0, -4.0)}))
    assert untold in unsure
    assert unsure.endswith(not_moved)
