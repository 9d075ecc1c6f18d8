"""What methods of analysis found, over HTTP."""

import io

import pandas as pd
import pytest
from starlette.testclient import TestClient

from data.store import Dataset
from indicators.analysis import aside, store


def test_a_result_of_one_indicator(client: TestClient) -> None:
    answer = client.get("/api/v1/analysis.csv?result=convergence&indicator=unemployment_share")
    found = pd.read_csv(io.StringIO(answer.text), dtype={"period": "str"}).set_index("period")
    assert set(found["indicator"]) == {"unemployment_share"}
    assert found["sd"].round(1)["2022"] == 2.4


def test_a_group_of_ones_own_from_a_year_on(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """The three districts of Gohlis moved as they did, whoever puts them together."""
    monkeypatch.setattr(aside, "asked", lambda dataset, computes, *what, **_: computes(dataset, *what))
    same = "result=event_spans&indicator=population&since=2012"
    declared, own = (client.get(f"/api/v1/analysis.csv?{same}&{who}") for who in ("area=gohlis", "group=G~909192"))
    assert declared.status_code == own.status_code == 200
    assert own.text == declared.text
    assert "_own-1_2012_" in own.headers["Content-Disposition"]
    told = client.get(f"/api/v1/analysis.json?{same}&group=G~909192").json()
    assert (told["question"], told["group"]["members"]) == ("G beside what was usual", ["90", "91", "92"])
    assert "Triangulum" not in " ".join(told["wrong_if"])
    assert [one["first"] for one in told["observations"]] == ["2001", "2012"]


def test_leipzig_west_is_the_group_that_is_kept(client: TestClient) -> None:
    every, named = (
        client.get(f"/api/v1/analysis.csv?result=event_spans&indicator=population{more}")
        for more in ("", "&area=leipzig-west&since=2015")
    )
    assert named.text == every.text
    assert round(pd.read_csv(io.StringIO(named.text))["difference"][0], 2) == 1.51


def test_parts_of_a_change_between_two_years(client: TestClient) -> None:
    """Leipzig West holds 21.5% of the fall of unemployment from 2012 to 2022 (computed independently)."""
    same = "/api/v1/analysis.csv?result=decomposition&indicator=unemployment_share&from=2012&to=2022"
    found = pd.read_csv(io.StringIO(client.get(same).text), dtype={"area": "str"}).set_index("area_id")
    both = found["both"]
    west = both.loc[[f"OT{code}" for code in (50, 51, 52, 70, 71, 72, 73)]].sum()
    assert round(100 * west / both["CITY"], 1) == 21.5
    assert set(found["end"]) == {2022}


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
        ("result=convergence&area=gohlis", "area is no parameter of convergence, expected event_study, event_spans"),
        ("result=event_spans&area=gohlis", "indicator is missing"),
        ("result=event_spans&indicator=population&since=2002", "since is '2002', expected '2005'"),
        ("result=event_spans&indicator=population&area=gohlis&group=G~90", "expected a single one"),
        ("result=convergence&from=2012", "from is no parameter of convergence, expected decomposition"),
        ("result=decomposition&indicator=unemployment_share&from=2012", "from and to are needed"),
        ("result=convergence&place=51", "place is not a parameter here"),
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
