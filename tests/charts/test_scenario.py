"""Pictures of a scenario: nobody can take them for figures, and they hold what they compare."""

from itertools import pairwise
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from charts.scenario import before_after, marked, marked_map, steps, tinted
from charts.theme import DARK, LIGHT, Captions, Figure, Theme
from tests.support.colour import SIMULATIONS, contrast, difference

CAPTIONS = Captions("Szenario: Ausstoß", "t CO₂e", "Quelle: Modell", "de")
BARS = [("Modell", 0.0, 100.0, "100 t"), ("Sanierung", 100.0, 80.0, "−20 t"), ("Szenario", 0.0, 80.0, "80 t")]
ROWS = pd.DataFrame(
    {
        "name": ["Lindenau", "Grünau-Ost"],
        "today": [50.0, 20.0],
        "then": [40.0, 25.0],
        "today_label": ["50 t", "20 t"],
        "then_label": ["40 t (−20 %)", "25 t (+25 %)"],
    }
)
THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


def after() -> dict[str, Any]:
    found: Figure = before_after(ROWS, CAPTIONS, tinted(LIGHT), ("Modell", "Szenario"))
    return found


@THEMES
def test_a_scenario_has_a_ground_and_colours_of_its_own(theme: Theme) -> None:
    own = tinted(theme)
    assert own.background != theme.background
    for colour in own.values[2:]:
        for sight in SIMULATIONS:
            others = (*theme.values, *theme.rising, *theme.falling)
            assert sight != "full" or min(difference(colour, other) for other in others) >= 8, colour


@THEMES
def test_words_and_classes_can_be_read_on_its_ground(theme: Theme) -> None:
    own = tinted(theme)
    assert contrast(own.text, own.background) >= 7
    assert contrast(own.muted, own.background) >= 4.5
    assert contrast(own.accent, own.background) >= 4.5
    for sight in SIMULATIONS:
        assert all(difference(one, other, sight) >= 6 for one, other in pairwise(own.values))


@pytest.mark.parametrize("mark", [marked, marked_map])
@THEMES
def test_the_word_stands_in_the_picture(mark: Any, theme: Theme) -> None:
    figure = mark(steps(BARS, CAPTIONS, tinted(theme)), "SZENARIO", tinted(theme))
    assert "SZENARIO" in [note["text"] for note in figure["layout"]["annotations"]]
    assert "Quelle: Modell" in [note["text"] for note in figure["layout"]["annotations"]]
    assert figure["layout"]["paper_bgcolor"] == tinted(theme).background


def test_steps_hang_between_what_was_and_what_is() -> None:
    (trace,) = steps(BARS, CAPTIONS, tinted(LIGHT))["data"]
    assert list(zip(trace["base"], trace["y"], strict=True)) == [(0.0, 100.0), (80.0, 20.0), (0.0, 80.0)]
    assert list(trace["text"]) == ["100 t", "−20 t", "80 t"]


def test_only_today_is_not_hatched() -> None:
    (trace,) = steps(BARS, CAPTIONS, tinted(LIGHT))["data"]
    assert list(trace["marker"]["pattern"]["shape"]) == ["", "/", "/"]
    then, today, _ = after()["data"]
    assert then["marker"]["pattern"]["shape"] == "/"
    assert today["marker"]["color"] == "rgba(0,0,0,0)"


def test_labels_stand_behind_the_longer_bar() -> None:
    then, today, labels = after()["data"]
    assert (list(today["x"]), list(then["x"]), list(labels["x"])) == ([50, 20], [40, 25], [50, 25])
    assert after()["layout"]["xaxis"]["range"][1] > 50
    assert after()["layout"]["yaxis"]["range"] == [1.5, -0.5]


def test_plotly_accepts_the_figures() -> None:
    go.Figure(after())
    go.Figure(steps(BARS, CAPTIONS, tinted(DARK)))
