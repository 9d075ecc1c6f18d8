"""What maps of the change between any two periods are made of, for browsers that repaint them."""

from itertools import combinations
from math import isnan
from typing import Any

from data.areas import Level
from data.store import Dataset
from indicators.catalogue import Indicator
from indicators.figures.values import grid, periods_shown, values
from pictures.scales import span_steps
from words.change import change_decimals


def spans(dataset: Dataset, indicator: Indicator, level: Level) -> dict[str, Any]:
    """All values of a level, and the steps of change between any two of its periods.

    periods, areas: what there is; values: a list a period of the values of all areas with six digits, None where there
    is none; percent: whether changes are in percent of the first value, else differences; decimals: with which they are
    shown, and classed as shown; steps: a list a period of those of the spans that begin with it, by the period that
    they end with, see `indicators.figures.steps.change_steps`.
    """
    areas = dataset.codes(level)
    periods = periods_shown(grid(dataset, indicator), areas)
    wide = (
        values(dataset, indicator)
        .pivot(index="period", columns="area", values="value")
        .reindex(index=periods, columns=areas)
    )
    rows = [[None if isnan(value) else float(f"{value:.6g}") for value in row] for row in wide.to_numpy().tolist()]
    steps: list[list[tuple[float, ...]]] = [[] for _ in periods]
    for (first, start), (_, end) in combinations(enumerate(periods), 2):
        steps[first].append(span_steps(dataset, indicator, level, (start, end)))
    return {
        "periods": periods,
        "areas": areas,
        "values": rows,
        "percent": indicator.change == "percent",
        "decimals": change_decimals(indicator),
        "steps": steps,
    }
