"""Real figures, altered in ways that publishers' answers have been or could be: each is refused or asked about."""

from collections.abc import Callable, Iterable
from functools import cache
from itertools import cycle, pairwise, product
from typing import Final

import pandas as pd
import pytest

from data.areas import CITY
from data.gate.constraints import Constraints
from data.gate.finding import Finding
from data.gate.gate import findings
from data.observations import COLUMNS
from data.sources.leipzig_statistics import rubrics
from data.store import TEXT
from tests.support import extent
from tests.support.shipped import SHIPPED

NEWEST: Final = "the newest year"
HELD: Final = SHIPPED.observations[COLUMNS].astype(dict.fromkeys(TEXT, "str"))
"""The embedded figures, text as text."""
RUBRICS: Final = extent.either(("kd2-1", "kd2-3", "kd7-3"), ("kd2-1", "kd2-3", "kd6-5", "kd7-3", "kd10-1"))
PLAGWITZ, LINDENAU, SOUTHWEST = "51", "70", "5"
THIS_YEAR: Final = 2026

Alter = Callable[[pd.DataFrame, str], pd.DataFrame]
"""From figures and their newest period to altered ones."""


def times(factor: float, *, area: str = "", series: int | None = None, newest: bool = False) -> Alter:
    """Multiplies figures: of an area, of the series of a place in order, of the newest period, or all."""

    def altered(table: pd.DataFrame, period: str) -> pd.DataFrame:
        names = sorted(table["series"].unique())
        meant = table["value"].notna()
        meant &= (table["area"] == area) if area else True
        meant &= (table["series"] == names[series]) if series is not None else True
        meant &= (table["period"] == period) if newest else True
        return table.assign(value=table["value"].where(~meant, table["value"] * factor))

    return altered


def exchanged(column: str, first: str | int, second: str | int, *, newest: bool = False) -> Alter:
    """Exchanges two areas, or the series of two places in order."""

    def altered(table: pd.DataFrame, period: str) -> pd.DataFrame:
        names = sorted(table["series"].unique())
        a, b = (names[each] if isinstance(each, int) else each for each in (first, second))
        meant = (table["period"] == period) if newest else table["period"].notna()
        return table.assign(**{column: table[column].where(~meant, table[column].replace({a: b, b: a}))})

    return altered


def in_place_of(area: str) -> Alter:
    """Gives Plagwitz the newest figures of another area."""

    def altered(table: pd.DataFrame, period: str) -> pd.DataFrame:
        own = (table["period"] == period) & (table["area"] == PLAGWITZ)
        others = table[(table["period"] == period) & (table["area"] == area)].set_index("series")["value"]
        return table.assign(value=table["value"].where(~own, table["series"].map(others)))

    return altered


def repeated(table: pd.DataFrame, period: str) -> pd.DataFrame:
    """The newest year as a copy of the year before."""
    before = sorted(table["period"].unique())[-2]
    others, copy = table[table["period"].ne(period)], table[table["period"].eq(before)]
    return pd.concat([others, copy.assign(period=period)], ignore_index=True)


def shifted(table: pd.DataFrame, _period: str) -> pd.DataFrame:
    """Every year's figures in the year after it."""
    periods = sorted(table["period"].unique())
    return table.assign(period=table["period"].map(dict(pairwise(periods)))).dropna(subset="period")


def in_year(year: str) -> Alter:
    """The newest figures of another year."""
    return lambda table, period: table.assign(period=table["period"].replace({period: year}))


def one_figure(value: float) -> Alter:
    """The first figure is another one."""
    return lambda table, _: table.assign(value=[value, *table["value"].iloc[1:]])


ALTERATIONS: Final[dict[str, Alter]] = {
    "decimal commas lost": times(10, series=0),
    "a hundredth in all years": times(0.01, series=0),
    "a hundredth in the newest year": times(0.01, series=0, newest=True),
    "a zero too many": times(10, area=PLAGWITZ, newest=True),
    "ten times the city": times(10, area=CITY, newest=True),
    "two characteristics exchanged": exchanged("series", 0, 1),
    "two characteristics exchanged in the newest year": exchanged("series", 0, 1, newest=True),
    "two districts exchanged": exchanged("area", PLAGWITZ, LINDENAU),
    "two districts exchanged in the newest year": exchanged("area", PLAGWITZ, LINDENAU, newest=True),
    "a copy of the year before": repeated,
    "a year late": shifted,
    "all by half more": times(1.5),
    "all by a third more": times(1.3),
    "the newest year by a third more": times(1.3, newest=True),
    "one characteristic by a third more": times(1.3, series=-1),
    "the city in all years by a third less": times(0.7, area=CITY),
    "a year to come": in_year("2031"),
    "a year far away": in_year("2099"),
    "more than there are people": one_figure(1e25),
    "every second row gone": lambda table, _: table.iloc[::2],
    "a year gone": lambda table, period: table[table["period"] != period],
}
ADDING_UP: Final[dict[str, Alter]] = {
    "a district with its borough's total": in_place_of(SOUTHWEST),
    "the city by a third less": times(0.7, area=CITY, newest=True),
    "a district with another's figures": in_place_of("72"),
}
"""Seen only where areas add up."""


def years_exchanged(table: pd.DataFrame, period: str) -> pd.DataFrame:
    """The newest two years in each other's place."""
    before = sorted(table["period"].unique())[-2]
    return table.assign(period=table["period"].replace({period: before, before: period}))


def one_row_down(table: pd.DataFrame, period: str) -> pd.DataFrame:
    """Each district with the newest figures of the one before it."""
    meant = (table["period"] == period) & (table["area"].str.len() == 2)
    moved = table[meant].groupby("series")["value"].transform(lambda values: values.shift(fill_value=values.iloc[-1]))
    return table.assign(value=table["value"].where(~meant, moved))


