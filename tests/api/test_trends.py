"""No trend over HTTP crosses a break that the observations name, or is one of figures that nobody counted."""

import io

import pandas as pd
import pytest
from starlette.testclient import TestClient

from data.store import Dataset
from indicators import catalogue
from indicators.catalogue.availability import missing_rubrics
from tests.support import extent

SPANS = extent.either([("", ""), ("2010", "2022")], [("", ""), *((str(year), "") for year in range(2000, 2022, 2))])


def table(client: TestClient, address: str, indicator: str, span: tuple[str, str]) -> pd.DataFrame:
    named = zip(("from", "to"), span, strict=True)
    query = "".join(f"&{name}={year}" for name, year in named if year)
    answer = client.get(f"/api/v1/{address}?indicator={indicator}&level=ortsteil,stadtbezirk,city{query}")
    assert answer.status_code == 200, answer.text
    return pd.read_csv(io.StringIO(answer.content.decode("utf-8-sig")), dtype="str", keep_default_na=False)


@pytest.mark.parametrize("span", SPANS)
@pytest.mark.parametrize("id", extent.of_each_kind(catalogue.load()))
def test_no_trend_crosses_a_break_or_is_of_a_model(
    client: TestClient, snapshot: Dataset, id: str, span: tuple[str, str]
) -> None:
    if missing_rubrics(catalogue.load()[id], snapshot):
        pytest.skip("its source is not loaded")
    observed = table(client, "observations.csv", id, span)
    broken = observed[observed["status"] == "B"].groupby("area")["period"].apply(list).to_dict()
    for row in table(client, "trends.csv", id, span).to_dict("records"):
        inside = [period for period in broken.get(row["area"], []) if row["from"] < period <= row["to"]]
        assert not inside, row
        if row["kind"] in ("modelled", "forecast"):
            assert (row["p"], row["p_adjusted"], row["verdict"]) == ("", "", ""), row
        if row["verdict"] in ("rising", "falling"):
            low, high = float(row["slope_low"]), float(row["slope_high"])
            assert low > 0 if row["verdict"] == "rising" else high < 0, row
            assert float(row["p_adjusted"]) < 0.05
