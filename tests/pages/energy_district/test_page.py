"""The page of energy districts: what a reader chooses, what follows, and what stands in the address."""

import re
from html import unescape
from typing import Final
from urllib.parse import parse_qs, urlsplit

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from data import store
from indicators.energy.district import stock
from indicators.energy.district.presets import preset
from indicators.energy.district.year import COLUMNS
from indicators.energy.factors import factors
from locales import LANGUAGES, Language
from pages.energy_district import figures
from tests.support.shipped import SHIPPED
from tests.support.visit import address, built, fetched, go_to, lead, lines, notes, pictures, shown, visit, warnings

pytestmark = pytest.mark.usefixtures("empty_store")
PAGE: Final = "energy_district"
VERSION: Final = SHIPPED.version
MODELLED: Final = {"de": "Modelliert", "en": "Modelled"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_opens_with_its_answer_and_says_what_it_is(lang: Language) -> None:
    app = visit(PAGE, lang=lang)
    assert not app.exception
    assert not warnings(app)
    assert "Plagwitz" in lead(app)
    assert "kWp" in lead(app) or "MWp" in lead(app)
    assert len(shown(app)) == 6
    assert all(MODELLED[lang] in str(picture["layout"]["annotations"]) for picture in pictures(app))
    assert {"de": "öffentliche Gebäude", "en": "public buildings"}[lang] in notes(app)
    assert any("st-key-scenario" in html.value for html in app.html)


def test_a_slider_that_was_moved_stands_in_the_address_until_the_preset_takes_it_back() -> None:
    app = visit(PAGE, preset="roofs", lang="en")
    assert "pv_kwp" not in app.query_params
    usual = app.select_slider(key="slider pv_kwp").value
    app.select_slider(key="slider pv_kwp").set_value(0.0).run()
    assert address(app, "preset", "pv_kwp") == ["roofs", "0"]
    assert lead(app).startswith("Without photovoltaics")
    app.button(key="back to the preset").click().run()
    assert "pv_kwp" not in app.query_params
    assert app.select_slider(key="slider pv_kwp").value == usual


def test_another_preset_takes_back_what_was_moved() -> None:
    app = visit(PAGE, preset="today", renovation="50")
    app.pills(key="choice preset").set_value("all").run()
    assert address(app, "preset") == ["all"]
    assert "renovation" not in app.query_params
    assert app.select_slider(key="slider renovation").value == 100


def test_another_place_keeps_shares_and_takes_back_amounts() -> None:
    app = visit(PAGE, renovation="50", pv_kwp="5000")
    app.selectbox(key="choice area").set_value("52").run()
    assert address(app, "area", "renovation") == ["52", "50"]
    assert "pv_kwp" not in app.query_params


def test_a_battery_of_another_size_is_given_power() -> None:
    app = visit(PAGE, preset="today", pv_kwp="10000")
    app.select_slider(key="slider battery_kwh").set_value(2000.0).run()
    assert (address(app, "battery_kwh"), app.select_slider(key="slider battery_kw").value) == (["2000"], 1000)
    assert "battery_kw" not in app.query_params


def test_measures_that_were_kept_stand_beside_others() -> None:
    app = visit(PAGE, preset="today", pv_kwp="5000", lang="en")
    app.button(key="keep measures").click().run()
    assert address(app, "against") == ["today,pv_kwp:5000"]
    app.button(key="back to the preset").click().run()
    assert any("<td>Photovoltaics, kWp<td>0<td>5,000<td>−5,000" in html.value for html in app.html)
    assert any("Beside it, “Today”, changed: With these measures Plagwitz" in html.value for html in app.html)


def test_the_central_figures_stand_while_their_ranges_follow() -> None:
    key, app = "Emissions, t CO₂e a year", visit(PAGE, lang="en")
    value, told = shown(app)[key]
    assert told == "its range follows …"
    place = stock.of(stock.ortsteile(store.current(), factors()), ["51"])
    of = (store.current().version, ("51",), preset("today", place, factors()), factors())
    app.session_state[figures.THERE] = (of, pd.DataFrame({"low": 1.0, "high": 2.0}, index=list(COLUMNS)))
    assert shown(app.run())[key] == (value, "range 1 to 2")
    app.select_slider(key="slider renovation").set_value(100.0).run()
    assert shown(app)[key][0] != value
    assert shown(app)[key][1] == "its range follows …"


@pytest.mark.parametrize(
    ("key", "asked"),
    [("pv_kwp", "-1"), ("renovation", "nan"), ("cars", "yes"), ("against", "roofs,wind:3"), ("preset", "more")],
)
def test_what_no_measure_can_be_is_said(key: str, asked: str) -> None:
    app = visit(PAGE, **{key: asked})
    assert not app.exception
    assert any(key in warning.replace("\\", "") for warning in warnings(app))


def test_a_measure_of_the_same_name_on_another_page_stays_there() -> None:
    app = go_to(visit("energy", chapter="scenario", renovation="5"), PAGE)
    assert "renovation" not in app.query_params


def test_a_group_of_ones_own_is_a_place() -> None:
    app = visit(PAGE, area="own-1", group="Kanal~5152", lang="en")
    assert "“Kanal”" in lead(app)
    assert "Plagwitz and Kleinzschocher" in notes(app)


def test_files_are_what_their_lasting_addresses_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a group of the reader's own with a measure that was moved, the hours and the assumptions."""
    app = visit(PAGE, preset="all", area="own-1", group="Kanal~5152", pv_kwp="3000", lang="en")
    files = built(app, monkeypatch)
    where = re.findall(r'href="(api/v1/energy-district.csv.*?)"', " ".join(unescape(html.value) for html in app.html))
    assert [parse_qs(urlsplit(each).query)["of"] for each in where] == [["hours"], ["balance"], ["assumptions"]]
    for link, what in ((where[0], "hours"), (where[2], "assumptions")):
        (build,) = (build for name, build in files.items() if what in name and name.endswith(f"{VERSION}.csv"))
        assert lines(fetched(link)) == lines(build())


def test_without_figures_the_page_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(*_: object) -> None:
        raise stock.NoStock("none")

    monkeypatch.setattr(stock, "ortsteile", nothing)
    app: AppTest = visit(PAGE, lang="en")
    assert not app.exception
    assert "There is no year with figures" in app.info[0].value
