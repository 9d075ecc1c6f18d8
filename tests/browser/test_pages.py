"""The pages as a reader meets them: drawn, changed by hand, restored from an address, and without any other host."""

import re
from html import unescape
from typing import Final
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from indicators.catalogue import groups
from locales import LANGUAGES, Language
from tests.support import extent

from .conftest import Heard

pytestmark = pytest.mark.browser

PAGES: Final = ("growth", "growth_story", "leipzig_west")
DISTRICTS: Final = 63
OUTLINES: Final = 10
"""The ten boroughs' outlines, drawn over the districts."""
LIT: Final = {"growth": 0, "growth_story": 0, "leipzig_west": len(groups.load()["leipzig-west"].members)}
NAMES: Final[dict[Language, str]] = {"de": "Deutsch", "en": "English"}
FILLS: Final = """points => Object.fromEntries(
    points.map(({ __data__, firstChild }) => [__data__.id, getComputedStyle(firstChild).fill])
)"""
"""The colours of bars, by area."""
LEADS: Final[dict[Language, str]] = {"de": "Von {} bis {}", "en": "From {} to {}"}


def drawn_map(page: Page) -> Locator:
    return page.locator(".st-key-map")


def shapes(page: Page) -> Locator:
    """The districts and outlines that the map has drawn."""
    return drawn_map(page).locator(".choroplethlayer path.choroplethlocation[d^=M]")


def thumb(page: Page, which: int) -> Locator:
    """The slider's handle of the first (0) or last (1) year."""
    return page.locator(".st-key-years input[type=range]").nth(which)


def visit(page: Page, name: str, query: str = "") -> None:
    """Opens a page and waits for its map."""
    page.goto(f"{name}{query}")
    expect(shapes(page)).to_have_count(DISTRICTS + OUTLINES + LIT[name])


def expect_years(page: Page, lang: Language, start: str, end: str) -> None:
    """Sentence, map and address speak of the same years."""
    expect(page.locator(".lead")).to_contain_text(LEADS[lang].format(start, end))
    expect(drawn_map(page).locator(".gtitle")).to_contain_text(f"{start}–{end}")
    expect(page).to_have_url(re.compile(f"[?&]from={start}&to={end}(&|$)"))
    expect(page.locator("html")).to_have_attribute("lang", lang)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_draws_all_districts(page: Page, heard: Heard, app: str, name: str, lang: Language) -> None:
    visit(page, name, f"?lang={lang}")
    expect_years(page, lang, "2012", "2024")
    assert heard.hosts() == {urlsplit(app).netloc}
    assert {urlsplit(address).scheme for address in heard.addresses} >= {"http", "ws"}


def test_districts_without_a_value_are_drawn(page: Page) -> None:
    visit(page, "growth", "?indicator=total_rent&from=2011&to=2021")
    layers = drawn_map(page).locator(".choroplethlayer .trace")
    expect(layers).to_have_count(3)
    assert 0 < layers.first.locator("path").count() < DISTRICTS


@pytest.mark.parametrize("name", PAGES)
def test_a_year_changes_by_keyboard_and_back(page: Page, name: str) -> None:
    visit(page, name)
    expect_years(page, "de", "2012", "2024")
    thumb(page, 0).press("ArrowRight")
    expect_years(page, "de", "2013", "2024")
    thumb(page, 1).press("ArrowLeft")
    expect_years(page, "de", "2013", "2023")
    page.go_back()
    expect_years(page, "de", "2013", "2024")
    page.go_back()
    expect_years(page, "de", "2012", "2024")


def test_a_year_changes_by_hand(page: Page) -> None:
    visit(page, "growth", "?lang=en&from=2013&to=2013")
    track = page.locator(".st-key-years .years div")
    expect(page.locator(".st-key-ranking .gtitle")).to_be_visible()
    box = track.bounding_box()
    assert box is not None
    left, right, middle = box["x"] + 2, box["x"] + box["width"] - 2, box["y"] + box["height"] / 2
    # Both handles stand at 2013, and a click beside them moves one of them.
    page.mouse.click(right, middle)
    expect_years(page, "en", "2013", "2024")
    page.mouse.move(right, middle)
    page.mouse.down()
    page.mouse.move(left, middle, steps=5)
    expect(thumb(page, 1)).to_have_attribute("aria-valuetext", "2013")
    page.mouse.up()
    page.wait_for_url("**from=2013&to=2013&**")
    page.mouse.click(left, middle)
    thumb(page, 1).press("End")
    expect_years(page, "en", "2000", "2024")


