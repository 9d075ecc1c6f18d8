"""What moved most in an area as one flat table: changes, and what each is measured by."""

from collections.abc import Iterable
from typing import Final

import pandas as pd

from data.store import Dataset
from exports.area_ids import PLACE_IDS, identified
from exports.observations import source
from indicators.catalogue import Indicator
from indicators.places.moved_most import Movement
from locales import Language

COLUMNS: Final = [
    "indicator",
    "title",
    "unit",
    "area",
    "name",
    "from",
    "to",
    "start_value",
    "end_value",
    "change",
    "change_in",
    "spread",
    "districts",
    "score",
    "kind",
    "source",
    *PLACE_IDS,
]


def movements(
    dataset: Dataset, ranked: Iterable[tuple[Indicator, Movement]], area: str, name: str, lang: Language
) -> pd.DataFrame:
    """One row per indicator, as columns `COLUMNS` in their order; values in the indicator's unit.

    change_in: whether change and spread are in percent, in percentage points (`points`) or in the unit; score: change ÷
    spread of the districts' changes, see `indicators.places.moved_most`.
    """
    rows = [
        (
            *(one.id, one.title[lang], one.unit[lang], area, name, moved.start, moved.end, moved.start_value),
            *(moved.end_value, moved.change, one.change, moved.spread, moved.districts, moved.score, one.kind),
            source(dataset, one, lang),
        )
        for one, moved in ranked
    ]
    return identified(dataset, pd.DataFrame(rows, columns=COLUMNS[: -len(PLACE_IDS)]))