OTHERS: Final[dict[str, Alter]] = {
    "neighbours exchanged": exchanged("area", "50", "52", newest=True),
    "small districts exchanged": exchanged("area", "20", "23", newest=True),
    "districts of the north exchanged": exchanged("area", "90", "91", newest=True),
    "boroughs exchanged in all years": exchanged("area", "5", "7"),
    "boroughs exchanged": exchanged("area", "5", "7", newest=True),
    "a borough by a third less": times(0.7, area="5", newest=True),
    "a borough by half more in all years": times(1.5, area="5"),
    "the city by half more": times(1.5, area=CITY, newest=True),
    "the city twice in all years": times(2, area=CITY),
    "a district halved": times(0.5, area=PLAGWITZ, newest=True),
    "a district doubled": times(2, area=PLAGWITZ, newest=True),
    "a district by a third more in all years": times(1.3, area=PLAGWITZ),
    "a district a hundred times": times(100, area=LINDENAU, newest=True),
    "a district at nothing": times(0, area=LINDENAU, newest=True),
    "a district below zero": times(-1, area=PLAGWITZ, newest=True),
    "the last characteristic a tenth": times(0.1, series=-1, newest=True),
    "the first characteristic half": times(0.5, series=0, newest=True),
    "the second characteristic twice in all years": times(2, series=1),
    "thousands for ones": times(1000, newest=True),
    "ones for thousands in all years": times(0.001),
    "all by a hundredth more": times(1.01),
    "all below zero": times(-1),
    "one figure below zero": one_figure(-0.5),
    "one figure of a billion": one_figure(1e9),
    "a district with the city's figures": in_place_of(CITY),
    "the newest two years exchanged": years_exchanged,
    "each district one row down": one_row_down,
    "the first year gone": lambda table, _: table[table["period"] != table["period"].min()],
    "half of the newest year gone": lambda table, period: table[(table["period"] != period) | (table["area"] < "5")],
    "the newest year in a century": in_year("2098"),
    "the city gone": lambda table, _: table[table["area"] != CITY],
    "a borough gone": lambda table, _: table[table["area"] != SOUTHWEST],
}
"""Further ones, refused in every rubric."""


@cache
def of_rubric(rubric: str) -> pd.DataFrame:
    return HELD[HELD["series"].str.startswith(f"{rubric}/")].reset_index(drop=True)


def refusing(rubric: str, table: pd.DataFrame, before: pd.DataFrame) -> list[Finding]:
    """What keeps figures out."""
    constraints = next((each.constraints for each in rubrics() if each.id == rubric), Constraints())
    found = findings(table, before, HELD, SHIPPED.areas, constraints, THIS_YEAR)
    return [finding for finding in found if finding.severity != "note"]


def in_turn(alterations: Iterable[str]) -> list[tuple[str, str]]:
    """Each alteration of one of the rubrics, or with `--long` of each."""
    every = [*alterations]
    return extent.either([*zip(every, cycle(RUBRICS), strict=False)], [*product(every, RUBRICS)])


@pytest.mark.parametrize(("alteration", "rubric"), in_turn(ALTERATIONS | ADDING_UP))
def test_an_altered_answer_is_refused_with_its_figures(alteration: str, rubric: str) -> None:
    if alteration in ADDING_UP and rubric == "kd2-3":
        pytest.skip("means and ratios don't add up")
    own = of_rubric(rubric)
    altered = (ALTERATIONS | ADDING_UP)[alteration](own, own["period"].max())
    found = refusing(rubric, altered, own)
    assert found
    assert all(any(letter.isdigit() for letter in finding.sentence) for finding in found)


@pytest.mark.parametrize("rubric", RUBRICS)
@pytest.mark.parametrize("alteration", extent.some(OTHERS, 6))
def test_a_further_alteration_is_refused_with_its_figures(alteration: str, rubric: str) -> None:
    own = of_rubric(rubric)
    found = refusing(rubric, OTHERS[alteration](own, own["period"].max()), own)
    assert found
    assert all(any(letter.isdigit() for letter in finding.sentence) for finding in found)


@pytest.mark.parametrize(
    ("alteration", "rubric"), in_turn(name for name in ALTERATIONS if "year" in name and "gone" not in name)
)
def test_an_altered_newest_year_is_refused_also_where_it_is_not_held(alteration: str, rubric: str) -> None:
    own = of_rubric(rubric)
    newest = own["period"].max()
    before = own[own["period"] < newest]
    assert refusing(rubric, ALTERATIONS[alteration](own, newest), before)


def test_the_figures_held_are_no_news() -> None:
    """No false alarm: the embedded figures beside themselves have nothing to be said of."""
    for rubric in sorted({name.partition("/")[0] for name in HELD["series"].unique()}):
        own = of_rubric(rubric)
        assert refusing(rubric, own, own) == [], rubric


@pytest.mark.parametrize("rubric", extent.some(["kd2-1", "kd2-3", "kd2-10", "kd6-5", "kd9-1", "kd12-1"], 2))
def test_each_further_year_as_it_came_is_taken_over(rubric: str) -> None:
    own = of_rubric(rubric)
    for newest in sorted(own["period"].unique())[-4:]:
        table, before = own[own["period"] <= newest], own[own["period"] < newest]
        assert refusing(rubric, table, before) == [], newest


def test_nothing_held_is_nothing_to_compare_with() -> None:
    for rubric in RUBRICS:
        found = refusing(rubric, of_rubric(rubric), HELD.head(0))
        assert not [finding for finding in found if finding.severity == "reject"], rubric
