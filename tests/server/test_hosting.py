"""Where the application lives, as the running application answers: in a folder, or behind a proxy that strips one."""

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import httpx2 as httpx
import pytest

from tests.support.hosting import hosting, ways
from tests.support.running import serving
from tests.support.stripping import FOLDER

PUBLIC = "https://www.example.org/indikatoren"
get = partial(httpx.get, timeout=90)
MADE_UP = {"Host": "made-up.example"}
WITH_ADDRESS = ("", "openapi.json", "observations.geojson?indicator=population&area=51")


@pytest.fixture(scope="module", params=ways())
def hosted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the overview without its last slash."""
    with hosting(request.param, tmp_path_factory.mktemp("store"), "localhost", f"{PUBLIC}/") as address:
        yield address


def test_pages_scripts_health_and_figures_are_there(hosted: str) -> None:
    page = get(f"{hosted}/growth")
    assert "One press of the back button" in page.text
    for script in (page.text.split('data-library="./')[1].split('"')[0], page.text.split('src="./')[1].split('"')[0]):
        answer = get(f"{hosted}/{script}", headers={"Accept-Encoding": "gzip"})
        assert (answer.status_code, answer.headers["content-encoding"]) == (200, "gzip")
    assert get(f"{hosted}/healthz").json()["status"] != "down"
    rows = get(f"{hosted}/api/v1/observations.csv?indicator=population&area=51&from=2024").text.splitlines()
    assert (len(rows), rows[0].split(",")[0]) == (2, "indicator")
    found = get(f"{hosted}/api/v1/answer.json", params={"q": "rent Lindenau", "lang": "en"}).json()
    assert found["page"].startswith(f"{FOLDER}/")


@pytest.mark.parametrize("path", ["/api/v1/nothing.csv", "/api/v2/observations.csv", "/growth/api/v1/versions.json"])
def test_an_unknown_address_of_figures_is_a_problem(hosted: str, path: str) -> None:
    answer = get(hosted + path)
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


@pytest.mark.parametrize(
    ("path", "there"),
    [("/api", "/api/v1/"), ("/api/", "/api/v1/"), ("/api/v1", "/api/v1/"), ("/growth/?lang=en", "/growth?lang=en")],
)
def test_redirects_stay_in_the_folder(hosted: str, path: str, there: str) -> None:
    answer = get(hosted + path, headers=MADE_UP, follow_redirects=False)
    assert answer.is_redirect
    assert str(httpx.URL(hosted + path).join(answer.headers["location"])) == hosted + there


def test_the_icon_is_there_by_the_name_that_browsers_ask_for(hosted: str) -> None:
    answer = get(f"{hosted}/favicon.ico", headers=MADE_UP, follow_redirects=True)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/svg+xml")


@pytest.mark.parametrize("file", WITH_ADDRESS)
def test_nobody_keeps_an_answer_with_an_address_that_a_client_made_up(hosted: str, file: str) -> None:
    answer = get(f"{hosted}/api/v1/{file}", headers=MADE_UP)
    assert answer.status_code == 200
    if "made-up.example" in answer.text:
        assert answer.headers["cache-control"] == "no-store"
    else:
        assert PUBLIC in answer.text
        assert answer.headers["cache-control"] == "public, max-age=300"


@pytest.mark.parametrize("ending", ["csv", "json"])
def test_an_answer_without_an_address_may_be_kept(hosted: str, ending: str) -> None:
    answer = get(f"{hosted}/api/v1/observations.{ending}?indicator=population&area=51", headers=MADE_UP, timeout=60)
    assert ("made-up.example" in answer.text, answer.headers["cache-control"]) == (False, "public, max-age=300")


def test_without_a_folder_its_addresses_are_problems_and_no_pages(running: str) -> None:
    for path in ("/api/v1/observations.csv", "/api", "/healthz", "/scripts/1/plotly.min.js"):
        answer = get(running + FOLDER + path)
        assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
        assert "server.baseUrlPath" in json.loads(answer.text)["detail"]


def test_the_folder_without_a_slash_leads_to_the_overview(tmp_path: Path) -> None:
    with serving(tmp_path, STREAMLIT_SERVER_BASE_URL_PATH=f"/a{FOLDER}/") as address:
        answer = get(f"{address}/a{FOLDER}", headers=MADE_UP, follow_redirects=False)
        assert str(httpx.URL(f"{address}/a{FOLDER}").join(answer.headers["location"])) == f"{address}/a{FOLDER}/"
        assert get(f"{address}/api/v1/versions.json").status_code == 404
