"""What is said of the spread of districts: in what it is counted, and once what is so in both ways."""

import pandas as pd
import pytest

from indicators import catalogue
from locales import Language
from words.analysis.convergence import convergence_sentence

COLUMNS = ["period", "sd", "cv", "between", "broken", "districts"]


def said(lang: Language, id: str, *ends: tuple[str, float, float]) -> str:
    rows = pd.DataFrame([(*end, float("nan"), False, 63) for end in ends], columns=COLUMNS)
    return convergence_sentence(lang, catalogue.load()[id], rows).replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            "de",
            "Heizenergie je Einwohner (nur Wohnungen, modelliert), 2011–2022: In absoluten Werten und im Verhältnis zu "
            "ihrem Mittel sind die Ortsteile weiter auseinandergerückt (Standardabweichung 601 → 672~kWh im Jahr, "
            "Variationskoeffizient 0,11 → 0,14).",
        ),
        (
            "en",
            "Heat per resident (dwellings only, modelled), 2011–2022: in absolute terms and in proportion to "
            "their mean the districts moved further apart (standard deviation 601 → 672~kWh a year, coefficient of "
            "variation 0.11 → 0.14).",
        ),
    ],
)
def test_a_spread_has_the_unit_of_the_values_whose_changes_are_in_percent(lang: Language, expected: str) -> None:
    assert said(lang, "residential_heat_per_resident", ("2011", 600.6, 0.11), ("2022", 672.0, 0.14)) == expected


def test_a_spread_of_shares_is_in_percentage_points() -> None:
    assert said("de", "unemployment_share", ("2006", 4.6, 0.4), ("2022", 2.4, 0.5)) == (
        "Arbeitslosenanteil, 2006–2022: In absoluten Werten sind die Ortsteile näher zusammengerückt "
        "(Standardabweichung 4,6 → 2,4~Prozentpunkte), im Verhältnis zu ihrem Mittel weiter auseinandergerückt "
        "(Variationskoeffizient 0,40 → 0,50)."
    )
