"""The page that presents a set: its first picture is text before any script runs; whatever is wrong is a sentence."""

import re
from dataclasses import replace

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from exports.presentation import document
from pictures.workshop.entry import WorkshopSet
from pictures.workshop.writing import as_parameter
from server.routes import routes, under
from tests.api.test_presentation import MAP, STRANGE, held, said

pytestmark = pytest.mark.usefixtures("empty_store")


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(Starlette(routes=under("/folder", routes)))


def shown(html: str) -> str:
    """What can be read before any script has run."""
    (found,) = re.findall(r'<main id="stage".*?</main>', html, re.S)
    return str(found)


def test_the_first_picture_is_said_at_once(client: TestClient) -> None:
    answer = client.get("/folder/present", params={"set": said(MAP), "lang": "en"})
    assert answer.status_code == 200
    assert "Mean age 2020" in shown(answer.text)
    assert held(answer.text)["count"] == 1


def test_it_goes_on_with_the_version_that_it_began_with(client: TestClient) -> None:
    told = held(client.get("/folder/present", params={"set": said(MAP), "lang": "de"}).text)
    assert told["version"]
    assert told["back"] == "workshop?lang=de"


def test_all_that_it_loads_is_named_relative_to_the_folder(client: TestClient) -> None:
    html = client.get("/folder/present", params={"set": said(MAP)}).text
    told = held(html)
    assert [told["library"][:10], told["address"]] == ["./scripts/", "api/v1/presentation.json"]
    assert client.get(f"/folder/{told['library'][2:]}").status_code == 200
    assert 'src="/' not in html


@pytest.mark.parametrize(
    ("asked", "status", "sentence"),
    [
        ({}, 200, "Die Mappe ist leer."),
        ({"set": as_parameter(WorkshopSet((MAP,)))[:-5]}, 400, "nicht vollständig"),
    ],
)
def test_no_screen_is_blank(client: TestClient, asked: dict[str, str], status: int, sentence: str) -> None:
    answer = client.get("/folder/present", params={**asked, "lang": "de"})
    assert (answer.status_code, sentence in shown(answer.text)) == (status, True)


def test_what_is_left_out_is_named_and_the_rest_is_shown(client: TestClient) -> None:
    wrong = as_parameter(WorkshopSet((MAP, replace(MAP, scheme="rainbow"))))
    html = client.get("/folder/present", params={"set": wrong, "version": "1999", "lang": "en"}).text
    (problems,) = re.findall(r'<ul id="problems">(.*?)</ul>', html)
    assert "version = “1999”" in problems
    assert "Picture 2 of the set is left out" in problems
    assert held(html)["count"] == 1


def test_words_of_strangers_stay_words(client: TestClient) -> None:
    strange = replace(MAP, title=STRANGE, remark=STRANGE)
    html = client.get("/folder/present", params={"set": said(strange), "lang": "en"}).text
    assert "<img" not in html
    assert "<script>alert" not in html


def test_modules_put_together_have_no_name_twice() -> None:
    code = "".join((document.FOLDER / name).read_text("utf-8") for name in document.MODULES)
    names = re.findall(r"^(?:export )?(?:async )?(?:const|let|function) (\w+)", code, re.M)
    assert len(names) == len(set(names)) > 20
