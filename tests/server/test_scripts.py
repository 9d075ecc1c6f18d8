"""Every page is Streamlit's HTML with the script of the back button before all others, and scripts have addresses."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from server.routes import routes
from server.scripts import PAGES, path


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(Starlette(routes=routes))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_the_script_of_the_back_button_before_all_others(client: TestClient, name: str) -> None:
    answer = client.get(f"/{name}")
    first = answer.text.find("<script")
    assert answer.text[first:].startswith("<script>\n{\n  // One press of the back button"), (
        "Streamlit's index.html has no <head> any more in which server.scripts could put its script first"
    )
    assert answer.text.count("<script") > 1
    assert answer.headers["cache-control"] == "no-cache"


def test_a_script_may_be_kept_and_another_one_is_not_there(client: TestClient) -> None:
    answer = client.get(path("slider.js"))
    assert answer.headers["content-type"].startswith("text/javascript")
    assert "immutable" in answer.headers["cache-control"]
    assert client.get(path("nothing.js")).status_code == 404
