"""Files in a browser: opened and saved with the keyboard, large ones with their progress, on a phone."""

import re
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser


def opened(page: Page, address: str) -> Locator:
    """The download dialog, opened with the keyboard."""
    page.goto(address)
    button = page.locator(".st-key-download button")
    expect(button).to_be_visible(timeout=30_000)
    button.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_test_id("stCode").first).to_be_visible(timeout=30_000)
    return dialog


def saved(page: Page, target: Locator, folder: Path) -> Path:
    with page.expect_download(timeout=60_000) as found:
        target.focus()
        page.keyboard.press("Enter")
    file = folder / found.value.suggested_filename
    found.value.save_as(file)
    return file


def test_a_file_is_saved_with_the_keyboard_and_says_what_it_is(page: Page, tmp_path: Path) -> None:
    dialog = opened(page, "growth?lang=de&from=2020&to=2024")
    expect(dialog).to_contain_text("Einwohner · Stadt und Ortsteile · 2020–2024 · 320 Zeilen")
    file = saved(page, dialog.get_by_role("link", name="CSV für deutsches Excel").first, tmp_path)
    assert re.fullmatch(r"leipzig_population_ortsteil-city_2020-2024_[\w-]+_de\.csv", file.name)
    assert len(pd.read_csv(file, sep=";", decimal=",", encoding="utf-8-sig")) == 320
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)


def test_a_table_without_an_address_is_built_by_its_button(page: Page, tmp_path: Path) -> None:
    dialog = opened(page, "cities?lang=en")
    expect(dialog).to_contain_text("92 rows")
    file = saved(page, dialog.get_by_role("button", name="Excel (XLSX)"), tmp_path)
    assert len(pd.read_excel(file)) == 92


def test_a_large_file_says_how_far_it_has_come(page: Page, tmp_path: Path) -> None:
    dialog = opened(page, "methods?lang=en&show=data")
    file = saved(page, dialog.get_by_role("link", name="Parquet"), tmp_path)
    assert f"{len(pd.read_parquet(file)):,} rows" in dialog.inner_text()
    expect(dialog.locator("output").last).to_have_text(re.compile(r"^\d\.\d MB ✓$"))


def test_the_dialog_fits_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    dialog = opened(page, "growth?lang=de")
    expect(dialog.get_by_role("link", name="Excel (XLSX)").first).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    links = dialog.get_by_role("link").all()
    assert all((box := link.bounding_box()) and box["x"] + box["width"] <= 390 for link in links)
