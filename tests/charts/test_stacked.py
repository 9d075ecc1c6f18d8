"""Bars of parts: every part drawn, labelled where there is room, and named in a key."""

from math import nan

import pandas as pd
import plotly.graph_objects as go
import pytest

from charts.stacked import on, stacked
from charts.theme import DARK, LIGHT, Captions, Figure, Theme
from tests.support.colour import contrast

CAPTIONS = Captions("Heizenergie", "15. Mai 2022, %", "Quelle: Zensus · Datenstand 1", "de")
LABELS = ["Fernwärme", "Gas", "Öl"]
ROWS = pd.DataFrame(
    [
        ("Leipzig", 0, 43.43, "43,4", "43,4 %"),
        ("Leipzig", 1, 50.9, "50,9", "50,9 %"),
        ("Leipzig", 2, 5.67, "5,7", "5,7 %"),
        ("Halle (Saale)", 0, 44.91, "44,9", "44,9 %"),
        ("Halle (Saale)", 1, 50.22, "50,2", "50,2 %"),
        ("Halle (Saale)", 2, nan, "–", "–"),
    ],
    columns=["name", "part", "value", "label", "told"],
)


def drawn(theme: Theme = LIGHT) -> Figure:
    figure = stacked(ROWS, LABELS, theme.lines, CAPTIONS, theme)
    go.Figure(figure)  # plotly's own check of every property
    return figure


def test_each_part_has_a_length_for_each_city() -> None:
    bars = drawn()["data"]
    assert [bar["name"] for bar in bars] == LABELS
    assert bars[0]["x"] == [43.43, 44.91]
    assert bars[0]["y"] == ["Leipzig", "Halle (Saale)"]
    assert bars[2]["x"] == [5.67, None]


def test_only_parts_with_room_for_it_have_their_figure() -> None:
    assert [bar["text"] for bar in drawn()["data"]] == [["43,4", "44,9"], ["50,9", "50,2"], ["", ""]]


def test_tooltips_tell_the_figure_of_every_part() -> None:
    told = [bar["customdata"] for bar in drawn()["data"]]
    assert told == [["43,4 %", "44,9 %"], ["50,9 %", "50,2 %"], ["5,7 %", "–"]]


def test_the_first_city_is_set_off_and_on_top() -> None:
    axis = drawn()["layout"]["yaxis"]
    assert axis["ticktext"] == ["<b>Leipzig</b>", "Halle (Saale)"]
    assert axis["autorange"] == "reversed"


def test_the_key_names_every_part_in_its_colour_and_the_source_stays() -> None:
    source, key = drawn()["layout"]["annotations"]
    assert "Datenstand 1" in source["text"]
    for label, colour in zip(LABELS, LIGHT.lines, strict=False):
        assert f"color:{colour}'>\u25a0</span>\u00a0{label}" in key["text"]


def test_the_bars_begin_and_end_inside_the_picture() -> None:
    assert drawn()["layout"]["xaxis"]["range"] == [0, pytest.approx(100.0)]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_figures_are_readable_on_every_colour(theme: Theme) -> None:
    for colour in (*theme.lines, *theme.values, theme.no_value):
        assert contrast(on(colour), colour) >= 4.5, colour
