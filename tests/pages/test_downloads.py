"""What every page offers to take along: files, citations, links."""

import json
import re
from html import unescape
from itertools import cycle, product
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from locales import LANGUAGES, Language
from tests.support import extent
from tests.support.shipped import SHIPPED, WITHOUT_PARTS
from tests.support.visit import Page, fetched, lines, links, visit

pytestmark = pytest.mark.usefixtures("empty_store")
ALL_PAGES = [
    *("growth", "growth_story", "leipzig_west", "leipzig_west_at_a_glance", "explore", "profile", "compare", "energy"),
    *("cities", "methods"),
]


PAGES_BY_LANGUAGE = extent.either([*zip(ALL_PAGES, cycle(LANGUAGES), strict=False)], [*product(ALL_PAGES, LANGUAGES)])


@pytest.mark.parametrize(
    ("page", "rows"),
    [
        # 13 years of 63 districts and the city; of the group, the rest, the city and seven districts.
        ("growth", 13 * 64),
        ("leipzig_west", 13 * 10),
    ],
)
def test_downloads_have_the_rows_that_they_promise(page: Page, rows: int) -> None:
    (shown, files), (behind, all_files) = links(visit(page))
    # All 25 years of 63 districts, ten boroughs and the city.
    assert (shown, behind) == (rows, 25 * 74)
    for name in ("CSV, international", "CSV für deutsches Excel"):
        assert len(lines(fetched(files[name]))) == rows
        assert len(lines(fetched(all_files[name]))) == behind


def test_every_format_is_offered_and_answered_in_the_language_of_the_page() -> None:
    ((_, files), _) = links(visit("growth", indicator="unemployment_share", level="stadtbezirk", lang="en", to="2022"))
    assert [*files] == [
        *("Excel (XLSX)", "Excel, one row an area", "CSV for German Excel", "CSV, international"),
        *(
            "Data package (ZIP)",
            "GeoPackage",
            "GeoPackage, one feature an area",
            "GeoJSON",
            "JSON",
            "JSON-stat",
            "Parquet",
        ),
    ]
    for where in files.values():
        asked = parse_qs(urlsplit(where).query)
        assert asked.pop("version") == [SHIPPED.version]
        variant: dict[str, list[str]] = {key: asked[key] for key in ("style", "layout") if key in asked}
        assert variant in ({}, {"style": ["de"]}, {"layout": ["wide"]})
        assert asked == {
            "indicator": ["unemployment_share"],
            "level": ["stadtbezirk,city"],
            "from": ["2012"],
            "to": ["2022"],
            "lang": ["en"],
            **variant,
        }
        assert fetched(where)


def test_a_map_of_another_year_and_a_second_indicator_are_in_the_files() -> None:
    asked = {"map": "value", "year": "2005", "picture": "relation", "with": "unemployment_share"}
    ((_, files), _) = links(visit("growth", lang="en", **asked))
    rows = lines(fetched(files["CSV, international"]))
    assert {row.split(",")[0] for row in rows} == {"population", "unemployment_share"}
    assert any(row.startswith("population") and ",2005," in row for row in rows)


def test_a_group_of_the_readers_choice_is_in_the_files() -> None:
    ((n, files), _) = links(visit("leipzig_west", members="50,51", lang="en"))
    rows = lines(fetched(files["CSV, international"]))
    assert n == len(rows) == 13 * 5
    (last,) = (row for row in rows if ",own-1," in row and ",2024," in row)
    assert '"“Your selection” (50, 51)",group,2024,29736,' in last
    assert any("“Rest of the city” (00, 01," in row for row in rows)


@pytest.mark.parametrize("id", extent.of_each_kind(WITHOUT_PARTS))
def test_files_of_what_has_no_parts_leave_the_group_out(id: str) -> None:
    (n, files), _ = links(visit("leipzig_west", indicator=id))
    rows = lines(fetched(files["CSV, international"]))
    assert n == len(rows)
    assert not any(",group," in row for row in rows)


@pytest.mark.parametrize(("page", "lang"), PAGES_BY_LANGUAGE)
def test_every_page_can_be_taken_along_and_cited(page: Page, lang: Language) -> None:
    app = visit(page, lang=lang)
    assert not app.code
    promised = links(app)
    cited = [code.value for code in app.code]
    assert promised or app.get("download_button")
    whole = {"de": "152 Indikatoren für Leipzig [Datensatz]", "en": "152 indicators of Leipzig [data set]"}[lang]
    assert whole in cited[len(cited) // 3 - 1]
    assert all(SHIPPED.version in citation for citation in cited)
    assert sum(citation.startswith("@misc{") for citation in cited) == len(cited) // 3
    for citation in cited[2 * len(cited) // 3 :]:
        assert json.loads(citation)[0]["version"] == SHIPPED.version


def test_a_picture_is_cited_with_the_address_that_shows_it_again() -> None:
    app = visit("growth", lang="en", level="stadtbezirk")
    links(app)
    picture = app.code[0].value
    assert "Population, 2012–2024 [figure]. Leipzig Urban Indicators, data version" in picture
    where = parse_qs(urlsplit(picture.rpartition(" ")[2]).query)
    assert (where["level"], where["version"]) == (["stadtbezirk"], [SHIPPED.version])


def test_nothing_is_counted_or_built_before_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: Any, **__: Any) -> None:
        raise AssertionError

    monkeypatch.setattr("exports.observations.count", never)
    for page in ("growth", "leipzig_west"):
        app = visit(page)
        assert not app.exception
        assert not app.get("download_button")


def test_what_is_too_large_for_a_format_is_no_link() -> None:
    ((n, files),) = links(visit("methods", show="data"))
    assert n > 100_000
    csv = {"CSV für deutsches Excel", "CSV, international"}
    assert set(files) == csv | {"Datenpaket (ZIP)", "JSON", "JSON-stat", "Parquet"}


@pytest.mark.parametrize(
    ("page", "asked", "address"),
    [
        ("growth_story", {"from": "2012", "to": "2024"}, "contributions.csv"),
        ("profile", {"area": "51"}, "profile.csv"),
        ("explore", {"show": "moved"}, "moved-most.csv"),
    ],
)
def test_a_table_links_its_lasting_address_which_has_the_rows_promised(
    page: Page, asked: dict[str, str], address: str
) -> None:
    app = visit(page, lang="en", **asked)
    links(app)
    told = "".join(html.value for html in app.html)
    (where,) = (unescape(found) for found in re.findall(rf'href="(api/v1/{address}.*?)"', told))
    promised = re.search(r"([\d,]+) rows</span>", told)
    assert promised is not None
    assert len(lines(fetched(where))) == int(promised[1].replace(",", ""))
    assert f"version={SHIPPED.version}" in where
