"""The overview: what a reader sees first, and where it leads."""

import re
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from charts.theme import LIGHT
from data import store
from indicators.catalogue import overview
from indicators.figures.grid import Observed
from locales import LANGUAGES, Language
from pages.overview import tiles
from tests.support import extent
from tests.support.visit import address, shown, table, visit, warnings

pytestmark = pytest.mark.usefixtures("empty_store")
TITLES: dict[Language, str] = {"de": "Leipzig in Zahlen", "en": "Leipzig in figures"}
TILES = [indicator.id for indicator in overview.load().tiles]


def tiles_of(app: AppTest) -> list[tuple[str, str]]:
    """Where each tile leads, and its text with spaces between its parts."""
    (found,) = (html.value for html in app.html if html.value.startswith('<ul class="tiles">'))
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
    assert told[0] == "Einwohner 2024 632.562 Personen +19,7 % seit 2012"
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
    assert value.partition(" ")[0] in told.split()
    assert change.partition(" ")[0] in told.split()


def map_of(app: AppTest) -> str:
    (drawn,) = app.get("bidi_component")
    return str(drawn.proto.bytes.decode())


def test_every_district_is_a_link_with_its_growth() -> None:
    """What is said of Lindenau is what the growth page says."""
    drawn = map_of(visit("overview", lang="en"))
    links = re.findall(r'<a href="(.*?)"><title>(.*?)</title>', drawn)
    assert len(links) == 63
    told = {dict(parse_qsl(urlsplit(unescape(to)).query))["area"]: plain(text) for to, text in links}
    rows = re.search(r"<td>Lindenau<td>([\d,]+)<td>([\d,]+)<td>\+[\d,]+<td>(.*?)<", table(visit("growth", lang="en")))
    assert rows
    assert told["70"] == f"Lindenau: {rows[2]} persons in 2024, {rows[3]} since 2012"


def test_what_was_counted_on_other_boundaries_is_marked() -> None:
    drawn = plain(map_of(visit("overview", lang="de")))
    assert re.search(r"Engelsdorf: [\d.]+ Personen \(2024\), \+[\d,]+ % † seit 2012", drawn)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_place_is_found_by_name_and_has_a_profile(lang: Language) -> None:
    (listed,) = (html.value for html in visit("overview", lang=lang).html if 'class="names"' in html.value)
    links = [unescape(to) for to in re.findall(r'<a href="(.*?)">', listed)]
    assert len(set(links)) == 63 + 10
    page = follow(next(to for to in links if "area=7&" in to))
    assert not warnings(page)
    assert "Alt-West" in page.title[0].value


def test_a_tile_compares_what_can_be_compared() -> None:
    """From the first sound figure after the last break on; of a single one there is no change."""
    figures = [Observed("2012", 9.0, "A"), Observed("2015", 5.0, "B"), Observed("2016", 6.0, "U")]
    assert tiles.span([*figures, Observed("2017", 7.0, "A")]) == ("2015", "2017")
    assert tiles.span([Observed("2016", 6.0, "U"), Observed("2017", 7.0, "A")]) == ("2017", "2017")
    assert tiles.span(figures[:1]) == ("2012", "2012")


def test_links_name_a_version_that_is_not_in_force() -> None:
    assert "version" not in tiles.tiles("de", store.current(), LIGHT, "")
    assert tiles.tiles("de", store.current(), LIGHT, "2026-01-01-abc").count("version=2026-01-01-abc") == len(TILES)
