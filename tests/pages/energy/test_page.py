"""The energy page: every chapter in both languages, what is modelled says so, a scenario is one."""

import dataclasses
import re
from itertools import product

import pytest
from streamlit.testing.v1 import AppTest

from data import store
from indicators import catalogue
from locales import LANGUAGES, Language
from tests.support import extent
from tests.support.visit import (
    address,
    built,
    fetched,
    lead,
    lines,
    links,
    notes,
    pictures,
    shown,
    table,
    visit,
    warnings,
)

pytestmark = pytest.mark.usefixtures("empty_store")
CHAPTERS = ("where", "made", "changed", "cars", "scenario")
HEAT = (
    "residential_heat_per_m2",
    "residential_heat_per_resident",
    "residential_heat",
    "heating_emissions_per_resident",
    "heating_emissions_direct_per_resident",
)
MODELLED = {"de": "modelliert", "en": "modelled"}


def titles(app: AppTest) -> list[str]:
    return [picture["layout"]["title"]["text"] for picture in pictures(app)]


@pytest.mark.parametrize(
    ("chapter", "level", "lang"), extent.some(product(CHAPTERS, ["ortsteil", "stadtbezirk"], LANGUAGES))
)
def test_every_chapter_opens(chapter: str, level: str, lang: Language) -> None:
    app = visit("energy", chapter=chapter, level=level, lang=lang)
    assert not app.exception
    assert not warnings(app)
    assert lead(app)
    assert address(app, "chapter", "level", "lang") == [chapter, level, lang]
    assert len(pictures(app)) >= 2
    assert all("2026-" in str(picture["layout"]["annotations"]) for picture in pictures(app))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("chapter", ["where", "changed"])
def test_what_is_modelled_says_so_in_every_picture_and_tooltip(chapter: str, lang: Language) -> None:
    for id in extent.some(HEAT, 2, LANGUAGES.index(lang)):
        app = visit("energy", chapter=chapter, heat=id, lang=lang)
        assert not app.exception
        for title in titles(app):
            assert MODELLED[lang] in title, (id, title)
        traces = [trace for picture in pictures(app) for trace in picture["data"]]
        tooltips = [trace["hovertemplate"] for trace in traces if trace.get("name") == "values"]
        assert tooltips
        assert all(MODELLED[lang] in tooltip for tooltip in tooltips)
        assert MODELLED[lang] in lead(app)
        assert catalogue.load()[id].model[lang] in str(pictures(app)[0]["layout"]["annotations"]).replace(" <br>", " ")  # type: ignore[index]


def test_where_heat_is_used_in_german() -> None:
    app = visit("energy")
    assert lead(app).startswith("Im Jahr 2022 betrug die modellierte Heizenergie je m² Wohnfläche in Leipzig ")
    value, limits = shown(app)["Heizenergie (nur Wohnungen, modelliert) 2022"]
    assert value.endswith("GWh im Jahr")
    assert limits.startswith("Unsicherheitsbereich ")
    assert "nicht gemessen" in notes(app)


def test_a_year_and_a_quantity_stand_in_the_address() -> None:
    app = visit("energy", heat="residential_heat", year="2015", areas="51,70")
    assert "2015" in lead(app)
    assert address(app, "heat", "year", "areas") == ["residential_heat", "2015", "51,70"]
    app.selectbox(key="choice heat").set_value("heating_emissions_per_resident").run()
    assert address(app, "heat") == ["heating_emissions_per_resident"]
    app.pills(key="choice chapter").set_value("changed").run()
    assert address(app, "chapter", "heat") == ["changed", "heating_emissions_per_resident"]


def test_the_ranking_has_limits_in_tooltips_and_as_lines() -> None:
    ranking = pictures(visit("energy", lang="en"))[1]["data"][0]
    assert len(ranking["customdata"]) == 64
    assert all(re.fullmatch(r"[\d.]+<br>uncertainty from [\d.]+ to [\d.]+", told) for told in ranking["customdata"])
    assert "modelled, not measured" in ranking["hovertemplate"]
    assert all(above > 0 for above in ranking["error_x"]["array"])


