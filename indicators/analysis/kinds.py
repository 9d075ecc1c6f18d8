"""Kinds of districts by their traits: how many can be told apart, which district is of which, and who is borderline."""

from typing import Final, Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from data.store import Dataset
from indicators import catalogue
from indicators.analysis import methods
from indicators.figures.grid import Floats
from indicators.figures.values import grid

Kind = Literal["inner", "estates", "edge"]
KINDS: Final[tuple[Kind, ...]] = ("inner", "estates", "edge")
NUMBERS: Final = range(2, 7)
STARTS: Final = 20
DRAWS: Final = 99
BORDERLINE: Final = 0.1
"""Silhouette below which a district lies about as near to another kind as to its own."""
DENSITY: Final = "population_density"
ESTATES: Final = "buildings_1949_1990_share"
"""The traits that name a kind: the least dense is the edge, of the others that with most buildings of the time of
estates are the estates."""

Labels = npt.NDArray[np.intp]


def result(dataset: Dataset) -> pd.DataFrame:
    """One row a district: area, kind (`KINDS`), silhouette, stays, and a column for each declared trait.

    silhouette: from −1 to 1, see `number`; stays: percent of resamples in which it stays of its kind.
    """
    traits = of_districts(dataset)
    points = standardised(traits)
    labels, silhouette = _named(grouped(points, len(KINDS)), traits), silhouettes(points, len(KINDS))
    stays, _ = _resampled(points)
    kinds = [KINDS[label] for label in labels]
    return pd.DataFrame(
        {"area": traits.index, "kind": kinds, "silhouette": silhouette.round(4), "stays": stays.round(1)}
    ).join(traits.reset_index(drop=True))


def number(dataset: Dataset) -> pd.DataFrame:
    """One row a number of kinds: number, silhouette, by_chance, chance_high, rand.

    silhouette: the mean over the districts of (b − a) ÷ max(a, b), a: mean distance to its own kind, b: to the nearest
    other; by_chance, chance_high: the mean and the 95th percentile of what traits without any connection give, each
    dealt anew to the districts. rand: the mean adjusted Rand index of the kinds of resampled districts, 1 where all
    stay, of the number shown alone, else NaN.
    Source: Rousseeuw, Journal of Computational and Applied Mathematics 20 (1987); Tibshirani, Walther and Hastie,
    Journal of the Royal Statistical Society B 63 (2001), for the null; Hennig, Computational Statistics and Data
    Analysis 52 (2007), for resampling.
    """
    points = standardised(of_districts(dataset))
    draw = np.random.default_rng(0)
    dealt = [draw.permuted(points, axis=0) for _ in range(DRAWS)]
    _, rand = _resampled(points)
    rows = []
    for count in NUMBERS:
        chance = [float(silhouettes(one, count, 3).mean()) for one in dealt]
        rows.append(
            {
                "number": count,
                "silhouette": float(silhouettes(points, count).mean()),
                "by_chance": float(np.mean(chance)),
                "chance_high": float(np.quantile(chance, 0.95)),
                "rand": rand if count == len(KINDS) else np.nan,
            }
        )
    return pd.DataFrame(rows)


def of_districts(dataset: Dataset) -> pd.DataFrame:
    """The newest values of the declared traits, by district. Raises ValueError where a district has none."""
    codes, known = dataset.codes("ortsteil"), catalogue.load()
    found = {}
    for id in methods.load()["kinds"].indicators:
        figures = grid(dataset, known[id]).among(codes)
        found[id] = figures.on(codes, figures.with_figures()[-1:]).values[:, 0]
        if np.isnan(found[id]).any():
            raise ValueError(f"{id} has no value of some district, expected one of each; declare another trait")
    return pd.DataFrame(found, index=pd.Index(codes))


def standardised(traits: pd.DataFrame) -> Floats:
    """Each trait with mean 0 and standard deviation 1; by its logarithm where its changes are told in percent, as that
    of density, where 100 more are much on the edge and nothing in the middle."""
    known = catalogue.load()
    columns = [np.log(traits[id]) if known[str(id)].change == "percent" else traits[id] for id in traits]
    return np.column_stack([(column - column.mean()) / column.std(ddof=0) for column in columns])


def grouped(points: Floats, count: int, starts: int = STARTS) -> Labels:
    """The kind of each district from 0 on: k-means, the best of several starts, always the same."""
    from sklearn.cluster import KMeans  # seconds and memory that no page has

    return np.asarray(KMeans(count, n_init=starts, random_state=0).fit_predict(points), np.intp)


def silhouettes(points: Floats, count: int, starts: int = STARTS) -> Floats:
    """By district, see `number`."""
    from sklearn.metrics import silhouette_samples  # seconds and memory that no page has

    return np.asarray(silhouette_samples(points, grouped(points, count, starts)), float)


def _named(labels: Labels, traits: pd.DataFrame) -> Labels:
    """The places in `KINDS`, by the traits that name them."""
    means = traits.groupby(labels).mean()
    edge = int(means[DENSITY].to_numpy().argmin())
    estates = int(means[ESTATES].where(means.index != edge, -np.inf).to_numpy().argmax())
    return np.where(labels == edge, 2, np.where(labels == estates, 1, 0))


def _resampled(points: Floats) -> tuple[Floats, float]:
    """Percent of resamples in which each district stays of its kind, and the mean adjusted Rand index."""
    from scipy.optimize import linear_sum_assignment
    from sklearn.cluster import KMeans
    from sklearn.metrics import adjusted_rand_score, confusion_matrix

    own = grouped(points, len(KINDS))
    draw, stayed, rand = np.random.default_rng(0), np.zeros(len(points)), []
    for _ in range(DRAWS):
        some = points[draw.integers(0, len(points), len(points))]
        other = KMeans(len(KINDS), n_init=3, random_state=0).fit(some).predict(points)
        rand.append(adjusted_rand_score(own, other))
        _, matching = linear_sum_assignment(-confusion_matrix(own, other))
        stayed += matching[own] == other
    return 100 * stayed / DRAWS, float(np.mean(rand))
