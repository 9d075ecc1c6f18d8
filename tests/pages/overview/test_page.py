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
from tests.support.visit import address, shown, visit, warnings

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


def test_a_tile_compares_what_can_be_compared() -> None:
    """From the first sound figure after the last break on; of a single one there is no change."""
    figures = [Observed("2012", 9.0, "A"), Observed("2015", 5.0, "B"), Observed("2016", 6.0, "U")]
    assert tiles.span([*figures, Observed("2017", 7.0, "A")]) == ("2015", "2017")
    assert tiles.span([Observed("2016", 6.0, "U"), Observed("2017", 7.0, "A")]) == ("2017", "2017")
    assert tiles.span(figures[:1]) == ("2012", "2012")


def test_links_name_a_version_that_is_not_in_force() -> None:
    assert "version" not in tiles.tiles("de", store.current(), LIGHT, "")
    assert tiles.tiles("de", store.current(), LIGHT, "2026-01-01-abc").count("version=2026-01-01-abc") == len(TILES)
