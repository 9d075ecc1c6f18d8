"""How two changes go together, in both languages, and nothing where chance may do as well."""

from math import nan

import pytest

from indicators.analysis.relation import Correlation
from words.relation import relation_sentence


@pytest.mark.parametrize(
    ("rho", "p", "german", "english"),
    [
        (
            -0.64,
            0.001,
            "Je stärker ein Ortsteil wuchs, desto niedriger fiel die Veränderung von „Durchschnittsalter“ aus: "
            "ein starker Zusammenhang (Spearman ρ = −0,64, n = 63).",
            "The more a district grew, the lower its change of “Mean age”: a strong connection "
            "(Spearman ρ = −0.64, n = 63).",
        ),
        (
            0.31,
            0.01,
            "Je stärker ein Ortsteil wuchs, desto höher fiel die Veränderung von „Durchschnittsalter“ aus: "
            "ein mittlerer Zusammenhang (Spearman ρ = 0,31, n = 63).",
            "The more a district grew, the higher its change of “Mean age”: a moderate connection "
            "(Spearman ρ = 0.31, n = 63).",
        ),
        (
            -0.26,
            0.04,
            "Je stärker ein Ortsteil wuchs, desto niedriger fiel die Veränderung von „Durchschnittsalter“ aus: "
            "ein schwacher Zusammenhang (Spearman ρ = −0,26, n = 63).",
            "The more a district grew, the lower its change of “Mean age”: a weak connection "
            "(Spearman ρ = −0.26, n = 63).",
        ),
        (
            0.13,
            0.3,
            "Zwischen Wachstum und Veränderung von „Durchschnittsalter“ besteht kein klarer Zusammenhang "
            "(Spearman ρ = 0,13, n = 63).",
            "There is no clear connection between growth and the change of “Mean age” (Spearman ρ = 0.13, n = 63).",
        ),
        (
            nan,
            nan,
            "Zu wenige verschiedene Werte, um Wachstum und Veränderung von „Durchschnittsalter“ zu vergleichen "
            "(n = 63).",
            "Too few figures that differ to compare growth with the change of “Mean age” (n = 63).",
        ),
    ],
)
def test_the_relation(rho: float, p: float, german: str, english: str) -> None:
    found = Correlation(63, rho, rho, p, p)
    assert relation_sentence("de", "Durchschnittsalter", found, "Ortsteil") == german
    assert relation_sentence("en", "Mean age", found, "district") == english
