"""Where series break or are doubtful, and why."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import pandas as pd

from indicators.figures.remarks import reason
from pictures.request import Request


def reasons(request: Request, places: Mapping[str, Sequence[str]], status: str) -> dict[str, str]:
    """By period, why figures have a status; places: the areas with such a figure, by period."""
    found = {}
    for period, areas in sorted(places.items()):
        why = reason(request.dataset, request.indicator, period, status, frozenset(areas))
        if why:
            found[period] = why[request.lang]
    return found


def places_by_status(figures: pd.DataFrame) -> Mapping[str, dict[str, list[str]]]:
    """By status and period, the areas whose figures have it."""
    found: dict[str, dict[str, list[str]]] = defaultdict(dict)
    cells = zip(*(figures[name].tolist() for name in ("area", "period", "status")), strict=True)
    for area, period, status in cells:
        found[status].setdefault(period, []).append(area)
    return found
