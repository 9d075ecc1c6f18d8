"""A profile as one flat table: where one place stands among its peers in every indicator."""

from typing import Final

import pandas as pd

from data.store import Dataset
from exports.area_ids import IDS, identified
from exports.observations import source
from indicators import catalogue
from indicators.places.place import Place
from indicators.places.profile import positions
from locales import Language

COLUMNS: Final = [
    "indicator",
    "title",
    "unit",
    "area",
    "name",
    "peers",
    "period",
    "value",
    "status",
    "rank",
    "of",
    "city",
    "city_status",
    "median",
    "spread",
    "verdict",
    "apart",
    "kind",
    "source",
    *IDS,
]


def profile(dataset: Dataset, place: Place, name: str, until: str = "", *, lang: Language) -> pd.DataFrame:
    """One row per indicator, as columns `COLUMNS`; values unrounded, in the indicator's unit.

    peers: the level that the place is set against. What period, rank, median, spread, verdict, apart and until say:
    `indicators.places.profile.positions`. A missing value keeps its row and status.
    """
    known = catalogue.load()
    rows = positions(dataset, place, until)
    indicators = [known[id] for id in rows["indicator"]]
    told = rows.assign(
        title=[one.title[lang] for one in indicators],
        unit=[one.unit[lang] for one in indicators],
        kind=[one.kind for one in indicators],
        source=[source(dataset, one, lang) for one in indicators],
        area=place.id,
        name=name,
        peers=place.peers,
        rank=rows["rank"].astype("Int64"),
        of=rows["of"].astype("Int64"),
    )
    return identified(dataset, told)[COLUMNS]
