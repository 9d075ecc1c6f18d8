"""The mean of an area lies between those of the areas in it, as far as the figures held do."""

import pandas as pd
import pytest

from data.areas import CITY
from data.gate.between import outside
from data.gate.constraints import Constraints
from data.gate.cube import cube
from data.gate.finding import Finding
from data.observations import COLUMNS

AREAS = pd.DataFrame(
    [("50", "ortsteil", "5"), ("51", "ortsteil", "5"), ("5", "stadtbezirk", CITY), (CITY, "city", "")],
    columns=["code", "level", "parent"],
)
MEAN = Constraints(means=frozenset({"kd/age"}))


def table(borough: float, city: float, district: float | None = 44.0, status: str = "A") -> pd.DataFrame:
    """Ages of 40 and another one in two districts, of their borough and the city; the status of the borough's."""
    rows = [("50", 40.0, "A"), ("51", district, "M" if district is None else "A"), ("5", borough, status)]
    cells = [("kd/age", area, "2024", value, each) for area, value, each in [*rows, (CITY, city, "A")]]
    return pd.DataFrame(cells, columns=COLUMNS).astype({"value": "float64"})


def found(new: pd.DataFrame, held: pd.DataFrame | None = None, constraints: Constraints = MEAN) -> list[Finding]:
    return outside(cube(new), cube(new.head(0) if held is None else held), AREAS, constraints)


def test_inside_its_range_nothing_is_said() -> None:
    assert found(table(41.0, 41.0)) == []


def test_a_mean_far_outside_is_asked_about_with_the_range() -> None:
    (finding,) = found(table(49.0, 49.0))
    assert (finding.check, finding.severity) == ("between", "ask")
    assert finding.sentence == "kd/age, area 5, 2024: 49, but its areas lie between 40 and 44; such figures: 1"


def test_the_city_is_measured_by_its_boroughs() -> None:
    (finding,) = found(table(42.0, 30.0))
    assert finding.sentence == ("kd/age, area 14713000, 2024: 30, but its areas lie between 42 and 42; such figures: 1")


@pytest.mark.parametrize(("borough", "asked"), [(47.0, 0), (48.0, 1)])
def test_a_sample_may_miss_by_a_little(borough: float, asked: int) -> None:
    """47 is 3 of 47 above 44, 6.4 %; 48 is 4 of 48, 8.3 %."""
    assert len(found(table(borough, borough))) == asked


@pytest.mark.parametrize(("borough", "asked"), [(53.0, 0), (55.0, 1)])
def test_what_is_held_says_how_far_is_usual(borough: float, asked: int) -> None:
    """Held is 50, 12 % of itself above 44, so that 18 % pass: 53 is 17.0 % above, 55 is 20 %."""
    assert len(found(table(borough, borough), table(50.0, 50.0))) == asked


def test_a_range_that_is_not_known_says_nothing() -> None:
    assert found(table(60.0, 60.0, district=None)) == []
    assert found(table(60.0, 41.0, status="U")) == []


def test_what_is_not_averaged_is_not_measured() -> None:
    assert found(table(99.0, 99.0), constraints=Constraints(counts=True)) == []
