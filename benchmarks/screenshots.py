"""python -m benchmarks.screenshots: the pages as pictures, those of the documents in docs/images.

With --all FOLDER, into that folder: the stories in German and English, on light and dark, at the sizes of a desktop, a
projector and a phone; every other page in both languages on a light desktop. Whole, as far as they scroll, with 256
colours, a third of the size.
"""

import argparse
import asyncio
import io
import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Final, Literal

from PIL import Image
from playwright.async_api import Browser, Page, ViewportSize, async_playwright

from locales import LANGUAGES, Language
from pictures.workshop.entry import Entry, WorkshopSet
from pictures.workshop.writing import as_parameter
from settings import ROOT
from tests.support.chromium import FLAGS, chromium
from tests.support.serving import serving

PAGES: Final = tuple(folder.parent.name for folder in sorted((ROOT / "pages").glob("*/page.py")))
STORIES: Final = ("growth", "growth_story", "leipzig_west", "leipzig_west_at_a_glance")
FEW: Final = {
    "overview": 0,
    "about": 0,
    "workshop": 0,
    "analysis": 0,
    "methods": 0,
    "explore": 0,
    "cities": 3,
    "compare": 5,
    "profile": 10,
    "energy_district": 10,
    "leipzig_west_at_a_glance": 20,
}
"""How many shapes are drawn on pages that have fewer than a map's."""
IMAGES: Final = ROOT / "docs" / "images"
SIZES: Final[dict[str, ViewportSize]] = {
    "desktop": {"width": 1366, "height": 768},
    "wall": {"width": 3840, "height": 2160},
    "phone": {"width": 390, "height": 844},
}
Scheme = Literal["light", "dark"]
SCHEMES: Final[tuple[Scheme, ...]] = ("light", "dark")
Shot = tuple[str, Language, Scheme, str]
"""Page, language, scheme and size of a picture."""
SHOWN: Final[tuple[Shot, ...]] = (
    ("overview", "de", "light", "desktop"),
    ("growth", "de", "light", "desktop"),
    ("growth", "de", "dark", "desktop"),
    ("growth", "de", "light", "phone"),
    ("growth_story", "de", "light", "desktop"),
    ("leipzig_west", "de", "light", "desktop"),
    ("profile", "de", "light", "desktop"),
    ("energy_district", "de", "light", "desktop"),
)
"""The pictures that the documents show."""
CHOSEN: Final = {"energy_district": "&preset=roofs"}
"""What is chosen on pages that show little at first."""
PRESENTED: Final = WorkshopSet(
    (Entry("change map", ("population",), levels=("ortsteil", "city"), start="2012", end="2024", lit=("71",)),)
)
"""The set whose first picture is shown as it is presented, with what can be changed."""
MAIN: Final = "[data-testid=stMain]"

DRAWN: Final = """least => {
    const pictures = [...document.querySelectorAll('.picture figure')].filter(picture => picture.clientWidth);
    return document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'
        && document.querySelector('h1')
        && document.querySelectorAll('.choroplethlocation[d^=M], .scatterlayer .trace, .barlayer .point').length
            >= least
        && pictures.every(picture => picture.querySelector('.main-svg'))
        && !document.querySelector('.districts:empty')
        && !/(folgt|follows) …/.test(document.querySelector('[data-testid=stMain]').innerText);
}"""
SETTLED: Final = "() => document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => done(true))))"


async def whole(page: Page, size: ViewportSize) -> bytes:
    """A picture of all that a page scrolls through; the window itself never scrolls, so it is made to fit."""
    height = await page.locator(MAIN).evaluate("main => main.scrollHeight")
    await page.set_viewport_size({"width": size["width"], "height": max(height, size["height"])})
    await page.evaluate(SETTLED)
    return await page.screenshot(animations="disabled")


def fewer_colours(picture: bytes) -> bytes:
    """The same picture with a palette, a third of the size."""
    small = io.BytesIO()
    Image.open(io.BytesIO(picture)).convert("RGB").quantize(256, dither=Image.Dither.NONE).save(
        small, "PNG", optimize=True
    )
    return small.getvalue()


def every(sizes: list[str]) -> Iterator[Shot]:
    """The stories in every language and scheme at some sizes, all other pages in every language on a light desktop."""
    for size, scheme, lang, name in product(sizes, SCHEMES, LANGUAGES, PAGES):
        if name in STORIES or (size, scheme) == ("desktop", "light"):
            yield name, lang, scheme, size


async def shoot(browser: Browser, base: str, shot: Shot, folder: Path) -> Path:
    """One picture in a folder."""
    name, lang, scheme, size = shot
    page = await browser.new_page(viewport=SIZES[size], color_scheme=scheme, reduced_motion="reduce")
    await page.goto(f"{base}/{'' if name == 'overview' else name}?lang={lang}{CHOSEN.get(name, '')}")
    await page.wait_for_function(DRAWN, arg=FEW.get(name, 70))
    picture = await whole(page, SIZES[size])
    await page.close()
    file = folder / f"{name}-{lang}-{scheme}-{size}.png"
    file.write_bytes(await asyncio.to_thread(fewer_colours, picture))
    return file


async def present(browser: Browser, base: str, folder: Path) -> Path:
    """A picture of presenting, in a folder."""
    page = await browser.new_page(viewport=SIZES["desktop"], color_scheme="light", reduced_motion="reduce")
    await page.goto(f"{base}/present?lang=de&set={as_parameter(PRESENTED)}")
    await page.locator(".slide.shown .choroplethlocation[d^=M]").first.wait_for(state="attached")
    await page.keyboard.press("e")
    await page.locator("select[name=from]").wait_for()
    await page.evaluate(SETTLED)
    file = folder / "present-de-light-desktop.png"
    file.write_bytes(await asyncio.to_thread(fewer_colours, await page.screenshot(animations="disabled")))
    return file


async def run(shots: list[Shot], folder: Path) -> None:
    """Pictures into a folder, one after the other."""
    executable = chromium()
    if executable is None:
        raise SystemExit("There is no Chromium here; apt-get install chromium.")
    folder.mkdir(parents=True, exist_ok=True)
    begin = time.perf_counter()
    async with (
        serving() as port,
        async_playwright() as playwright,
        await playwright.chromium.launch(executable_path=executable, args=FLAGS) as browser,
    ):
        base = f"http://localhost:{port}"
        for taken in (*(shoot(browser, base, shot, folder) for shot in shots), present(browser, base, folder)):
            file = await taken
            print(f"{time.perf_counter() - begin:6.1f} s  {file.name}  {file.stat().st_size / 1000:.0f} kB")


def main() -> None:
    """Takes the pictures of the documents, or all of them."""
    cli = argparse.ArgumentParser(prog="python -m benchmarks.screenshots", description=(__doc__ or "").splitlines()[0])
    cli.add_argument("--all", type=Path, metavar="FOLDER", help="every page in every look, into this folder")
    cli.add_argument("--size", action="append", choices=list(SIZES), help="with --all: only this size; may be repeated")
    asked = cli.parse_args()
    if asked.size and not asked.all:
        cli.error("--size goes with --all FOLDER")
    shots = list(every(asked.size or list(SIZES))) if asked.all else list(SHOWN)
    asyncio.run(run(shots, asked.all or IMAGES))


if __name__ == "__main__":
    main()
