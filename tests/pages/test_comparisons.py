"""The pictures below the map, and the story of Leipzig West: each opens for every indicator and says its words."""

import dataclasses
import re
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data import store
from data.areas import CITY
from indicators import catalogue
from indicators.catalogue import at_a_glance
from indicators.figures.values import grid, values
from locales import Language
from tests.support import extent
from tests.support.shipped import LOADED
from tests.support.visit import built, lead, lines, pictures, visit

pytestmark = pytest.mark.usefixtures("empty_store")
PICTURES = ("slope", "distribution", "heat", "relation")
LEVELS = ("ortsteil", "stadtbezirk")
OVER_TIME = ("slope", "heat")


@pytest.mark.parametrize("picture", PICTURES)
@pytest.mark.parametrize("level", LEVELS)
def test_pictures_open_for_every_indicator(picture: str, level: str) -> None:
    """Indicators of every kind, each in one picture of districts and in another one of boroughs."""
    shipped = store.current()
    app = visit("growth", picture=picture, level=level)
    turn = (PICTURES.index(picture) + LEVELS.index(level)) % 4
    for indicator in (LOADED[id] for id in extent.some(extent.of_each_kind(LOADED), 4, turn)):
        there = values(shipped, indicator).dropna(subset=["value"])["area"]
        if not there.isin([*shipped.codes("stadtbezirk"), CITY]).any():
            continue
        if picture in OVER_TIME and len(grid(shipped, indicator).with_figures()) == 1:
            continue
        app.selectbox(key="choice indicator").set_value(indicator.id).run()
        assert not app.exception, (picture, level, indicator.id)
        assert app.query_params["picture"] == picture


@pytest.mark.parametrize("picture", PICTURES)
def test_every_picture_opens_for_what_districts_alone_have(picture: str) -> None:
    app = visit("growth", picture=picture, indicator="sgb2_share")
    assert not app.exception
    assert app.query_params["picture"] == picture


@pytest.mark.parametrize(("picture", "ends"), [("slope", "change"), ("distribution", "value")])
def test_a_picture_names_the_ends_where_nobody_is_followed(picture: str, ends: str) -> None:
    """And, as soon as somebody is, those who are."""
    shipped = store.current()
    names = shipped.names["ortsteil"]
    population = values(shipped, catalogue.load()["population"])
    wide = population.pivot(index="area", columns="period", values="value").loc[list(names)]
    measured = wide["2024"] / wide["2012"] if ends == "change" else wide["2024"]
    asked = {"picture": picture, "indicator": "population", "from": "2012", "to": "2024"}
    assert named(visit("growth", **asked)) == {names[str(end)] for end in (measured.idxmin(), measured.idxmax())}
    assert named(visit("growth", areas="51", **asked)) == {names["51"]}


def named(app: AppTest) -> set[str]:
    """The districts with a name in the last picture, without signs and line breaks."""
    figure = pictures(app)[-1]
    told = [name for trace in figure["data"] if trace.get("mode") == "text" for name in trace["text"]]
    flags = [note["text"] for note in figure["layout"]["annotations"] if note.get("yanchor") == "middle"]
    return {re.sub(r"\u2009[†‡]", "", name.replace("<br>", " ").replace("- ", "-")) for name in (*told, *flags) if name}


def test_the_relation_names_its_second_indicator_in_the_address() -> None:
    app = visit("growth", picture="relation", **{"with": "mean_age", "fit": "yes"})
    assert app.selectbox(key="choice with").value == "mean_age"
    assert app.toggle[0].value is True
    assert (app.query_params["with"], app.query_params["fit"]) == ("mean_age", "yes")
    app.toggle[0].set_value(False).run()
    assert app.query_params["fit"] == "no"


def test_indicators_without_a_common_year_have_no_relation() -> None:
    """Engine types are counted from 2016 on; until 2013 no year has both."""
    asked = {"with": "electric_car_share", "from": "2011", "to": "2013"}
    app = visit("growth", picture="relation", indicator="net_income_person", **asked)
    assert not app.exception
    assert any("kein Jahr" in info.value for info in app.info)


