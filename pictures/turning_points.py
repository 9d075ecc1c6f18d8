"""When each district was smallest."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from charts.turning_points import turning_points
from data.areas import CITY
from data.store import Dataset
from indicators.analysis.turning_points import turning
from indicators.catalogue import Indicator
from indicators.figures.values import Groups, grid
from indicators.kept import kept_lately
from locales import percent, text
from pictures.contribution import called
from pictures.picture import Drawn
from pictures.request import Request
from words.change import amount
from words.turning import turning_sentence, turnings_sentence


def turns(request: Request) -> pd.DataFrame:
    """When each area and group turned, as from `indicators.analysis.turning_points.turning`.

    Over all years: the lowest of some years read as that of all would be wrong.
    """
    return _turns(request.dataset, request.indicator, request.groups, *years(request))


@kept_lately
def _turns(dataset: Dataset, indicator: Indicator, groups: Groups, first: str, last: str) -> pd.DataFrame:
    return turning(grid(dataset, indicator, groups), first, last)


def years(request: Request) -> tuple[str, str]:
    """The first and the last year with a figure of the city."""
    known = request.grid.with_figures([CITY])
    return known[0], known[-1]


def sentences(request: Request) -> list[str]:
    """The city, the groups and all districts: when each was smallest."""
    lang, every = request.lang, turns(request).set_index("area", drop=False)
    own = [
        turning_sentence(lang, request.indicator, dict(every.loc[area]), request.names[area])
        for area in (CITY, *(id for id, _ in request.groups))
        if area in every.index
    ]
    parts = every[every["area"].isin(request.dataset.codes(request.level))]
    return [*own, turnings_sentence(lang, parts, request.names, called(request), years(request))] if len(parts) else own


def lowest_years(request: Request) -> Drawn:
    """Every district at its lowest year, by borough; boroughs, groups and the city with a stroke."""
    lang, dataset, found = request.lang, request.dataset, turns(request)
    told = [_told(request, row) for row in found.to_dict("records")]
    rows = found.assign(name=found["area"].map(request.names), told=told)
    parents = dict(zip(dataset.areas["code"], dataset.areas["parent"], strict=True))
    points = rows[rows["area"].isin(dataset.codes("ortsteil"))]
    colours = [request.colours.get(area, "") for area in points["area"]]
    points = points.assign(lane=points["area"].map(parents), colour=colours)
    if points.empty or (points["state"] == "too few").all():
        return text(lang, "There are no figures to draw for this choice.")
    boroughs = rows[rows["area"].isin(dataset.codes("stadtbezirk"))].sort_values(["low", "area"])
    whole = [CITY, *(id for id, _ in request.groups)]
    strokes = rows.set_index("area", drop=False).reindex(whole).dropna(subset=["area"])
    first, last = years(request)
    title = text(lang, "Year of the lowest population, {start}–{end}", start=first, end=last)
    key = "<br>".join(
        (
            text(lang, "● district, risen since · ○ lowest in the first year"),
            text(lang, "▼ lowest in the last year · ┃ area as a whole"),
        )
    )
    span = (int(request.selection.start[:4]), int(request.selection.end[:4]))
    captions = request.captions(title, key)
    figure = turning_points(points, pd.concat([strokes, boroughs]), span, captions, request.theme)
    return request.picture("turning", figure, " ".join(sentences(request)), rows, f"{first}–{last}")


def _told(request: Request, turn: Mapping[Any, Any]) -> str:
    """A point's tooltip: name, lowest value, and what came after."""
    lang, name = request.lang, request.names[turn["area"]]
    if turn["state"] == "too few":
        return f"<b>{name}</b>"
    value = amount(lang, request.indicator, turn["value"])
    since = percent(lang, turn["after"], 1, signed=True)
    after = "" if turn["state"] == "last" else "<br>" + text(lang, "since then {by}", by=since)
    return f"<b>{name}</b><br>{turn['low']}: {value}{after}"
