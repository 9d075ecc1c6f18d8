"""Figures and units apart, and lines in words."""

from indicators import catalogue
from indicators.figures.grid import Observed
from words.tiles import figure_and_unit, line_told

CATALOGUE = catalogue.load()


def test_a_percent_sign_stays_with_its_number_and_a_unit_in_the_title_is_not_said_again() -> None:
    assert figure_and_unit("de", CATALOGUE["unemployment_share"], 5.14) == ("5,1\u00a0%", "")
    assert figure_and_unit("en", CATALOGUE["base_rent"], 6.47) == ("€6.47", "per m²")
    assert figure_and_unit("de", CATALOGUE["base_rent"], 6.47) == ("6,47", "€ je m²")
    assert figure_and_unit("en", CATALOGUE["cars_per_1000"], 328.4) == ("328", "")


def test_a_line_is_told_by_its_ends() -> None:
    known = [Observed("2012", 8.2, "A"), Observed("2017", 7.0, "A"), Observed("2022", 5.1, "A")]
    assert line_told("en", CATALOGUE["unemployment_share"], known) == "2012: 8.2%, 2022: 5.1%"
    assert line_told("en", CATALOGUE["unemployment_share"], known[:1]) == "2012: 8.2%"
    assert line_told("en", CATALOGUE["unemployment_share"], []) == ""