def test_a_long_title_fits_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("growth?indicator=turnout_federal&lang=de")
    title = page.locator(".st-key-map .gtitle")
    expect(title).to_contain_text("Wahlbeteiligung Bundestagswahl: Veränderung24.9.2017–26.9.2021")
    assert page.locator(".st-key-map figure").evaluate("""map => {
        const [picture, title] = [map, map.querySelector(".gtitle")].map(each => each.getBoundingClientRect());
        return title.right <= picture.right;
    }""")


def test_a_slider_of_days_says_them_as_the_page_does(page: Page) -> None:
    visit(page, "growth", "?lang=de&indicator=turnout_federal")
    expect(page.get_by_role("slider", name="Veränderung zwischen, Anfang")).to_have_attribute(
        "aria-valuetext", "24.9.2017"
    )


def test_the_language_follows_the_switch(page: Page) -> None:
    visit(page, "growth")
    for lang in ("en", "de"):
        page.get_by_role("radio", name=NAMES[lang]).press("Enter")
        expect_years(page, lang, "2012", "2024")


def test_a_link_restores_its_state(page: Page) -> None:
    visit(page, "growth", "?indicator=unemployment_share&from=2005&to=2022&lang=en")
    expect_years(page, "en", "2005", "2022")
    expect(drawn_map(page).locator(".gtitle")).to_contain_text("Unemployment share")
    expect(thumb(page, 0)).to_have_attribute("aria-valuetext", "2005")
    expect(thumb(page, 1)).to_have_attribute("aria-valuetext", "2022")
    expect(page.get_by_test_id("stAlert")).to_have_count(0)


