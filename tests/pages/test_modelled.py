"""What nobody measured says so wherever it appears: in every title, tooltip, legend and file of every picture."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from indicators import catalogue
from locales import LANGUAGES, Language
from tests.support import extent
from tests.support.visit import fetched, lead, links, pictures, visit

pytestmark = pytest.mark.usefixtures("empty_store")
MODELLED = [id for id, indicator in catalogue.load().items() if indicator.kind == "modelled"]
WORD: dict[Language, str] = {"de": "modelliert", "en": "modelled"}
VIEWS = [
    {"map": "change", "picture": "lines"},
    {"map": "pair", "picture": "slope"},
    {"map": "value", "picture": "distribution"},
    {"map": "value", "picture": "heat"},
    {"map": "value", "picture": "relation", "with": "mean_age"},
]


def says_so(app: AppTest, word: str, named: str) -> None:
    assert not app.exception
    assert pictures(app)
    for picture in pictures(app):
        layout = picture["layout"]
        assert word in layout["title"]["text"], (named, layout["title"]["text"])
        told = [each for trace in picture["data"] for each in tooltips(trace)]
        assert told
        for tooltip in told:
            assert word in tooltip, (named, layout["title"]["text"], tooltip)
        if any(trace["type"] == "choropleth" for trace in picture["data"]):
            _source, *notes = layout["annotations"]
            legend = " ".join(str(note["text"]) for note in notes)
            assert word in legend, named


def tooltips(trace: dict[str, Any]) -> list[str]:
    """What a trace says of its figures when it is pointed at."""
    told = trace.get("hovertemplate")
    if not told or trace.get("name") == "no value":
        return []
    return [told] if isinstance(told, str) else list(told)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("id", MODELLED)
def test_every_picture_of_the_growth_page(id: str, lang: Language) -> None:
    views = VIEWS + ([{"map": "city", "picture": "lines"}] if catalogue.load()[id].comparable else [])
    turn = 2 * MODELLED.index(id) + LANGUAGES.index(lang)
    for view in extent.some(views, 3, turn % 3):
        app = visit("growth", indicator=id, lang=lang, areas="51,70", **view)
        says_so(app, WORD[lang], f"{id} {view}")
        assert WORD[lang] in lead(app)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("page", ["leipzig_west", "compare"])
def test_every_picture_of_groups(page: str, lang: Language) -> None:
    app = visit(page, lang=lang)
    for id in extent.some(MODELLED, 2, LANGUAGES.index(lang)):
        app.selectbox(key="choice indicator").set_value(id).run()
        says_so(app, WORD[lang], f"{page} {id}")
        assert WORD[lang] in lead(app)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_moved_most_says_so_once(lang: Language) -> None:
    app = visit("explore", show="moved", lang=lang, **{"from": "2011", "to": "2022", "area": "51"})
    words = " ".join(html.value for html in app.html) + str([picture["data"] for picture in pictures(app)])
    titles = [catalogue.load()[id].title[lang] for id in MODELLED]
    assert any(title in words for title in titles)
    assert f"({WORD[lang]}) ({WORD[lang]})" not in words
    assert all(f"{title} ({WORD[lang]})" not in words for title in titles)


@pytest.mark.parametrize("page", ["growth", "leipzig_west", "compare"])
@pytest.mark.parametrize("id", extent.some(MODELLED, 2))
def test_files_say_so_in_every_row(page: str, id: str) -> None:
    for rows, formats in links(visit(page, indicator=id, lang="en")):
        header, *found = fetched(formats["CSV, international"]).decode("utf-8-sig").splitlines()
        assert len(found) == rows
        assert {"kind", "status"} <= set(header.split(","))
        assert all(",modelled," in line and ",E," in line for line in found)
