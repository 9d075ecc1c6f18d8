"""What is said of districts and their surroundings: one of them in the singular."""

import pandas as pd

from indicators import catalogue
from words.analysis.autocorrelation import clusters_sentence


def test_one_district_told_from_chance_is_told_in_the_singular() -> None:
    rows = pd.DataFrame(
        {
            "area": ["01", "51"],
            "start": "",
            "period": "2021",
            "p": [0.001, 0.5],
            "kind": ["low-low", ""],
            "strict": [True, False],
        }
    )
    told = clusters_sentence("de", catalogue.load()["home_ownership"], rows, {"01": "Zentrum-Ost", "51": "Plagwitz"})
    assert told == (
        "Wohneigentum im Jahr 2021: 1 von 2 Ortsteilen ist mit seiner Umgebung vom Zufall zu unterscheiden: 1 niedrig "
        "unter niedrigen (Zentrum-Ost). Jeden für sich geprüft, wären es 1 gewesen; in beide Richtungen geprüft "
        "bleibt 1."
    )
