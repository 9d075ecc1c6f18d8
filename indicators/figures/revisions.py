"""Figures that publishers changed after they had been published, as the refreshes found them."""

from typing import Final

import pandas as pd

from data.store import Dataset
from indicators.kept import kept

COLUMNS: Final = ["series", "area", "period", "old", "new", "seen_at"]


@kept
def revisions(dataset: Dataset) -> pd.DataFrame:
    """Columns `COLUMNS`, the latest first; old and new are NaN where there was or is no figure. Empty without any."""
    kinds = {"series": "str", "area": "str", "period": "str", "old": "float64", "new": "float64", "seen_at": "str"}
    table = pd.read_csv(dataset.path / "revisions.csv", dtype=kinds)[COLUMNS]
    return table.sort_values(
        ["seen_at", "series", "area", "period"], ascending=[False, True, True, True], ignore_index=True
    )
