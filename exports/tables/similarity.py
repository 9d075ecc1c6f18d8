"""Districts that resemble a place as one flat table, the most similar first."""

from typing import Final

import pandas as pd

from data.store import Dataset
from exports.area_ids import PLACE_IDS, identified
from indicators.places.place import Place
from indicators.places.similarity import similar

COLUMNS: Final = ["of", "of_name", "rank", "area", "name", "level", "distance", "shared", *PLACE_IDS]


def similarity(dataset: Dataset, place: Place, name: str) -> pd.DataFrame:
    """One row a peer, as columns `COLUMNS`; of, of_name: the place that they resemble.

    What distance and shared say: `indicators.places.similarity.nearest`.
    """
    found = similar(dataset, place)
    told = found.assign(
        of=place.id,
        of_name=name,
        rank=range(1, len(found) + 1),
        name=found["area"].map(dataset.names[place.peers]),
        level=place.peers,
    )
    return identified(dataset, told)[COLUMNS]
