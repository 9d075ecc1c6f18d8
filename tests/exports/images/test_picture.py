"""Images say what the page says: figures, words, sources; and hold nothing but themselves."""

import re
from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring

import pytest

from charts.theme import DARK, LIGHT
from data import store
from data.store import Dataset
from exports.images.cannot import CannotDraw
from exports.images.picture import to_svg
from exports.images.png import to_png
from indicators import catalogue
from indicators.figures.values import grid
from indicators.selection import Selection
from locales import rounded
from pictures.picture import Picture
from pictures.registry import draw
from pictures.request import Request
from pictures.workshop.drawing import Reader, drawn_one
from pictures.workshop.entry import Entry

SVG = "{http://www.w3.org/2000/svg}"


def _request(id: str = "population", areas: tuple[str, ...] | None = None) -> Request:
    levels = None if areas else ("ortsteil", "city")
    chosen = Selection((catalogue.load()[id],), areas, levels, start="2012", end="2022")
    return Request("en", store.current(), LIGHT, chosen, "areas?level=", lit=areas or ("51",))


def _picture(kind: str, request: Request) -> Picture:
    picture = draw(kind, request)
    assert isinstance(picture, Picture)
    return picture


def _svg(kind: str, request: Request) -> Element:
    return fromstring(to_svg(_picture(kind, request), "en", request.dataset, request.selection.indicators))


def _titles(svg: Element) -> list[str]:
    return [title.text or "" for title in svg.iter(f"{SVG}title")]


def _words(svg: Element) -> str:
    spans = [span for text in svg.iter(f"{SVG}text") for span in text]
    return "".join(f" {span.text}" if "x" in span.attrib else span.text or "" for span in spans)


def _at(id: str, area: str, year: str) -> float:
    return grid(store.current(), catalogue.load()[id]).history(area).at(year)[0]


def test_a_map_says_of_every_district_what_its_tooltip_says() -> None:
    svg = _svg("change map", _request())
    told = {said.partition(",")[0]: said for said in _titles(svg)}
    assert len(told) >= 63
    before, after = _at("population", "51", "2012"), _at("population", "51", "2022")
    assert f"+{rounded(100 * (after - before) / before, 1)}%" in told["Plagwitz"]


def test_bars_have_the_figures_of_the_store_beside_them() -> None:
    svg = _svg("ranking", _request("unemployment_share"))
    code = next(code for code, name in store.current().names["ortsteil"].items() if name == "Volkmarsdorf")
    figure = str(rounded(_at("unemployment_share", code, "2022"), 1))
    assert f"Volkmarsdorf: {figure}" in _titles(svg)
    assert f" {figure} " in _words(svg)


def test_a_bar_is_as_long_as_its_value() -> None:
    request = _request("unemployment_share")
    bars = [rect for rect in _svg("ranking", request).iter(f"{SVG}rect") if rect.find(f"{SVG}title") is not None]
    per_point = {round(float(rect.get("width", "")) / _told(rect), 1) for rect in bars}
    assert max(per_point) - min(per_point) <= 0.2


def _told(rect: Element) -> float:
    return float((rect.findtext(f"{SVG}title") or "").split(": ")[1])


def test_points_of_a_line_are_where_their_values_are() -> None:
    svg = _svg("lines", _request(areas=("51",)))
    (line,) = [path.get("d", "") for path in svg.iter(f"{SVG}path") if path.get("fill") == "none"]
    heights = [float(point.split(",")[1]) for point in line[1:].split()]
    values = [_at("population", "51", str(year)) for year in range(2000, 2025)]
    first, last = heights[0] - heights[12], heights[12] - heights[24]
    assert len(heights) == 25
    assert first / last == pytest.approx((values[12] - values[0]) / (values[24] - values[12]), rel=0.01)


@pytest.mark.parametrize("kind", ["change map", "ranking", "distribution", "slope", "heat"])
def test_title_sentence_source_licence_and_version_are_there(kind: str) -> None:
    request = _request("unemployment_share")
    words, picture = _words(_svg(kind, request)), _picture(kind, request)
    assert picture.sentence.replace("\u00a0", " ") in words.replace("\u00a0", " ")
    for said in ("Source: Stadt Leipzig", "Datenlizenz Deutschland", request.dataset.version, "Fetched on"):
        assert said in words


def test_nothing_from_elsewhere_is_in_it(snapshot: Dataset) -> None:
    entry = Entry("change map", ("population",), levels=("ortsteil", "city"), start="2012", end="2022")
    entry = replace(entry, title="<script>alert(1)</script>\x01", remark='<image href="https://example.org/x.png"/>')
    found = drawn_one(entry, Reader("en", snapshot, LIGHT, "areas?level="))
    assert isinstance(found, Picture)
    svg = fromstring(to_svg(found, "en", snapshot, [catalogue.load()["population"]]))
    names = {element.tag.removeprefix(SVG) for element in svg.iter()}
    assert names <= {"svg", "title", "desc", "g", "rect", "path", "text", "tspan"}
    said = " ".join(f"{name}={value}" for element in svg.iter() for name, value in element.attrib.items())
    assert not re.search(r"href|src|url\((?!#)|\bon\w+=", said)
    assert "<script>alert(1)</script>" in _words(svg)


def test_no_word_leaves_the_picture() -> None:
    for kind in ("change map", "distribution", "slope", "heat"):
        svg = _svg(kind, _request("unemployment_share"))
        assert svg.get("viewBox") == f"0 0 {svg.get('width')} {svg.get('height')}"
        assert all(0 <= float(span.get("x", 0)) <= float(svg.get("width", "")) for span in svg.iter(f"{SVG}tspan"))


def test_a_png_is_two_or_four_times_as_large_and_dark_on_dark_pages(snapshot: Dataset) -> None:
    from io import BytesIO

    from PIL import Image

    request = replace(_request(areas=("51",)), theme=DARK)
    svg = to_svg(_picture("lines", request), "en", snapshot, request.selection.indicators)
    own = fromstring(svg)
    for scale in (2, 4):
        image = Image.open(BytesIO(to_png(svg, scale)))
        assert image.size == (scale * int(own.get("width", "")), scale * int(own.get("height", "")))
        assert image.convert("RGB").getpixel((5, 5)) == (0x14, 0x19, 0x1C)


def test_what_only_browsers_draw_is_named() -> None:
    request = _request(areas=("51",))
    picture = _picture("lines", request)
    shown = {**picture.figure, "data": [{**picture.figure["data"][0], "type": "violin"}]}
    with pytest.raises(CannotDraw, match="violin"):
        to_svg(replace(picture, figure=shown), "en", request.dataset, ())
