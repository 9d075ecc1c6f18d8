"""Where a place lies in the city, with its neighbours."""

from dataclasses import replace

import pandas as pd

from charts import place_map as chart
from charts.theme import Captions, Theme
from data.store import Dataset
from indicators.places.neighbours import around
from indicators.places.place import Place
from locales import Language, plotly_separators, text
from pictures.map_parts import ground
from pictures.picture import Picture
from words.sources import boundaries_line


def place_map(lang: Language, dataset: Dataset, place: Place, name: str, theme: Theme, base: str) -> Picture:
    """The place in a strong colour, its neighbours pale. name: of the place; base: as of `Subject`."""
    own, beside = place.members or (place.id,), around(dataset, place)
    title = text(lang, "{name}: its place in the city", name=name)
    colours = text(lang, "strong colour: {name}, pale: its neighbours", name=name)
    captions = Captions(title, colours, boundaries_line(lang, dataset), plotly_separators(lang))
    around_it = replace(ground(dataset, place.peers, base), names=())
    figure = chart.place_map(dataset.names[place.peers], own, beside, around_it, captions, theme)
    table = pd.DataFrame({"area": [*own, *beside]})
    return Picture("place", figure, title, f"leipzig_profile_{place.id}_map", table)
