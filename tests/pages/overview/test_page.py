"""The overview: what a reader sees first, and where it leads."""

import json
import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from charts.theme import LIGHT
from data import store
from data.areas import CITY
from indicators import catalogue
from indicators.catalogue import overview
from indicators.figures.grid import Observed
from indicators.figures.values import grid
from locales import LANGUAGES, Language, number
from pages.overview import districts, doors, news, tiles
from tests.support import extent
from tests.support.visit import address, lead, shown, table, visit, warnings

pytestmark = pytest.mark.usefixtures("empty_store")
TITLES: dict[Language, str] = {"de": "Leipzig in Zahlen", "en": "Leipzig in figures"}
CATALOGUE = catalogue.load()
TILES = [indicator.id for indicator in overview.load().tiles]


def tiles_of(app: AppTest) -> list[tuple[str, str]]:
    """Where each tile leads, and its text with spaces between its parts."""
    (found,) = (html.value for html in app.html if '<ul class="tiles">' in html.value)
    return [(unescape(to), plain(inner)) for to, inner in re.findall(r'<a href="(.*?)">(.*?)</a>', found)]


def plain(html: str) -> str:
    return " ".join(unescape(re.sub("<.*?>", " ", html)).replace("\u00a0", " ").split())


def follow(link: str) -> AppTest:
    """The page that a link leads to."""
    parts = urlsplit(link)
    return visit(parts.path, **dict(parse_qsl(parts.query)))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_opens_by_itself(lang: Language) -> None:
    app = visit("overview", lang=lang)
    assert [title.value for title in app.title] == [TITLES[lang]]
    assert not warnings(app)


def test_an_address_of_the_page_that_stood_here_leads_on_to_it() -> None:
    app = visit("overview", lang="en", indicator="unemployment_share", level="stadtbezirk")
    assert address(app, "indicator", "level") == ["unemployment_share", "stadtbezirk"]


def test_tiles_tell_figure_year_and_change() -> None:
    """From 528,540 to 632,562 are 19.68 %; cars were counted otherwise before 2017."""
    told = [text for _, text in tiles_of(visit("overview", lang="de"))]
    assert re.fullmatch(r"Einwohner 2024 632\.562 \w+ \+19,7 % seit 2012", told[0])
    assert told[-1] == "Private Pkw je 1.000 Einwohner 2022 328 −8 seit 2017"


@pytest.mark.parametrize(
    ("n", "lang"), extent.either([(0, "de"), (2, "en")], [(n, lang) for n in range(len(TILES)) for lang in LANGUAGES])
)
def test_a_tile_leads_to_the_page_that_says_the_same(n: int, lang: Language) -> None:
    to, told = tiles_of(visit("overview", lang=lang))[n]
    page = follow(to)
    assert address(page, "indicator", "lang") == [TILES[n], lang]
    assert not warnings(page)
    (value, _), (change, _), *_ = shown(page).values()
    # The page tells an end more exactly where the change beside it asks for it.
    _, exact = grid(store.current(), CATALOGUE[TILES[n]]).history(CITY).known[-1][:2]
    assert any(value.startswith(number(lang, exact, decimals)) for decimals in range(3))
    assert number(lang, exact, CATALOGUE[TILES[n]].decimals) in told
    assert change.partition(" ")[0] in told.split()


def map_of(app: AppTest) -> str:
    components = [json.loads(one.proto.bytes) for one in app.get("bidi_component")]
    (drawn,) = (data["html"] for data in components if "html" in data)
    return str(drawn)


def test_every_district_is_a_link_with_its_growth() -> None:
    """What is said of Lindenau is what the growth page says."""
    drawn = map_of(visit("overview", lang="en"))
    links = re.findall(r'<a href="(.*?)"><title>(.*?)</title>', drawn)
    assert len(links) == 63
    told = {dict(parse_qsl(urlsplit(unescape(to)).query))["area"]: plain(text) for to, text in links}
    rows = re.search(r"<td>Lindenau<td>([\d,]+)<td>([\d,]+)<td>\+[\d,]+<td>(.*?)<", table(visit("growth", lang="en")))
    assert rows
    assert re.fullmatch(rf"Lindenau: {rows[2]} \w+ in 2024, {re.escape(rows[3])} since 2012", told["70"])


