"""Groups beside the rest of the city and beside placebo groups: hand-made cases, statsmodels, and figures that others
computed from the files."""

import numpy as np
import pytest
import statsmodels.api as sm

from data.store import Dataset
from indicators import catalogue
from indicators.analysis.event_study import by_span, by_year, spans, west, years
from indicators.analysis.group_courses import Courses, courses
from indicators.analysis.placebo_groups import drawn
from indicators.figures.grid import Floats
from indicators.places.neighbours import neighbours


def of_west(dataset: Dataset) -> tuple[Floats, Floats]:
    """Years, and how far the logarithm of the west's population lies above that of the rest, times 100."""
    found = courses(dataset, catalogue.load()["population"])
    row = found.row(west())
    return np.array(found.periods, int), (found.of(row) - found.of(1 - row))[0]


def test_growth_adds_up_over_years_and_groups_are_sums() -> None:
    two = Courses(("00", "01"), ("2000", "2001"), np.array([[100.0, 110], [300, 330]]), None)
    assert np.diff(two.of(two.row(("00",))))[0, 0] == pytest.approx(100 * np.log(1.1))
    assert two.of(two.row(("00", "01")))[0] == pytest.approx(100 * np.log([400, 440]))


def test_a_rate_of_a_group_is_that_of_its_people() -> None:
    rates = Courses(("00", "01"), ("2000",), np.array([[10.0 * 100], [20.0 * 300]]), np.array([[100.0], [300]]))
    assert rates.of(rates.row(("00", "01")))[0, 0] == pytest.approx(17.5)


def test_the_west_grew_faster_and_then_as_others_did(snapshot: Dataset) -> None:
    """Computed independently from the files."""
    found = by_span(snapshot)
    before, after = found[found["indicator"] == "population"].to_dict("records")
    assert [(row["first"], row["last"]) for row in (before, after)] == [("2001", "2014"), ("2015", "2024")]
    assert [round(row["difference"], 2) for row in (before, after)] == [1.51, 0.21]
    assert before["difference"] > before["high"]
    assert after["low"] < after["difference"] < after["high"]


def test_the_mean_of_years_is_the_span_and_statsmodels_finds_it(snapshot: Dataset) -> None:
    """The event study as a regression: districts' sums of west and rest, with fixed effects of side and year."""
    table = by_year(snapshot)
    table = table[table["indicator"] == "population"]
    before = (table["period"] < "2015").to_numpy()
    assert table["difference"][before].mean() == pytest.approx(
        spans(snapshot, catalogue.load()["population"], west(), "2015")["difference"][0]
    )
    growth = np.concatenate([table["own"], table["rest"]])
    side, n = np.repeat([1.0, 0], len(table)), len(table)
    year = np.tile(np.eye(n), (2, 1))
    fit = sm.OLS(growth, np.column_stack([year, side * np.tile(before, 2), side * np.tile(~before, 2)])).fit()
    assert fit.params[-2:] == pytest.approx([table["difference"][before].mean(), table["difference"][~before].mean()])


def test_unemployment_is_compared_since_its_break(snapshot: Dataset) -> None:
    assert years(snapshot, catalogue.load()["unemployment_share"], west())["period"].iloc[0] == "2007"


def test_why_no_effect_is_stated(snapshot: Dataset) -> None:
    """What the page says: without a programme as much is found, the own trend turns the sign, URBAN II has one year."""
    year, lead = of_west(snapshot)

    def found(first: int, last: int, *, own_trend: bool) -> float:
        until = year <= last
        during = ((year >= first) & until).astype(float)[until]
        beside = [np.ones(until.sum()), during, *([year[until] - 2000.0] if own_trend else [])]
        return float(sm.OLS(lead[until], np.column_stack(beside)).fit().params[1])

    triangulum, placebo = found(2015, 2020, own_trend=False), found(2011, 2014, own_trend=False)
    assert 0.9 < placebo / triangulum < 1
    assert found(2015, 2020, own_trend=True) < 0 < triangulum
    assert (year < 2001).sum() == 1


def test_placebo_groups_hang_together_and_leave_the_group_out(snapshot: Dataset) -> None:
    known = neighbours(snapshot, "ortsteil")
    groups = [{code for code, there in zip(known, row, strict=True) if there} for row in drawn(known, west(), 7)]
    assert len(groups) == 999
    assert len({frozenset(group) for group in groups}) == 999
    for group in groups:
        assert len(group) == 7
        assert not group & set(west())
        reached, new = set(), {min(group)}
        while new:
            reached |= new
            new = {other for code in new for other in known[code]} & group - reached
        assert reached == group


def test_a_group_too_large_to_have_others_is_compared_with_none(snapshot: Dataset) -> None:
    almost_all = tuple(neighbours(snapshot, "ortsteil"))[:60]
    found = years(snapshot, catalogue.load()["population"], almost_all)
    assert found["groups"].unique().tolist() == [0]
    assert found["low"].isna().all()
    assert found["difference"].notna().all()
