"""When the city's growth moved to another level: its growth year by year, with the level of each stretch of years."""

import pandas as pd

from charts import timeline
from charts.axes import shaded
from charts.table import html_table
from charts.theme import Figure, Theme, figure
from charts.timeline import Line
from indicators.analysis import store
from locales import Language, text
from pictures.analysis.result_lines import rows_of
from pictures.picture import Drawn
from pictures.request import Request
from words.analysis.being_made import being_made
from words.analysis.change_points import DECIMALS, change_points_sentence, level_rows


def growth_by_level(request: Request) -> Drawn:
    """Yearly growth, the mean of each level, and the years between which a level may have begun."""
    rows = rows_of(request, "change_points")
    if isinstance(rows, str):
        return rows
    chance = store.result(request.dataset, "change_points_by_chance")
    if chance is None:
        return being_made(request.lang, failed=store.failed(request.dataset, "change_points_by_chance"))
    lang, theme = request.lang, request.theme
    drawn = pd.concat([_line(rows, "growth"), _line(rows, "level")], ignore_index=True)
    lines = [
        Line("growth", text(lang, "growth"), theme.muted, 2.0),
        Line("level", text(lang, "mean of its years"), theme.accent, 3.0),
    ]
    title = text(lang, "When the city’s growth moved to another level")
    subtitle = text(lang, "Population against the year before, %; shaded: how sure the year is")
    marks = dict.fromkeys(rows.loc[rows["turn"], "period"], text(lang, "first year of another level"))
    over_time = timeline.timeline(drawn, lines, marks, request.captions(title, subtitle), theme, DECIMALS, changes=True)
    sentence = change_points_sentence(lang, rows, chance)
    years = f"{rows['period'].iloc[0]}-{rows['period'].iloc[-1]}"
    return request.picture("change-points", _with_ranges(over_time, rows, theme), sentence, rows, years)


def levels_table(lang: Language, rows: pd.DataFrame) -> str:
    """The levels as HTML: their years, the growth, and how sure their first year is."""
    header = [
        text(lang, "Years"),
        text(lang, "Growth a year"),
        text(lang, "First year, nine of ten resampled courses"),
        text(lang, "The very same year found"),
    ]
    caption = text(lang, "Levels of the growth of the city’s population")
    return html_table(caption, header, level_rows(lang, rows), [], in_order=True)


def _line(rows: pd.DataFrame, id: str) -> pd.DataFrame:
    """A line of `charts.timeline.timeline`; that of the levels is cut between them."""
    status = rows["turn"].map({True: "B", False: "A"}) if id == "level" else "A"
    return pd.DataFrame({"area": id, "period": rows["period"], "value": rows[id], "status": status})


def _with_ranges(over_time: Figure, rows: pd.DataFrame, theme: Theme) -> Figure:
    """A level begins before its first year, as breaks do, half a year early."""
    turns = rows[rows["turn"]]
    spans = zip(turns["early"].astype(float), turns["late"].astype(float), strict=True)
    strips = [shaded((early - 1, late), theme) for early, late in spans]
    drawn = over_time["layout"]
    return figure(over_time["data"], drawn | {"shapes": [*strips, *drawn["shapes"]]})
