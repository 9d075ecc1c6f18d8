"""The HTML of every page: Streamlit's, with our scripts before all others, and what a page needs asked for at once."""

import re

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from server.page import PAGES
from server.routes import routes


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(Starlette(routes=routes))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_our_scripts_before_all_others(client: TestClient, name: str) -> None:
    answer = client.get(f"/{name}")
    first = answer.text.find("<script")
    own = answer.text[first : answer.text.find("</script>")]
    assert "BACKEND_BASE_URL" in own
    assert "One press of the back button" in own, (
        "Streamlit's index.html has no <head> any more in which server.page could put its scripts first"
    )
    assert answer.text.count("<script") > 1
    assert answer.headers["cache-control"] == "no-cache"


def test_pages_with_pictures_ask_for_the_library_and_the_overview_does_not(client: TestClient) -> None:
    library = re.search(r'<html[^>]* data-library="\.(/scripts/[^"]+)"', client.get("/growth").text)
    assert library
    assert client.get(library[1]).status_code == 200
    assert "plotly" not in client.get("/").text


def test_scripts_of_elements_are_asked_for_at_once(client: TestClient) -> None:
    early = re.findall(r'modulepreload" crossorigin href="\./static/js/([^"]+)"', client.get("/growth").text)
    assert {"Html", "Selectbox", "BidiComponent"} <= {name.partition(".")[0] for name in early}
    assert len(early) == len(set(early))


def test_the_overview_asks_for_what_it_shows_alone(client: TestClient) -> None:
    early = re.findall(r'modulepreload" crossorigin href="\./static/js/(\w+)\.', client.get("/").text)
    assert {"Html", "BidiComponent"} <= set(early)
    assert not {"Selectbox", "Multiselect"} & set(early)


def test_the_overview_by_its_name_leads_to_where_it_stands(client: TestClient) -> None:
    answer = client.get("/overview?lang=en", follow_redirects=False)
    assert answer.status_code == 307
    assert answer.headers["location"] == "./?lang=en"
    assert client.get("/overview", follow_redirects=False).headers["location"] == "./"


def test_the_html_says_what_the_page_is_before_any_script_runs(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    html = client.get("/growth?lang=en&indicator=unemployment_share", headers={"Host": "made-up.example"}).text
    assert "<title>Unemployment share · Map and ranking – Leipzig Urban Indicators</title>" in html
    assert '<html lang="en" translate="no" data-library=' in html
    assert '<meta name="description" content="How Leipzig and its 63 districts grow' in html
    assert "made-up.example" not in html
    monkeypatch.setenv("INDICATORS_PUBLIC_ADDRESS", "https://www.example.org/indikatoren")
    html = client.get("/growth", headers={"Accept-Language": "de-DE"}).text
    assert '<html lang="de" translate="no"' in html
    assert '<meta property="og:title" content="Karte und Rangliste – ' in html
    assert '<meta property="og:url" content="https://www.example.org/indikatoren/growth">' in html
    picture = re.search(r'og:image" content="https://www\.example\.org/indikatoren(/scripts/[^"]+)"', html)
    icon = re.search(r'rel="icon" type="image/svg\+xml" href="\.(/[^"]+)"', html)
    assert picture
    assert icon
    assert client.get(picture[1]).content.startswith(b"\x89PNG")
    assert client.get(icon[1]).headers["content-type"] == "image/svg+xml"


def test_an_address_is_never_markup(client: TestClient) -> None:
    assert "<script>alert" not in client.get("/growth?lang=<script>alert(1)&indicator=<script>alert(1)").text
