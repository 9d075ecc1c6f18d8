"""What is said of the parts of a rate's change: no negative share of it, and its unit once."""

import pandas as pd

from indicators import catalogue
from words.analysis.decomposition import parts_sentence

SIZE = catalogue.load()["mean_household_size"]


def test_a_group_against_the_city_has_no_share_of_its_change() -> None:
    city = pd.Series({"both": -0.05, "within": -0.045, "between": -0.005, "start_rate": 1.76, "end_rate": 1.71})
    own = pd.DataFrame({"both": [0.006, 0.002], "within": [-0.001, -0.001], "between": [0.007, 0.003]})
    told = parts_sentence("de", SIZE, ("2012", "2025"), city, "Leipzig West", own)
    assert told.startswith(
        "Durchschnittliche Haushaltsgröße, 2012–2025: −0,050 Personen je Haushalt in der Stadt (1,76 → 1,71). Davon"
    )
    assert "Auf Leipzig West entfallen +0,008 (−0,002 durch die Werte der eigenen Ortsteile, +0,010 durch" in told


def test_a_group_with_the_city_has_one() -> None:
    city = pd.Series({"both": -0.05, "within": -0.045, "between": -0.005, "start_rate": 1.76, "end_rate": 1.71})
    own = pd.DataFrame({"both": [-0.01], "within": [-0.01], "between": [0.0]})
    told = parts_sentence("en", SIZE, ("2012", "2025"), city, "Leipzig West", own)
    assert "Leipzig West accounts for 20.0% of the fall: −0.010" in told
