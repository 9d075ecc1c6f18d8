"""An indicator that was counted once shows what was counted, and no change that nobody knows of."""

import re
from functools import cache

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from data import store
from indicators import catalogue
from indicators.figures.values import grid
from locales import LANGUAGES, Language
from tests.support import extent
from tests.support.visit import address, drawings, lead, pictures, shown, spans, visit

pytestmark = pytest.mark.usefixtures("empty_store")
SHIPPED = store.current(store.SNAPSHOT / "no store here")
DAYS: dict[str, dict[Language, str]] = {
    "2011-05-09": {"de": "9. Mai 2011", "en": "9 May 2011"},
    "2020-02-02": {"de": "2. Februar 2020", "en": "2 February 2020"},
}
"""Of the census, and of an election of the mayor."""


@cache
def once() -> list[str]:
    """Indicators with one period; asked for by tests alone, as it takes seconds to see."""
    return [id for id, one in catalogue.load().items() if len(grid(SHIPPED, one).with_figures()) == 1]


def day(id: str) -> str:
    (period,) = grid(SHIPPED, catalogue.load()[id]).with_figures()
    return period


def titles(app: AppTest) -> list[str]:
    return [picture["layout"]["title"]["text"] for picture in pictures(app)]


def says_no_change(app: AppTest, day: str) -> None:
    assert not app.exception
    assert not app.warning
    assert not spans(app)
    assert address(app, "from", "to") == [day, day]
    for title in titles(app):
        assert f"{day}–{day}" not in title
        assert not re.search("change|Veränderung|Zeitverlauf|Index|index", title), title
    assert not any(f"{day}–{day}" in each.value for each in app.html)
    assert all("%" not in value or "+0" not in value for value, _ in shown(app).values())


def test_there_are_some() -> None:
    assert "district_heating_share" in once()
    assert len(once()) >= 5


@pytest.mark.parametrize("lang", LANGUAGES)
def test_growth_opens_on_the_map_of_values(lang: Language) -> None:
    app = visit("growth", lang=lang)
    for id in extent.some(once(), 2, LANGUAGES.index(lang)):
        app.selectbox(key="choice indicator").set_value(id).run()
        says_no_change(app, day(id))
        assert address(app, "map", "picture", "year") == ["value", "distribution", day(id)]
        assert titles(app)[0].startswith(f"<b>{catalogue.load()[id].title[lang]} {DAYS[day(id)][lang]}<")
        # A slider of one year would be a control that does nothing.
        assert drawings(app)[0]["years"] is None
        assert len(shown(app)) == 1


def test_coming_back_to_years_brings_their_pictures_back() -> None:
    app = visit("growth", indicator="district_heating_share")
    assert not app.warning
    assert app.segmented_control(key="choice picture").options == ["Verteilung", "Zusammenhang"]
    app.selectbox(key="choice indicator").set_value("population").run()
    assert not app.warning
    assert address(app, "from", "to") == ["2012", "2024"]
    assert "Zeitverlauf" in app.segmented_control(key="choice picture").options


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("page", ["leipzig_west", "compare"])
def test_pages_of_groups_show_the_values(page: str, lang: Language) -> None:
    app = visit(page, lang=lang)
    for id in extent.some(once(), 2, LANGUAGES.index(lang)):
        app.selectbox(key="choice indicator").set_value(id).run()
        says_no_change(app, day(id))
        assert DAYS[day(id)][lang] in lead(app)


def test_leipzig_west_in_figures() -> None:
    """District heat of the seven districts in 2011, from the census itself: 13.9%, the city 40.2%."""
    west = _west()
    app = visit("leipzig_west", indicator="district_heating_share", lang="en")
    assert shown(app)["Leipzig West 9 May 2011"][0] == f"{west:.1f}%"


def test_explore_offers_no_change_of_it() -> None:
    html = " ".join(each.value for each in visit("explore", q="Fernwärme").html)
    links = re.findall(r'href="growth\?([^"]*)"', html)
    own = [link for link in links if "indicator=district_heating_share" in link]
    assert own
    assert not any("map=change" in link for link in own)


def _west() -> float:
    """The share of Leipzig West's dwellings with district heat."""
    rule = catalogue.load()["district_heating_share"].values
    heat, all_ = (pd.concat([SHIPPED.series(name) for name in rule[side]]) for side in ("numerator", "denominator"))
    west = ["50", "51", "52", "70", "71", "72", "73"]
    above, below = (frame[frame["area"].isin(west)]["value"].sum() for frame in (heat, all_))
    return float(100 * above / below)
