"""The documented worth of each assumption."""

import pytest

from benchmarks import energy as benchmark
from data.store import Dataset
from settings import ROOT
from tests.support.dwellings import dataset


def test_the_documented_table_is_the_computed_one(snapshot: Dataset) -> None:
    """After new figures: python -m benchmarks.energy prints it."""
    assert benchmark.table(snapshot) in (ROOT / "docs" / "energy-model.md").read_text("utf-8")


def test_what_assumptions_are_worth_by_hand() -> None:
    """Rates 9 % off move heat by 9 %; gas for all raises or lowers the rest's factor from its mix to 0.232."""
    found = benchmark.sensitivity(dataset(), "2020").set_index("assumption")
    assert found["heat_percent"].filter(like="every rate").to_list() == pytest.approx([-9, 9])
    by_age = (413 * 134.6 + 9 * 135.7 + 77 * (22 * 93.3 + 12 * 78.5) / 34 + 82 * 74.1) / 581
    assert found["heat"]["age alone, by buildings"] == pytest.approx(2 * 306.449 * by_age)
    assert found["emissions_percent"].filter(like="factor of district heat").sum() == pytest.approx(0)
    # Of 4,500 dwellings a fifth has been added; what burns in the rest is burnt in four fifths of it.
    assert found["direct_percent"]["district heat in every dwelling added since 2011"] == pytest.approx(-20)
    model = 0.25 * 0.154
    others = found["emissions"][benchmark.MODEL] / found["heat"][benchmark.MODEL] - model
    assert found["emissions"]["factor of district heat +20 %"] / found["heat"][benchmark.MODEL] == pytest.approx(
        1.2 * model + others
    )
    gas = model + 0.75 * 0.232
    assert found["emissions"]["all without district heat use gas"] / found["heat"][benchmark.MODEL] == pytest.approx(
        gas
    )
