"""A map of districts by kind: a few kinds, each with its name and its colour."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from charts.axes import colour_bar, scale
from charts.choropleth import (
    DISTRICT_LAYERS,
    HEIGHT,
    LOW,
    SCALE,
    STADTBEZIRKE,
    Legend,
    areas,
    counts,
    drawing,
    outline,
    told,
    without_value,
)
from charts.ground import Ground, geography
from charts.labels import LINE
from charts.map_names import certain_names, in_bold, names, room_names
from charts.theme import Captions, Figure, Theme, figure


@dataclass(frozen=True)
class Kind:
    """name: in lines that are parted by <br>, as there is little room below a colour."""

    name: str
    colour: str


def kinds_map(
    districts: pd.DataFrame,
    kinds: Sequence[Kind],
    legend: Legend,
    hover: str,
    lit: Sequence[str],
    ground: Ground,
    captions: Captions,
    theme: Theme,
) -> Figure:
    """Districts in the colours of their kinds.

    districts: as in `charts.choropleth.district_map`, shade: the number of the kind from 0 on, NaN without; hover,
    lit: as there.
    """
    more = LINE * max(kind.name.count("<br>") for kind in kinds)
    drawn = drawing(HEIGHT, legend, captions, theme, SCALE + more) | {"geo": geography(ground)}
    absent = districts["shade"].isna()
    held = districts.loc[~absent, "shade"].astype(int).tolist()
    drawn["annotations"] += counts([held.count(n) for n in range(len(kinds))], theme)
    certain = certain_names(ground)
    layers = [
        without_value(districts[absent], theme, ground),
        _kinds(districts[~absent], kinds, hover, ground, theme),
        outline(ground.outlines, STADTBEZIRKE, theme.muted, 1.2),
        *([outline(ground.districts, lit, theme.text, 2.4)] if lit else []),
        names(room_names(ground, LOW, certain), theme),
        *([in_bold(certain, theme)] if certain else []),
    ]
    return figure(layers, drawn)


def _kinds(districts: pd.DataFrame, kinds: Sequence[Kind], hover: str, ground: Ground, theme: Theme) -> dict[str, Any]:
    return areas(districts, ground, theme) | {
        "name": DISTRICT_LAYERS[1],
        "z": districts["shade"].tolist(),
        "zmin": -0.5,
        "zmax": len(kinds) - 0.5,
        "customdata": told(districts),
        "hovertemplate": hover,
        "colorscale": scale([kind.colour for kind in kinds]),
        "colorbar": colour_bar(range(len(kinds)), [kind.name for kind in kinds], 22, theme),
    }
