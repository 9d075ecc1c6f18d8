"""What a reader chose: what was usual beside a group and from a year on, kept for Leipzig West and else computed aside;
and the parts of a change between two years, computed at once."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from data.store import Dataset
from indicators.analysis import aside, decomposition, store
from indicators.analysis.event_study import SINCE, spans, west, years
from indicators.analysis.synthetic_control import twins
from indicators.catalogue import Indicator

COMPUTED: Final[Mapping[str, aside.Computes]] = {
    "event_study": years,
    "event_spans": spans,
    "synthetic_control": twins,
}
"""By the name of a result, what computes it for other groups and years."""


def is_kept(members: tuple[str, ...], since: str) -> bool:
    """Whether it depends on no reader, and is kept with the version of the figures."""
    return (members, since) == (west(), SINCE)


def found(
    dataset: Dataset, name: str, indicator: Indicator, members: tuple[str, ...], since: str, seconds: float = 0
) -> pd.DataFrame | None:
    """Rows of a result of `COMPUTED` in the columns of the one that is kept; None while they are being made.

    since: one of `synthetic_control.dividing_years`; seconds: how long to wait for what is computed. Raises
    aside.GivenUpError.
    """
    if is_kept(members, since):
        kept = store.result(dataset, name)
        return None if kept is None else kept[kept["indicator"] == indicator.id].reset_index(drop=True)
    after = () if name == "event_study" else (since,)
    rows = aside.asked(dataset, COMPUTED[name], indicator, members, *after, seconds=seconds)
    return None if rows is None else rows.assign(indicator=indicator.id)


def decomposed(dataset: Dataset, indicator: Indicator, start: str, end: str) -> pd.DataFrame:
    """The rows of `decomposition.result` of an indicator, between two of its `decomposition.periods`."""
    rows = decomposition.parts(dataset, indicator, start, end).drop(columns="breaks")
    for at, (name, value) in enumerate({"indicator": indicator.id, "start": start, "end": end}.items()):
        rows.insert(at, name, value)
    return rows
