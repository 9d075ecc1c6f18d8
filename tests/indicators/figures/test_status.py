"""The status of figures that were computed from others."""

import pandas as pd
import pytest

from data.observations import MISSING, STATUS
from indicators.figures.status import CAUTION, combine_status


@pytest.mark.parametrize("pair", ["AP", "PE", "EU", "UB", "BM", "MN", "NQ", "MQ", "AQ", "AA"])
def test_takes_the_most_cautious(pair: str) -> None:
    forth, back = pd.Series(list(pair)), pd.Series(list(reversed(pair)))
    assert combine_status(forth, back).tolist() == [pair[1], pair[1]]


def test_orders_every_status_there_is() -> None:
    assert set(CAUTION) == set(STATUS)
    assert set(CAUTION[-3:]) == MISSING


def test_keeps_the_index() -> None:
    parts = [pd.Series(["A", "B"], index=[7, 3]), pd.Series(["P", "A"], index=[7, 3])]
    assert combine_status(*parts).to_dict() == {7: "P", 3: "B"}


def test_refuses_what_it_cannot_combine() -> None:
    with pytest.raises(ValueError, match="at least one"):
        combine_status()
    with pytest.raises(ValueError, match="unknown status 'X'"):
        combine_status(pd.Series(["A", "X"]))
    with pytest.raises(ValueError, match="different indexes"):
        combine_status(pd.Series(["A"], index=[0]), pd.Series(["A"], index=[1]))
