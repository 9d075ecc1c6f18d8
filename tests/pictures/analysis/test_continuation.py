"""The city's own forecast beside what would be if it went on like this."""

import pandas as pd
import pytest

from data.areas import CITY
from indicators.figures.grid import EMPTY, Grid
from pictures.analysis import continuation
from pictures.picture import Picture
from pictures.registry import draw
from tests.support.asking import request_of


def drawn_with(figures: Grid, monkeypatch: pytest.MonkeyPatch) -> Picture:
    monkeypatch.setattr(continuation, "grid", lambda *_: figures)
    found = draw("continuation", request_of("continuation", "en"))
    assert isinstance(found, Picture)
    return found


@pytest.mark.usefixtures("empty_store")
def test_where_the_city_has_a_forecast_it_stands_beside(monkeypatch: pytest.MonkeyPatch) -> None:
    years = ["2023", "2026", "2027", "2040"]
    table = pd.DataFrame({"area": CITY, "period": years, "value": [1.0, 640000, 643210, 9], "status": "A"})
    found = drawn_with(Grid.of(table), monkeypatch)
    assert found.sentence.replace("\u00a0", " ").endswith("The city’s own forecast has 643,210 people in 2027.")
    assert "the city’s forecast" in [trace.get("name") for trace in found.figure["data"]]


@pytest.mark.usefixtures("empty_store")
def test_where_it_has_none_none_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    found = drawn_with(EMPTY, monkeypatch)
    assert "forecast" not in found.sentence
    assert "the city’s forecast" not in [trace.get("name") for trace in found.figure["data"]]
