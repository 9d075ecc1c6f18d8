"""Comparing areas, and groups that readers make: in both languages, for every indicator, and from any link."""

import dataclasses
import re
from html import unescape
from itertools import cycle
from typing import Any, cast
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from data import store
from indicators import catalogue
from locales import LANGUAGES, Language
from tests.support import extent
from tests.support.shipped import LOADED
from tests.support.visit import address, fetched, go_to, lead, lines, links, notes, pictures, visit, warnings

pytestmark = pytest.mark.usefixtures("empty_store")
COMPARE = "compare"
CATALOGUE = catalogue.load()
WITHOUT_PARTS = [id for id, indicator in CATALOGUE.items() if indicator.groups["by"] == "none"]
TWO = "Schleußig & Plagwitz~5051"
"""Schleußig and Plagwitz had 12,527 and 17,209 residents in 2024, so 29,736."""


def titles(app: AppTest) -> list[str]:
    return [re.sub("<.*?>", "", picture["layout"]["title"]["text"]) for picture in pictures(app)]


def tables(app: AppTest) -> list[str]:
    """The change of each area, and all years."""
    found = [html.value for html in app.html if 'class="figures"' in html.value]
    return [unescape(table).replace("\u00a0", " ") for table in found]


def test_it_opens_with_two_areas_and_the_city_for_comparison() -> None:
    """From 70,197 to 88,047 are 25.43 %, from 71,612 to 89,655 25.20 %, of the city 19.68 %."""
    app = visit(COMPARE)
    assert not app.exception
    assert not app.warning
    told = lead(app)
    assert all(figure in told for figure in ("88.047", "89.655", "+25,4 %", "+25,2 %"))
    assert told.endswith("Zum Vergleich Leipzig: +19,7 % seit 2012.")
    assert titles(app) == ["EinwohnerIndex, 2012 = 100", *titles(app)[1:]]
    assert titles(app)[1].startswith("Rangfolge der Veränderung 2012–2024")
    assert titles(app)[2].endswith("2024Personen · ohne die Stadt")
    assert address(app, "compare") == ["leipzig-west,2,14713000"]


def test_the_city_is_not_ranked_but_drawn_as_what_areas_are_set_against() -> None:
    """The city's share of 2022 is 5.1 %; wherever it was chosen, it stands last in the table."""
    app = visit(COMPARE, indicator="unemployment_share", compare="14713000,51,70,72", lang="en")
    assert "three areas" in lead(app)
    assert "For comparison, Leipzig: 5.1% (2022)" in lead(app)
    drawn = pictures(app)[1]
    assert set(drawn["data"][0]["ids"]) == {"51", "70", "72"}
    assert "Leipzig 5.1" in [each["text"] for each in drawn["layout"]["annotations"]]
    assert 5.1 in [shape["x0"] for shape in drawn["layout"]["shapes"]]
    changes = re.findall("<tr[^>]*><td>([^<]*)", tables(app)[0])
    assert changes[-1] == "Leipzig"
    assert address(app, "compare") == ["14713000,51,70,72"]


def test_a_borough_has_its_article() -> None:
    told = lead(visit(COMPARE, indicator="unemployment_share", compare="51,2", lang="de"))
    assert "in Plagwitz 4,8 %, im Stadtbezirk Ost 7,0 %" in told


def test_one_area_is_set_against_the_city() -> None:
    told = lead(visit(COMPARE, compare="51,14713000", lang="en"))
    assert told.startswith("From 2012 to 2024 Plagwitz grew by")
    assert "the city by 19.7%" in told


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_indicator_opens(lang: Language) -> None:
    """Indicators of every kind, by turns in German and in English."""
    app = visit(COMPARE, lang=lang, group=TWO, compare="own-1,leipzig-west,5,51,14713000")
    for id in extent.some(extent.of_each_kind(LOADED), 2, LANGUAGES.index(lang)):
        indicator = CATALOGUE[id]
        app.selectbox(key="choice indicator").set_value(id).run()
        assert not app.exception, id
        assert not app.warning, id
        if not app.info:
            assert lead(app), id
            assert all("dl-de/by-2-0" in str(picture["layout"]["annotations"]) for picture in pictures(app)), id
            assert indicator.description[lang] in notes(app)


def test_a_group_is_put_together_from_its_parts() -> None:
    app = visit(COMPARE, group=TWO, compare="own-1,50,51", measure="value", bars="value", lang="en")
    assert lead(app).startswith(
        "Of the three areas, “Schleußig & Plagwitz” (29,736) has the most residents in 2024, Schleußig (12,527) the "
        "fewest."
    )
    assert [line["name"] for line in pictures(app)[0]["data"]][-1] == "“Schleußig & Plagwitz”"
    bars = pictures(app)[1]["data"][0]
    assert dict(zip(bars["ids"], bars["text"], strict=True)) == {"own-1": "29,736", "51": "17,209", "50": "12,527"}
    assert re.search("<td>2024<td>29,736<td>12,527<td>17,209", tables(app)[1].replace("</td>", ""))
    assert "“Schleußig & Plagwitz”: Schleußig and Plagwitz" in notes(app)


