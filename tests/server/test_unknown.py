"""An address that is no page's says so and offers the search, as the running application answers it."""

import json
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest


def told(address: str, accepted: str = "") -> tuple[int, str]:
    """Status and text of an answer."""
    try:
        with urlopen(Request(address, headers={"Accept-Language": accepted})) as answer:  # noqa: S310
            return answer.status, answer.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode()


@pytest.mark.parametrize(
    ("path", "base", "meant"),
    [
        ("/nope", "./", ""),
        ("/growth/a", "../", '<a href="growth?lang=de">/growth</a>'),
        ("/a/b/compare?lang=de", "../../", '<a href="compare?lang=de">/compare</a>'),
    ],
)
def test_an_unknown_address_says_so_and_offers_the_search(running: str, path: str, base: str, meant: str) -> None:
    status, html = told(running + path, "de-DE,de;q=0.9")
    assert status == 404
    assert "<h1>Diese Seite gibt es nicht</h1>" in html
    assert f'<base href="{base}">' in html
    assert '<form action="./">' in html
    assert meant in html
    assert ("Meinten Sie" in html) == bool(meant)


def test_it_speaks_the_language_of_address_or_browser(running: str) -> None:
    assert "There is no such page" in told(f"{running}/en/growth", "de")[1]
    assert "There is no such page" in told(f"{running}/nope", "en-GB")[1]
    assert "Diese Seite gibt es nicht" in told(f"{running}/nope?lang=de", "en-GB")[1]


def test_words_of_an_address_are_never_markup(running: str) -> None:
    assert "<b>" not in told(f"{running}/%3Cb%3Enope")[1]


@pytest.mark.parametrize("path", ["/", "/growth", "/methods", "/healthz", "/_stcore/health", "/api/v1/"])
def test_known_addresses_answer_as_before(running: str, path: str) -> None:
    assert told(running + path)[0] == 200


def test_an_unknown_address_of_figures_is_a_problem(running: str) -> None:
    status, body = told(f"{running}/api/v1/nope.csv")
    assert status == 404
    assert json.loads(body)["status"] == 404
