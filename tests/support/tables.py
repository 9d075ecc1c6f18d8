"""Tables that come back from files, side by side with those that went in."""

import pandas as pd

KEY = ["indicator", "area", "period"]


def same(one: pd.DataFrame, other: pd.DataFrame) -> bool:
    """Whether two tables hold the same cells, however pandas keeps text in memory."""
    columns = one.columns.tolist()
    left, right = (frame.astype(object).where(frame.notna(), None) for frame in (one, other))
    return columns == other.columns.tolist() and left.to_numpy().tolist() == right.to_numpy().tolist()


def in_order(frame: pd.DataFrame) -> pd.DataFrame:
    """`KEY`, value and status as plain text and doubles, in order of the key."""
    kinds = {**dict.fromkeys([*KEY, "status"], "str"), "value": "float64"}
    return frame[[*KEY, "value", "status"]].astype(kinds).sort_values(KEY, ignore_index=True)