def test_all_years_tell_breaks_doubts_and_gaps_apart() -> None:
    """The city's unemployment share of 2000 is missing; Althen-Kleinpösna's of 2006 follows a break and doubts."""
    table = tables(visit(COMPARE, indicator="unemployment_share", compare="29,14713000", lang="en"))[1]
    caption = re.search("<caption>(.*?)</caption>", table)
    assert caption is not None
    assert "† not comparable with the figure before" in caption[1]
    assert "‡ doubtful figure" in caption[1]
    assert "– not collected or not published" in caption[1]
    rows = dict(re.findall(r"<tr[^>]*><td>(\d{4})<td>([^<]*)", table))
    assert rows["2005"].endswith("‡")
    assert rows["2006"].endswith("†")
    assert not rows["2007"].endswith(("†", "‡"))


def test_every_label_of_the_slope_is_inside_it() -> None:
    """Low values beside each other push their labels to the end of the axis."""
    drawn = pictures(visit(COMPARE, indicator="unemployment_share", compare="29,51,27,28,15,95"))[2]
    low, high = drawn["layout"]["yaxis"]["range"]
    for labels in drawn["data"][-2:]:
        assert len(labels["y"]) == 6
        assert low < min(labels["y"]) < max(labels["y"]) < high


@pytest.mark.parametrize(("id", "lang"), [*zip(extent.of_each_kind(WITHOUT_PARTS), cycle(LANGUAGES), strict=False)])
def test_what_cannot_be_put_together_says_why(id: str, lang: Language) -> None:
    said = "Kein Wert für Leipzig West: " if lang == "de" else "No figure for Leipzig West: "
    app = visit(COMPARE, indicator=id, lang=lang, compare="leipzig-west,14713000")
    if not app.info:
        assert said + CATALOGUE[id].groups["reason"][lang] in notes(app)
    alone = visit(COMPARE, indicator=id, lang=lang, compare="leipzig-west")
    assert not alone.exception
    assert [info.value for info in alone.info] == [said + CATALOGUE[id].groups["reason"][lang]]


def test_a_single_area_is_told_as_elsewhere() -> None:
    assert (
        lead(visit(COMPARE, compare="14713000")) == "Von 2012 bis 2024 wuchs Leipzig um 19,7 % auf 632.562 Einwohner."
    )


def test_nothing_to_compare() -> None:
    app = visit(COMPARE, compare="", lang="en")
    assert [info.value for info in app.info] == ["Choose at least one area."]
    assert address(app, "compare") == [""]


def test_an_indicator_without_figures_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = store.current()
    rents = whole.observations["series"].astype(str).str.startswith("kd6-6/")
    bare = dataclasses.replace(whole, observations=whole.observations[~rents])
    monkeypatch.setattr(store, "current", lambda: bare)
    app = visit(COMPARE, indicator="base_rent", compare="14713000", lang="en")
    assert not app.exception
    assert "There are no data of this indicator" in app.info[0].value


def button(app: AppTest, label: str) -> Any:
    (found,) = (each for each in app.button if each.label == label)
    return found


def chosen(app: AppTest) -> list[str]:
    return cast(list[str], app.multiselect(key="choice compare").value)


def test_peers_of_one_borough() -> None:
    app = visit(COMPARE, lang="en")
    next(box for box in app.selectbox if box.label == "All districts of").set_value("5").run()
    button(app, "Compare these districts").click().run()
    assert chosen(app) == ["50", "51", "52", "53", "54", "55"]
    assert address(app, "compare") == ["50,51,52,53,54,55"]


def test_a_borough_of_ten_shows_the_eight_largest_and_says_so() -> None:
    app = visit(COMPARE, lang="en")
    next(box for box in app.selectbox if box.label == "All districts of").set_value("2").run()
    button(app, "Compare these districts").click().run()
    assert len(chosen(app)) == 8
    assert {"28", "29"}.isdisjoint(chosen(app))
    assert "Ost has 10 districts; the eight with most residents are shown." in [each.value for each in app.toast]


def test_the_most_similar_peers() -> None:
    app = visit(COMPARE, lang="en")
    next(box for box in app.selectbox if box.label == "Most similar to").set_value("62").run()
    button(app, "Compare the most similar").click().run()
    assert chosen(app)[0] == "62"
    assert len(chosen(app)) == 6


def make(app: AppTest, name: str, *codes: str) -> AppTest:
    app.multiselect(key="choice draft").set_value(list(codes)).run()
    app.text_input(key="own group: name").set_value(name).run()
    return cast(AppTest, button(app, "Keep the group").click().run())


