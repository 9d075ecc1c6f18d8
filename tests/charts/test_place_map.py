"""The map of a place: every district is drawn, its own in the accent colour."""

import plotly.graph_objects as go
import pytest

from charts.ground import Ground
from charts.place_map import place_map
from charts.theme import DARK, LIGHT, Captions, Theme

NAMES = {"00": "Zentrum", "50": "Schleußig", "51": "Plagwitz", "52": "Kleinzschocher"}
GROUND = Ground("/districts", "/boroughs", (12.2, 12.6), (51.2, 51.5))
CAPTIONS = Captions("Plagwitz", "its place", "Source: somebody", "de")


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_place_and_its_neighbours_are_set_off(theme: Theme) -> None:
    figure = place_map(NAMES, ["51"], ["50", "52"], GROUND, CAPTIONS, theme)
    go.Figure(figure)
    areas, outlines = figure["data"]
    assert dict(zip(areas["text"], areas["z"], strict=True)) == {
        "Zentrum": 0,
        "Schleußig": 1,
        "Plagwitz": 2,
        "Kleinzschocher": 1,
    }
    assert tuple(areas["colorscale"][-1]) == (1.0, theme.accent)
    assert (areas["geojson"], outlines["geojson"]) == ("/districts", "/boroughs")
    assert len(outlines["locations"]) == 10
    assert "Source: somebody" in figure["layout"]["annotations"][0]["text"]
