"""Maps of kinds: each district in the colour of its kind, each kind with its name and how many it has."""

from math import nan

import pandas as pd
import plotly.graph_objects as go
import pytest

from charts.choropleth import Legend
from charts.ground import Ground
from charts.kinds_map import Kind, kinds_map
from charts.theme import DARK, LIGHT, Captions, Theme

GROUND = Ground("/areas?level=ortsteil", "/areas?level=stadtbezirk", (12.2, 12.5), (51.2, 51.4))
CAPTIONS = Captions("Kinds", "by trait", "Source: somebody", "en")


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_each_kind_has_its_name_and_its_number(theme: Theme) -> None:
    rows = pd.DataFrame({"area": list("abcd"), "name": list("ABCD"), "shade": [1, 0, 1, nan], "note": ""})
    rows["told"] = [["own"]] * 4
    kinds = (Kind("old<br>town", theme.lines[0]), Kind("edge", theme.lines[1]))
    figure = kinds_map(rows, kinds, Legend("counted", "", "no value: 1"), "%{text}", (), GROUND, CAPTIONS, theme)
    go.Figure(figure)
    without, layer, *_ = figure["data"]
    assert without["locations"] == ["d"]
    assert dict(zip(layer["locations"], layer["z"], strict=True)) == {"a": 1, "b": 0, "c": 1}
    bar = layer["colorbar"]
    assert dict(zip(bar["tickvals"], bar["ticktext"], strict=True)) == {0: "old<br>town", 1: "edge"}
    told = [note["text"] for note in figure["layout"]["annotations"]]
    assert {"1", "2"} <= set(told)
