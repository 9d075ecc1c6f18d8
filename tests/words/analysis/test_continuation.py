"""What is said of a continuation: what it counts once, and declined in German."""

import pandas as pd
import pytest

from indicators import catalogue
from words.analysis.continuation import continuation_sentence


@pytest.mark.parametrize(
    ("id", "place", "low", "high", "figure", "german"),
    [
        (
            "mean_age",
            "Südvorstadt",
            37.5,
            38.6,
            37.3,
            "Ginge es so weiter, läge das Durchschnittsalter in der Südvorstadt 2026 zwischen 37,5 und 38,6~Jahren "
            "(2023: 37,3).",
        ),
        (
            "unemployed",
            "Plagwitz",
            100.0,
            168.0,
            135.0,
            "Ginge es so weiter, läge die Zahl der Arbeitslosen in Plagwitz 2026 zwischen 100 und 168 (2023: 135).",
        ),
    ],
)
def test_a_band_has_its_unit_as_german_declines_it(
    id: str, place: str, low: float, high: float, figure: float, german: str
) -> None:
    row = {"period": "2026", "last": "2023", "low": low, "high": high, "figure": figure, "inside": 8, "bands": 10}
    rows = pd.DataFrame([{**row, "miss": 1.0, "naive_miss": 2.0}])
    told = continuation_sentence("de", catalogue.load()[id], rows, rows, place)
    assert told.replace("\u00a0", "~").startswith(german)
