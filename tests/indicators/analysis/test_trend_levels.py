"""How often the verdict on a trend is wrong, and how often it finds one, in series that depend on the year before."""

import math

import numpy as np
import numpy.typing as npt
import pytest
from scipy import stats

from indicators.analysis.trends import trend, verdicts
from indicators.figures.grid import History
from tests.support import extent

Floats = npt.NDArray[np.float64]
DEPENDENCE = 0.6
SERIES = extent.either(400, 2000)
SEED = 20_241_231
STRONG = 4.0
"""A rise from the first to the last year, in standard deviations of the series without it."""


def without_trend(n: int) -> Floats:
    """Series (rows) of a stationary first-order autoregression with standard deviation 1."""
    noise = np.random.default_rng(SEED).standard_normal((SERIES, n))
    series = noise.copy()
    for year in range(1, n):
        series[:, year] = DEPENDENCE * series[:, year - 1] + math.sqrt(1 - DEPENDENCE**2) * noise[:, year]
    return series


def found(series: Floats) -> list[str]:
    """The verdict on each by itself."""
    years = tuple(str(2000 + year) for year in range(series.shape[1]))
    every = (trend(History(years, row, ("A",) * len(years)), "", "", tested=True) for row in series)
    return [verdict for one in every for _, verdict in verdicts([one], tested=True)]


def known_dependence(series: Floats) -> Floats:
    """Two-sided p of the slope by generalised least squares that are told the dependence."""
    n = series.shape[1]
    whitening = np.eye(n) - DEPENDENCE * np.eye(n, k=-1)
    whitening[0, 0] = math.sqrt(1 - DEPENDENCE**2)
    design = whitening @ np.column_stack([np.ones(n), np.arange(n)])
    coefficients, squares, _, _ = np.linalg.lstsq(design, whitening @ series.T)
    error = np.sqrt(squares / (n - 2) * np.linalg.inv(design.T @ design)[1, 1])
    return np.asarray(2 * stats.t.sf(np.abs(coefficients[1] / error), n - 2), np.float64)


def noise(share: float) -> float:
    """Twice the standard error of a share of the series."""
    return 2 * math.sqrt(share * (1 - share) / SERIES)


@pytest.mark.parametrize("n", [13, 25])
def test_a_trend_that_is_not_there_is_seldom_found(n: int) -> None:
    wrong = sum(verdict in ("rising", "falling") for verdict in found(without_trend(n))) / SERIES
    assert wrong <= 0.08 + noise(0.08)


@pytest.mark.parametrize(("n", "least"), [(13, 0.2), (25, 0.3)])
def test_a_strong_trend_is_found_as_often_as_the_document_says(n: int, least: float) -> None:
    """Beside it what is possible: a test that is told the dependence finds more, and keeps its level exactly."""
    still = without_trend(n)
    strong = still + STRONG * np.linspace(0, 1, n)
    power = found(strong).count("rising") / SERIES
    possible = float((known_dependence(strong) < 0.05).mean())
    assert power >= least - noise(least)
    assert power < possible
    assert float((known_dependence(still) < 0.05).mean()) == pytest.approx(0.05, abs=2 * noise(0.05))
    print(f"n = {n}: found {power:.3f}, possible {possible:.3f}")
