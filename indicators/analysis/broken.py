"""Where results over the years can't be compared, because the series of the districts break."""

from typing import Final

import pandas as pd

MOST_BROKEN: Final = 0.1
"""Of the districts, whose series may break without that it is another series for the city."""


def breaks(rows: pd.DataFrame) -> list[str]:
    """The periods before which the series of the city's districts break. rows: of one indicator, with `broken`
    and `districts`, how many there are."""
    return rows.loc[rows["broken"] > MOST_BROKEN * rows["districts"], "period"].tolist()


def comparable(rows: pd.DataFrame) -> pd.DataFrame:
    """Those rows of one indicator that can be compared with the last."""
    return rows[rows["period"] >= max(breaks(rows), default="")].reset_index(drop=True)
