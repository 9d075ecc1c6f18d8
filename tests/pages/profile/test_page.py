"""The profile of every place that has one: its sentence, its table, its links, its address, its files."""

import dataclasses
import re
from html import unescape
from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest

from data import store
from indicators import catalogue
from indicators.catalogue import groups
from indicators.places.place import Place
from indicators.places.profile import positions
from locales import LANGUAGES, Language
from tests.support import extent
from tests.support.visit import address, built, fetched, lead, lines, links, notes, pictures, visit, warnings

pytestmark = pytest.mark.usefixtures("empty_store")
PROFILE = "profile"


def words(app: AppTest) -> str:
    """All that stands on the page as HTML, its spaces plain."""
    return unescape(" ".join(html.proto.body for html in app.get("html"))).replace("\u00a0", " ")


def indicators(app: AppTest) -> list[str]:
    """The titles in the table of figures."""
    (table,) = (html.proto.body for html in app.get("html") if 'class="profile' in html.proto.body)
    return [unescape(title) for title in re.findall(r'<th scope="row">(.*?) <small>', table)]


@pytest.mark.parametrize(
    ("lang", "begins"),
    [
        ("de", "Im Jahr 2024 hatte Plagwitz 17.209 Einwohner, 30,0 % mehr als 2012. Größte Unterschiede zur Stadt: d"),
        ("en", "In 2024 Plagwitz had 17,209 residents, 30.0% more than in 2012. It differs most from the city in the "),
    ],
)
def test_a_district_in_both_languages(lang: Language, begins: str) -> None:
    """17,209 are 30.0% more than the 13,236 of 2012."""
    app = visit(PROFILE, lang=lang)
    assert not app.exception
    assert lead(app).startswith(begins)
    assert address(app, "lang", "area", "topic") == [lang, "51", "all"]
    assert len(indicators(app)) == len(positions(store.current(), Place("51", "ortsteil")))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_place_has_a_profile(lang: Language) -> None:
    """Places of every level, by turns in German and in English."""
    app = visit(PROFILE, lang=lang)
    districts, boroughs = (store.current().codes(level) for level in ("ortsteil", "stadtbezirk"))
    places = [*extent.some(districts, 14), *extent.some(boroughs, 6), *groups.load()]
    for area in extent.some(places, 2, LANGUAGES.index(lang)):
        app.selectbox(key="choice area").set_value(area).run()
        assert not app.exception, area
        assert not app.warning, area
        assert address(app, "area") == [area]
        assert len(pictures(app)) == 1
        assert lead(app).count(".") >= 3


def test_a_borough_is_ranked_among_ten_and_a_group_not_at_all() -> None:
    assert " von 10<" in words(visit(PROFILE, area="7"))
    group = words(visit(PROFILE, area="leipzig-west"))
    assert not re.search(r">\d+ von \d+<", group)
    assert "Lässt sich für eine Gruppe nicht zusammenfassen: " in group


def six(app: AppTest) -> list[tuple[str, str]]:
    """Where each tile leads, and its text."""
    (found,) = re.findall('<ul class="tiles six">(.*?)</ul>', words(app))
    return [
        (to, " ".join(re.sub("<.*?>", " ", told).split()))
        for to, told in re.findall('<a href="(.*?)">(.*?)</a>', found)
    ]


def test_six_tiles_begin_a_profile_and_lead_on() -> None:
    """17,209 residents are the ninth most of 63; 13,236 to 17,209 are 30.0 %, the city's 19.7 %."""
    found = six(visit(PROFILE, lang="de"))
    assert [told.partition(" 20")[0] for _, told in found][:5] == [
        "Einwohner",
        "Durchschnittsalter",
        "Grundmiete",
        "Arbeitslosenanteil",
        "Persönliches Nettoeinkommen",
    ]
    assert found[0][1] == "Einwohner 2024 17.209 Personen Rang 9 von 63"
    assert found[5][1] == "Wachstum seit 2012 +30,0 % Stadt +19,7 %"
    for link, _ in found:
        page, _, asked = link.partition("?")
        opened = visit(page, **dict(parse_qsl(asked)))
        assert not warnings(opened)
        assert address(opened, "areas") == ["51"]


def test_tiles_say_why_there_is_no_figure() -> None:
    """Rents of few are confidential; a group has none at all, and is compared with the city."""
    few, group = (six(visit(PROFILE, lang="en", area=area)) for area in ("54", "leipzig-west"))
    assert few[2][1] == "Base rent 2021 confidential or too few cases"
    assert group[2][1] == "Base rent known for districts only"
    assert group[0][0].startswith("compare?")


