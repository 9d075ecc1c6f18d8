"""How many independent pairs the pairs of two indicators are worth, when neighbouring districts resemble each other."""

from typing import Final

import numpy as np
import numpy.typing as npt

SMALLEST: Final = 3
"""Effective pairs that a test needs: below it, no degree of freedom is left."""

Floats = npt.NDArray[np.float64]


def effective_number(x: npt.ArrayLike, y: npt.ArrayLike, places: npt.ArrayLike) -> float:
    """The effective number of pairs, at most their number, by Dutilleul's estimate from what is observed.

    x, y: n values, none missing, neither side constant; places: n by 2, where they were observed, in any unit of
    length. 1 + tr(B·Cx)·tr(B·Cy) ÷ tr(B·Cx·B·Cy), with B = I − J/n and Cx, Cy the correlations of places by their
    distance: of each class of distances the mean product of deviations, over the variance. Classes are as many as
    Sturges' rule has for the distances, and all as wide. Never more than n: a chessboard would be worth more, and what
    is estimated from few distances must not make a p smaller than that of independent pairs.
    Source: Dutilleul, "Modifying the t test for assessing the correlation between two spatial processes", Biometrics
    49 (1993), after Clifford, Richardson and Hémon, Biometrics 45 (1989). esda and the rest of PySAL have no such test.
    """
    at = np.asarray(places, dtype=np.float64)
    n = len(at)
    first, second = np.triu_indices(n, 1)
    classes = _classes(np.hypot(*(at[first] - at[second]).T))
    one, other = (_centred(_by_distance(np.asarray(side, np.float64), first, second, classes)) for side in (x, y))
    shared = float(np.sum(one * other.T))
    if shared <= 0:
        return float(n)
    return min(1 + float(np.trace(one) * np.trace(other)) / shared, float(n))


def _classes(distances: Floats) -> npt.NDArray[np.intp]:
    """The class of each distance, counted from 0."""
    edges = np.histogram_bin_edges(distances, bins="sturges")
    return np.searchsorted(edges[1:-1], distances, side="left")


def _by_distance(
    values: Floats, first: npt.NDArray[np.intp], second: npt.NDArray[np.intp], classes: npt.NDArray[np.intp]
) -> Floats:
    """The correlation of every two places, as far as their distance tells it."""
    apart = values - values.mean()
    products = np.bincount(classes, apart[first] * apart[second])
    there = np.bincount(classes)
    means = products / np.maximum(there, 1) / np.mean(apart**2)
    matrix = np.eye(len(values))
    matrix[first, second] = matrix[second, first] = means[classes]
    return matrix


def _centred(matrix: Floats) -> Floats:
    """B times a matrix, where B takes the mean off each column."""
    centred: Floats = matrix - matrix.mean(axis=0)
    return centred
