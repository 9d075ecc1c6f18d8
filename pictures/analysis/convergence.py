"""Whether the districts grew together or apart: their spread over the years, and what of it lies between boroughs."""

import pandas as pd

from charts import timeline
from charts.timeline import Line
from indicators.analysis.broken import comparable
from locales import text
from pictures.analysis.result_lines import breaks_told, line, rows_of
from pictures.picture import Drawn
from pictures.request import Request
from words.analysis.convergence import convergence_sentence, spread_unit
from words.missing import nothing_to_draw


def spread_over_time(request: Request) -> Drawn:
    """Standard deviation and coefficient of variation, each as an index of their first year."""
    rows = rows_of(request, "convergence")
    if isinstance(rows, str):
        return rows
    lang, theme = request.lang, request.theme
    names = {"sd": text(lang, "Standard deviation"), "cv": text(lang, "Coefficient of variation")}
    base = comparable(rows).iloc[0]
    indexed = {id: rows[id] / base[id] * 100 for id in names}
    drawn = pd.concat([line(rows, id, indexed[id]) for id in names], ignore_index=True)
    lines = [Line(id, name, theme.lines[n], 3.0) for n, (id, name) in enumerate(names.items())]
    title = text(lang, "{indicator}: how far the districts lie apart", indicator=request.indicator.title[lang])
    subtitle = text(
        lang,
        "Index, {year} = 100; standard deviation ({unit}), also in proportion to the mean",
        year=base["period"],
        unit=spread_unit(lang, request.indicator),
    )
    figure = timeline.timeline(drawn, lines, breaks_told(request, rows), request.captions(title, subtitle), theme, 0)
    return request.picture("convergence", figure, convergence_sentence(lang, request.indicator, rows), rows)


def between_boroughs(request: Request) -> Drawn:
    """The percent of Theil's index between boroughs, beside what chance gives."""
    rows = rows_of(request, "convergence")
    if isinstance(rows, str):
        return rows
    lang, theme, known = request.lang, request.theme, rows.dropna(subset=["between"])
    if known.empty:
        return nothing_to_draw(lang)
    own = line(known, "between", known["between"])
    chance = line(known, "by_chance", known["by_chance"]).assign(low=known["chance_low"], high=known["chance_high"])
    lines = [
        Line("by_chance", text(lang, "by chance"), theme.muted, 2.0),
        Line("between", text(lang, "between boroughs"), theme.accent, 3.0),
    ]
    title = text(lang, "{indicator}: differences between boroughs", indicator=request.indicator.title[lang])
    subtitle = text(lang, "Percent of Theil’s index; shaded: nine of ten reshuffles of the districts to boroughs")
    drawn = pd.concat([own, chance], ignore_index=True)
    figure = timeline.timeline(drawn, lines, breaks_told(request, rows), request.captions(title, subtitle), theme, 0)
    return request.picture("between-boroughs", figure, convergence_sentence(lang, request.indicator, rows), known)
