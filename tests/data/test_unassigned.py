"""What the city counts and no district: where that part leaps, districts do not compare with the year before."""

import pandas as pd
import pytest

from data.areas import CITY
from data.sources.leipzig_statistics import Rubric, rubrics
from data.store import Dataset
from indicators.catalogue import load
from indicators.figures.values import values

LEAP = 2.0
"""From how many points on a leap of the part without a district is one; smaller ones occur in every second series."""
CASES = 100
"""Of fewer, a leap is of single cases."""
COUNTED = [rubric for rubric in rubrics() if rubric.constraints.counts and {"ortsteil", "city"} <= rubric.levels]


@pytest.mark.parametrize("rubric", COUNTED, ids=lambda rubric: rubric.id)
def test_leaps_of_what_has_no_district_are_breaks_of_the_districts(rubric: Rubric, snapshot: Dataset) -> None:
    """Where all districts have a figure; a doubtful figure of the city may itself be what leaps."""
    table, codes = snapshot.observations.astype({"series": "str", "period": "str"}), snapshot.codes("ortsteil")
    own = table[table["series"].str.startswith(f"{rubric.id}/") & table["series"].map(rubric.constraints.adds_up)]
    for name, rows in own.groupby("series"):
        city, districts = (rows[rows["area"].isin(areas)].groupby("period") for areas in ([CITY], codes))
        sure = (
            (districts["value"].count() == len(codes)) & (city["value"].count() == 1) & (city["status"].first() != "U")
        )
        total, parts = city["value"].sum()[sure], districts["value"].sum()[sure]
        apart = pd.DataFrame({"cases": total - parts, "percent": 100 * (1 - parts / total)}).diff()
        leaps = apart.index[(apart["percent"].abs() >= LEAP) & (apart["cases"].abs() >= CASES)]
        broken = {str(period) for period, statuses in districts["status"] if set(statuses) <= {"B", "U"}}
        assert set(leaps) <= broken, name


@pytest.mark.parametrize("indicator", ["offences", "theft_share", "fraud_per_1000"])
def test_offences_of_districts_break_in_2015(indicator: str, snapshot: Dataset) -> None:
    """3,307 of the 79,235 offences of 2014 have no district, 1,407 of the 73,614 of 2015: 4.2 and 1.9 percent."""
    found = values(snapshot, load()[indicator])
    own = found[(found["period"] == "2015") & found["area"].isin([CITY, *snapshot.codes("ortsteil")])]
    assert dict(zip(own["area"], own["status"], strict=True)) == {CITY: "A"} | dict.fromkeys(
        snapshot.codes("ortsteil"), "B"
    )
