"""Kinds of districts: found where they are, not where chance dealt the traits, and those that others counted."""

import numpy as np
import pytest
from sklearn.metrics import silhouette_score

from data.store import Dataset
from indicators.analysis.kinds import grouped, of_districts, silhouettes, standardised
from indicators.analysis.store import result


def test_three_clouds_are_three_kinds() -> None:
    draw = np.random.default_rng(0)
    points = np.concatenate([draw.normal(middle, 0.1, (9, 2)) for middle in (0, 5, 10)])
    found = grouped(points, 3)
    assert [len(set(found[n : n + 9])) for n in (0, 9, 18)] == [1, 1, 1]
    assert len(set(found)) == 3
    assert silhouettes(points, 3).mean() > max(silhouettes(points, n).mean() for n in (2, 4))


def test_traits_count_alike(snapshot: Dataset) -> None:
    points = standardised(of_districts(snapshot))
    assert points.mean(axis=0) == pytest.approx(np.zeros(7), abs=1e-9)
    assert points.std(axis=0) == pytest.approx(np.ones(7))


def test_28_inner_11_estates_24_edge(snapshot: Dataset) -> None:
    """Computed independently from the files."""
    rows, numbers = result(snapshot, "kinds"), result(snapshot, "kinds_number")
    assert rows is not None
    assert numbers is not None
    assert rows["kind"].value_counts().to_dict() == {"inner": 28, "estates": 11, "edge": 24}
    kinds = rows.set_index(rows["area"].map(snapshot.names["ortsteil"]))["kind"]
    assert kinds[["Südvorstadt", "Grünau-Mitte", "Seehausen"]].tolist() == ["inner", "estates", "edge"]
    best = numbers.set_index("number")
    silhouette, chance = best["silhouette"], best["chance_high"]
    assert silhouette.idxmax() == 3
    assert silhouette[3] > chance[3]
    points = standardised(of_districts(snapshot))
    assert silhouette[3] == pytest.approx(silhouette_score(points, rows["kind"]))
