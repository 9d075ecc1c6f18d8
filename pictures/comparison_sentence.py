"""The sentence that reads a comparison of areas, by how many there are."""

from collections.abc import Mapping
from dataclasses import replace
from math import isnan
from typing import Final

import pandas as pd

from data.areas import CITY
from indicators.catalogue import Indicator
from locales import Language, inflected, text
from pictures.limits import change_limits_in, limits_of_ends
from pictures.request import Request
from words.beside import changes_beside, city_beside
from words.change import Moved
from words.change_sentence import change_sentence
from words.comparison import standing_sentence
from words.rows import moved

TWO: Final = 2


def sentence(request: Request) -> str:
    """How the areas stand and moved beside each other; the city for comparison, where it is their reference."""
    lang, indicator, rows, span = request.lang, request.indicator, request.changes, request.span
    areas = {area: name for area, name in request.areas.items() if area != request.reference}
    of_areas = [moved(rows, area, name, _inside(request, area)) for area, name in areas.items()]
    city = (
        moved(rows, CITY, *[text(lang, "the city"), inflected(lang, "in", "the city")]) if request.reference else None
    )
    if len(of_areas) == 1:
        return change_sentence(lang, indicator, span, of_areas[0], city, [], "")
    if len(of_areas) == TWO and not any(isnan(each.end) or isnan(each.difference) for each in of_areas):
        told = _of_two(lang, indicator, span, *of_areas)
    else:
        limits, of_changes = limits_of_ends(request)[1], change_limits_in(request)
        told = standing_sentence(lang, indicator, span, completed(rows, areas), limits, of_changes)
    beside = city_beside(lang, indicator, span, replace(city, name=request.names[CITY])) if city else ""
    return f"{told} {beside}".strip()


def _inside(request: Request, area: str) -> str:
    """An area as in `in {place}`: a borough has an article in German."""
    boroughs = request.dataset.names["stadtbezirk"]
    if area not in boroughs:
        return request.areas[area]
    return inflected(request.lang, "in", "{name} borough").format(name=boroughs[area])


def _of_two(lang: Language, indicator: Indicator, span: tuple[str, str], first: Moved, second: Moved) -> str:
    """Both figures at the end, and both changes: who is higher needs no saying."""
    told = change_sentence(lang, indicator, (span[1], span[1]), first, second, [], "")
    return f"{told} {changes_beside(lang, indicator, span[0], (first, second))}" if span[0] < span[1] else told


def completed(rows: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """Rows of changes of the named places, with an empty one for each that has none."""
    rows = rows[rows["area"].isin(list(names))]
    missing = [area for area in names if area not in set(rows["area"])]
    empty = pd.DataFrame({"area": missing, "name": [names[area] for area in missing], "status": "M"})
    return pd.concat([rows, empty], ignore_index=True) if missing else rows
