"""A modelled quantity in its limits: the band encloses the line, the axis starts at zero, tooltips say what it is."""

import pandas as pd
import plotly.graph_objects as go

from charts.limits_band import band_line
from charts.theme import LIGHT, Captions, Figure

CAPTIONS = Captions("Heizenergie (modelliert)", "in GWh", "Quelle: Modell", "de")
TOLD = "{value} (Grenzen {low} bis {high}), modelliert"
ROWS = pd.DataFrame(
    {
        "period": ["2011", "2012", "2013"],
        "value": [10.0, 11.0, float("nan")],
        "low": [9.0, 9.5, float("nan")],
        "high": [12.0, 12.5, float("nan")],
    }
)


def drawn() -> Figure:
    found: Figure = band_line(ROWS, CAPTIONS, LIGHT, 1, TOLD)
    return found


def test_the_band_runs_along_the_upper_and_back_along_the_lower_limits() -> None:
    band, line = drawn()["data"]
    assert list(zip(band["x"], band["y"], strict=True)) == [(2011, 12.0), (2012, 12.5), (2012, 9.5), (2011, 9.0)]
    assert list(zip(line["x"], line["y"], strict=True)) == [(2011, 10.0), (2012, 11.0)]


def test_the_axis_starts_at_zero_and_holds_the_band() -> None:
    low, high = drawn()["layout"]["yaxis"]["range"]
    assert (low, high > 12.5) == (0, True)


def test_tooltips_say_that_it_is_modelled_and_its_limits() -> None:
    line = drawn()["data"][1]
    first, last = (f"{words}, modelliert" for words in ("10,0 (Grenzen 9,0 bis 12,0)", "11,0 (Grenzen 9,5 bis 12,5)"))
    assert line["customdata"] == [first, last]
    assert "%{customdata}" in line["hovertemplate"]


def test_without_any_value_there_is_still_a_picture() -> None:
    go.Figure(band_line(ROWS[2:], CAPTIONS, LIGHT, 1, TOLD))


def test_plotly_accepts_the_figure() -> None:
    go.Figure(drawn())
