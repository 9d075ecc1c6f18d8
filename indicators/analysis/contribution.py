"""Who carried a change: the share of each part in the change of the whole."""

from collections.abc import Sequence
from typing import Final

import pandas as pd

from indicators.figures import measures
from indicators.figures.grid import CAUTION, Grid

CONTRIBUTIONS: Final = [
    "area",
    "start_value",
    "end_value",
    "absolute",
    "percent",
    "weight",
    "share",
    "status",
    "breaks",
]
REMAINDER: Final = "remainder"
"""Stands where area codes stand, for what belongs to the whole and to none of its parts."""
MOST_AGAINST: Final = 0.5
"""Shares are stated as long as what moved against the whole is at most half of what moved with it."""


def contribution(
    figures: Grid, parts: Sequence[str], whole: str, start: str, end: str, together: str = ""
) -> pd.DataFrame:
    """How much of the change of a whole each of its parts made up, as columns `CONTRIBUTIONS`.

    figures: of something that adds up, such as residents; parts: areas that do not overlap; whole: the area that they
    make up, published itself; start, end: periods; together: under which the grid has all parts as one group, whose
    breaks are the remainder's, as what moves between parts leaves it alone; without it, the remainder breaks where any
    part does. One row a part in the order given, then the `REMAINDER` (persons assigned to no part), then the whole.
    absolute: end − start; percent: of the start value; weight: start value in percent of the whole's; share: of the
    absolute change of the whole, in percent, so that all shares but the whole's add to 100; that of a part which moved
    against the whole is negative. The remainder is missing while any part is. All shares are missing where the whole
    did not change, or where parts moved against it by more than `MOST_AGAINST` of what moved with it: the net change is
    then so small beside what happened that shares of it, such as 400 %, say nothing.
    """
    codes = [*([together] if together else []), *parts, whole]
    found = measures.change(figures.among(codes), start, end).set_index("area").reindex(codes)
    found["status"] = found["status"].fillna("M")
    found["breaks"] = [known if isinstance(known, tuple) else () for known in found["breaks"]]
    each, total = found.loc[list(parts)], found.iloc[-1]
    rest = _remainder(each, total, found.loc[[together]] if together else each)
    table = pd.DataFrame([*each.reset_index().to_dict("records"), rest, {"area": whole, **total.to_dict()}])
    *moved, net = table["absolute"].tolist()
    stated = _stated(moved, net)
    table["weight"] = 100.0 * table["start_value"] / (total["start_value"] or float("nan"))
    table["share"] = 100.0 * table["absolute"] / (net if stated else float("nan"))
    return table[CONTRIBUTIONS]


def half_carried(shares: pd.Series) -> int:
    """How many of the largest shares, in percent, it takes to make up half; 0 where they do not."""
    largest = shares.dropna().sort_values(ascending=False)
    reached = largest.cumsum() >= 50 - 1e-9
    return int(reached.to_numpy().argmax()) + 1 if reached.any() else 0


def _remainder(parts: pd.DataFrame, whole: pd.Series, careful: pd.DataFrame) -> dict[str, object]:
    """careful: the rows whose statuses and breaks, with those of the whole, are the remainder's."""
    start, end = (
        float(whole[side] - parts[side].sum()) if parts[side].notna().all() else float("nan")
        for side in ("start_value", "end_value")
    )
    percent = 100.0 * (end - start) / start if start > 0 else float("nan")
    status = max({*careful["status"], whole["status"]}, key=CAUTION.index)
    crossed = sorted({period for known in [*careful["breaks"], whole["breaks"]] for period in known})
    return {
        "area": REMAINDER,
        "start_value": start,
        "end_value": end,
        "absolute": end - start,
        "percent": percent,
        "status": status,
        "breaks": tuple(crossed),
    }


def _stated(parts: Sequence[float], whole: float) -> bool:
    """Whether shares of the change of the whole say something."""
    known = [part for part in parts if not pd.isna(part)]
    if pd.isna(whole) or whole == 0 or not known:
        return False
    along = sum(part for part in known if part * whole > 0)
    against = sum(part for part in known if part * whole < 0)
    return abs(against) <= MOST_AGAINST * abs(along)
