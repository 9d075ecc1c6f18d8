"""Where a place lies in the city, with its neighbours."""

from dataclasses import replace

import pandas as pd

from charts import place_map as chart
from indicators.places.neighbours import around
from indicators.places.place import Place
from locales import text
from pictures.map_parts import ground
from pictures.picture import Picture
from pictures.request import Request
from words.sources import boundaries_line


def place_map(request: Request) -> Picture:
    """The one place that the request lists in a strong colour, its neighbours pale."""
    lang, dataset, ((id, name),) = request.lang, request.dataset, request.areas.items()
    place = Place(id, request.level, dict(request.groups).get(id, ()))
    own, beside = place.members or (id,), around(dataset, place)
    title = text(lang, "{name}: its place in the city", name=name)
    colours = text(lang, "strong colour: {name}, pale: its neighbours", name=name)
    captions = request.captions(title, colours, source=boundaries_line(lang, dataset))
    names, around_it = dataset.names[request.level], replace(ground(request), names=())
    figure = chart.place_map(names, own, beside, around_it, captions, request.theme)
    return Picture("place", figure, title, f"leipzig_profile_{id}_map", pd.DataFrame({"area": [*own, *beside]}))