def test_an_earlier_year_is_that_of_the_whole_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sentence, tiles, table, ages and file; surveys and censuses are those of before."""
    app = visit(PROFILE, lang="en", until="2015")
    residents = store.current().series("kd2-1/Einwohner insgesamt").set_index(["area", "period"])["value"]
    told = f"{residents['51', '2015']:,.0f}"
    assert lead(app).startswith(f"In 2015 Plagwitz had {told} residents")
    assert six(app)[0][1].startswith(f"Population 2015 {told}")
    years = re.findall(r'<td class="wide">([^<]*\d{4})', words(app))
    assert years
    assert max(year[-4:] for year in years) == "2015"
    assert "Age groups 2015" in words(app)
    assert "Most similar (newest figures)" in words(app)
    files = built(app, monkeypatch)
    (name,) = (
        name
        for name in files
        if name.startswith("leipzig_profile_51_2015_") and name.endswith(".csv") and "_de" not in name
    )
    assert f",2015,{residents['51', '2015']:.0f}" in next(
        row for row in lines(files[name]()) if row.startswith("population,")
    )


def test_links_lead_to_neighbours_in_the_same_language() -> None:
    links = re.findall(r'<a href="\?(.*?)">(.*?)</a>', words(visit(PROFILE, lang="en", area="51")))
    assert {("area=50&lang=en", "Schleußig"), ("area=72&lang=en", "Neulindenau")} <= set(links)
    assert all(query.startswith("area=") and query.endswith("&lang=en") for query, _ in links)


def test_one_topic_of_the_table() -> None:
    app = visit(PROFILE, topic="housing")
    titles = {indicator.title["de"] for indicator in catalogue.load().values() if indicator.topic == "housing"}
    assert set(indicators(app)) <= titles
    assert address(app, "topic") == ["housing"]
    app.selectbox(key="choice topic").set_value("all").run()
    assert "Durchschnittsalter" in indicators(app)


@pytest.mark.parametrize(("key", "asked"), [("area", "99"), ("topic", "weather")])
def test_what_the_address_asks_for_in_vain_is_said(key: str, asked: str) -> None:
    app = visit(PROFILE, **{key: asked})
    assert not app.exception
    assert len(warnings(app)) == 1
    assert asked in warnings(app)[0]
    assert address(app, "area", "topic") == ["51", "all"]


def test_a_click_on_the_map_opens_the_profile_of_what_was_clicked() -> None:
    app = visit(PROFILE)
    app.session_state["choice area"] = "70"
    app.run()
    assert "hatte Lindenau" in lead(app)
    assert address(app, "area") == ["70"]


def test_missing_figures_say_why() -> None:
    app = visit(PROFILE, area="54", lang="en", topic="housing")
    assert words(app).count('<td class="why">confidential or too few cases') == 3


def test_age_groups_make_a_whole() -> None:
    shown = re.findall(r"<td>([\d.]+)%", words(visit(PROFILE, lang="en")))
    own = [float(share) for share in shown[:3]]
    assert sum(own) == pytest.approx(100, abs=0.2)


def test_indicators_without_figures_have_no_row_but_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = store.current()
    kept = ~whole.observations["series"].astype(str).str.startswith(("kd6-6/", "kd2-1/"))
    bare = dataclasses.replace(whole, observations=whole.observations[kept])
    monkeypatch.setattr(store, "current", lambda: bare)
    app = visit(PROFILE, lang="en")
    assert not app.exception
    assert lead(app).startswith("Plagwitz: no number of residents (not collected or not published).")
    assert "Base rent" not in indicators(app)
    assert re.search(r"No figures for the 63 districts in the current data: .*Base rent", notes(app))


def test_nothing_at_all_to_show(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = store.current()
    bare = dataclasses.replace(whole, observations=whole.observations[:0])
    monkeypatch.setattr(store, "current", lambda: bare)
    app = visit(PROFILE)
    assert not app.exception
    assert "keine Einwohnerzahl" in lead(app)


def test_files_hold_what_the_page_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    app = visit(PROFILE, topic="housing", area="52")
    (n, series), _ = links(app)
    rows = lines(fetched(series["CSV, international"]))
    assert n == len(rows)
    assert {row.split(",")[3] for row in rows} == {"52", "14713000"}
    files = built(app, monkeypatch)
    (name,) = (name for name in files if name.endswith(".csv") and "_de" not in name)
    assert name.startswith("leipzig_profile_52_")
    header, *found = files[name]().decode().splitlines()
    assert header.split(",")[-7:-3] == ["verdict", "apart", "kind", "source"]
    assert len(found) == len(indicators(app))


def test_the_report_of_an_area_is_offered_and_none_of_a_group() -> None:
    for area, offered in (("51", 1), ("leipzig-west", 0)):
        links_ = [button.proto.url for button in visit(PROFILE, area=area, lang="de").get("link_button")]
        assert links_ == [f"api/v1/report.pdf?area={area}&lang=de"] * offered
