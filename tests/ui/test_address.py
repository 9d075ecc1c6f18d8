"""The address restores every choice, says every choice, and never breaks a page."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from indicators import catalogue
from locales import LANGUAGES
from tests.support import extent
from tests.support.opening import NAVIGATION
from tests.support.visit import PAGES, Page, address, go_to, lead, move_span, spans, step_to, visit, warnings

pytestmark = pytest.mark.usefixtures("empty_store")
WEST = "50,51,52,70,71,72,73"
DEFAULTS = {
    "lang": "de",
    "indicator": "population",
    "level": "ortsteil",
    "map": "change",
    "zoom": "city",
    "from": "2012",
    "to": "2024",
    "areas": "",
    "picture": "lines",
    "measure": "index",
}


def test_the_address_says_every_choice() -> None:
    assert visit("growth").query_params == DEFAULTS
    assert visit("leipzig_west").query_params == {
        "lang": "de",
        "indicator": "population",
        "members": WEST,
        "from": "2012",
        "to": "2024",
        "area": "",
        "measure": "index",
    }


def test_the_address_restores_every_choice_of_growth() -> None:
    asked = {
        "lang": "en",
        "indicator": "unemployed",
        "level": "stadtbezirk",
        "map": "value",
        "zoom": "inner",
        "year": "2017",
        "classes": "equal_interval",
        "classes_of": "all",
        "from": "2015",
        "to": "2020",
        "areas": "7,0",
        "picture": "lines",
        "measure": "value",
    }
    app = visit("growth", **asked)
    assert app.selectbox(key="choice indicator").value == "unemployed"
    assert app.segmented_control(key="choice level").value == "stadtbezirk"
    assert app.segmented_control(key="choice lang").value == "en"
    assert app.segmented_control(key="choice measure").value == "value"
    assert spans(app)[0]["current"] == ["2015", "2020"]
    assert app.multiselect(key="choice areas").value == ["7", "0"]
    assert app.query_params == asked
    assert (
        "In 2017 the number of unemployed people in Mitte was 1,564 (2nd lowest of 10). In Leipzig it was 20,921; "
        in lead(app)
    )
    assert not app.warning


def test_the_address_restores_every_choice_of_leipzig_west() -> None:
    asked = {
        "lang": "en",
        "indicator": "dwellings",
        "members": "00,94",
        "area": "51",
        "from": "2015",
        "to": "2020",
        "measure": "value",
    }
    app = visit("leipzig_west", **asked)
    assert app.multiselect(key="choice members").value == ["00", "94"]
    assert app.query_params == asked
    assert lead(app).startswith("From 2015 to 2020 the number of dwellings in Plagwitz rose by")
    assert "In your selection it rose by" in lead(app)
    assert not app.warning


def test_a_part_of_an_address_leaves_the_rest_at_its_default() -> None:
    app = visit("growth", **{"from": "2018"})
    assert address(app, "from", "to", "indicator") == ["2018", "2024", "population"]
    assert not app.warning


def test_a_link_to_the_start_leads_on_with_its_choices() -> None:
    app = AppTest.from_file(NAVIGATION, default_timeout=60)
    app.query_params.update({"lang": "en", "indicator": "mean_age"})
    app.run()
    assert address(app, "lang", "indicator", "level") == ["en", "mean_age", "ortsteil"]


def test_choices_come_along_through_the_menu() -> None:
    app = visit("growth", lang="en")
    app.selectbox(key="choice indicator").set_value("mean_age").run()
    move_span(app, "2015", "2020")
    go_to(app, "leipzig_west")
    assert address(app, "lang", "indicator", "from", "to") == ["en", "mean_age", "2015", "2020"]
    go_to(app, "growth").run()
    assert address(app, "lang", "indicator", "from", "to") == ["en", "mean_age", "2015", "2020"]


def test_districts_chosen_on_one_page_come_along_to_others() -> None:
    """The profile is of the district chosen last; the city stands beside those that are compared."""
    app = visit("growth", lang="en")
    app.multiselect(key="choice areas").set_value(["71", "51"]).run()
    assert address(go_to(app, "profile"), "area") == ["51"]
    assert address(go_to(app, "compare"), "compare") == ["71,51,14713000"]
    assert address(go_to(app, "energy"), "areas") == ["71,51"]
    go_to(app, "profile", area="00", lang="en")
    assert address(go_to(app, "growth"), "areas") == ["00"]
    assert address(go_to(app, "compare"), "compare") == ["00,14713000"]
    assert not app.warning


def test_an_indicator_of_heat_comes_along_to_energy() -> None:
    app = visit("growth", indicator="residential_heat_per_resident")
    assert address(go_to(app, "energy"), "heat") == ["residential_heat_per_resident"]
    assert address(go_to(visit("growth", indicator="mean_age"), "energy"), "heat") == ["residential_heat_per_m2"]


def test_a_page_leaves_out_what_it_does_not_know() -> None:
    app = visit("compare", compare="leipzig-west,7,51,14713000")
    assert address(go_to(app, "growth"), "areas", "level") == ["51", "ortsteil"]
    assert address(go_to(app, "profile"), "area") == ["51"]
    assert not app.warning


def test_what_a_page_begins_with_is_no_choice() -> None:
    app = visit("profile")
    assert address(go_to(app, "growth"), "areas") == [""]
    assert address(go_to(app, "compare"), "compare") == ["leipzig-west,2,14713000"]


def test_who_lets_go_of_all_districts_meets_them_nowhere() -> None:
    app = visit("growth", areas="71")
    assert address(go_to(app, "profile"), "area") == ["71"]
    go_to(app, "growth")
    app.multiselect(key="choice areas").set_value([]).run()
    assert address(go_to(app, "energy"), "areas") == [""]
    assert address(go_to(app, "compare"), "compare") == ["leipzig-west,2,14713000"]


def test_a_copied_link_wins_over_districts_of_before() -> None:
    app = visit("growth", areas="71")
    assert address(go_to(app, "compare", compare="51,52"), "compare") == ["51,52"]
    assert address(go_to(app, "growth"), "areas") == ["51,52"]


def test_the_back_button_wins_over_the_controls() -> None:
    app = visit("growth", indicator="mean_age")
    before = dict(app.query_params)
    app.selectbox(key="choice indicator").set_value("dwellings").run()
    assert address(app, "indicator") == ["dwellings"]
    step_to(app, **before)
    assert app.selectbox(key="choice indicator").value == "mean_age"


def test_choices_win_over_an_address_that_lags_behind_them() -> None:
    app = visit("growth")
    before = dict(app.query_params)
    app.segmented_control(key="choice level").set_value("stadtbezirk").run()
    app.query_params.clear()
    app.query_params.update(before)
    app.segmented_control(key="choice map").set_value("value").run()
    assert address(app, "level", "map") == ["stadtbezirk", "value"]


@pytest.mark.parametrize(
    ("key", "asked"),
    [
        ("indicator", "no_such_indicator"),
        ("indicator", ""),
        ("level", "city"),
        ("measure", "log"),
        ("map", "globe"),
        ("lang", "fr"),
        ("areas", "51,no_such_area"),
        ("areas", "00,01,02,03,04,05,06"),
        ("from", "1066"),
        ("to", "2012-12"),
    ],
)
def test_what_is_not_available_is_said(key: str, asked: str) -> None:
    app = visit("growth", **{key: asked})
    (warning,) = warnings(app)
    assert f"{'from–to' if key in ('from', 'to') else key} = " in warning
    assert app.query_params == DEFAULTS
    assert lead(app).startswith("Von 2012 bis 2024 wuchs Leipzig um 19,7 %")


def test_the_last_year_is_not_before_the_first() -> None:
    app = visit("growth", **{"from": "2024", "to": "2012"})
    assert "„2024–2012“" in warnings(app)[0]
    assert address(app, "from", "to") == ["2012", "2024"]


def test_the_notice_goes_once_the_reader_has_chosen() -> None:
    app = visit("growth", indicator="rents", level="city")
    assert len(app.warning) == 2
    app.selectbox(key="choice indicator").set_value("mean_age").run()
    (left,) = warnings(app)
    assert "level" in left


def test_words_of_a_stranger_stay_words() -> None:
    """Markdown would fetch the picture from the stranger's host."""
    (warning,) = warnings(visit("growth", indicator="![x](http://example.org/x.png) <b>"))
    assert r"\!\[x\]\(http\:\/\/example\.org\/x\.png\) \<b\>" in warning


def test_repeated_areas_count_once() -> None:
    app = visit("leipzig_west", members="50,50,51")
    assert address(app, "members") == ["50,51"]
    assert "29.736 Einwohner" in lead(app)


CHOICES = ("indicator", "level", "from", "to", "areas", "members", "measure", "lang", "version")
VALID: dict[str, set[str]] = {"indicator": set(catalogue.load()), "lang": set(LANGUAGES)}


@settings(max_examples=extent.examples(12), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    page=st.sampled_from(PAGES),
    asked=st.dictionaries(
        st.sampled_from(CHOICES),
        st.text(st.characters(codec="utf-8"), max_size=20)
        | st.lists(st.text("0159,-", max_size=5), min_size=1, max_size=3),
        min_size=1,
        max_size=4,
    ),
)
def test_no_address_breaks_a_page(page: Page, asked: dict[str, str | list[str]]) -> None:
    app = visit(page, **asked)
    assert not app.exception
    for key in asked.keys() & VALID.keys():
        if str(asked[key]) not in VALID[key]:
            assert any(f"{key} = " in warning for warning in warnings(app))
    assert app.selectbox(key="choice indicator").value in VALID["indicator"]
