"""Which of the parts changed most, as a clause of the reading sentence: ties, the other way, and none."""

from math import nan

import pytest

from tests.words.sentences import (
    GREW,
    LEVEL,
    SHRANK,
    Figures,
    sentence,
)

TWELVE = {f"Ort {n}": float(n) for n in range(1, 13)}

MOST: list[tuple[str, Figures, dict[str, float], str, str]] = [
    (
        "population",
        GREW,
        {"Plagwitz": 40, "Leutzsch": 12, "Lindenau": -3},
        "; von den drei Ortsteilen wuchs Plagwitz am stärksten, um 40,0~%.",
        "; of its three districts Plagwitz grew most, by 40.0%.",
    ),
    (
        "population",
        SHRANK,
        {"Plagwitz": 4, "Leutzsch": -12},
        "; von den zwei Ortsteilen schrumpfte Leutzsch am stärksten, um 12,0~%.",
        "; of its two districts Leutzsch shrank most, by 12.0%.",
    ),
    (
        "population",
        GREW,
        {"Plagwitz": 40.04, "Leutzsch": 12, "Lindenau": 39.96},
        "; von den drei Ortsteilen wuchsen Plagwitz und Lindenau am stärksten, um je 40,0~%.",
        "; of its three districts Plagwitz and Lindenau grew most, by 40.0% each.",
    ),
    (
        "population",
        SHRANK,
        {"Plagwitz": -7, "Leutzsch": -7, "Lindenau": -7},
        "; von den drei Ortsteilen schrumpften Plagwitz, Leutzsch und Lindenau am stärksten, um je 7,0~%.",
        "; of its three districts Plagwitz, Leutzsch and Lindenau shrank most, by 7.0% each.",
    ),
    (
        "population",
        GREW,
        {"Plagwitz": nan, "Leutzsch": 12, "Lindenau": 5},
        "; von den zwei Ortsteilen mit Werten wuchs Leutzsch am stärksten, um 12,0~%.",
        "; of its two districts with figures Leutzsch grew most, by 12.0%.",
    ),
    (
        "population",
        GREW,
        TWELVE,
        "; von den zwölf Ortsteilen wuchs Ort 12 am stärksten, um 12,0~%.",
        "; of its twelve districts Ort 12 grew most, by 12.0%.",
    ),
    (
        "population",
        GREW,
        TWELVE | {"Ort 13": 13},
        "; von den 13 Ortsteilen wuchs Ort 13 am stärksten, um 13,0~%.",
        "; of its 13 districts Ort 13 grew most, by 13.0%.",
    ),
    (
        "unemployment_share",
        (5.0, 6.5, 1.5),
        {"Plagwitz": 1.0, "Leutzsch": 0.2},
        "; von den zwei Ortsteilen stieg er in Plagwitz am stärksten, um 1,0~Prozentpunkt.",
        "; of its two districts it rose most in Plagwitz, by 1.0~percentage point.",
    ),
    (
        "mean_age",
        (42.0, 41.0, -1.0),
        {"Plagwitz": -2.5, "Leutzsch": -2.5, "Lindenau": 1},
        "; von den drei Ortsteilen sank es in Plagwitz und Leutzsch am stärksten, um je 2,5~Jahre.",
        "; of its three districts it fell most in Plagwitz and Leutzsch, by 2.5~years each.",
    ),
    ("population", GREW, {"Plagwitz": 40}, ".", "."),
    ("population", GREW, {"Plagwitz": 40, "Leutzsch": nan}, ".", "."),
    ("population", GREW, {"Plagwitz": nan, "Leutzsch": nan}, ".", "."),
    ("population", GREW, {"Plagwitz": -4, "Leutzsch": 0.04}, ".", "."),
    ("population", LEVEL, {"Plagwitz": 40, "Leutzsch": -40}, ".", "."),
    ("population", LEVEL, {"Plagwitz": 0, "Leutzsch": 0}, ".", "."),
]


@pytest.mark.parametrize(("id", "subject", "parts", "german", "english"), MOST)
def test_the_part_that_moved_furthest(
    id: str, subject: Figures, parts: dict[str, float], german: str, english: str
) -> None:
    assert sentence("de", id, subject, parts=parts) == sentence("de", id, subject)[:-1] + german
    assert sentence("en", id, subject, parts=parts) == sentence("en", id, subject)[:-1] + english
