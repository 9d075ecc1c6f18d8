"""Results over the years as lines, cut where the series of the districts break."""

import pandas as pd

from indicators.analysis import store
from indicators.analysis.broken import breaks
from pictures.breaks import places_by_status, reasons
from pictures.request import Request
from words.analysis.being_made import being_made
from words.missing import nothing_to_draw


def rows_of(request: Request, name: str) -> pd.DataFrame | str:
    """A result's rows of the indicator, or why there are none."""
    found = store.result(request.dataset, name)
    if found is None:
        return being_made(request.lang, failed=store.failed(request.dataset, name))
    rows = found[found["indicator"] == request.indicator.id].reset_index(drop=True)
    return nothing_to_draw(request.lang) if rows.empty else rows


def line(rows: pd.DataFrame, id: str, values: pd.Series) -> pd.DataFrame:
    """Rows as `charts.timeline.timeline` takes them; id: of the line."""
    status = rows["period"].isin(breaks(rows)).map({True: "B", False: "A"})
    return pd.DataFrame({"area": id, "period": rows["period"], "value": values, "status": status})


def breaks_told(request: Request, rows: pd.DataFrame) -> dict[str, str]:
    """Why the lines are cut, by period."""
    figures = request.grid.among(request.dataset.codes("ortsteil")).frame
    places = places_by_status(figures)["B"]
    return reasons(request, {period: places[period] for period in breaks(rows)}, "B")