@pytest.mark.parametrize(
    ("lang", "begins", "where"),
    [
        ("de", "Von 2000 bis 2024 wuchs", "in allen sieben Ortsteilen"),
        ("en", "From 2000 to 2024", "in all seven districts"),
    ],
)
def test_the_story_begins_with_its_finding(lang: Language, begins: str, where: str) -> None:
    """54,466 to 88,047 residents are 61.65 %; in 2001 15.5 − 12.9 = 2.6 points apart; incomes are told by district."""
    app = visit("leipzig_west_at_a_glance", lang=lang)
    assert not app.exception
    assert lead(app).startswith(f"{begins} Leipzig West")
    assert ("61,7" if lang == "de" else "61.7") in lead(app)
    assert ("2,6" if lang == "de" else "2.6") in lead(app)
    words = " ".join(html.value for html in app.html)
    assert f"<li>{begins} Leipzig West" in words
    assert words.count("<li>") >= 6
    assert where in words
    assert "indicator=net_income_person" in words
    assert all(f"<b>{name} 20" in words for name in ("URBAN II", "Triangulum", "SPARCS"))


def test_its_nine_places_are_for_what_has_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a store has no figures of gives up its place to what comes next; income is never the group's."""
    whole = store.current()
    aged = whole.observations["series"].astype(str) == "kd2-3/Durchschnittsalter"
    held = {title["text"].partition("</b>")[0] for title in _titles(visit("leipzig_west_at_a_glance", lang="en"))}
    bare = dataclasses.replace(whole, observations=whole.observations[~aged])
    monkeypatch.setattr(store, "current", lambda: bare)
    left = {title["text"].partition("</b>")[0] for title in _titles(visit("leipzig_west_at_a_glance", lang="en"))}
    assert len(held) == len(left) == 9
    assert "<b>Mean age" in held - left
    assert not any("income" in title for title in held | left)


def _titles(app: AppTest) -> list[dict[str, Any]]:
    return [note for note in pictures(app)[0]["layout"]["annotations"] if note["text"].startswith("<b>")]


def test_files_of_the_story(monkeypatch: pytest.MonkeyPatch) -> None:
    app = visit("leipzig_west_at_a_glance", lang="en")
    files = built(app, monkeypatch)
    (name,) = (name for name in files if name.endswith(f"{store.current().version}.csv"))
    rows = lines(files[name]())
    assert any(f"{len(rows):,} rows" in html.value for html in app.html)
    assert {row.split(",")[0] for row in rows} == {one.id for one in at_a_glance.load()["leipzig-west"].indicators[:9]}
    assert any("Leipzig West,group,2024,88047" in row for row in rows)


def test_the_story_asks_for_a_district() -> None:
    app = visit("leipzig_west_at_a_glance")
    app.multiselect(key="choice members").set_value([]).run()
    assert not app.exception
    assert app.info


def test_the_story_is_told_by_declared_indicators() -> None:
    story = at_a_glance.load()["leipzig-west"]
    assert set(story.indicators) <= set(catalogue.load().values())
    assert [context.name for context in story.context] == ["URBAN II", "Triangulum", "SPARCS"]
    assert all(context.first < context.last for context in story.context)


def test_one_year_on_the_map_stands_in_the_address() -> None:
    app = visit("growth", map="value", year="2015", indicator="mean_age")
    assert not app.exception
    assert app.query_params["year"] == "2015"
    assert lead(app)


def test_an_indicator_is_not_set_beside_itself() -> None:
    app = visit("growth", picture="relation", indicator="unemployment_share", lang="en")
    assert app.query_params["with"] == "net_income_person"
    assert "Unemployment share" not in " ".join(app.selectbox(key="choice with").options).split(" · ")
    app.selectbox(key="choice indicator").set_value("net_income_person").run()
    assert app.query_params["with"] == "unemployment_share"
