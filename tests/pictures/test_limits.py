"""What pictures tell of the limits of modelled figures."""

import re

from charts.theme import LIGHT
from indicators import catalogue
from indicators.selection import Selection
from pictures.picture import Picture
from pictures.registry import draw
from pictures.request import Request
from tests.support.shipped import SHIPPED


def test_bars_of_change_tell_their_limits_where_they_are_modelled() -> None:
    """Volkmarsdorf fell by 41.8 %; limits are on both sides of it."""

    def tooltips(id: str) -> list[str]:
        selection = Selection((catalogue.load()[id],), levels=("ortsteil", "city"), start="2011", end="2022")
        drawn = draw("change ranking", Request("en", SHIPPED, LIGHT, selection, "/areas?level="))
        assert isinstance(drawn, Picture)
        return [str(told) for told in drawn.figure["data"][0]["customdata"]]

    told = [
        re.split(r"%<br>uncertainty from |% to |%", tooltip) for tooltip in tooltips("heating_emissions_per_resident")
    ]
    ends = [[float(end.replace("−", "-")) for end in each[:3]] for each in told]
    assert ends[0][0] == -41.8
    assert all(low <= change <= high for change, low, high in ends)
    assert not any("limits" in tooltip for tooltip in tooltips("population"))
