"""How the changes of two indicators go together."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import pandas as pd

from charts.scatter import Axis, scatter
from indicators.analysis.relation import correlation
from indicators.catalogue import Indicator
from indicators.figures.values import grid
from indicators.places.middles import places
from locales import text
from pictures.marks import named, without_figure
from pictures.picture import Drawn
from pictures.request import Request
from words.care import DOUBTFUL, with_care
from words.change import change_decimals, change_unit
from words.relation import growth_relation_sentence

WIDTH: Final = 500


def change_relation(request: Request) -> Drawn:
    """Growth of each district against the change of the second indicator, over the years that it has."""
    lang, other = request.lang, request.selection.indicators[1]
    codes, title = request.dataset.codes(request.level), other.title[lang]
    shared = in_its_years(request, other, codes)
    if shared is None:
        return text(lang, "“{title}” has no two years between these.", title=title)
    start, end = shared.span
    of_both = replace(shared, selection=replace(shared.selection, indicators=request.selection.indicators))
    growth, changes = of_both.districts, shared.districts
    rows = pd.DataFrame({"area": codes}).merge(growth[["area", "change", "end_value"]], on="area", how="left")
    rows = rows.merge(changes[["area", "change"]], on="area", how="left", suffixes=("", "_other"))
    rows = rows.rename(columns={"change": "x", "change_other": "y", "end_value": "size"})
    rows["name"] = rows["area"].map(request.names)
    axes = (
        Axis(text(lang, "Growth"), "%", 1),
        Axis(text(lang, "Change of “{title}”", title=title), change_unit(lang, other), change_decimals(other)),
    )
    subtitle = text(lang, "change of each {start}–{end}; size: residents {end}", start=start, end=end)
    notes = without_figure(request, rows, "x", "y")
    captions = request.captions(text(lang, "Growth and “{title}”", title=title), subtitle, notes)
    lit = named(request, rows, "x", "y")
    figure = scatter(rows, lit, axes, False, captions, request.theme, WIDTH)
    part = text(lang, "district") if request.level == "ortsteil" else text(lang, "borough")
    found = correlation(rows["x"], rows["y"], places(request.dataset, request.level, rows["area"]))
    sentence = growth_relation_sentence(lang, title, found, part)
    moves = pd.concat([growth, changes])
    sentence += with_care(lang, moves["breaks"], moves["status"] == DOUBTFUL)
    return request.picture(f"growth-{other.id}", figure, sentence, rows, "–".join(shared.span))


def in_its_years(request: Request, indicator: Indicator, areas: Sequence[str]) -> Request | None:
    """The same of another indicator, from the first to the last of the years in which any of some areas has a figure;
    None where these are not two."""
    start, end = request.span
    known = grid(request.dataset, indicator).with_figures(areas)
    there = [period for period in known if start <= period <= end]
    if len(there) < 2:
        return None
    selection = replace(request.selection, indicators=(indicator,), start=there[0], end=there[-1])
    return replace(request, selection=selection)
