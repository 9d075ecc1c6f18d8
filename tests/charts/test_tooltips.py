"""What nobody measured says so in tooltips of every form."""

from dataclasses import replace

import pytest

from charts.theme import Figure
from charts.tooltips import with_kind
from indicators import catalogue
from indicators.catalogue import Indicator
from locales import LANGUAGES, Language
from words.rows import value_hover

LINE: dict[Language, str] = {"de": "modelliert, nicht gemessen", "en": "modelled, not measured"}
WORD: dict[Language, str] = {"de": "modelliert", "en": "modelled"}
HEAT = catalogue.load()["residential_heat"]


def told(lang: Language, indicator: Indicator, template: object, **trace: object) -> object:
    figure: Figure = {"data": [{"type": "scatter", "hovertemplate": template, **trace}], "layout": {}}
    found: object = with_kind(figure, lang, indicator)["data"][0]["hovertemplate"]
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_tooltip_of_its_own_gets_a_line_before_its_end(lang: Language) -> None:
    assert told(lang, HEAT, "<b>A</b>: %{y}<extra></extra>") == f"<b>A</b>: %{{y}}<br>{LINE[lang]}<extra></extra>"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_line_of_a_common_tooltip_gets_a_word(lang: Language) -> None:
    assert told(lang, HEAT, "%{y}") == f"%{{y}} ({WORD[lang]})"


def test_maps_say_it_on_their_own() -> None:
    assert told("en", HEAT, value_hover("en", HEAT), type="choropleth") == value_hover("en", HEAT)
    assert "<br>modelled, not measured%" in value_hover("en", HEAT)


def test_what_was_counted_and_what_is_missing_says_nothing() -> None:
    assert told("en", catalogue.load()["population"], "%{y}<extra></extra>") == "%{y}<extra></extra>"
    assert told("en", HEAT, "%{y}<extra></extra>", name="no value") == "%{y}<extra></extra>"


def test_a_forecast_is_told_as_one() -> None:
    assert told("en", replace(HEAT, kind="forecast"), "%{y}") == "%{y} (forecast)"
