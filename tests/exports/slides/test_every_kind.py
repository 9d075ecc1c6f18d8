"""Every kind of picture becomes a slide whose figures are those of the picture, in a file without faults."""

import shutil
import subprocess
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from exports.slides.deck import to_pptx
from exports.slides.slide import Slide, slide_of
from locales import Language
from pictures.picture import Picture
from pictures.registry import KINDS, draw
from tests.support import extent
from tests.support.asking import request_of
from tests.support.pptx_rules import R, broken_rules

ADDRESS = "https://indicators.example/workshop?set=1.abc&lang=de"
MAPS = [kind for kind in KINDS if "map" in kind]


@cache
def slide(kind: str, lang: Language = "de") -> Slide:
    alone = kind in ("place map", "group map", "moved")
    request = request_of(kind, lang, lit=() if alone else ("51",))
    picture = draw(kind, request)
    assert isinstance(picture, Picture)
    return slide_of(picture, lang, request.dataset, request.selection.indicators, ADDRESS)


@cache
def deck() -> bytes:
    return to_pptx([slide(kind) for kind in KINDS])


@cache
def page(kind: str) -> Any:
    return Presentation(BytesIO(to_pptx([slide(kind)]))).slides[0]


def charts(kind: str) -> list[Any]:
    return [shape.chart for shape in page(kind).shapes if shape.has_chart]


def test_a_deck_of_every_kind_breaks_no_rule_of_the_format() -> None:
    assert list(broken_rules(deck())) == []


def test_the_rules_are_those_that_a_broken_file_breaks() -> None:
    given = Presentation(BytesIO(to_pptx([slide("lines")])))
    page = given.slides[0]
    first, second, *_ = page.shapes
    second.element.nvSpPr.cNvPr.set("id", first.element.nvSpPr.cNvPr.get("id"))
    second.element.append(second.element.spPr)
    chart = next(shape for shape in page.shapes if shape.has_chart)
    chart.element.graphic.graphicData[0].set(f"{R}id", "rId99")
    written = BytesIO()
    given.save(written)
    told = " ".join(broken_rules(written.getvalue()))
    assert "is there twice" in told
    assert "sp has nvSpPr txBody spPr" in told
    assert "rId99 has no relationship" in told


@pytest.mark.parametrize("kind", extent.some(KINDS))
def test_what_can_be_seen_can_be_read_out(kind: str) -> None:
    for shape in page(kind).shapes:
        if shape.has_chart or shape.has_table:
            assert shape.element.nvGraphicFramePr.cNvPr.get("descr")
    languages = {look.get("lang") for look in page(kind).element.iter() if look.tag.endswith("}rPr")}
    assert languages == {"de-DE"}


@pytest.mark.parametrize("kind", MAPS)
def test_a_map_has_a_shape_for_each_district(kind: str) -> None:
    groups = [shape for shape in page(kind).shapes if shape.shape_type == 6 and shape.name not in ("legend", "QR code")]
    forms = [form for group in groups for form in group.shapes if form.shape_type == 5]
    assert len(forms) >= 63
    assert all(form.element.nvSpPr.cNvPr.get("descr") for form in forms if form.element.nvSpPr.cNvPr.get("name"))


def test_a_cascade_goes_from_bar_to_bar_and_ends_with_the_whole() -> None:
    (chart,) = charts("contribution")
    clear, shown, *_ = chart.plots[0].series
    trace = slide("contribution").picture.figure["data"][0]
    assert [round(value) for value in shown.values] == [abs(round(value)) for value in trace["x"]]
    ends = [(low, low + high) for low, high in zip(clear.values, shown.values, strict=True)]
    for one, other in pairwise(ends[:-1]):
        assert min(abs(a - b) for a in one for b in other) < 1e-6
    assert ends[-1][0] == 0


def test_bars_have_the_ranges_and_the_figures_of_the_picture() -> None:
    trace = slide("ranking with city").picture.figure["data"][0]
    values, above = [], []
    for chart in charts("ranking with city"):
        (series,) = chart.plots[0].series
        values += list(series.values)
        above += [float(one.text) for one in series._element.xpath("c:errBars/c:plus//c:v")]
    assert values == pytest.approx(list(trace["x"]))
    assert above == pytest.approx(list(trace["error_x"]["array"]))


@pytest.mark.parametrize("kind", ["moved", "carriers", "ranking", "scenario districts"])
def test_bars_have_the_figures_of_the_picture(kind: str) -> None:
    drawn = [one for one in slide(kind).picture.figure["data"] if one.get("type") == "bar"]
    for n, trace in enumerate(drawn):
        shown = [value for chart in charts(kind) for value in list(chart.plots[0].series)[n].values]
        assert shown == pytest.approx(list(trace["x"]))


@pytest.mark.parametrize("kind", ["lines", "slope", "distribution", "relation", "multiples", "limits", "turning"])
def test_points_are_those_of_the_picture(kind: str) -> None:
    shown = {
        (round(float(x.text), 6), round(float(y.text), 6))
        for chart in charts(kind)
        for series in chart.plots[0].series
        for x, y in _pairs(series)
    }
    for trace in slide(kind).picture.figure["data"]:
        if trace.get("mode") == "text" or trace.get("fill"):
            continue
        x = trace["x"] if "x" in trace else [trace["x0"] + n * trace.get("dx", 1) for n in range(len(trace["y"]))]
        known = {
            (round(float(a), 6), round(float(b), 6)) for a, b in zip(x, trace["y"], strict=True) if None not in (a, b)
        }
        assert known <= shown


def _pairs(series: Any) -> list[tuple[Any, Any]]:
    x = {point.get("idx"): point[0] for point in series._element.xpath("c:xVal//c:pt")}
    return [(x[point.get("idx")], point[0]) for point in series._element.xpath("c:yVal//c:pt")]


def test_what_might_be_says_so_across_the_slide() -> None:
    for kind in ("scenario map", "scenario steps", "scenario districts"):
        assert "SZENARIO" in [shape.text_frame.text for shape in page(kind).shapes if shape.has_text_frame]


@pytest.mark.skipif(not extent.LONG or not shutil.which("soffice"), reason="takes long, and LibreOffice")
def test_libreoffice_opens_it_with_a_page_a_slide(tmp_path: Path) -> None:
    (tmp_path / "deck.pptx").write_bytes(to_pptx([slide("change map"), slide("lines")]))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "deck.pptx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    told = subprocess.run(["pdfinfo", str(tmp_path / "deck.pdf")], capture_output=True, text=True, check=True).stdout
    assert "Pages:           2" in told
