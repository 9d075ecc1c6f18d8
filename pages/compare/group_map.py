"""The map on which districts are picked for a group."""

from collections.abc import Callable, Collection

import pandas as pd

from charts import choropleth
from charts.choropleth import Legend
from charts.classes import Classes
from charts.theme import Captions
from locales import plotly_separators, text
from pictures.map_parts import ground
from pictures.picture import Picture
from ui import pictures
from ui.drawing import component
from ui.view import View
from words.sources import boundaries_line

HOVER = "<b>%{text}</b><extra></extra>"


def group_map(view: View, members: Collection[str], picked: Callable[[str], None]) -> None:
    """All districts, those of the group in colour; a click on one puts it in or takes it out."""
    lang, dataset, theme = view.lang, view.dataset, view.theme
    names = dataset.names["ortsteil"]
    rows = pd.DataFrame({"area": list(names), "name": list(names.values())})
    rows = rows.assign(shade=rows["area"].isin(list(members)).astype(float), note="")
    rows["told"] = [[] for _ in names]
    divide = {0: text(lang, "left: not in the group · right: in the group")}
    classes = Classes((0.5,), (theme.bar, theme.accent), divide, above=True)
    title = text(lang, "Districts of the group")
    captions = Captions(
        title,
        text(lang, "click on a district to put it in or take it out"),
        boundaries_line(lang, dataset),
        plotly_separators(lang),
    )
    counted = Legend(text(lang, "Above each colour: the number of districts in it"), "")
    figure = choropleth.district_map(
        rows, classes, counted, HOVER, (), ground(dataset, "ortsteil", component.base_path()), captions, theme
    )
    pictures.place(lang, Picture("group map", figure, title, "leipzig_group", rows), picked)
