"""Pictures over HTTP: of every kind, of sets, with what was wrong said."""

from dataclasses import replace
from xml.etree.ElementTree import fromstring

import pytest
from starlette.testclient import TestClient

from api.pictures import KINDS
from data.store import Dataset
from indicators.energy.factors import DISTRICT_HEAT, factors
from pictures.workshop.entry import Entry, WhatIf, WorkshopSet
from pictures.workshop.writing import as_parameter

ASKED = {
    "place-map": "area=51",
    "moved": "area=51&from=2012&to=2022",
    "multiples": "indicator=population,mean_age&area=leipzig-west",
    "gaps": "indicator=mean_age,unemployment_share&area=51,52",
    "relation": "indicator=foreign_share,unemployment_share",
    "change-relation": "indicator=population,unemployment_share",
}
USUAL = "indicator=population&area=51&from=2012&to=2022"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_drawn(client: TestClient, kind: str) -> None:
    answer = client.get(f"/api/v1/picture.svg?kind={kind}&{ASKED.get(kind, USUAL)}&lang=de")
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Type"].startswith("image/svg+xml")
    assert "Datenstand" in "".join(fromstring(answer.content).itertext())


def test_a_png_is_made_and_kept(client: TestClient) -> None:
    address = "/api/v1/picture.png?indicator=population&kind=lines&scale=2&theme=dark"
    answer = client.get(address)
    assert answer.content.startswith(b"\x89PNG")
    assert 'filename="leipzig_population_lines' in answer.headers["Content-Disposition"]
    assert client.get(address, headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304


def test_a_picture_of_a_set_has_its_own_title(client: TestClient, snapshot: Dataset) -> None:
    first = Entry("slope", ("population",), None, ("ortsteil", "city"), start="2012", end="2022")
    second = Entry("lines", ("population",), ("51",), lit=("51",), start="2012", end="2022", title="Ours & theirs")
    said = as_parameter(WorkshopSet((first, second), snapshot.version))
    answer = client.get("/api/v1/picture.svg", params={"set": said, "number": "2"})
    assert "Ours & theirs" in "".join(fromstring(answer.content).itertext())


def test_what_only_browsers_draw_says_so(client: TestClient, snapshot: Dataset) -> None:
    today = factors().life_cycle[DISTRICT_HEAT]
    measures = WhatIf(rate=2.0, years=10, connected=20.0, factor=0.1, today=today, period="2022")
    entry = Entry("scenario districts", ("heating_emissions_per_resident",), levels=("ortsteil", "city"))
    said = as_parameter(WorkshopSet((replace(entry, end="2022", what_if=measures),), snapshot.version))
    answer = client.get("/api/v1/picture.svg", params={"set": said})
    assert (answer.status_code, "hatched bars" in answer.json()["detail"]) == (501, True), answer.text


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("", "indicator is missing"),
        ("kind=cube&indicator=population", "kind is 'cube'"),
        ("kind=lines&indicator=population,mean_age", "expected 1"),
        ("kind=relation&indicator=population", "expected 2"),
        ("kind=place-map", "expected one"),
        ("kind=multiples&indicator=population", "groups"),
        ("kind=lines&indicator=population&from=1900&to=1901", "2000 and 2024"),
        ("indicator=population&theme=pink", "theme is 'pink'"),
        ("indicator=population&scale=2", "scale is not a parameter"),
        ("set=1.nothing", "set"),
    ],
)
def test_what_is_wrong_is_said(client: TestClient, asked: str, named: str) -> None:
    answer = client.get(f"/api/v1/picture.svg?{asked}")
    assert (answer.status_code, named in answer.json()["detail"]) == (400, True), answer.text
