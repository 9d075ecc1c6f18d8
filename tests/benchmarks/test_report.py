"""Ratios and verdicts, worked out by hand."""

import json
from typing import Any

import pytest

from benchmarks.report import Target, as_json, lines, ratio, targets

MACHINE = {"cores": 2, "load_before": 0.5, "load_after": 1.0}


def steps(product: float, dash: float, naive: float) -> dict[str, dict[str, dict[str, list[float]]]]:
    """A key press on each page, the same in three rounds."""
    found = {"product": product, "product, change": product, "Dash": dash, "naive": naive}
    return {"key": {name: {"map": [ms] * 3, "kB": [ms / 10] * 3} for name, ms in found.items()}}


def crowd(**found: float) -> dict[str, Any]:
    """50 sessions of the product."""
    told = {"sessions": 50, "ms_median": 50.0, "changes_a_second": 10.0, "processor_share": 0.5}
    return {"page": "product", **told, **found}


def test_ratios_of_medians_and_of_pairs() -> None:
    # Medians 20 and 40; pairs 0.1, 0.5, 3.
    assert ratio([10, 20, 120], [100, 40, 40]) == {"of_medians": 0.5, "of_pairs": 0.5}
    assert ratio([10, 20, 120], [5, 40, 100]) == {"of_medians": 0.5, "of_pairs": pytest.approx(1.2)}


def test_rounds_without_a_pair_are_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        ratio([1, 2], [1])


@pytest.mark.parametrize(("found", "holds"), [(34.9, True), (35, True), (35.1, False)])
def test_a_limit_may_be_reached_but_not_exceeded(found: float, holds: bool) -> None:
    assert Target("", found, 35).holds is holds


@pytest.mark.parametrize(("found", "holds"), [(3.9, False), (4, True), (4.1, True)])
def test_a_least_value_must_be_reached(found: float, holds: bool) -> None:
    assert Target("", found, 4, least=True).holds is holds


def test_a_key_press_is_held_against_both_other_pages() -> None:
    found = {target.what: (target.found, target.holds) for target in targets(steps(100, 200, 390), [])}
    assert found["key, product: of Dash's time"] == (0.5, True)
    assert found["key, product, change: times as fast as the naive page"] == (3.9, False)
    assert found["key, product: kB received"] == (10, True)


def test_only_the_product_with_fifty_sessions_is_judged() -> None:
    rows = [crowd(ms_p95=251.0, megabytes_a_session=1.0), {**crowd(ms_p95=1.0), "sessions": 20}, {"page": "Dash"}]
    assert [(target.found, target.holds) for target in targets({}, rows)] == [(251, False), (1, True)]


def test_several_runs_of_fifty_sessions_are_judged_by_their_median() -> None:
    rows = [crowd(ms_p95=found, megabytes_a_session=more) for found, more in ((100, 9), (249, 0.5), (900, 0.1))]
    assert [(target.found, target.holds) for target in targets({}, rows)] == [(249, True), (0.5, True)]


def test_the_report_says_what_is_missed() -> None:
    told = as_json(MACHINE, steps(300, 200, 390), [], [crowd(ms_p95=251.0, megabytes_a_session=0.5)])
    assert json.loads(json.dumps(told))["steps"]["key"]["Dash"]["map"] == {"median": 200, "values": [200, 200, 200]}
    printed = list(lines(told))
    assert "       product / Dash: 1.50 of medians, 1.50 of pairs" in printed
    assert "MISSED key, product: of Dash's time: 1.50 (target ≤ 1)" in printed
    assert "holds  50 sessions: MB a session above the first: 0.50 (target ≤ 1)" in printed