def test_where_district_heat_ends() -> None:
    app = visit("energy", chapter="made", lang="en")
    for share in ("83.8%", "5.7%", "27.5%", "3.0%", "40.2%", "43.4%"):
        assert share in lead(app)
    carriers = pictures(app)[2]["data"][0]
    assert dict(zip(carriers["y"], carriers["text"], strict=True))["Gas"] == "50.9%"


def test_the_change_says_what_is_not_in_it() -> None:
    app = visit("energy", chapter="changed")
    assert lead(app).startswith("Von 2011 bis 2022 sank die modellierte Heizenergie je m² Wohnfläche in Leipzig")
    assert "in welchem von 63 Ortsteilen sie am stärksten sank, lässt sich nicht sagen" in lead(app)
    assert "Sanierung, Wetter, Preise" in notes(app)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_scenario_is_marked_as_one(lang: Language) -> None:
    app = visit("energy", chapter="scenario", lang=lang)
    word = {"de": "Szenario", "en": "Scenario"}[lang]
    assert lead(app).startswith(word)
    assert len(titles(app)) == 3
    for title, picture in zip(titles(app), pictures(app), strict=True):
        assert title.startswith(f"<b>{word}: ")
        assert word.upper() in [note["text"] for note in picture["layout"]["annotations"]]
    assert any(word.upper() in html.value and "st-key-scenario" in html.value for html in app.html)


def test_sliders_stand_in_the_address_and_move_the_scenario() -> None:
    app = visit("energy", chapter="scenario", lang="en", renovation="0", connection="0", factor="0")
    assert lead(app) == "Scenario without a measure: everything stays as it is. Move a slider."
    app.select_slider(key="choice factor").set_value(-50.0).run()
    assert address(app, "factor") == ["-50"]
    assert "district heat emitted 0.077 instead of 0.154 kg CO₂e per kWh" in lead(app)
    app.select_slider(key="choice renovation").set_value(2.5).run()
    app.select_slider(key="choice years").set_value(20.0).run()
    assert address(app, "renovation", "years") == ["2.5", "20"]
    assert "50% of the living space were renovated" in lead(app)


@pytest.mark.parametrize(
    ("key", "asked"), [("renovation", "9"), ("years", "soon"), ("factor", "1"), ("district_heat", "7")]
)
def test_what_a_slider_cannot_show_is_said(key: str, asked: str) -> None:
    app = visit("energy", chapter="scenario", **{key: asked})
    assert not app.exception
    assert any(f"{key}" in warning.replace("\\", "") for warning in warnings(app))


def test_ones_own_factor_of_district_heat_moves_today_as_well() -> None:
    """With 0 instead of 0.154, only what is heated otherwise emits, and a cleaner district heat saves nothing."""
    usual, own = (
        visit("energy", chapter="scenario", lang="en", factor="-50", **kept) for kept in ({}, {"district_heat": "0"})
    )
    key = "Emissions in the scenario, t CO₂e a year"
    assert int(shown(own)[key][0].replace(",", "")) < int(shown(usual)[key][0].replace(",", ""))
    assert "district heat emitted" not in lead(own)
    assert address(own, "district_heat") == ["0"]


def upload(app: AppTest, content: bytes) -> AppTest:
    app.file_uploader[0].upload("own.toml", content, "application/toml")
    return app.run()


def test_a_file_of_ones_own_is_used() -> None:
    app = visit("energy", chapter="scenario", lang="en", factor="-50")
    own = '[sources]\nme = "made up"\n[emissions]\ndistrict_heat = {direct = 0, life_cycle = 0.1, source = "me"}'
    app = upload(app, own.encode())
    assert not app.exception
    assert [box.value for box in app.success]
    assert "0.050 instead of 0.100" in lead(app)
    assert any("made up" in html.value for html in app.html)
    # The file is in no link, and the page says so.
    assert "the address does not keep it" in app.file_uploader[0].label
    assert "district_heat" not in app.query_params
    assert "0.1" not in str(dict(app.query_params).values())


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"[emissions]\ngas = 3", "expected {direct = number"), (b"\xff", "")],
)
def test_a_wrong_file_is_refused_with_its_reason(content: bytes, told: str) -> None:
    app = upload(visit("energy", chapter="scenario", lang="en"), content)
    assert not app.exception
    assert len(app.error) == 1
    assert "the model’s own factors are used" in app.error[0].value
    assert told in notes(app)


