"""Colours that everyone can read, and a configuration that asks no other host."""

import json
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from charts.classes import change_classes
from charts.theme import CONFIG, DARK, LIGHT, Captions, Theme, in_lines, layout
from tests.support.colour import SIMULATIONS, contrast, difference

STREAMLIT = Path(__file__).parents[2] / ".streamlit" / "config.toml"
MOST_STEPS = (1.0, 2.0, 3.0, 4.0, 5.0)
THEMES = {"light": LIGHT, "dark": DARK}


def backgrounds(name: str) -> list[str]:
    declared = tomllib.loads(STREAMLIT.read_text("utf-8"))["theme"][name]
    return [declared["backgroundColor"], declared["secondaryBackgroundColor"]]


def test_the_measures_of_these_tests() -> None:
    """Black on white is 21 to 1 and 100 apart; pure red turns to a dark yellow for those who see no red."""
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert difference("#ffffff", "#000000") == pytest.approx(100, abs=0.01)
    assert difference("#8a8a8a", "#8a8a8a", "deuteranopia") == 0
    assert difference("#d00000", "#6b6000", "protanopia") < difference("#d00000", "#6b6000") / 2


@pytest.mark.parametrize("name", THEMES)
def test_type_is_readable_on_both_grounds(name: str) -> None:
    for ground in backgrounds(name):
        assert contrast(THEMES[name].text, ground) >= 7
        assert contrast(THEMES[name].muted, ground) >= 4.5
        assert contrast(THEMES[name].accent, ground) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_the_app_and_its_pictures_share_their_colours(name: str) -> None:
    declared = tomllib.loads(STREAMLIT.read_text("utf-8"))["theme"][name]
    assert (declared["textColor"], declared["primaryColor"]) == (THEMES[name].text, THEMES[name].accent)


@pytest.mark.parametrize("sight", SIMULATIONS)
@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_neighbouring_classes_can_be_told_apart(theme: Theme, sight: str) -> None:
    least = 12 if sight == "full" else 6
    for one, other in pairwise(change_classes(MOST_STEPS, (), 0, theme).colours):
        assert difference(one, other, sight) >= least, (one, other)


@pytest.mark.parametrize("sight", SIMULATIONS)
@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_rising_and_falling_can_be_told_apart(theme: Theme, sight: str) -> None:
    for falling, rising in zip(theme.falling, theme.rising, strict=True):
        assert difference(falling, rising, sight) >= 10, (falling, rising)


@pytest.mark.parametrize("sight", SIMULATIONS)
@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_a_district_without_a_value_looks_like_no_class(theme: Theme, sight: str) -> None:
    for colour in change_classes(MOST_STEPS, (), 0, theme).colours:
        assert difference(theme.no_value, colour, sight) >= 10, colour


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_six_chosen_areas_have_six_lines_that_differ(theme: Theme) -> None:
    for sight in SIMULATIONS:
        for n, one in enumerate(theme.lines[:6]):
            assert all(difference(one, other, sight) >= 12 for other in theme.lines[:n])


def test_no_picture_asks_another_host() -> None:
    """Plotly appends a file name to the address of the world's outline; here it lands behind a harmless #."""
    head, _, body = CONFIG["topojsonURL"].partition(",")
    outline, _, rest = body.partition("#")
    assert head == "data:application/json"
    assert json.loads(outline) == {"type": "Topology", "objects": {}, "arcs": []}
    assert rest == ""
    assert "http" not in json.dumps(CONFIG)


def test_numbers_have_the_marks_of_the_language() -> None:
    assert layout(LIGHT, Captions("", "", "", "de"), 400, 44)["separators"] == ",."


def test_the_captions_are_in_the_picture() -> None:
    drawn = layout(LIGHT, Captions("Einwohner", "in Prozent", "Quelle: Stadt Leipzig · Datenstand 1", "de"), 400, 44)
    assert "Einwohner" in drawn["title"]["text"]
    assert "in Prozent" in drawn["title"]["text"]
    assert drawn["annotations"][0]["text"] == "Quelle: Stadt Leipzig<br>Datenstand 1"


def test_small_print_fits_a_phone() -> None:
    lines = in_lines("Wort " * 40 + "· Ende")
    assert max(map(len, map(str.strip, lines))) <= 66
    assert " ".join(lines).split() == ["Wort"] * 40 + ["Ende"]
