"""Two areas, or two characteristics, whose figures stand in each other's place.

Each figure of the newest period is set against those held, of its own place and of every other one's. Two places that
fit each other's figures better than their own have been exchanged: better than ever happened by itself from one period
held to the next, where the newest period is not held yet.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from data.gate.cube import Cube, Numbers
from data.gate.finding import Fact, Finding, finding

MARGIN: Final = 1.5
"""How much better than ever before two places may fit exchanged without a question."""
LEAST: Final = 0.005
"""A gain, in logarithms on average of a figure, that is never asked about."""


@dataclass(frozen=True)
class _Fit:
    """The two places that gain most by an exchange: how far apart the figures are on average, as they are and then."""

    first: int
    second: int
    own: float
    crossed: float

    @property
    def gain(self) -> float:
        return self.own - self.crossed


def exchanged(new: Cube, held: Cube, areas: pd.DataFrame) -> list[Finding]:
    """Pairs of series, and of areas of one level, that fit the figures held better when they are exchanged.

    areas: columns code, level.
    """
    if not held.periods or not new.periods:
        return []
    level = areas.set_index("code")["level"].reindex(list(new.areas)).fillna("").to_numpy(str)
    now, past = _logarithms(new.values[:, :, -1]), _logarithms(held.at(new.series, new.areas))
    newest, reference = new.periods[-1], min(new.periods[-1], held.periods[-1])
    span = (newest, reference)
    beside = past[:, :, held.periods.index(reference)] if reference in held.periods else past[:, :, -1]
    steps = [] if newest in held.periods else list(pairwise(np.moveaxis(past, 2, 0)))
    return [
        *_of_series(new.series, _best(now, beside), [_best(b, a) for a, b in steps], span),
        *_of_areas(new.areas, _best(now.T, beside.T, level), [_best(b.T, a.T, level) for a, b in steps], span),
    ]


def _of_series(names: tuple[str, ...], best: _Fit, usual: list[_Fit], span: tuple[str, str]) -> list[Finding]:
    if not _is_odd(best, usual):
        return []
    told = finding(
        "exchanged",
        "ask",
        "{series} and {series_other} seem exchanged: {period} is {share} apart from {held} as it is, "
        "{share_crossed} if they are exchanged, on average of a figure",
        series=names[best.first],
        series_other=names[best.second],
        **_fit(best, span),
    )
    return [told]


def _of_areas(names: tuple[str, ...], best: _Fit, usual: list[_Fit], span: tuple[str, str]) -> list[Finding]:
    if not _is_odd(best, usual):
        return []
    told = finding(
        "exchanged",
        "ask",
        "{area} and {area_other} seem exchanged: {period} is {share} apart from {held} as it is, "
        "{share_crossed} if they are exchanged, on average of a figure",
        area=names[best.first],
        area_other=names[best.second],
        **_fit(best, span),
    )
    return [told]


def _is_odd(best: _Fit, usual: list[_Fit]) -> bool:
    return best.gain > max([LEAST, *(MARGIN * fit.gain for fit in usual)])


def _fit(best: _Fit, span: tuple[str, str]) -> dict[str, Fact]:
    return {"period": span[0], "held": span[1], "share": best.own, "share_crossed": best.crossed}


def _logarithms(values: Numbers) -> Numbers:
    """Of figures above zero; NaN for all others."""
    return np.log(np.where(values > 0, values, np.nan))


def _best(new: Numbers, old: Numbers, kinds: npt.NDArray[np.str_] | None = None) -> _Fit:
    """The two rows that gain most; kinds: only those of one kind can have been exchanged."""
    apart = np.abs(new[:, None, :] - old[None, :, :])
    known = ~np.isnan(apart)
    mean = np.where(known, apart, 0).sum(axis=2) / np.maximum(known.sum(axis=2), 1)
    alone = np.diag(mean)
    own, crossed = (alone[:, None] + alone[None, :]) / 2, (mean + mean.T) / 2
    allowed = known.any(axis=2) & known.any(axis=2).T
    if kinds is not None:
        allowed &= kinds[:, None] == kinds[None, :]
    gain = np.where(allowed, own - crossed, 0)
    first, second = np.unravel_index(int(np.argmax(gain)), gain.shape)
    return _Fit(int(first), int(second), float(own[first, second]), float(crossed[first, second]))
