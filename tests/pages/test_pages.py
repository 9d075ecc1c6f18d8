"""What a reader sees on both pages, in both languages, for every indicator."""

import dataclasses
import re
from itertools import cycle
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data import store
from indicators import catalogue
from indicators.figures.values import grid
from locales import LANGUAGES, Language
from tests.support import extent
from tests.support.shipped import LOADED, SHIPPED, WITHOUT_PARTS
from tests.support.visit import (
    PAGES,
    Page,
    address,
    go_to,
    lead,
    move_span,
    notes,
    outlined,
    pictures,
    shown,
    table,
    visit,
)

pytestmark = pytest.mark.usefixtures("empty_store")
CATALOGUE = catalogue.load()
SPAN = ("2008", "2020")


def credits(picture: dict[str, Any]) -> str:
    """What stands at the edges of a picture, its lines put together."""
    return str(picture["layout"]["annotations"]).replace("<br>", "")


def test_growth_in_german() -> None:
    """From 528,540 to 632,562 are 104,022 more, which is 19.68%."""
    app = visit("growth")
    assert [title.value for title in app.title] == ["Karte und Rangliste"]
    assert lead(app).startswith(
        "Von 2012 bis 2024 wuchs Leipzig um 19,7 % auf 632.562 Einwohner; von den 63 Ortsteilen"
    )
    assert shown(app)["Einwohner 2024"] == ("632.562 Personen", "2012: 528.540 Personen")
    assert shown(app)["Veränderung seit 2012"] == ("+19,7 %", "+104.022")
    row = re.search(r"<td>Leipzig<td>528.540<td>632.562<td>\+104.022<td>\+19,7 %", table(app).replace("</td>", ""))
    assert row


def test_another_span_shades_other_years_of_the_same_lines() -> None:
    wide, narrow = (pictures(visit("growth", measure="value", **{"from": year, "to": "2024"}))[2] for year in SPAN)
    assert wide["data"] == narrow["data"]
    assert [figure["layout"]["shapes"][0]["x0"] for figure in (wide, narrow)] == [int(year) for year in SPAN]
    assert wide["layout"]["shapes"][1:] == narrow["layout"]["shapes"][1:]


def test_an_index_begins_at_a_hundred_in_each_span() -> None:
    for year in SPAN:
        city = pictures(visit("growth", measure="index", **{"from": year, "to": "2024"}))[2]["data"][-1]
        assert city["y"][int(year) - int(city["x0"])] == 100


def test_key_figures_are_never_markup() -> None:
    def page() -> None:
        from ui import pictures

        pictures.key_figures([("<b>A</b>", "1 & 2", "<i>"), ("B", "3", None)])

    (listed,) = (html.value for html in AppTest.from_function(page).run().html)
    assert listed == (
        '<dl class="key"><div><dt>&lt;b&gt;A&lt;/b&gt;</dt><dd>1 &amp; 2</dd><dd>&lt;i&gt;</dd></div>'
        "<div><dt>B</dt><dd>3</dd></div></dl>"
    )


def test_growth_in_english() -> None:
    app = visit("growth", lang="en")
    assert [title.value for title in app.title] == ["Map and ranking"]
    assert lead(app).startswith("From 2012 to 2024 Leipzig grew by 19.7% to 632,562 people; of its 63 districts")
    assert shown(app)["Population 2024"] == ("632,562 people", "2012: 528,540 people")


def test_leipzig_west_in_german() -> None:
    """70,197 became 88,047 (+25.43%); without them 458,343 became 544,515 (+18.80%)."""
    app = visit("leipzig_west")
    assert lead(app).startswith(
        "Von 2012 bis 2024 wuchs Leipzig West um 25,4 % auf 88.047 Einwohner, die Stadt um 19,7 %; "
        "von den sieben Ortsteilen wuchs "
    )
    assert shown(app)["Leipzig West 2024"] == ("88.047 Personen", "+25,4 % seit 2012")
    assert shown(app)["Leipzig 2024"] == ("632.562 Personen", "+19,7 % seit 2012")
    assert shown(app)["Übrige Stadt 2024"][1] == "+18,8 % seit 2012"


