"""The report over HTTP: two pages whose figures are those of the store, the same for the same version."""

from io import BytesIO
from math import isnan

import pytest
from pypdf import PdfReader
from starlette.testclient import TestClient

from data.areas import CITY
from data.store import Dataset
from indicators import catalogue
from indicators.figures.values import grid
from locales import LANGUAGES, number
from tests.support import extent


def _pages(client: TestClient, asked: str) -> list[str]:
    answer = client.get(f"/api/v1/report.pdf?{asked}")
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Type"] == "application/pdf"
    return [_plain(page.extract_text()) for page in PdfReader(BytesIO(answer.content)).pages]


def _plain(said: str) -> str:
    return " ".join(said.replace("\u00a0", " ").replace("\u202f", " ").split())


def test_its_figures_are_those_of_the_store(client: TestClient, snapshot: Dataset) -> None:
    first, second = _pages(client, "area=51&lang=de")
    population, age = (catalogue.load()[id] for id in ("population", "mean_age"))
    residents = grid(snapshot, population).history("51")
    before, after = (residents.at(year)[0] for year in ("2012", "2024"))
    for said in (
        "Ortsteilprofil",
        "Plagwitz",
        number("de", after),
        f"+{number('de', 100 * (after - before) / before, 1)} %",
        number("de", grid(snapshot, age).history("51").at("2023")[0], 1),
        f"Stadt {number('de', grid(snapshot, age).history(CITY).at('2023')[0], 1)}",
    ):
        assert said in first
    rent = catalogue.load()["total_rent"]
    own, city = (number("de", grid(snapshot, rent).history(area).at("2021")[0], 2) for area in ("51", CITY))
    row = second[second.index(rent.title["de"]) :][:80]
    assert own in row
    assert city in row


def test_it_says_where_its_figures_are_from_and_leads_back(client: TestClient, snapshot: Dataset) -> None:
    answer = client.get("/api/v1/report.pdf?area=51&lang=en")
    pdf = PdfReader(BytesIO(answer.content))
    whole = _plain(" ".join(page.extract_text() for page in pdf.pages))
    for said in (
        "Datenlizenz Deutschland",
        "Stadt Leipzig, Amt für Statistik und Wahlen",
        snapshot.version,
        "fetched on",
    ):
        assert said in whole
    links = [note.get_object()["/A"]["/URI"] for page in pdf.pages for note in page.get("/Annots", [])]
    assert links == ["http://testserver/profile?area=51&lang=en"]


def test_it_is_the_same_for_the_same_version(client: TestClient) -> None:
    one, other = (client.get("/api/v1/report.pdf?area=55") for _ in range(2))
    assert one.content == other.content


def test_a_missing_figure_says_why(client: TestClient, snapshot: Dataset) -> None:
    rent = grid(snapshot, catalogue.load()["base_rent"])
    period = rent.with_figures(snapshot.codes("ortsteil"))[-1]
    area = next(code for code in snapshot.codes("ortsteil") if isnan(rent.cell(code, period)[0]))
    first, _ = _pages(client, f"area={area}&lang=en")
    assert "confidential" in first


def test_every_report_has_two_pages(client: TestClient, snapshot: Dataset) -> None:
    """Of a few areas in one language, among them that with the longest name, or with --long of all in both."""
    names = {**snapshot.names["ortsteil"], **snapshot.names["stadtbezirk"]}
    areas = sorted(names, key=lambda code: -len(names[code]))
    for area, lang in extent.some([(area, lang) for area in areas for lang in LANGUAGES], 60):
        assert len(_pages(client, f"area={area}&lang={lang}")) == 2, area


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("", "area is missing"),
        ("area=51,52", "one district or borough"),
        ("area=leipzig-west", "one district or borough"),
        ("area=14713000", "one district or borough"),
        ("area=51&kind=lines", "kind is not a parameter"),
    ],
)
def test_what_is_wrong_is_said(client: TestClient, asked: str, named: str) -> None:
    answer = client.get(f"/api/v1/report.pdf?{asked}")
    assert (answer.status_code, named in answer.json()["detail"]) == (400, True)
