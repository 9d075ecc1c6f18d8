"""The map on which districts are picked for a group."""

import pandas as pd

from charts import choropleth
from charts.choropleth import Legend
from charts.classes import Classes
from locales import text
from pictures.map_parts import ground
from pictures.picture import Picture
from pictures.request import Request
from words.sources import boundaries_line

HOVER = "<b>%{text}</b><extra></extra>"


def group_map(request: Request) -> Picture:
    """All districts, those that are listed in colour."""
    lang, dataset, theme = request.lang, request.dataset, request.theme
    names, members = dataset.names[request.level], request.selection.areas or ()
    rows = pd.DataFrame({"area": list(names), "name": list(names.values())})
    rows = rows.assign(shade=rows["area"].isin(list(members)).astype(float), note="")
    rows["told"] = [[] for _ in names]
    divide = {0: text(lang, "left: not in the group · right: in the group")}
    classes = Classes((0.5,), (theme.bar, theme.accent), divide, decimals=0)
    title = text(lang, "Districts of the group")
    click = text(lang, "click on a district to put it in or take it out")
    captions = request.captions(title, click, source=boundaries_line(lang, dataset))
    legend = Legend(text(lang, "Above each colour: the number of districts in it"), "", "")
    figure = choropleth.district_map(rows, classes, legend, HOVER, (), ground(request), captions, theme)
    return Picture("group map", figure, title, "leipzig_group", rows)
