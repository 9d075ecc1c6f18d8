"""What every row of a file of an energy district says of itself."""

from types import SimpleNamespace
from typing import cast

import pandas as pd
import pytest

from data.store import Dataset
from exports.energy_district.stamp import FIRST, LAST, stamped
from indicators.energy.district.asked import District
from indicators.energy.district.measures import Measures
from indicators.energy.factors import Factors, factors, read, with_district_heat


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (factors(), "model"),
        (read("", "factors.toml"), "model"),
        (with_district_heat(factors(), 0.1), "own"),
        (read("[battery]\nefficiency = {percent = 90, low = 85, high = 95, source = 'htw'}", "own.toml"), "own"),
    ],
)
def test_a_row_says_what_was_done_and_by_whose_factors(snapshot: Dataset, given: Factors, told: str) -> None:
    asked = SimpleNamespace(
        dataset=snapshot,
        name="Plagwitz",
        done=Measures(renovation=30, cars=True),
        given=given,
        outcome=SimpleNamespace(period="2022"),
    )
    table = stamped(pd.DataFrame({"value": [1.0, 2.0]}), cast(District, asked), "51", "ortsteil")
    assert table.columns.tolist() == [*FIRST, "value", *LAST]
    for row in table.to_dict("records"):
        assert [row["area_id"], row["parent"], row["status"], row["kind"]] == ["OT51", "SB5", "E", "scenario"]
        assert [row["renovation"], row["pv_kwp"], row["cars"], row["factors"]] == [30, 0, "true", told]
        assert [row["stock_year"], row["data_version"]] == ["2022", snapshot.version]
