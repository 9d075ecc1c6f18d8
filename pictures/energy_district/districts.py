"""How far all districts would be from positive with the same measures as a place: as a map, and in order."""

from dataclasses import replace
from typing import Final

import numpy as np
import pandas as pd

from charts.choropleth import district_map
from charts.classes import blend, value_classes
from charts.ranking import ranking
from charts.scenario import marked_map
from indicators.energy.district import stock
from indicators.energy.district.asked import District
from indicators.energy.district.sunlight import per_kwp
from locales import Language, all_rounded, alphabetical, number, text
from pictures.energy_district.frame import captions, picture, with_reason
from pictures.map_parts import ground, missing_only
from pictures.picture import Drawn
from pictures.request import Request
from words import energy_district
from words.energy_units import peak_power

BREAKS: Final = (0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0)
"""Class breaks in kWp a resident, the same for all measures; none lies in the first class but what is positive."""
READABLE: Final = 5
"""Colours of a scale on which names are read, from its far end."""
POSITIVE: Final = 3
"""Place of the colour of what is positive among a theme's rising ones."""
NAMED: Final = 5
"""Ortsteile of a place whose names stand on the map."""


@with_reason
def map_of_all(request: Request, district: District) -> Drawn:
    """All Ortsteile by the photovoltaics a resident that each would still lack."""
    lang, rows = request.lang, _told(request.lang, district)
    request = _of_ortsteile(request, district)
    classes = value_classes(BREAKS, [number(lang, at) for at in BREAKS], 1, request.theme)
    # The less is missing the stronger, on which names are read; what is positive has a colour of its own.
    missing_colours = blend(request.theme.values[:READABLE], len(classes.colours) - 1)[::-1]
    colours = (request.theme.rising[POSITIVE], *missing_colours)
    classes = replace(classes, colours=colours).reached(rows["shade"])
    figure = district_map(
        rows,
        classes,
        replace(
            missing_only(lang, rows),
            counted=text(lang, "Above each colour: the number of districts in it"),
            classed=text(lang, "up to 0: positive"),
        ),
        "<b>%{text}</b><br>%{customdata[0]}<br>%{customdata[1]}%{customdata[2]}<extra></extra>",
        request.lit,
        replace(ground(request), named=request.lit if len(request.lit) <= NAMED else ()),
        captions(request, text(lang, "same measures in all districts, roofs used alike"), _subtitle(lang)),
        request.theme,
    )
    sentence = energy_district.everywhere(lang, rows["each"])
    return picture(request, "map", figure, sentence, rows, marked_map)


@with_reason
def ranking_of_all(request: Request, district: District) -> Drawn:
    """The same as bars, what is left over to the left, in plain numbers, which fit a phone beside the names; a place of
    several Ortsteile is a line among them."""
    lang, rows, here = request.lang, _told(request.lang, district), distance(district)
    request = _of_ortsteile(request, district)
    drawn = rows.dropna(subset=["shade"])
    over = drawn["each"] == 0
    drawn = drawn.assign(value=drawn["shade"].mask(over, -drawn["left"]))
    more = [energy_district.lacking(lang, left) for left in drawn["left"]]
    drawn["label"] = drawn["label"].mask(over & (drawn["left"] > 0), pd.Series(more, drawn.index))
    drawn = drawn.sort_values("value", kind="stable")
    alone, any_left = len(district.codes) == 1, bool((drawn["value"] < 0).any())
    figure = ranking(
        drawn,
        request.lit,
        captions(
            request, text(lang, "same measures in all districts, roofs used alike"), _subtitle(lang, left=any_left)
        ),
        request.theme,
        None if alone else (here, f"{district.name} {energy_district.lacking(lang, abs(here))}"),
        from_zero=True,
    )
    sentence = energy_district.among_all(lang, district, max(here, 0.0), rows["each"])
    return picture(request, "ranking", figure, sentence, drawn)


def missing(district: District) -> pd.DataFrame:
    """One row an Ortsteil: area, kwp (what it would still lack to be positive), each (of that, a resident) and left (a
    resident, what a positive one would not need)."""
    residents = stock.ortsteile(district.dataset, district.given)["residents"]
    kwp = district.every["short_mwh"] / _yield(district)
    each = kwp / residents.mask(residents == 0)
    found = {"kwp": kwp.clip(lower=0), "each": each.clip(lower=0), "left": (-each).clip(lower=0)}
    return pd.DataFrame(found).rename_axis("area").reset_index()


def distance(district: District) -> float:
    """kWp a resident that the place itself would still lack, below zero what it has left over."""
    short, residents = district.outcome.year["short_mwh"], district.outcome.place["residents"]
    return float(short / _yield(district) / residents) if residents else float("nan")


def _yield(district: District) -> float:
    """MWh a year of a kWp."""
    return float(per_kwp(district.given).sum()) / 1000


def _told(lang: Language, district: District) -> pd.DataFrame:
    """With what pictures say of each, those that lack least first."""
    found = missing(district)
    found["name"] = found["area"].map(district.dataset.names["ortsteil"])
    # As it is told, so that what is told alike is drawn alike; only what is positive is drawn as nothing.
    shown = np.maximum(all_rounded(found["each"], 1), energy_district.LEAST / 2)
    found["shade"] = np.where(found["each"] > 0, shown, found["each"])
    found = found.iloc[np.lexsort((found["name"].map(alphabetical).to_numpy(str), found["shade"].to_numpy()))]
    found = found.reset_index(drop=True)
    unit = peak_power(float(found["kwp"].max()))
    positive = text(lang, "positive")
    labels = [positive if each == 0 else energy_district.lacking(lang, each) for each in found["each"]]
    told = [
        [positive, ""]
        if each == 0
        else [
            text(lang, "{n} kWp a resident missing", n=energy_district.lacking(lang, each)),
            text(lang, "{power} in all", power=unit.told(lang, kwp)),
        ]
        for each, kwp in zip(found["each"], found["kwp"], strict=True)
    ]
    return found.assign(
        label=labels,
        told=pd.Series(told, found.index),
        note=["" if known else text(lang, "no figure") for known in found["each"].notna()],
    )


def _of_ortsteile(request: Request, district: District) -> Request:
    """The request for all Ortsteile with those of the place set off, unless it is the whole city."""
    everyone = len(district.codes) == len(request.dataset.codes("ortsteil"))
    selection = replace(request.selection, areas=None, levels=("ortsteil", "city"))
    return replace(request, selection=selection, lit=() if everyone else district.codes)


def _subtitle(lang: Language, *, left: bool = False) -> str:
    if left:
        return text(lang, "photovoltaics missing to be positive (right) or left over (left), kWp a resident")
    return text(lang, "photovoltaics still missing to be positive, kWp a resident")
