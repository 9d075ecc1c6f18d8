"""Pages on paper: light whatever the screen is, whole, without controls, and with source and date."""

import re
from pathlib import Path
from typing import Final

import pypdfium2 as pdf
import pytest
from playwright.sync_api import Page, expect

from data import store
from pictures.workshop.entry import Entry, WorkshopSet
from pictures.workshop.writing import as_parameter
from tests.support import extent

pytestmark = pytest.mark.browser
WHITE: Final = (255, 255, 255)
CHANGE: Final = Entry("change map", ("population",), levels=("ortsteil", "city"), start="2012", end="2024")
VALUE: Final = Entry("value map", ("mean_age",), levels=("ortsteil", "city"), start="2020", end="2020", period="2020")
SET: Final = as_parameter(WorkshopSet((CHANGE, VALUE, CHANGE)))
MAP: Final = "Einwohner: Veränderung 2012–2024"
PAGES: Final[dict[str, list[tuple[str, ...]]]] = {
    # What must stand on the paper: of each page its sheets, and of these the texts.
    f"workshop?lang=de&set={SET}": [("1. Von 2012 bis 2024 wuchs Leipzig um", MAP, "Durchschnittsalter 2020"), (MAP,)],
    "growth?lang=de": [
        ("Von 2012 bis 2024 wuchs Leipzig um", MAP),
        ("Rangfolge der Veränderung 2012–2024", "Volkmarsdorf", "+67,5 %"),
    ],
    "growth_story?lang=de": [("Leipzigs Wachstum", MAP), ("Beiträge zu Leipzigs Veränderung 2012–2024",)],
    "profile?lang=de&area=51": [("Lage in der Stadt",)],
}
SOME: Final = extent.either(
    [(address, "dark") for address in [*PAGES][:2]],
    [(address, scheme) for address in PAGES for scheme in ("light", "dark")],
)


PICTURES: Final = {"workshop": 3, "growth": 3, "growth_story": 5, "profile": 1}


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def draw(page: Page, address: str, scheme: str) -> None:
    """Opens a page and waits for its pictures in the colours that are asked for."""
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]  # light or dark
    page.goto(address)
    ground = "rgb(20, 25, 28)" if scheme == "dark" else "rgb(255, 255, 255)"
    drawn = page.locator(f'.picture .main-svg:first-child[style*="background: {ground}"]')
    expect(drawn).to_have_count(PICTURES[address.partition("?")[0]])
    expect(page.locator(".picture .geo:not(:has(.choroplethlocation))")).to_have_count(0)


@pytest.mark.parametrize(("address", "scheme"), SOME)
def test_a_print_is_light_and_whole_and_says_its_source(page: Page, address: str, scheme: str, tmp_path: Path) -> None:
    draw(page, address, scheme)
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    with pdf.PdfDocument(tmp_path / "page.pdf") as file:
        printed = [file[n] for n in range(len(file))]
        sheets = [squeezed(sheet.get_textpage().get_text_bounded()) for sheet in printed]
        images = [sheet.render(scale=0.5).to_pil().convert("RGB") for sheet in printed]
    for sheet, texts in zip(sheets, PAGES[address], strict=False):
        assert [text for text in texts if squeezed(text) not in sheet] == []
        # A picture ends with its source: one that is split has it on the next sheet.
        assert sheet.count("Quelle:") >= sum(text.endswith(("2012–2024", "2020")) for text in texts)
    feet = [f"Datenstand{store.current().version}{n}/{len(sheets)}" for n in range(1, len(sheets) + 1)]
    assert [foot in sheet for foot, sheet in zip(feet, sheets, strict=True)] == [True] * len(sheets)
    assert not any("herunterladen" in sheet or "Teilen" in sheet for sheet in sheets)
    for image in images:
        assert image.getpixel((3, 3)) == image.getpixel((image.width - 3, image.height - 3)) == WHITE
        assert image.resize((1, 1)).getpixel((0, 0)) > (200, 200, 200)


def test_a_dark_map_has_the_light_scale_on_paper(page: Page) -> None:
    draw(page, "growth?lang=de&map=value&indicator=mean_age&year=2023", "dark")
    page.emulate_media(media="print", color_scheme="dark")
    fills = "shapes => [...new Set(shapes.map(shape => getComputedStyle(shape).fill))]"
    found = page.locator(".st-key-map .choroplethlocation").evaluate_all(fills)
    assert {"rgb(237, 248, 177)", "rgb(12, 44, 132)"} <= set(found)  # the ends of ColorBrewer's YlGnBu, as on white


def test_a_dark_heat_table_keeps_the_scale_of_its_cells_on_paper(page: Page) -> None:
    draw(page, "growth?lang=de&indicator=mean_age&picture=heat", "dark")
    table = page.locator(".picture").filter(has=page.locator(".hm"))
    stops = "stops => stops.map(stop => getComputedStyle(stop).stopColor)"
    shown = table.locator("stop").evaluate_all(stops)
    page.emulate_media(media="print", color_scheme="dark")
    assert shown
    assert table.locator("stop").evaluate_all(stops) == shown
