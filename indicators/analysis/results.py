"""The results that depend on no reader, by name: each a frame that a version of the figures gives."""

from collections.abc import Callable, Mapping
from typing import Final

import pandas as pd

from data.store import Dataset
from indicators.analysis import (
    autocorrelation,
    change_points,
    clusters,
    continuation,
    convergence,
    decomposition,
    event_study,
    kinds,
    separation,
    synthetic_control,
)

RESULTS: Final[Mapping[str, Callable[[Dataset], pd.DataFrame]]] = {
    "convergence": convergence.result,
    "separation": separation.result,
    "neighbours": autocorrelation.result,
    "clusters": clusters.result,
    "decomposition": decomposition.result,
    "event_study": event_study.by_year,
    "event_spans": event_study.by_span,
    "synthetic_control": synthetic_control.result,
    "change_points": change_points.result,
    "change_points_by_chance": change_points.by_chance,
    "kinds": kinds.result,
    "kinds_number": kinds.number,
    "continuation": continuation.result,
}