def test_the_map_needs_no_webgl(page: Page) -> None:
    page.add_init_script("""
        window.contexts = [];
        const original = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
            window.contexts.push(kind);
            return original.call(this, kind, ...rest);
        };
    """)
    visit(page, "growth")
    expect(drawn_map(page).locator("canvas")).to_have_count(0)
    assert [kind for kind in page.evaluate("window.contexts") if "webgl" in kind] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_phone_does_not_scroll_sideways(page: Page, name: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    visit(page, name)
    main = page.get_by_test_id("stMain")
    assert main.evaluate("main => main.scrollWidth - main.clientWidth") <= 0
    for box in (chart.bounding_box() for chart in page.locator(".picture figure").all()):
        assert box is not None
        assert box["x"] + box["width"] <= 390


def test_a_year_moved_to_is_painted_at_once_and_followed_by_the_page(page: Page) -> None:
    page.goto("growth?map=value&year=2015&indicator=unemployment_share&lang=en")
    title = page.locator(".st-key-map .gtitle")
    expect(title).to_contain_text("Unemployment share 2015")
    districts = page.locator(".st-key-map .choroplethlayer > g").first.locator("path")
    expect(districts).to_have_count(DISTRICTS)
    fills = "paths => paths.map(path => getComputedStyle(path).fill)"
    before = districts.evaluate_all(fills)
    slider = page.get_by_role("slider", name="Year", exact=True)
    slider.focus()
    slider.press("Home")
    painted = districts.evaluate_all(fills)
    assert painted != before
    expect(page.locator(".st-key-ranking .gtitle")).to_contain_text("Ranking 2000")
    page.wait_for_url("**year=2000**")
    # Hartmannsdorf-Knautnaundorf has no figure for 2000: what was painted is what the page then draws.
    drawn = page.locator(".st-key-map .choroplethlayer > g")
    expect(drawn.first.locator("path")).to_have_count(1)
    expect(drawn.nth(1).locator("path")).to_have_count(DISTRICTS - 1)
    again = [fill for layer in (drawn.first, drawn.nth(1)) for fill in layer.locator("path").evaluate_all(fills)]
    assert sorted(again) == sorted(painted)


MAP = r"""map => ({
    fills: Object.fromEntries([...map.querySelectorAll(".choroplethlayer path")]
        .filter(path => !["none", "rgba(0, 0, 0, 0)"].includes(getComputedStyle(path).fill))
        .map(path => [path.__data__.loc, getComputedStyle(path).fill])),
    scale: [...map.querySelectorAll(".gradients stop")].map(stop => stop.outerHTML),
    words: [...map.querySelectorAll(".annotation-text, .gtitle, .colorbar text")]
        .map(words => words.textContent).filter(Boolean).sort(),
})"""
"""What a map shows: the districts' colours, those of its classes with their bounds and counts, its title."""


SPANS = """() => performance.getEntriesByType("resource").some(
    ({ name, responseEnd }) => /changes.json/.test(name) && responseEnd
)"""
"""Whether the browser has what the changes between any two years are made of. A function: asked again, the page's
policy lets no expression be evaluated."""


def test_a_span_moved_to_is_painted_at_once_as_the_page_then_draws_it(page: Page) -> None:
    page.goto("growth?map=change&from=2012&to=2022&indicator=unemployment_share&lang=en")
    title = page.locator(".st-key-map .gtitle")
    expect(title).to_contain_text("change 2012–2022")
    page.wait_for_function(SPANS)
    drawn = page.locator(".st-key-map figure")
    before = drawn.evaluate(MAP)
    # The server does not hear of it, so this is what the browser paints alone.
    page.evaluate("WebSocket.prototype.send = () => {}")
    thumb(page, 0).press("ArrowLeft")
    expect(title).to_contain_text("change 2011–2022")
    painted = drawn.evaluate(MAP)
    page.goto("growth?map=change&from=2011&to=2022&indicator=unemployment_share&lang=en")
    expect(title).to_contain_text("change 2011–2022")
    again = drawn.evaluate(MAP)
    assert again["scale"] == painted["scale"]
    assert again == painted != before


def test_the_back_button_is_painted_at_once(page: Page) -> None:
    page.goto("growth?map=change&from=2012&to=2022&indicator=unemployment_share&lang=en")
    title = page.locator(".st-key-map .gtitle")
    expect(title).to_contain_text("change 2012–2022")
    page.wait_for_url("**picture=**")
    page.wait_for_function(SPANS)
    drawn = page.locator(".st-key-map figure")
    before = drawn.evaluate(MAP)
    thumb(page, 0).press("ArrowLeft")
    page.wait_for_url("**from=2011**")
    expect(page.locator(".st-key-ranking .gtitle")).to_contain_text("2011–2022")
    page.evaluate("WebSocket.prototype.send = () => {}")
    page.evaluate("history.back()")
    expect(title).to_contain_text("change 2012–2022")
    assert drawn.evaluate(MAP) == before


def test_a_year_changes_without_the_map_going_blank(page: Page) -> None:
    visit(page, "growth")
    page.evaluate("""() => {
        window.fewest = 100;
        const look = () => {
            const there = document.querySelectorAll(".st-key-map .choroplethlayer path").length;
            window.fewest = Math.min(window.fewest, there);
            requestAnimationFrame(look);
        };
        look();
    }""")
    thumb(page, 0).press("ArrowRight")
    expect_years(page, "de", "2013", "2024")
    assert page.evaluate("window.fewest") == DISTRICTS + OUTLINES


def test_a_click_on_a_district_follows_it_and_another_lets_it_go(page: Page) -> None:
    visit(page, "growth", "?lang=en")
    district = shapes(page).nth(20)
    clicked = district.evaluate("path => path.__data__.loc")
    page.locator(".st-key-lines .gtitle").wait_for()
    plain = page.locator(".st-key-ranking .point").evaluate_all(FILLS)
    # Plotly listens on what lies below the districts.
    district.click(force=True)
    page.wait_for_url(re.compile(r"[?&]areas=\d\d(&|$)"))
    expect(shapes(page)).to_have_count(DISTRICTS + OUTLINES + 1)
    expect(page.locator(".st-key-lines .annotation")).to_have_count(3)
    lit = page.locator(".st-key-ranking .point").evaluate_all(FILLS)
    assert [area for area in plain if lit[area] != plain[area]] == [clicked]
    district.click(force=True)
    page.wait_for_url(re.compile(r"[?&]areas=(&|$)"))
    expect(shapes(page)).to_have_count(DISTRICTS + OUTLINES)
    assert page.locator(".st-key-ranking .point").evaluate_all(FILLS) == plain


@pytest.mark.parametrize("width", extent.some([1366, 2560, 3840], 2))
def test_a_tooltip_is_about_the_district_under_the_pointer(page: Page, width: int) -> None:
    """On large screens the page is shown larger; Plagwitz had 13,236 residents in 2012."""
    page.set_viewport_size({"width": width, "height": width * 9 // 16})
    visit(page, "growth", "?lang=en")
    middle = """paths => {
        const box = paths.find(path => path.__data__.loc === "51").getBoundingClientRect();
        return [box.x + box.width / 2, box.y + box.height / 2];
    }"""
    page.mouse.move(*shapes(page).evaluate_all(middle))
    expect(drawn_map(page).locator(".hoverlayer")).to_contain_text("Plagwitz")
    expect(drawn_map(page).locator(".hoverlayer")).to_contain_text("2012: 13,236 people")


@pytest.mark.parametrize(("button", "ending"), [("PNG", "png"), ("SVG", "svg")])
def test_a_picture_is_saved_with_its_words_source_and_address(page: Page, button: str, ending: str) -> None:
    visit(page, "growth", "?lang=en&indicator=unemployment_share&from=2005&to=2022")
    with page.expect_download() as download:
        drawn_map(page).get_by_role("button", name=button).click()
    assert download.value.suggested_filename == f"leipzig_unemployment_share_map_2005-2022.{ending}"
    content = download.value.path().read_bytes()
    if ending == "png":
        assert int.from_bytes(content[16:20], "big") >= 1920
        return
    said = " ".join(re.findall(r">([^<]+)<", unescape(content.decode())))
    for words in (
        "Unemployment share: change 2005–2022",
        "in percentage points",
        "Source: Stadt Leipzig",
        "data version",
    ):
        assert words in said
    assert "/growth?lang=en&indicator=unemployment_share" in said.replace(" ", "")
    assert "From 2005 to 2022" in said
    assert '@font-face{font-family:"Source Sans"' in content.decode()


def test_an_embedded_picture_stands_alone_with_its_source_and_a_way_on(page: Page) -> None:
    page.goto("growth?lang=en&map=value&year=2015&embed=true&show=ranking")
    expect(page.locator(".st-key-ranking .gtitle")).to_contain_text("Ranking 2015")
    expect(page.locator(".st-key-map")).to_be_hidden()
    expect(page.get_by_role("heading")).to_have_count(0)
    link = page.get_by_role("link", name="To the whole page")
    expect(link).to_have_attribute("href", re.compile(r"/growth\?lang=en&.*year=2015"))
    assert "embed" not in (link.get_attribute("href") or "")


@pytest.mark.parametrize(
    ("address", "picture"), [("growth?lang=en&map=value", "map"), ("leipzig_west_at_a_glance?lang=en", "multiples")]
)
def test_a_copied_frame_shows_the_whole_picture(page: Page, address: str, picture: str) -> None:
    page.goto(address)
    place = page.locator(f".st-key-{picture}").filter(has=page.locator(".main-svg")).first
    expect(place.locator(".infolayer").filter(visible=True).first).to_contain_text("Source: ")
    page.evaluate("navigator.clipboard.writeText = async (text) => (window.copied = text)")
    place.get_by_role("button", name="Embed").filter(visible=True).click()
    expect(place.get_by_role("button", name="Copied").filter(visible=True)).to_be_visible()
    where, height = re.findall(r'src="(.*?)".* height="(\d+)"', unescape(page.evaluate("window.copied")))[0]
    page.set_viewport_size({"width": 1100, "height": int(height)})
    page.goto(where)
    expect(place.locator(".infolayer").filter(visible=True).first).to_contain_text("Source: ")
    expect(page.get_by_role("link", name="To the whole page")).to_be_in_viewport(ratio=1)


def test_a_frame_says_what_it_cannot_show(page: Page) -> None:
    page.goto("growth?lang=en&map=value&version=gone&embed=true&show=map")
    expect(page.get_by_text("The address asks for version")).to_be_visible()
    page.goto("growth?lang=en&indicator=births_per_1000&embed=true&show=map")
    expect(page.get_by_text("There are no data of this indicator at present")).to_be_visible()


def test_the_story_stands_below_each_other_on_a_phone(page: Page) -> None:
    page.goto("leipzig_west_at_a_glance")
    wide, narrow = (page.locator(f".st-key-{layout}-multiples .main-svg").first for layout in ("wide", "narrow"))
    expect(wide).to_be_visible()
    expect(narrow).to_be_hidden()
    page.set_viewport_size({"width": 390, "height": 844})
    expect(narrow).to_be_visible()
    expect(wide).to_be_hidden()


def test_another_host_would_be_noticed() -> None:
    heard = Heard(["http://localhost:1/growth", "ws://localhost:1/_stcore/stream", "data:image/png;base64,", "blob:x"])
    assert heard.hosts() == {"localhost:1"}
    heard.addresses.append("https://cdn.plot.ly/un/world_110m.json")
    assert heard.hosts() == {"localhost:1", "cdn.plot.ly"}
