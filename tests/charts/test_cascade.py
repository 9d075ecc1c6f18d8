"""The cascade: which bars there are, where each begins, and that they end at the whole."""

from math import isnan, nan

import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.cascade import AGAINST, LARGEST, MOST, Step, cascade, steps
from charts.theme import DARK, LIGHT, Captions, Figure, Theme
from indicators.analysis.contribution import contribution
from indicators.figures.grid import VALUES, Grid

CAPTIONS = Captions("Beiträge", "Einwohner", "Quelle: Stadt", "de")


def found(changes: list[float], unassigned: float = 0) -> pd.DataFrame:
    """Contributions of parts `p0`, `p1`, … of 100,000 each that change so; NaN for one without a figure."""
    counts = {f"p{n}": (100_000.0, 100_000 + change) for n, change in enumerate(changes)}
    net = sum(change for change in changes if not isnan(change)) + unassigned
    rows = [("city", "2012", 10_000_000.0, "A"), ("city", "2024", 10_000_000 + net, "A")]
    for area, (start, end) in counts.items():
        rows += [(area, "2012", start, "A"), (area, "2024", end, "M" if isnan(end) else "A")]
    table = contribution(Grid.of(pd.DataFrame(rows, columns=VALUES)), list(counts), "city", "2012", "2024")
    return table.assign(name=table["area"].str.title())


def areas(bars: list[Step]) -> list[str]:
    return [bar.area for bar in bars]


def drawn(bars: list[Step], half: str = "Hälfte", theme: Theme = LIGHT) -> Figure:
    figure: Figure = cascade(bars, {"p1": "#123456"}, half, CAPTIONS, theme)
    return figure


def test_few_parts_have_a_bar_each_the_largest_first() -> None:
    bars = steps("de", found([30, 50, -10, 0]), [])
    assert areas(bars) == ["p1", "p0", "p2", "city"]
    assert [bar.label for bar in bars] == [
        "+50 · 71,4\u00a0%",
        "+30 · 42,9\u00a0%",
        "−10 · −14,3\u00a0%",
        "+70 · 100,0\u00a0%",
    ]


def test_of_many_those_who_carry_half() -> None:
    """Of 1,900 in all, 3 times 300 and 100 are just over half; twelve of the gains and three losses are left."""
    changes = [300.0, 300, 300, *[100.0] * 13, -50, -60, -70, -40, -30, -50]
    bars = steps("en", found(changes), [])
    assert areas(bars)[:4] == ["p0", "p1", "p2", "p3"]
    assert [(bar.name, bar.value) for bar in bars if not bar.area] == [
        ("12 others that gained", 1200),
        ("2 others that lost", -70),
    ]
    assert [bar.value for bar in bars[5:9]] == [-70, -60, -50, -50]
    assert len(bars) == 4 + 1 + AGAINST + 1 + 1


def test_where_it_takes_too_many_to_carry_half_the_largest() -> None:
    bars = steps("de", found([100.0] * 40), [])
    assert len(bars) == LARGEST + 1 + 1


def test_followed_parts_have_a_bar_of_their_own() -> None:
    bars = steps("de", found([100.0] * 40), ["p30", "p35"])
    assert {"p30", "p35"} <= set(areas(bars))
    assert bars[-2].value == 100 * (40 - LARGEST - 2)


def test_one_alone_is_not_called_others() -> None:
    bars = steps("de", found([100.0] * (MOST + 3) + [-1.0] * (AGAINST + 1)), [])
    assert areas(bars).count("") == 1
    assert sum(bar.value == -1 for bar in bars) == AGAINST + 1


def test_persons_assigned_to_no_part_have_a_bar() -> None:
    bars = steps("de", found([30, 50], unassigned=-8), [])
    assert [(bar.name, bar.value) for bar in bars[2:]] == [("keinem Ortsteil zugeordnet", -8), ("City", 72)]
    assert bars[2].label == "−8 · −11,1\u00a0%"


def test_a_part_without_a_figure_is_in_the_rest() -> None:
    bars = steps("de", found([30, nan], unassigned=5), [])
    assert [(bar.name, bar.value) for bar in bars[1:]] == [
        ("ohne Wert oder keinem Ortsteil zugeordnet", 5),
        ("City", 35),
    ]


def test_without_shares_labels_are_persons() -> None:
    bars = steps("de", found([100, -99]), [])
    assert [bar.label for bar in bars] == ["+100", "−99", "+1"]


def test_a_decline_begins_with_those_who_lost() -> None:
    assert areas(steps("de", found([10, -50, -30]), [])) == ["p1", "p2", "p0", "city"]


def test_breaks_and_doubts_have_their_signs() -> None:
    table = found([30, 50])
    table["breaks"] = [("2015",), (), (), ()]
    table["status"] = ["B", "U", "A", "A"]
    assert [bar.label[-1] for bar in steps("de", table, [])] == ["‡", "†", "%"]


def test_without_a_change_of_the_city_there_is_nothing_to_draw() -> None:
    table = found([30, 50])
    table.loc[table["area"] == "city", "absolute"] = nan
    assert steps("de", table, []) == []


@given(st.lists(st.integers(-500, 900), min_size=1, max_size=63), st.integers(-20, 20))
def test_each_bar_begins_where_the_one_above_ends(changes: list[int], unassigned: int) -> None:
    bars = steps("de", found([float(change) for change in changes], unassigned), [])
    (trace,) = drawn(bars)["data"]
    ends = [base + value for base, value in zip(trace["base"], trace["x"], strict=True)]
    assert trace["base"] == [0, *ends[: len(bars) - 2], 0][-len(bars) :]
    if len(bars) > 1:
        assert ends[-2] == pytest.approx(ends[-1]) == pytest.approx(sum(changes) + unassigned)
    low, high = drawn(bars)["layout"]["xaxis"]["range"]
    assert low <= min(0, *ends) <= max(0, *ends) <= high


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_colours_tell_gains_losses_and_the_followed(theme: Theme) -> None:
    bars = steps("de", found([30, 50, -10], unassigned=3), ["p1"])
    (trace,) = drawn(bars, theme=theme)["data"]
    assert trace["marker"]["color"] == ["#123456", theme.rising[2], theme.falling[2], theme.no_value, theme.rising[3]]


def test_the_whole_of_a_fall_is_brown() -> None:
    (trace,) = drawn(steps("de", found([-30, 10]), []))["data"]
    assert trace["marker"]["color"][-1] == LIGHT.falling[3]


def test_half_of_the_whole_is_marked() -> None:
    bars = steps("de", found([30, 50]), [])
    (note,) = (note for note in drawn(bars)["layout"]["annotations"] if note["text"] == "Hälfte")
    assert note["x"] == 40
    assert not any(note["text"] == "Hälfte" for note in drawn(bars, half="")["layout"]["annotations"])


@pytest.mark.parametrize("changes", [[30, 50], [0.0], [-3, 3], [nan]])
def test_plotly_accepts_the_figure(changes: list[float]) -> None:
    go.Figure(drawn(steps("de", found(changes), [])))
