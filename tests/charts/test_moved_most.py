"""Bars of changes in different units."""

import plotly.graph_objects as go
import pytest

from charts.moved_most import Bar, movements
from charts.theme import DARK, LIGHT, Captions, Figure, Theme

CAPTIONS = Captions("Veränderungen", "1 = Streuung", "Quelle: Stadt", "de")
BARS = [
    Bar("rent", "Miete & mehr", "+27,4 %, 2013–2021", 2.7, "+2,7"),
    Bar("share", "Anteil", "−3,1 Prozentpunkte, 2012–2022", -2.2, "−2,2"),
]


def drawn(bars: list[Bar], theme: Theme = LIGHT) -> Figure:
    found: Figure = movements(bars, CAPTIONS, theme)
    return found


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_what_rose_goes_to_the_right_and_what_fell_to_the_left(theme: Theme) -> None:
    (trace,) = drawn(BARS, theme)["data"]
    assert list(trace["x"]) == [2.7, -2.2]
    assert list(trace["text"]) == ["+2,7", "−2,2"]
    assert list(trace["marker"]["color"]) == [theme.rising[3], theme.falling[3]]


def test_each_bar_stands_below_its_own_words() -> None:
    figure = drawn(BARS)
    words = [note for note in figure["layout"]["annotations"] if note.get("yref") == "y"]
    assert [note["text"].split("<br>")[0] for note in words] == ["<b>Miete &amp; mehr</b>", "<b>Anteil</b>"]
    assert "−3,1 Prozentpunkte, 2012–2022" in words[1]["text"]
    for note, place in zip(words, figure["data"][0]["y"], strict=True):
        assert note["y"] < place < note["y"] + 0.5


@pytest.mark.parametrize("bars", [BARS, BARS[:1], BARS[1:]])
def test_zero_is_in_the_picture_and_labels_have_room(bars: list[Bar]) -> None:
    low, high = drawn(bars)["layout"]["xaxis"]["range"]
    scores = [bar.score for bar in bars]
    assert low <= min(0, *scores) <= max(0, *scores) <= high
    assert all(low < score < high for score in scores)


def test_long_titles_get_room() -> None:
    long = [Bar("a", "Ein sehr langer Titel, der auf einem Telefon nicht in eine Zeile passt", "", 1, "1")]
    assert drawn(long)["layout"]["height"] > drawn(BARS[:1])["layout"]["height"]


def test_plotly_accepts_the_figure() -> None:
    go.Figure(drawn(BARS))
