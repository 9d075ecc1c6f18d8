"""Questions in words over HTTP: the answer with its figures, and what is said where there is none."""

from starlette.testclient import TestClient

ADDRESS = "/api/v1/answer.json"


def test_an_answer_is_a_sentence_with_its_figures_and_page(client: TestClient) -> None:
    """Residents of Plagwitz: 15,067 in 2015 and 17,209 in 2024, as the city's table of rubric kd2-1 has them."""
    told = client.get(ADDRESS, params={"q": "Plagwitz mehr Einwohner als 2015", "lang": "de"}).json()
    assert told["indicator"] == "population"
    assert (told["from"], told["to"]) == ("2015", "2024")
    own = [(row["period"], row["value"]) for row in told["values"] if row["area"] == "51"]
    assert own == [("2015", 15_067), ("2024", 17_209)]
    assert "14,2" in told["sentence"]
    assert "17.209" in told["sentence"]
    assert told["page"].startswith("/compare?indicator=population&compare=51%2C")


def test_what_is_not_known_is_not_found_with_what_is(client: TestClient) -> None:
    answer = client.get(ADDRESS, params={"q": "Dachgärten Lindenau", "lang": "de"})
    assert answer.status_code == 404
    told = answer.json()
    assert "„Dachgärten“" in told["detail"]
    assert [(part["said"], part["ids"]) for part in told["understood"]] == [("Dachgärten", []), ("Lindenau", ["70"])]
    assert told["hits"][0]["page"] == "/profile?area=70&lang=de"


def test_a_typing_error_is_answered_and_said(client: TestClient) -> None:
    told = client.get(ADDRESS, params={"q": "unemplyoment Grünau"}).json()
    assert [part["meant"] for part in told["understood"]] == ["unemployment", ""]
    assert told["areas"][0] == "gruenau"


def test_a_question_is_needed(client: TestClient) -> None:
    for asked in ({}, {"q": ""}, {"q": "x" * 201}, {"q": ["a", "b"]}):
        assert client.get(ADDRESS, params=asked).status_code == 400


def test_while_somebody_types_no_answer_is_no_error(client: TestClient) -> None:
    answer = client.get("/api/v1/search.json", params={"q": "Dachgärten Lindenau", "lang": "de"})
    told = answer.json()
    assert (answer.status_code, told["sentence"], told["page"]) == (200, "", "")
    assert "„Dachgärten“" in told["detail"]
    asked = {"q": "Miete Lindenau", "lang": "de"}
    found, same = client.get("/api/v1/search.json", params=asked).json(), client.get(ADDRESS, params=asked).json()
    assert {key: found[key] for key in ("sentence", "page", "hits")} == {
        k: same[k] for k in ("sentence", "page", "hits")
    }
