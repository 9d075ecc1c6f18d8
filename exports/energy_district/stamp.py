"""What every row of a file of an energy district says beside its figures, so that none loses what it is."""

from typing import Final

import pandas as pd

from exports.area_ids import PLACE_IDS, identified
from exports.observations import PLACES
from indicators.energy.district.asked import District
from indicators.energy.district.measures import BOUNDS
from indicators.energy.factors import factors

KIND: Final = "scenario"
ESTIMATED: Final = "E"
MEASURES: Final = (*BOUNDS, "cars")
FIRST: Final = PLACES
LAST: Final = ["status", "kind", "stock_year", "data_version", "factors", *MEASURES, *PLACE_IDS]
"""stock_year: of the dwellings, households and cars; factors: `model`, or `own` for a reader's; cars: true or false."""


def stamped(table: pd.DataFrame, district: District, area: str, level: str) -> pd.DataFrame:
    """The table between the columns `FIRST` and `LAST`. area, level: as tables of observations have them; of an own
    group its id and `group`."""
    told = table.assign(
        area=area,
        name=district.name,
        level=level,
        status=ESTIMATED,
        kind=KIND,
        stock_year=district.outcome.period,
        data_version=district.dataset.version,
        factors="model" if district.given.entries == factors().entries else "own",
        **{measure: getattr(district.done, measure) for measure in BOUNDS},
        cars=str(district.done.cars).lower(),
    )
    return identified(district.dataset, told)[[*FIRST, *table, *LAST]]
