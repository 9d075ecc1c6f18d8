"""Contributions: by hand, always 100 % together, and none where they would mislead."""

from math import isnan, nan

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.areas import CITY
from data.store import Dataset
from indicators.analysis.contribution import CONTRIBUTIONS, REMAINDER, contribution, half_carried
from indicators.catalogue import load
from indicators.figures.grid import VALUES, Grid
from indicators.figures.values import values

PARTS = ("1", "2", "3")
Counts = dict[str, tuple[float, float]]


def frame(counts: Counts, **status: str) -> pd.DataFrame:
    """Counts of 2012 and 2024 by area; status: of 2024, by area with an underscore before it."""
    rows = []
    for area, (start, end) in counts.items():
        rows.append((area, "2012", start, "M" if isnan(start) else "A"))
        rows.append((area, "2024", end, "M" if isnan(end) else status.get(f"_{area}", "A")))
    return pd.DataFrame(rows, columns=VALUES)


def found(counts: Counts, **status: str) -> pd.DataFrame:
    return contribution(Grid.of(frame(counts, **status)), PARTS, "city", "2012", "2024").set_index("area")


GREW: Counts = {"1": (100, 160), "2": (200, 250), "3": (300, 290), "city": (610, 711)}
"""By 60, 50 and −10 of 101 in all, so that 1 more of the city belongs to no part: 10 became 11."""


def test_shares_by_hand() -> None:
    table = found(GREW)
    assert list(table.index) == ["1", "2", "3", REMAINDER, "city"]
    assert [*table.reset_index().columns] == CONTRIBUTIONS
    assert table["absolute"].tolist() == [60, 50, -10, 1, 101]
    assert table["share"].tolist() == pytest.approx([6000 / 101, 5000 / 101, -1000 / 101, 100 / 101, 100])
    assert table["start_value"].tolist() == [100, 200, 300, 10, 610]
    assert table["end_value"].tolist() == [160, 250, 290, 11, 711]
    assert table["percent"].tolist() == pytest.approx([60, 25, -100 / 30, 10, 100 * 101 / 610])
    assert table["weight"].tolist() == pytest.approx([100 * n / 610 for n in (100, 200, 300, 10, 610)])


def test_those_who_lose_carry_a_decline() -> None:
    table = found({"1": (100, 60), "2": (100, 110), "3": (100, 100), "city": (300, 270)})
    assert table["share"].tolist() == pytest.approx([4000 / 30, -1000 / 30, 0, 0, 100])


@pytest.mark.parametrize(
    ("losses", "stated"),
    [(0, True), (50, True), (51, False), (99, False), (100, False), (101, False), (151, False), (200, True)],
)
def test_shares_are_stated_where_at_most_half_as_much_moved_the_other_way(losses: float, stated: bool) -> None:
    """A gain of 100 beside losses; they meet at 100, and beyond 200 the losses count twice the gain."""
    table = found({"1": (0, 100), "2": (500, 500 - losses), "3": (5, 5), "city": (505, 605 - losses)})
    assert table["share"].notna().all() == stated
    assert table["share"].isna().all() != stated
    assert table["absolute"].tolist() == [100, -losses, 0, 0, 100 - losses]


def test_without_a_part_the_rest_is_not_known() -> None:
    table = found({"1": (100, 160), "2": (nan, 250), "city": (610, 711)})
    assert table["share"].round(3).fillna(-1).tolist() == [59.406, -1, -1, -1, 100]
    assert table["status"].tolist() == ["A", "M", "M", "M", "A"]
    assert table["absolute"].isna().tolist() == [False, True, True, True, False]


def test_without_the_city_there_are_no_shares() -> None:
    table = found({"1": (100, 160), "2": (1, 2), "3": (1, 2), "city": (610, nan)})
    assert table["absolute"].tolist()[:3] == [60, 1, 1]
    assert table["share"].isna().all()


def test_breaks_and_doubts_are_kept() -> None:
    table = found(GREW, _1="B", _2="U")
    assert table["breaks"].tolist() == [("2024",), (), (), ("2024",), ()]
    assert table["status"].tolist() == ["B", "U", "A", "B", "A"]


@given(st.lists(st.tuples(st.integers(0, 9000), st.integers(0, 9000)), min_size=3, max_size=3), st.integers(0, 50))
def test_all_shares_make_up_the_whole(parts: list[tuple[int, int]], unassigned: int) -> None:
    whole = sum(start for start, _ in parts) + unassigned, sum(end for _, end in parts)
    table = found({**dict(zip(PARTS, parts, strict=True)), "city": whole})
    assert table["absolute"].iloc[:-1].sum() == table["absolute"].iloc[-1]
    if table["share"].notna().any():
        assert table["share"].iloc[:-1].sum() == pytest.approx(100)
        assert table["share"].abs().max() <= 200 + 1e-9


@pytest.mark.parametrize(
    ("shares", "count"),
    [
        ([30, 15, 20, 35], 2),
        ([50, 50], 1),
        ([10] * 10, 5),
        ([60, -20, 60], 1),
        ([40, 20, nan, -10], 2),
        ([20, 20, nan], 0),
        ([nan, nan], 0),
        ([], 0),
    ],
)
def test_how_many_carry_half(shares: list[float], count: int) -> None:
    assert half_carried(pd.Series(shares, dtype="float64")) == count


def test_leipzig(snapshot: Dataset) -> None:
    """528,540 to 632,562 are 104,022; Volkmarsdorf 8,451 to 14,158; one person belonged to no district, then two."""
    population = values(snapshot, load()["population"])
    table = contribution(Grid.of(population), snapshot.codes("ortsteil"), CITY, "2012", "2024")
    names = snapshot.names["ortsteil"] | {CITY: "Leipzig"}
    rows = {names.get(row["area"], row["area"]): row for row in table.to_dict("records")}
    assert rows["Leipzig"]["absolute"] == 104_022
    assert rows["Volkmarsdorf"]["share"] == pytest.approx(100 * 5_707 / 104_022)
    assert [rows[REMAINDER][key] for key in ("start_value", "end_value", "absolute")] == [1, 2, 1]
    assert table["share"].iloc[:-1].sum() == pytest.approx(100)
    assert {name for name, row in rows.items() if row["absolute"] < 0} == {
        "Grünau-Siedlung",
        "Miltitz",
        "Heiterblick",
        "Lößnig",
    }


def test_what_moves_between_parts_is_no_break_of_the_remainder() -> None:
    """Streets that change their district in 2024 break both districts, and nothing that both hold together."""
    cells = {"1": (100, 160, "B"), "2": (200, 250, "B"), "together": (300, 410, "A"), "city": (310, 421, "A")}
    frame = pd.DataFrame(
        [
            (area, year, float(value), status if year == "2024" else "A")
            for area, (start, end, status) in cells.items()
            for year, value in (("2012", start), ("2024", end))
        ],
        columns=["area", "period", "value", "status"],
    )
    apart, held = (contribution(Grid.of(frame), ["1", "2"], "city", "2012", "2024", each) for each in ("", "together"))
    assert apart["breaks"].tolist() == [("2024",), ("2024",), ("2024",), ()]
    assert held["breaks"].tolist() == [("2024",), ("2024",), (), ()]
    assert held["status"].tolist() == ["B", "B", "A", "A"]
    assert held["absolute"].tolist() == [60, 50, 1, 111]