def test_leipzig_west_in_english() -> None:
    app = visit("leipzig_west", lang="en")
    assert lead(app).startswith(
        "From 2012 to 2024 Leipzig West grew by 25.4% to 88,047 people, the city by 19.7%; of its seven districts "
    )
    assert shown(app)["Rest of the city 2024"][1] == "+18.8% since 2012"


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_indicator_opens(page: Page, lang: Language) -> None:
    """Indicators of every kind, by turns in German and in English."""
    app = visit(page, lang=lang)
    for id in extent.some(extent.of_each_kind(LOADED), 2, LANGUAGES.index(lang)):
        indicator = LOADED[id]
        app.selectbox(key="choice indicator").set_value(id).run()
        assert not app.exception, id
        assert not app.warning, id
        assert address(app, "indicator", "lang") == [id, lang]
        drawn = pictures(app)
        titles = [picture["layout"]["title"]["text"] for picture in drawn]
        # Where neither the city nor its boroughs have a figure, there are no lines to draw, nor through one period.
        once = len(grid(SHIPPED, indicator).with_figures()) == 1 and page == "leipzig_west"
        assert len(titles) == 3 or (len(titles) == 2 and (app.info or once)), id
        assert indicator.title[lang] in titles[0]
        assert all("dl-de/by-2-0" in credits(picture) for picture in drawn)
        assert indicator.description[lang] in notes(app)


@pytest.mark.parametrize("page", PAGES)
def test_an_indicator_that_is_not_loaded_says_so(page: Page) -> None:
    for id in extent.some((id for id in CATALOGUE if id not in LOADED), 9):
        app = visit(page, lang="en", indicator=id)
        assert not app.exception, id
        assert "There are no data of this indicator at present" in app.info[0].value, id
        assert pictures(app) == []


def test_the_city_alone_has_an_indicator() -> None:
    app = visit("leipzig_west", indicator="gdp", lang="en")
    assert not app.exception
    assert "Only the figure of the whole city is published." in notes(app)


@pytest.mark.parametrize("page", PAGES)
def test_pages_on_a_dark_ground(page: Page) -> None:
    light, dark = visit(page), visit(page)
    dark.context["theme"] = "dark"
    dark.run()
    one, other = ({picture["layout"]["font"]["color"] for picture in pictures(app)} for app in (light, dark))
    assert one.isdisjoint(other)


def test_changing_the_years() -> None:
    app = visit("growth")
    move_span(app, "2018", "2023")
    assert lead(app).startswith("Von 2018 bis 2023 wuchs Leipzig")
    assert address(app, "from", "to") == ["2018", "2023"]
    move_span(app, "2018", "2024")
    assert lead(app).startswith("Von 2018 bis 2024 wuchs Leipzig")
    app.run()
    assert address(app, "from", "to") == ["2018", "2024"]


def test_changing_the_level() -> None:
    app = visit("growth")
    app.segmented_control(key="choice level").set_value("stadtbezirk").run()
    assert "von den zehn Stadtbezirken" in lead(app)
    assert address(app, "level") == ["stadtbezirk"]
    drawn = next(trace for trace in pictures(app)[0]["data"] if trace.get("name") == "values")
    assert sorted(drawn["locations"]) == [str(n) for n in range(10)]


def test_changing_the_measure() -> None:
    app = visit("growth")
    assert "Index, 2012 = 100" in pictures(app)[2]["layout"]["title"]["text"]
    app.segmented_control(key="choice measure").set_value("value").run()
    assert "Personen" in pictures(app)[2]["layout"]["title"]["text"]
    assert address(app, "measure") == ["value"]


def test_lines_of_the_change_a_year() -> None:
    """Residents of 2023 and 2024: 628,718 and 632,562, which is 0.61% more."""
    app = visit("growth", measure="change")
    lines = pictures(app)[2]
    assert "Veränderung pro Jahr" in lines["layout"]["title"]["text"]
    city = next(line for line in lines["data"] if line.get("name") == "Leipzig")
    assert city["y"][-1] == pytest.approx(0.61, abs=0.005)
    app.selectbox(key="choice indicator").set_value("unemployment_share").run()
    assert "Prozentpunkte" in pictures(app)[2]["layout"]["title"]["text"]
    assert address(app, "measure") == ["change"]


