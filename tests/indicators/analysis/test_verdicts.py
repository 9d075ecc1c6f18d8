"""The quick verdict is the one of the trend test, on any series and on the embedded figures."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.store import Dataset
from indicators import catalogue
from indicators.analysis.trends import trends
from indicators.analysis.verdicts import _order, verdict
from indicators.figures.grid import Grid
from indicators.figures.values import values
from indicators.places.place import Place, history

SERIES = st.lists(st.one_of(st.integers(0, 9).map(float), st.floats(-1e3, 1e3), st.just(math.nan)), max_size=26)


@given(SERIES)
def test_the_verdict_is_that_of_the_trend_test(series: list[float]) -> None:
    periods = [str(1999 + n) for n in range(len(series))]
    status = ["M" if math.isnan(value) else "A" for value in series]
    frame = pd.DataFrame({"area": "a", "period": periods, "value": series, "status": status})
    expected = trends(Grid.of(frame), "1999", "2030")["verdict"].tolist()
    assert [verdict([int(period) for period in periods], series)] == (expected or ["too few values"])


@given(st.integers(2, 12).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n * (n - 1) // 2))))
def test_an_order_has_as_many_falling_pairs_as_asked_for(asked: tuple[int, int]) -> None:
    n, falling = asked
    order = _order(n, falling)
    assert sorted(order) == list(range(n))
    assert sum(order[i] > order[j] for j in range(n) for i in range(j)) == falling


@pytest.mark.parametrize("id", ["population", "unemployment_share", "mean_age", "base_rent", "foreign_share"])
def test_verdicts_of_the_embedded_figures(snapshot: Dataset, id: str) -> None:
    indicator = catalogue.load()[id]
    expected = trends(Grid.of(values(snapshot, indicator)), "2012", "2024").set_index("area")["verdict"].to_dict()
    own = {area: history(snapshot, indicator, Place(str(area), "ortsteil")).since("2012") for area in expected}
    found = {area: verdict([int(period[:4]) for period in one.periods], one.values) for area, one in own.items()}
    assert found == expected