def test_what_was_counted_on_other_boundaries_is_marked() -> None:
    drawn = plain(map_of(visit("overview", lang="de")))
    assert re.search(r"Engelsdorf: [\d.]+ \w+ \(2024\), \+[\d,]+ % † seit 2012", drawn)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_place_is_found_by_name_and_has_a_profile(lang: Language) -> None:
    (listed,) = (html.value for html in visit("overview", lang=lang).html if 'class="names"' in html.value)
    links = [unescape(to) for to in re.findall(r'<a href="(.*?)">', listed)]
    assert len(set(links)) == 63 + 10
    page = follow(next(to for to in links if "area=7&" in to))
    assert not warnings(page)
    assert "Alt-West" in page.title[0].value


def section(app: AppTest, css: str) -> str:
    (found,) = (html.value for html in app.html if f'class="overview {css}"' in html.value)
    return str(found)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_door_says_what_its_page_begins_with(lang: Language) -> None:
    html = section(visit("overview", lang=lang), "doors")
    doors = re.findall(r'<h3><a href="(.*?)">.*?</a></h3><p>(.*?)</p>', html)
    assert len(doors) == 3
    for to, sentence in doors:
        page = follow(unescape(to))
        assert lead(page) == plain(sentence)
        assert not warnings(page)


def news_of(app: AppTest) -> tuple[str, str]:
    """What moved most, and what is new."""
    most, new = (html.value for html in app.html if 'class="overview news"' in html.value)
    return most, new


def test_what_moved_most_is_what_the_page_behind_it_says() -> None:
    most, _ = news_of(visit("overview", lang="en"))
    rows = [plain(row).rsplit(", ", 1)[0] for row in re.findall("<li>(.*?)</li>", most)]
    assert len(rows) == 5
    *_, every = re.findall('<a href="(.*?)">', most)
    told = lead(follow(unescape(every)))
    nouns = {one.title["en"]: one.noun["en"] for one in catalogue.load().values()}
    for row in rows[:3]:
        name, _, change = re.split(" ([+−])", row)
        assert nouns[name] in told
        assert change in told


def test_links_to_topics_and_changes_lead_somewhere() -> None:
    most, new = news_of(visit("overview", lang="de"))
    links = [unescape(to) for to in re.findall('<a href="(.*?)">', most + new)]
    assert len(links) > 15
    for to in {re.sub("(topic|indicator)=.*?&", "", to): to for to in links}.values():
        page = follow(to)
        assert not warnings(page)
        assert not page.exception


def test_newest_years_count_each_indicator_once() -> None:
    """Every indicator with figures reaches one year: those of the years shown are not more than there are."""
    _, new = news_of(visit("overview", lang="en"))
    years = re.findall("<dt>(.*?)</dt>", new)
    assert years == sorted(years, reverse=True)
    reach = {
        id: grid(store.current(), one).with_figures() for id, one in catalogue.load().items() if one.kind != "forecast"
    }
    expected = sum(periods[-1][:4] in years for periods in reach.values() if periods)
    assert sum(int(n) for n in re.findall(r"</a> \((\d+)\)", new)) == expected


def test_revisions_are_told(tmp_path: Path) -> None:
    dataset = store.current()
    row = "kd2-1/Einwohner insgesamt,51,2024,17000.0,17204.0,2026-11-27T08:00:00Z"
    header = "series,area,period,old,new,seen_at"
    (tmp_path / "revisions.csv").write_text(f"{header}\n{row}\n")
    told = plain(news.news("en", replace(dataset, path=tmp_path), ""))
    assert "1 figure of 2024 changed in kd2-1" in told
    assert "no published figure has been changed" not in told


def test_a_tile_compares_what_can_be_compared() -> None:
    """From the first sound figure after the last break on; of a single one there is no change."""
    figures = [Observed("2012", 9.0, "A"), Observed("2015", 5.0, "B"), Observed("2016", 6.0, "U")]
    assert tiles.span([*figures, Observed("2017", 7.0, "A")]) == ("2015", "2017")
    assert tiles.span([Observed("2016", 6.0, "U"), Observed("2017", 7.0, "A")]) == ("2017", "2017")
    assert tiles.span(figures[:1]) == ("2012", "2012")


def test_links_name_a_version_that_is_not_in_force() -> None:
    dataset, old = store.current(), "2026-01-01-abc"

    def every(version: str) -> list[str]:
        drawn = (tiles.tiles, districts.picture, doors.doors, news.moved_most)
        parts = [each("de", dataset, LIGHT, version) for each in drawn]
        parts += [districts.names("de", dataset, version), news.news("de", dataset, version)]
        return [link for part in parts for link in re.findall('<a href="(.*?)"', part)]

    assert all(f"version={old}" in link for link in every(old))
    assert not any("version" in link for link in every(""))
