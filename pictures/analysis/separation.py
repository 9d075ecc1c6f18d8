"""Who lives apart: dissimilarity and isolation of a group over the years, beside what chance would give."""

import pandas as pd

from charts import timeline
from charts.timeline import Line
from locales import text
from pictures.analysis.result_lines import breaks_told, line, rows_of
from pictures.picture import Drawn
from pictures.request import Request
from words.analysis.separation import separation_sentence

DECIMALS = 3


def dissimilarity_over_time(request: Request) -> Drawn:
    """The index of dissimilarity, and what it would be if the group were spread at random."""
    rows = rows_of(request, "separation")
    if isinstance(rows, str):
        return rows
    lang, theme = request.lang, request.theme
    own = line(rows, "own", rows["dissimilarity"])
    chance = line(rows, "chance", rows["by_chance"]).assign(low=rows["chance_low"], high=rows["chance_high"])
    lines = [
        Line("chance", text(lang, "by chance"), theme.muted, 2.0),
        Line("own", text(lang, "Dissimilarity"), theme.accent, 3.0),
    ]
    title = text(lang, "{indicator}: how unevenly spread", indicator=request.indicator.title[lang])
    subtitle = text(lang, "Index of dissimilarity over the districts, 0 to 1; shaded: nine of ten random spreads")
    drawn = pd.concat([own, chance], ignore_index=True)
    captions = request.captions(title, subtitle)
    figure = timeline.timeline(drawn, lines, breaks_told(request, rows), captions, theme, DECIMALS)
    return request.picture("separation", figure, separation_sentence(lang, request.indicator, rows), rows)


def isolation_over_time(request: Request) -> Drawn:
    """The group's share around its average member, and in the city."""
    rows = rows_of(request, "separation")
    if isinstance(rows, str):
        return rows
    lang, theme = request.lang, request.theme
    names = {
        "share": (text(lang, "in the city"), theme.muted),
        "isolation": (text(lang, "around its members"), theme.accent),
    }
    drawn = pd.concat([line(rows, id, rows[id]) for id in names], ignore_index=True)
    lines = [Line(id, name, colour, 3.0) for id, (name, colour) in names.items()]
    title = text(lang, "{indicator}: beside whom the group lives", indicator=request.indicator.title[lang])
    subtitle = text(lang, "Share of the group in %: in the city, and in the district of its average member (isolation)")
    captions = request.captions(title, subtitle)
    figure = timeline.timeline(drawn, lines, breaks_told(request, rows), captions, theme, 1)
    return request.picture("isolation", figure, separation_sentence(lang, request.indicator, rows), rows)
