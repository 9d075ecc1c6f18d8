"""Citations, read by the programs that take them."""

import datetime as dt
import json
from dataclasses import replace

import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from pybtex.database import parse_string

from data.store import Dataset
from exports.about.citation import as_bibtex, as_csl_json, as_text, work
from indicators import catalogue

CITY = "Stadt Leipzig, Amt für Statistik und Wahlen"
LICENCE = "Datenlizenz Deutschland – Namensnennung – Version 2.0 (https://www.govdata.de/dl-de/by-2-0)"
ADDRESS = "https://example.org/api/v1/observations.csv?indicator=population&level=city&from=2020"
DAY = dt.date(2026, 3, 1)


def versioned(snapshot: Dataset) -> Dataset:
    return replace(snapshot, version="2025-12-31-0123abcd")


def test_as_german_text(snapshot: Dataset) -> None:
    cited = work(
        versioned(snapshot), [catalogue.load()["population"]], lang="de", accessed=DAY, address="https://example.org/x"
    )
    assert as_text("de", cited) == (
        f"{CITY} (2025): Einwohner, Leipzig [Datensatz]. Leipzig Urban Indicators, Datenversion 2025-12-31-0123abcd. "
        f"Lizenz: {LICENCE}. Abgerufen am 1. März 2026, https://example.org/x"
    )


def test_a_picture_of_computed_figures_as_english_text(snapshot: Dataset) -> None:
    cars = catalogue.load()["cars_per_1000"]
    title = "Cars per 1,000 residents 2024"
    cited = work(versioned(snapshot), [cars], lang="en", accessed=DAY, title=title, picture=True)
    assert as_text("en", cited) == (
        f"{CITY} (2025): Cars per 1,000 residents 2024 [figure]. Leipzig Urban Indicators, "
        f"data version 2025-12-31-0123abcd. Licence: {LICENCE}. Data changed: computed from published figures. "
        "Retrieved 1 March 2026."
    )


def test_boundaries_have_a_publisher_too(snapshot: Dataset) -> None:
    sources = snapshot.sources | {"kd7-3": snapshot.sources["kd7-3"] | {"attribution": "Somebody", "licence": "x-1"}}
    elsewhere = replace(snapshot, sources=sources)
    unemployed = [catalogue.load()["unemployed"]]
    assert work(elsewhere, unemployed, lang="en", accessed=DAY).publishers == ("Somebody",)
    on_a_map = work(elsewhere, unemployed, lang="en", accessed=DAY, boundaries=True)
    assert on_a_map.publishers == ("Somebody", CITY)
    assert "Licence: x-1; Datenlizenz" in as_text("en", on_a_map)


@pytest.mark.parametrize(
    ("ids", "title"),
    [
        (["population", "unemployed"], "Einwohner und Arbeitslose, Leipzig"),
        (["population", "unemployed", "base_rent", "dwellings"], "4 Indikatoren für Leipzig"),
    ],
)
def test_few_indicators_are_named_and_many_counted(snapshot: Dataset, ids: list[str], title: str) -> None:
    cited = work(snapshot, [catalogue.load()[id] for id in ids], lang="de", accessed=DAY)
    assert cited.title == title


def test_pybtex_reads_bibtex(snapshot: Dataset) -> None:
    cited = work(
        versioned(snapshot),
        [catalogue.load()["population"]],
        lang="en",
        accessed=DAY,
        address=ADDRESS,
        title="A & B_c, 100 % {x} #1",
    )
    ((key, entry),) = parse_string(as_bibtex("en", cited), "bibtex").entries.items()
    assert (key, entry.type) == ("leipzig-population-2025-12-31-0123abcd", "misc")
    assert [str(person) for person in entry.persons["author"]] == [f"{{{CITY}}}"]
    assert entry.fields["title"] == r"{A \& B\_c, 100 \% \{x\} \#1}"
    assert (entry.fields["year"], entry.fields["urldate"]) == ("2025", "2026-03-01")
    assert (entry.fields["month"], entry.fields["version"]) == ("December", "2025-12-31-0123abcd")
    assert entry.fields["url"] == ADDRESS


def test_citeproc_renders_csl_json(snapshot: Dataset) -> None:
    cited = work(versioned(snapshot), [catalogue.load()["population"]], lang="en", accessed=DAY, address=ADDRESS)
    items = json.loads(as_csl_json("en", cited))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    bibliography.register(Citation([CitationItem(items[0]["id"])]))
    (rendered,) = (str(entry) for entry in bibliography.bibliography())
    for part in (CITY, "2025", "Population, Leipzig", ADDRESS):
        assert part in rendered


def test_a_version_without_the_sources_names_the_product(snapshot: Dataset) -> None:
    cited = work(replace(snapshot, sources={}), [catalogue.load()["population"]], lang="en", accessed=DAY)
    assert as_text("en", cited).startswith("Leipzig Urban Indicators (2026): Population, Leipzig [data set].")
    assert "Licence" not in as_text("en", cited)
    assert parse_string(as_bibtex("en", cited), "bibtex").entries
