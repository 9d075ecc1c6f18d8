"""The lines of cities: told apart by every reader, also of a city that nobody declared a colour for."""

import pytest

from charts.city_lines import lines
from charts.theme import DARK, LIGHT, Theme
from data import cities
from tests.support.colour import SIMULATIONS, difference


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_five_lines_differ_for_every_reader_and_leipzig_is_on_top(theme: Theme) -> None:
    drawn = lines(cities.names(), theme)
    assert (drawn[-1].name, drawn[-1].colour) == ("Leipzig", theme.accent)
    assert drawn[-1].width > max(line.width for line in drawn[:-1])
    for sight in SIMULATIONS:
        for n, one in enumerate(drawn):
            assert all(difference(one.colour, other.colour, sight) >= 12 for other in drawn[:n])


def test_a_city_without_a_colour_is_drawn_muted() -> None:
    drawn = lines({**cities.names(), "13003000": "Rostock"}, LIGHT)
    assert {line.name: line.colour for line in drawn}["Rostock"] == LIGHT.muted
