"""What methods of analysis found, over HTTP."""

import io

import pandas as pd
import pytest
from starlette.testclient import TestClient

from data.store import Dataset
from indicators.analysis import store


def test_a_result_of_one_indicator(client: TestClient) -> None:
    answer = client.get("/api/v1/analysis.csv?result=convergence&indicator=unemployment_share")
    found = pd.read_csv(io.StringIO(answer.text), dtype={"period": "str"}).set_index("period")
    assert set(found["indicator"]) == {"unemployment_share"}
    assert found["sd"].round(1)["2022"] == 2.4


def test_json_says_what_the_method_assumes(client: TestClient) -> None:
    found = client.get("/api/v1/analysis.json?result=convergence&indicator=mean_age&lang=de").json()
    assert found["question"] == "Rückten die Ortsteile zusammen oder auseinander?"
    assert "Theil" in found["reference"]
    assert found["observations"][0]["indicator"] == "mean_age"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "result is missing, expected one of convergence"),
        ("result=magic", "result is 'magic', expected"),
        ("result=convergence&indicator=population", "indicator is population, without convergence, expected one of"),
        ("result=convergence&area=51", "area is not a parameter here"),
    ],
)
def test_what_is_wrong_is_said(client: TestClient, query: str, said: str) -> None:
    answer = client.get(f"/api/v1/analysis.csv?{query}")
    assert answer.status_code == 400
    assert said in answer.json()["detail"]


def test_what_is_being_made_is_asked_for_again(
    client: TestClient, snapshot: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[Dataset] = []
    monkeypatch.setattr(store, "result", lambda *_: None)
    monkeypatch.setattr(store, "begin", begun.append)
    answer = client.get("/api/v1/analysis.csv?result=convergence")
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert begun == [snapshot]