def test_making_changing_removing_and_bringing_back_groups() -> None:
    app = visit(COMPARE, edit="yes", lang="en")
    assert button(app, "Keep the group").disabled
    make(app, "West", "51", "50")
    make(app, "Süd", "40", "41")
    assert address(app, "group") == ["West~5051~Süd~4041"]
    assert chosen(app) == ["leipzig-west", "2", "14713000", "own-1", "own-2"]

    app.button(key="edit own-1").click().run()
    assert app.multiselect(key="choice draft").value == ["50", "51"]
    make(app, "West", "50", "51", "52")
    assert address(app, "group") == ["West~505152~Süd~4041"]

    app.button(key="remove own-1").click().run()
    assert address(app, "group", "compare") == ["Süd~4041", "leipzig-west,2,14713000,own-1"]
    assert "“Süd”" in str(pictures(app)[1]["data"])

    app.button(key="bring back").click().run()
    assert address(app, "group") == ["West~505152~Süd~4041"]
    assert address(app, "compare") == ["leipzig-west,2,14713000,own-1,own-2"]
    assert not app.exception


def test_a_group_without_a_name_gets_a_number() -> None:
    app = visit(COMPARE, edit="yes", lang="en", group="Group 1~50")
    make(app, " ~ ", "51")
    assert address(app, "group") == ["Group 1~50~Group 2~51"]


def test_a_click_on_the_map_is_a_choice_in_the_list() -> None:
    app = visit(COMPARE, edit="yes", lang="en")
    app.multiselect(key="choice draft").set_value(["50"]).run()
    layer = next(trace for trace in pictures(app)[0]["data"] if trace.get("name") == "values")
    assert [area for area, z in zip(layer["locations"], layer["z"], strict=True) if z == 1] == ["50"]


def test_a_link_restores_groups_and_everything_else() -> None:
    asked = {"lang": "en", "group": TWO, "compare": "own-1,50", "from": "2015", "to": "2020", "indicator": "unemployed"}
    app = visit(COMPARE, **asked)
    assert not app.warning
    assert address(app, *asked) == list(asked.values())
    assert "since 2015" in lead(app)


def test_a_group_goes_along_to_leipzig_west() -> None:
    app = visit("leipzig_west", group=TWO, lang="en")
    button(app, "“Schleußig & Plagwitz”").click().run()
    assert lead(app).startswith("From 2012 to 2024 “Schleußig & Plagwitz” grew by")
    assert "29,736 people" in lead(app)
    assert address(app, "members", "group") == ["50,51", TWO]
    back = go_to(app, COMPARE)
    assert address(back, "group") == [TWO]


@pytest.mark.parametrize("said", ["<b>West</b>~50", "West~5", "West~5099", "[x](http://example.org)~50", "~~~"])
def test_a_link_that_was_tampered_with_says_so(said: str) -> None:
    app = visit(COMPARE, group=said, lang="en")
    assert not app.exception
    assert any(warning.startswith("The address asks for group = ") for warning in warnings(app))
    assert address(app, "group") == [""]
    assert "<b>West" not in lead(app) + str(app.query_params) + "".join(titles(app)) + notes(app)


@settings(max_examples=extent.examples(10), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.sampled_from(["group", "compare", "edit", "bars", "from", "indicator"]),
        st.text(st.characters(codec="utf-8"), max_size=20)
        | st.text("~059, a", max_size=12)
        | st.sampled_from(["own-1", "own-1,own-2", TWO, "leipzig-west", "population"]),
        min_size=1,
    )
)
def test_no_address_breaks_the_page(asked: dict[str, str]) -> None:
    assert not visit(COMPARE, **asked).exception


def test_a_page_with_a_group_of_twenty_has_a_short_address() -> None:
    codes = "".join(f"{borough}{n}" for borough in range(5) for n in range(4))
    asked = {"group": f"Gründerzeitgürtel~{codes}", "compare": "own-1,leipzig-west,5,14713000"}
    app = visit(COMPARE, indicator="long_term_unemployed", **asked)
    assert not app.exception
    said = {key: values[0] if isinstance(values, list) else values for key, values in app.query_params.items()}
    assert len(f"https://statistik.leipzig.example/compare?{urlencode(said)}") < 300


def test_files_say_which_districts_a_group_has() -> None:
    ((n, files), _) = links(visit(COMPARE, group=TWO, compare="own-1,14713000", lang="en"))
    rows = lines(fetched(files["CSV, international"]))
    assert n == len(rows) == 26
    (last,) = (row for row in rows if ",own-1," in row and ",2024," in row)
    assert '"“Schleußig & Plagwitz” (50, 51)",group,2024,29736,' in last


def test_files_of_a_median_leave_groups_out() -> None:
    asked = {"group": TWO, "compare": "own-1,leipzig-west,14713000", "indicator": "base_rent"}
    ((n, files), _) = links(visit(COMPARE, lang="en", **asked))
    rows = lines(fetched(files["CSV, international"]))
    assert n == len(rows) > 0
    assert {row.split(",")[3] for row in rows} == {"14713000"}
