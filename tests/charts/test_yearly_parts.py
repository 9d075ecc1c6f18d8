"""Columns of yearly changes: what is drawn where, and that nothing is cut off."""

import pandas as pd

from charts.columns import Part
from charts.theme import LIGHT, Captions, Figure
from charts.yearly_parts import yearly_parts

PARTS = [Part("german", "Deutsche", "#aaaaaa"), Part("foreign", "Ausländer", "#006655")]


def drawn() -> Figure:
    rows = pd.DataFrame({"period": ["2022", "2023"], "german": [-1200, 600], "foreign": [16000, 400]})
    rows["all"] = rows["german"] + rows["foreign"]
    return yearly_parts(rows, PARTS, Captions("Wachstum", "Einwohner", "Quelle: Stadt", "de"), LIGHT)


def test_parts_stand_on_both_sides_of_zero_with_a_point_at_their_sum() -> None:
    *bars, together = drawn()["data"]
    assert drawn()["layout"]["barmode"] == "relative"
    assert [bar["y"] for bar in bars] == [[-1200, 600], [16000, 400]]
    assert bars[1]["customdata"] == ["+16.000", "+400"]
    assert (together["y"], together["text"]) == ([14800, 1000], ["+14.800", "+1.000"])


def test_the_axis_holds_every_column() -> None:
    low, high = drawn()["layout"]["yaxis"]["range"]
    assert low < -1200
    assert high > 16000