def test_the_table_holds_the_city_and_every_district() -> None:
    found = table(visit("energy", chapter="scenario", lang="en"))
    assert found.count("<tr") == 65
    assert '<tr class="lit"><td>Leipzig<td>' in found


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_files_have_the_rows_that_they_promise(chapter: str, monkeypatch: pytest.MonkeyPatch) -> None:
    app = visit("energy", chapter=chapter, lang="en")
    for rows, linked in links(app):
        assert len(lines(fetched(linked["CSV, international"]))) == rows
    promised = [re.search(r"<span>([\d,]+) rows</span>", html.value) for html in app.html]
    tables = [int(found[1].replace(",", "")) for found in promised if found]
    files = built(app, monkeypatch)
    plain = [build for name, build in files.items() if name.endswith(f"{store.current().version}.csv")]
    assert [len(lines(build())) for build in plain] == tables
    assert bool(tables) != (chapter == "cars")


def test_a_file_of_modelled_heat_says_so_and_has_its_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    files = built(visit("energy", lang="en"), monkeypatch)
    (build,) = (build for name, build in files.items() if name.endswith(f"{store.current().version}.csv"))
    header, first, *_ = build().decode().splitlines()
    assert header.endswith("kind,source,low,high,area_id,year,parent")
    assert ",E,modelled," in first
    assert "own model" in first


def test_a_file_of_a_scenario_says_so_in_every_row(monkeypatch: pytest.MonkeyPatch) -> None:
    files = built(visit("energy", chapter="scenario", connection="30"), monkeypatch)
    (build,) = (build for name, build in files.items() if name.endswith(f"{store.current().version}.csv"))
    header, *rows = build().decode().splitlines()
    assert "heat_mwh_scenario" in header
    assert len(rows) == 64
    assert all(",E,scenario,2022,1,10,30,0.154,0.154" in row for row in rows)


def test_without_the_census_every_chapter_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = store.current()
    census = whole.observations["series"].astype(str).str.startswith("zensus2011")
    bare = dataclasses.replace(whole, observations=whole.observations[~census])
    monkeypatch.setattr(store, "current", lambda: bare)
    for chapter in ("where", "made", "changed", "scenario"):
        app = visit("energy", chapter=chapter)
        assert not app.exception, chapter
        assert app.info, chapter
        assert address(app, "chapter") == [chapter]


def test_doubtful_shares_of_district_heat_carry_their_mark() -> None:
    """The census hides small counts of dwellings, so that Grünau-Ost has more with district heat than there are."""
    app = visit("energy", chapter="made")
    chart, ranking = pictures(app)[:2]
    bars = ranking["data"][0]
    assert dict(zip(bars["y"], bars["text"], strict=True))["Grünau-Ost"] == "100,0\u2009‡"
    told = " ".join(note["text"] for drawn in (chart, ranking) for note in drawn["layout"]["annotations"])
    assert "‡ unsicher: 1 Gebiet" in told
    assert "‡ unsicherer Wert" in told


def test_electric_cars_are_ranked_and_counted() -> None:
    """Leipzig had 2,950 purely electric vehicles at the end of 2021 and 3,854 a year later."""
    app = visit("energy", chapter="cars", lang="en")
    assert lead(app).startswith("In 2022 the share of electric vehicles in Leipzig was 1.51%")
    assert shown(app)["Electric vehicles 2022"] == ("3,854 vehicles", "2021: 2,950 vehicles")
    titles = [drawn["layout"]["title"]["text"] for drawn in pictures(app)]
    assert any("Ranking 2022" in title for title in titles)


def test_a_district_that_is_set_off_has_a_card_in_each_chapter_with_a_map_of_figures() -> None:
    for chapter in ("where", "changed", "cars"):
        app = visit("energy", chapter=chapter, areas="51", lang="en")
        assert ["Plagwitz" in html.value for html in app.html if 'class="card"' in html.value] == [True]


def test_the_way_to_energy_districts_takes_the_district_along() -> None:
    app = visit("energy", chapter="made", areas="70,51", lang="en")
    assert any('href="energy_district?area=51&amp;lang=en"' in html.value for html in app.html)