def test_what_lines_showed_and_cannot_show_any_more_needs_no_notice() -> None:
    app = visit("growth", measure="index")
    app.selectbox(key="choice indicator").set_value("unemployment_share").run()
    assert not app.warning
    assert address(app, "measure") == ["value"]
    app.selectbox(key="choice indicator").set_value("population_change").run()
    assert not app.warning
    assert "measure" in app.query_params


def test_changing_the_language_keeps_every_choice() -> None:
    app = visit("growth", indicator="unemployed", level="stadtbezirk", areas="7", **{"from": "2015", "to": "2020"})
    app.segmented_control(key="choice lang").set_value("en").run()
    assert lead(app).startswith("From 2015 to 2020 the number of unemployed people in Alt-West")
    kept = address(app, "lang", "indicator", "level", "areas", "from", "to")
    assert kept == ["en", "unemployed", "stadtbezirk", "7", "2015", "2020"]


def test_following_districts() -> None:
    app = visit("growth")
    app.multiselect(key="choice areas").set_value(["51", "50"]).run()
    assert [line["name"] for line in pictures(app)[2]["data"]] == ["Plagwitz", "Schleußig", "Leipzig"]
    assert outlined(app) == ["51", "50"]
    assert address(app, "areas") == ["51,50"]


def test_a_group_of_ones_own() -> None:
    """Schleußig and Plagwitz had 12,527 and 17,209 residents in 2024."""
    app = visit("leipzig_west")
    app.multiselect(key="choice members").set_value(["51", "50"]).run()
    assert "wuchs Ihre Auswahl" in lead(app)
    assert shown(app)["Ihre Auswahl 2024"][0] == "29.736 Personen"
    assert address(app, "members") == ["50,51"]


def test_a_group_of_one_has_no_part_that_grew_most() -> None:
    app = visit("leipzig_west", members="51")
    assert lead(app).endswith("die Stadt um 19,7 %.")


def test_a_group_of_all_districts_has_no_rest() -> None:
    every = ",".join(store.current().codes("ortsteil"))
    app = visit("leipzig_west", members=every)
    assert not app.exception
    assert [line["name"] for line in pictures(app)[2]["data"]] == ["Leipzig", "Ihre Auswahl"]


def test_no_members_at_all() -> None:
    app = visit("leipzig_west", lang="en")
    app.multiselect(key="choice members").set_value([]).run()
    assert not app.exception
    assert [info.value for info in app.info] == ["Choose at least one district to compare with the city."]
    assert address(app, "lang", "members") == ["en", ""]
    app.segmented_control(key="choice lang").set_value("de").run()
    assert address(go_to(app, "growth"), "lang") == ["de"]


@pytest.mark.parametrize(("id", "lang"), [*zip(extent.of_each_kind(WITHOUT_PARTS), cycle(LANGUAGES), strict=False)])
def test_what_cannot_be_put_together_says_why(id: str, lang: Language) -> None:
    app = visit("leipzig_west", indicator=id, lang=lang)
    said = "Kein Wert für Leipzig West: " if lang == "de" else "No figure for Leipzig West: "
    assert said + CATALOGUE[id].groups["reason"][lang] in notes(app)
    periods = grid(SHIPPED, CATALOGUE[id]).with_figures()
    (label, (_, told)), *_ = shown(app).items()
    assert re.fullmatch(r"Leipzig (\d+\.? [^\W\d]+ )?20\d\d", label)
    assert not told or re.search(r" (seit|since) (\d+\.? [^\W\d]+ )?20\d\d$", told)
    if len(periods) > 1:
        assert "Plagwitz" in [line["name"] for line in pictures(app)[2]["data"]]


@pytest.mark.parametrize("page", PAGES)
def test_an_indicator_without_figures_says_so(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = store.current()
    rents = whole.observations["series"].astype(str).str.startswith("kd6-6/")
    bare = dataclasses.replace(whole, observations=whole.observations[~rents])
    monkeypatch.setattr(store, "current", lambda: bare)
    app = visit(page, indicator="base_rent", lang="en")
    assert not app.exception
    assert "There are no data of this indicator at present" in app.info[0].value
    assert address(app, "indicator", "lang") == ["base_rent", "en"]
    app.selectbox(key="choice indicator").set_value("population").run()
    assert "632,562" in lead(app) + str(shown(app))
