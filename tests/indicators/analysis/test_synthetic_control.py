"""Synthetic twins: a mix that is known, pysyncon, ranks under no effect, and figures that others computed."""

import numpy as np
import pandas as pd
import pytest

from data.store import Dataset
from indicators import catalogue
from indicators.analysis.event_study import west
from indicators.analysis.synthetic_control import GROUP, rank, ratios, shares, twins
from indicators.figures.grid import Floats
from tests.support.extent import either


def walks(seed: int, units: int, years: int) -> Floats:
    """By unit and year, how units wander that share a common course."""
    draw = np.random.default_rng(seed)
    steps = draw.normal(size=(units, years)) + draw.normal(size=years)
    return np.cumsum(steps, axis=1)


def test_a_known_mix_is_found() -> None:
    donors = walks(1, 6, 12)
    assert shares(donors, 0.7 * donors[1] + 0.3 * donors[4]) == pytest.approx([0, 0.7, 0, 0, 0.3, 0], abs=1e-6)


def test_shares_are_none_below_zero_and_add_to_one() -> None:
    donors = walks(2, 8, 10)
    found = shares(donors, donors.max(axis=0) + 50)
    assert found.sum() == pytest.approx(1)
    assert (found >= 0).all()


@pytest.mark.parametrize("seed", either([3], range(3, 13)))
def test_no_mix_of_pysyncon_comes_nearer(seed: int) -> None:
    from pysyncon import Synth

    donors, wanted = walks(seed, 6, 12), walks(seed + 100, 1, 12)[0]
    before, own = pd.DataFrame(donors.T), pd.Series(wanted, name="group")
    spread = pd.concat([before, own], axis=1).std(axis=1).to_numpy()
    theirs = Synth()
    # Its scaling by the spread of each year is undone, so that both have the same least squares.
    theirs.fit(X0=before, X1=own, Z0=before, Z1=own, custom_V=spread**2 / (spread**2).sum())
    ours = shares(donors, wanted)
    assert np.square(ours @ donors - wanted).sum() <= np.square(theirs.W @ donors - wanted).sum() * (1 + 1e-6)
    assert ours == pytest.approx(theirs.W, abs=0.02)


def test_nothing_unusual_in_the_west(snapshot: Dataset) -> None:
    """Computed independently from the files."""
    table = twins(snapshot, catalogue.load()["population"], west(), "2015")
    assert rank(table, "2015") == (27, 57)
    assert table["period"].unique().tolist() == [str(year) for year in range(2000, 2025)]
    assert table.drop_duplicates("area")["weight"].sum() == pytest.approx(1)


def test_rank_counts_who_is_as_far_out() -> None:
    table = pd.DataFrame(
        [
            (area, period, own, 0.0)
            for area, before, after in ((GROUP, 1.0, 3.0), ("00", 2, 2), ("01", 1, 4), ("02", 1, 3))
            for period, own in (("2000", before), ("2001", after))
        ],
        columns=["area", "period", "own", "twin"],
    )
    assert ratios(table, "2001").to_dict() == {GROUP: 3, "00": 1, "01": 4, "02": 3}
    assert rank(table, "2001") == (3, 4)


@pytest.mark.parametrize("since", ["2003", "2030"])
def test_too_few_years_give_no_twin(snapshot: Dataset, since: str) -> None:
    assert twins(snapshot, catalogue.load()["population"], west(), since).empty


@pytest.mark.parametrize("worlds", either([60], [1000]))
def test_every_rank_is_as_likely_without_an_effect(worlds: int) -> None:
    """The first of nine units that differ by chance alone: its p, rank ÷ 9, is uniform (χ² with 8 degrees of freedom
    lies below 26.1 in 999 of 1,000)."""
    places = [_place(walks(1000 + world, 9, 16)) for world in range(worlds)]
    there = np.bincount(places, minlength=10)[1:]
    assert np.square(there - worlds / 9).sum() / (worlds / 9) < 26.1


def _place(moved: Floats) -> int:
    apart = []
    for n, own in enumerate(moved):
        others = np.delete(moved, n, axis=0)
        gap = np.square(own - shares(others[:, :10], own[:10]) @ others)
        apart.append(gap[10:].mean() / gap[:10].mean())
    return int((np.array(apart) >= apart[0]).sum())
