"""Trends in files: a second opinion on every row from scipy and pymannkendall, and what is not tested."""

import numpy as np
import pandas as pd
import pymannkendall
import pytest
from scipy import stats

from data.store import Dataset
from exports.observations import observations
from exports.tables.trends import COLUMNS, trends
from indicators import catalogue
from indicators.selection import Selection
from tests.support import extent

KNOWN = catalogue.load()
LEVELS = ("city", "stadtbezirk", "ortsteil", "group")


def after_break(own: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    """Of rows with figures those from the last break on, and the periods of all breaks."""
    broken = [place for place, status in enumerate(own["status"]) if place > 0 and status == "B"]
    return own.iloc[broken[-1] if broken else 0 :], own["period"].iloc[broken].tolist()


@pytest.mark.parametrize("id", extent.of_each_kind(KNOWN))
def test_every_row_agrees_with_scipy_and_pymannkendall(snapshot: Dataset, id: str) -> None:
    """Of a constant series pymannkendall has no autocorrelation, so those are left to the hand values."""
    choice = Selection([KNOWN[id]], levels=LEVELS, start="2005")
    found = trends(snapshot, choice, "en")
    there = observations(snapshot, choice, "en").dropna(subset=["value"])
    series = dict(list(there.groupby("area")))
    for row in extent.some(found.to_dict("records")):
        own, breaks = after_break(series.get(row["area"], there.iloc[:0]))
        values, years = own["value"].to_numpy(), own["period"].str[:4].astype(int).to_numpy()
        assert (row["n"], row["breaks"]) == (len(own), ";".join(breaks))
        if len(own):
            assert (row["from"], row["to"]) == (own["period"].iloc[0], own["period"].iloc[-1])
        if not np.isnan(row["slope"]):
            fit = stats.theilslopes(values, years)
            assert [row["slope"], row["slope_low"], row["slope_high"]] == pytest.approx(
                [fit.slope, fit.low_slope, fit.high_slope]
            )
        if not np.isnan(row["p"]) and len(set(values)) > 1:
            assert row["p"] == pytest.approx(pymannkendall.pre_whitening_modification_test(values).p, abs=1e-12)


@pytest.mark.parametrize("id", ["mean_age", "foreign_share"])
def test_p_are_adjusted_over_the_areas_of_a_level(snapshot: Dataset, id: str) -> None:
    found = trends(snapshot, Selection([KNOWN[id]], levels=LEVELS[:3], start="2012"), "en")
    for _, level in found.groupby("level"):
        tested = level.dropna(subset=["p"])
        assert len(tested) == len(level)
        assert tested["p_adjusted"].tolist() == pytest.approx(stats.false_discovery_control(tested["p"]).tolist())
    called = found["verdict"].isin(["rising", "falling"])
    assert called.any()
    assert (found.loc[called, "p_adjusted"] < 0.05).all()
    assert (found.loc[called, "slope_low"] * found.loc[called, "slope_high"] > 0).all()


def test_modelled_figures_have_a_slope_and_no_test(snapshot: Dataset) -> None:
    found = trends(snapshot, Selection([KNOWN["residential_heat"]], levels=("city",)), "de")
    (row,) = found.to_dict("records")
    assert not np.isnan(row["slope"])
    assert np.isnan([row["p"], row["p_adjusted"]]).all()
    assert (row["verdict"], row["kind"], row["method"]) == ("", "modelled", "theil-sen")


def test_what_explains_a_row_stands_beside_it(snapshot: Dataset) -> None:
    found = trends(snapshot, Selection([KNOWN["mean_age"]], levels=("city",)), "de")
    assert found.columns.tolist() == COLUMNS
    (row,) = found[["title", "unit", "kind", "version"]].to_numpy().tolist()
    assert row == [KNOWN["mean_age"].title["de"], "Jahre", KNOWN["mean_age"].kind, snapshot.version]
