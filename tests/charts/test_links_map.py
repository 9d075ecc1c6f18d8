"""The map of neighbours: a line for every two, from middle to middle."""

import plotly.graph_objects as go

from charts.ground import Ground
from charts.links_map import links_map
from charts.theme import LIGHT, Captions

PLACES = (
    ("00", "Zentrum", 12.37, 51.34, 0.1),
    ("50", "Schleußig", 12.34, 51.32, 0.1),
    ("51", "Plagwitz", 12.33, 51.33, 0.1),
)
GROUND = Ground("/districts", "/boroughs", (12.2, 12.6), (51.2, 51.5), PLACES)


def test_a_line_for_every_two() -> None:
    names = {area: name for area, name, *_ in PLACES}
    figure = links_map(names, [("00", "50"), ("50", "51")], GROUND, Captions("Neighbours", "", "Source", "en"), LIGHT)
    go.Figure(figure)
    areas, _, lines = figure["data"]
    assert list(zip(lines["lon"], lines["lat"], strict=True)) == [
        *[(12.37, 51.34), (12.34, 51.32), (None, None)],
        *[(12.34, 51.32), (12.33, 51.33), (None, None)],
    ]
    assert dict(zip(areas["text"], areas["customdata"], strict=True)) == {"Zentrum": 1, "Schleußig": 2, "Plagwitz": 1}
