"""Slides hold the figures of their pictures as charts, shapes and tables that can be edited."""

import zipfile
from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation

from charts.theme import LIGHT
from data import store
from exports.slides.deck import to_pptx
from exports.slides.slide import Slide, slide_of
from indicators import catalogue
from indicators.figures.values import grid
from indicators.selection import Selection
from locales import rounded
from pictures.picture import Picture
from pictures.registry import draw
from pictures.request import Request

ADDRESS = "https://indicators.example/growth?indicator=population&lang=en"
DISTRICTS = ("ortsteil", "city")


def _request(id: str = "population", areas: tuple[str, ...] | None = None) -> Request:
    levels = None if areas else DISTRICTS
    chosen = Selection((catalogue.load()[id],), areas, levels, start="2012", end="2024")
    return Request("en", store.current(), LIGHT, chosen, "/areas?level=", lit=areas or ("51",))


def _slide(kind: str, request: Request) -> Slide:
    picture = draw(kind, request)
    assert isinstance(picture, Picture)
    return slide_of(picture, "en", request.dataset, request.selection.indicators, ADDRESS)


def _pages(kind: str, request: Request) -> list[Any]:
    return list(Presentation(BytesIO(to_pptx([_slide(kind, request)]))).slides)


def _charts(page: Any) -> list[Any]:
    return [shape.chart for shape in page.shapes if shape.has_chart]


def test_a_map_is_a_shape_a_district_with_its_change_as_alternative_text() -> None:
    (page,) = _pages("change map", _request())
    groups = {shape.name: list(shape.shapes) for shape in page.shapes if shape.shape_type == 6}
    assert len(groups["values"]) == 63
    said = {shape.name: shape.element.nvSpPr.cNvPr.get("descr") for shape in groups["values"]}
    history = grid(store.current(), catalogue.load()["population"]).history("51")
    before, after = (history.at(year)[0] for year in ("2012", "2024"))
    assert said["Plagwitz"] == f"Plagwitz: +{rounded(100 * (after - before) / before, 1)}%"
    assert len(groups["outlines"]) >= 1
    assert len(groups["legend"]) > 2


def test_a_ranking_is_charts_of_bars_with_the_values_of_the_store() -> None:
    (page,) = _pages("change ranking", _request())
    shown: dict[str, float] = {}
    for chart in _charts(page):
        shown |= dict(zip(chart.plots[0].categories, chart.plots[0].series[0].values, strict=True))
    known = grid(store.current(), catalogue.load()["population"])
    before, after = (known.history("51").at(year)[0] for year in ("2012", "2024"))
    assert shown["Plagwitz"] == float(rounded(100 * (after - before) / before, 1))
    assert len(shown) == 64
    assert list(shown.values()) == sorted(shown.values(), reverse=True)


def test_lines_have_the_years_and_values_of_the_store() -> None:
    (page,) = _pages("lines", _request("unemployment_share", ("51", "50")))
    (chart,) = _charts(page)
    series = next(one for one in chart.plots[0].series if one.name == "Plagwitz")
    years = [float(cell.text) for cell in series._element.xpath("c:xVal//c:v")]
    values = [float(cell.text) for cell in series._element.xpath("c:yVal//c:v")]
    history = grid(store.current(), catalogue.load()["unemployment_share"]).history("51")
    shown = dict(zip(years, values, strict=False))
    assert shown[2022.0] == pytest.approx(history.at("2022")[0], abs=0.005)
    labels = chart._chartSpace.xpath("c:chart//c:dLbl//a:t")
    assert {"Plagwitz", "Schleußig"} & {label.text.strip() for label in labels}


def test_a_heat_table_is_tables_with_every_figure_and_says_what_is_missing() -> None:
    pages = _pages("heat", _request("unemployment_share"))
    tables = [shape.table for page in pages for shape in page.shapes if shape.has_table]
    assert sum(len(table.rows) - 1 for table in tables) == 63
    cells = {
        (row.cells[0].text, period.text): cell.text.rstrip("†‡\u2009")
        for table in tables
        for row in list(table.rows)[1:]
        for period, cell in zip(table.rows[0].cells, row.cells, strict=True)
    }
    history = grid(store.current(), catalogue.load()["unemployment_share"]).history("51")
    assert cells["Plagwitz", "2022"] == str(rounded(history.at("2022")[0], 1))
    assert "–" in cells.values()


@pytest.mark.parametrize("kind", ["change map", "slope", "distribution", "value map"])
def test_a_slide_says_its_sentence_its_source_its_address_and_what_to_beware_of(kind: str) -> None:
    (page,) = _pages(kind, _request())
    indicator, version = catalogue.load()["population"], store.current().version
    assert page.shapes.title.text_frame.text == _slide(kind, _request()).picture.sentence
    said = "\n".join(shape.text_frame.text for shape in page.shapes if shape.has_text_frame)
    assert all(part in said for part in (ADDRESS, version, "dl-de/by-2-0"))
    notes = page.notes_slide.notes_text_frame.text
    assert all(part in notes for part in (indicator.description["en"], indicator.reading["en"], version))
    (code,) = [shape for shape in page.shapes if shape.name == "QR code"]
    assert {shape.element.nvSpPr.cNvPr.get("descr") for shape in code.shapes} == {None, ADDRESS}


def test_a_template_gives_its_size_and_leaves_its_examples_out(tmp_path: Any) -> None:
    template = Presentation()
    template.slides.add_slide(template.slide_layouts[0])
    template.save(tmp_path / "own.pptx")
    deck = Presentation(BytesIO(to_pptx([_slide("slope", _request())], tmp_path / "own.pptx")))
    assert len(deck.slides) == 1


def test_a_template_of_powerpoints_own_kind_keeps_its_title_where_it_is(tmp_path: Any) -> None:
    written = BytesIO()
    Presentation().save(written)
    with zipfile.ZipFile(written) as given, zipfile.ZipFile(tmp_path / "own.potx", "w") as kept:
        for name in given.namelist():
            part = given.read(name)
            kept.writestr(name, part.replace(b"presentationml.presentation.main", b"presentationml.template.main"))
    deck = Presentation(BytesIO(to_pptx([_slide("slope", _request())], tmp_path / "own.potx")))
    assert deck.slide_width == Presentation().slide_width
    page = deck.slides[0]
    layout = next(one for one in page.slide_layout.placeholders if one.placeholder_format.idx == 0)
    assert (page.shapes.title.left, page.shapes.title.top) == (layout.left, layout.top)
    for shape in page.shapes:
        assert shape.left >= 0
        assert shape.left + shape.width <= deck.slide_width
        assert shape.top + shape.height <= deck.slide_height
