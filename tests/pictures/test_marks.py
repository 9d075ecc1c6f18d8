"""Areas that a picture leaves out are counted."""

import pandas as pd

from charts.theme import LIGHT
from data import store
from indicators import catalogue
from indicators.selection import Selection
from pictures.marks import without_figure
from pictures.request import Request


def test_areas_that_lack_one_of_several_figures_are_counted_once() -> None:
    request = Request("en", store.current(), LIGHT, Selection((catalogue.load()["population"],)))
    rows = pd.DataFrame({"x": [1.0, None, None], "y": [1.0, 2.0, None]})
    assert without_figure(request, rows, "x", "y") == ["no figure: 2 areas"]
    assert without_figure(request, rows, "y") == ["no figure: 1 area"]
    assert without_figure(request, rows.head(1), "x", "y") == []
