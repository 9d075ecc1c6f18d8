"""The portal's catalogue, cut down to what is read of it."""

import json
from typing import Any

import pytest

from data.sources.http import SourceError
from data.sources.leipzig_portal import addresses

API = "https://statistik.leipzig.de/opendata/api"
UNEMPLOYED = "Arbeitslose (Jahreszahlen, kleinräumig)"


def package(title: str, *urls: str | None) -> dict[str, Any]:
    return {"title": title, "resources": [{"url": url} for url in urls]}


def catalogue(*packages: dict[str, Any]) -> bytes:
    return json.dumps({"success": True, "result": {"count": len(packages), "results": packages}}).encode()


def test_numbers_by_service_and_title() -> None:
    found = addresses(
        catalogue(
            package(
                UNEMPLOYED,
                f"{API}/kdvalues?kategorie_nr=7&rubrik_nr=3&periode=y&format=json",
                f"{API}/kdvalues?kategorie_nr=7&rubrik_nr=3&periode=y&format=csv",
            ),
            package("Einwohner (Jahreszahlen)", f"{API}/values?rubrik_nr=1&kategorie_nr=2&periode=y"),
        )
    )
    assert found == {
        ("kdvalues", UNEMPLOYED): (7, 3),
        ("values", "Einwohner (Jahreszahlen)"): (2, 1),
    }


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "https://static.leipzig.de/datei.json",
        "http://[broken?kategorie_nr=7",
        f"{API}/kdvalues?kategorie_nr=7",
        f"{API}/kdvalues?kategorie_nr=sieben&rubrik_nr=3",
    ],
)
def test_other_addresses_are_passed_over(url: str | None) -> None:
    known = package("Einwohner", f"{API}/values?kategorie_nr=2&rubrik_nr=1")
    assert addresses(catalogue(package("Anderes", url), known)) == {("values", "Einwohner"): (2, 1)}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<!DOCTYPE html><html></html>",
        b"\xff\xfe",
        b"[]",
        b'{"success": false}',
        b'{"result": {"results": 3}}',
        b'{"result": {"results": [{"title": "ohne Dateien"}]}}',
        b'{"result": {"results": [{"title": "a", "resources": ["b"]}]}}',
    ],
)
def test_what_is_no_catalogue_is_refused(body: bytes) -> None:
    with pytest.raises(SourceError, match=r"^portal: the answer is not a CKAN catalogue"):
        addresses(body)
