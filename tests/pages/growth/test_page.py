"""The card of a chosen district, and one year for everything beside a map of one."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from tests.support.visit import address, card, cards, drawings, lead, shown, spans, table, visit

pytestmark = pytest.mark.usefixtures("empty_store")
OF_SHARE = {"indicator": "unemployment_share", "map": "value", "year": "2015", "lang": "en"}


def test_the_district_chosen_last_has_a_card_in_the_place_of_the_citys_figures() -> None:
    """Plagwitz: 13,236 in 2012 and 17,209 in 2024, 9th largest; 11 districts grew more."""
    app = visit("growth", areas="70,51", lang="en")
    name, figures, _ = card(app)
    assert name == "Plagwitz"
    assert figures["Population 2024"][1] == "2012: 13,236 people · 9th highest of 63"
    assert figures["Change since 2012"] == ("+30.0%", "+3,973 · 12th highest of 63 · city +19.7%")
    assert lead(app).startswith(
        "From 2012 to 2024 Plagwitz grew by 30.0% to 17,209 people. Over the same period Leipzig"
    )
    assert not shown(app)


def test_without_a_chosen_district_there_is_no_card() -> None:
    app = visit("growth", lang="en")
    assert cards(app) == 0
    assert lead(app).startswith("From 2012 to 2024 Leipzig")
    assert shown(app)


def test_a_card_leads_on_with_what_is_chosen() -> None:
    _, _, links = card(visit("growth", areas="70,51", indicator="mean_age", lang="en"))
    assert links["Open profile"] == "profile?area=51&lang=en"
    assert links["Compare"] == "compare?compare=51%2C70%2C14713000&indicator=mean_age&lang=en"
    app = visit("compare", edit="yes", draft="51", indicator="mean_age", lang="en")
    assert links["Add to a group"] == "compare?edit=yes&draft=51&indicator=mean_age&lang=en"
    assert app.multiselect(key="choice draft").value == ["51"]


def test_a_borough_joins_no_group_of_districts() -> None:
    _, _, links = card(visit("growth", areas="7", level="stadtbezirk", lang="en"))
    assert list(links) == ["Open profile", "Compare"]


def test_a_card_says_why_there_is_no_figure() -> None:
    app = visit("growth", areas="15", indicator="base_rent", map="value", year="2021", lang="en")
    _, figures, _ = card(app)
    assert figures == {"Base rent 2021": ("no figure", "confidential or too few cases")}
    assert lead(app).startswith("Plaußig-Portitz 2021: no figure (confidential or too few cases).")


def test_modelled_figures_have_no_rank_on_a_card() -> None:
    _, figures, _ = card(visit("growth", areas="51", indicator="residential_heat_per_m2", map="value", lang="en"))
    assert figures
    assert not [told for _, told in figures.values() if re.search(r"highest|lowest", told)]


def test_one_year_on_the_map_is_one_year_everywhere() -> None:
    """The city's share was 7.22 % in 2014 and 6.77 % in 2015; Plagwitz has 6.83 %, as high as shown as one other."""
    app = visit("growth", **OF_SHARE, picture="distribution")
    assert not spans(app)
    titles = [drawn["figure"]["layout"]["title"]["text"] for drawn in drawings(app)]
    assert [bool(re.search(r"\b2015\b", title)) for title in titles] == [True] * 3
    assert shown(app) == {
        "Unemployment share 2015": ("6.8%", "2014: 7.2%"),
        "Change since 2014": ("−0.4 percentage points", ""),
    }
    assert "(%), 2015</caption>" in table(app)
    _, figures, _ = card(visit("growth", **OF_SHARE, areas="51"))
    assert figures["Unemployment share 2015"] == ("6.8%", "2014: 7.4% · 23rd highest of 63, shared · city 6.8%")


def test_lines_beside_a_map_of_one_year_keep_their_span() -> None:
    app = visit("growth", **OF_SHARE, picture="slope", **{"from": "2005", "to": "2020"})
    (slider,) = spans(app)
    assert slider["current"] == ["2005", "2020"]
    assert address(app, "from", "to", "year") == ["2005", "2020", "2015"]


def test_what_is_not_loaded_is_in_the_list_only_where_the_address_names_it() -> None:
    def listed(app: AppTest) -> list[str]:
        return [option for option in app.selectbox[0].options if option.startswith("Live births ·")]

    assert listed(visit("growth", lang="en")) == []
    named = visit("growth", indicator="births", lang="en")
    assert "(no data)" in listed(named)[0]
    assert named.info[0].value == "There are no data of this indicator at present."
