"""The map on which districts are picked for a group."""

from collections.abc import Callable, Collection

import pandas as pd

from charts import choropleth
from charts.choropleth import Ground, Legend
from charts.classes import Classes
from charts.theme import Captions
from data.store import Dataset
from indicators.places import label_room
from locales import Language, plotly_separators, text
from ui import frame
from ui.drawing import component

HOVER = "<b>%{text}</b><extra></extra>"


def group_map(lang: Language, dataset: Dataset, members: Collection[str], picked: Callable[[str], None]) -> None:
    """All districts, those of the group in colour; a click on one puts it in or takes it out."""
    theme = frame.theme()
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
        _source(lang, dataset),
        plotly_separators(lang),
    )
    counted = Legend(text(lang, "Above each colour: the number of districts in it"), "")
    figure = choropleth.district_map(rows, classes, counted, HOVER, (), _ground(dataset), captions, theme)
    component.draw(lang, figure, "leipzig_group", title, "group map", picked)


def _ground(dataset: Dataset) -> Ground:
    path = f"{component.base_path()}/api/v1/areas.geojson?version={dataset.version}&level="
    names = dataset.names["ortsteil"]
    rooms = tuple(
        (area, names[area], lon, lat, width) for area, lon, lat, width in label_room.rooms(dataset, "ortsteil")
    )
    return Ground(path + "ortsteil", path + "stadtbezirk", *dataset.extent, rooms)


def _source(lang: Language, dataset: Dataset) -> str:
    record = dataset.sources["boundaries"]
    publisher = f"{record['attribution']} ({record['licence']})"
    return text(lang, "Source: {source} · data version {version}", source=publisher, version=dataset.version)
