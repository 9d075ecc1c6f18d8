"""Whether the districts grew together or apart: their spread over the years, and what of it lies between boroughs."""

import pandas as pd

from charts import timeline
from charts.timeline import Line
from indicators.analysis import store
from indicators.analysis.convergence import breaks, comparable
from locales import text
from pictures.breaks import places_by_status, reasons
from pictures.picture import Drawn
from pictures.request import Request
from words.analysis.being_made import being_made
from words.analysis.convergence import convergence_sentence
from words.change import change_unit
from words.missing import nothing_to_draw


def spread_over_time(request: Request) -> Drawn:
    """Standard deviation and coefficient of variation, each as an index of their first year."""
    rows = _rows(request)
    if isinstance(rows, str):
        return rows
    lang, theme = request.lang, request.theme
    names = {"sd": text(lang, "Standard deviation"), "cv": text(lang, "Coefficient of variation")}
    base = comparable(rows).iloc[0]
    indexed = {id: rows[id] / base[id] * 100 for id in names}
    drawn = pd.concat([_line(rows, id, indexed[id]) for id in names], ignore_index=True)
    lines = [Line(id, name, theme.lines[n], 3.0) for n, (id, name) in enumerate(names.items())]
    title = text(lang, "{indicator}: how far the districts lie apart", indicator=request.indicator.title[lang])
    subtitle = text(
        lang,
        "Index, {year} = 100; standard deviation in {unit}, and in proportion to the mean",
        year=base["period"],
        unit=change_unit(lang, request.indicator),
    )
    figure = timeline.timeline(drawn, lines, _marks(request, rows), request.captions(title, subtitle), theme, 0)
    return request.picture("convergence", figure, convergence_sentence(lang, request.indicator, rows), rows)


def between_boroughs(request: Request) -> Drawn:
    """The percent of Theil's index between boroughs, beside what chance gives."""
    rows = _rows(request)
    if isinstance(rows, str):
        return rows
    lang, theme, known = request.lang, request.theme, rows.dropna(subset=["between"])
    if known.empty:
        return nothing_to_draw(lang)
    own = _line(known, "between", known["between"])
    chance = _line(known, "by_chance", known["by_chance"]).assign(low=known["chance_low"], high=known["chance_high"])
    lines = [
        Line("by_chance", text(lang, "by chance"), theme.muted, 2.0),
        Line("between", text(lang, "between boroughs"), theme.accent, 3.0),
    ]
    title = text(lang, "{indicator}: differences between boroughs", indicator=request.indicator.title[lang])
    subtitle = text(lang, "Percent of Theil’s index; shaded: nine of ten deals of the districts to boroughs")
    drawn = pd.concat([own, chance], ignore_index=True)
    figure = timeline.timeline(drawn, lines, _marks(request, rows), request.captions(title, subtitle), theme, 0)
    return request.picture("between-boroughs", figure, convergence_sentence(lang, request.indicator, rows), known)


def _rows(request: Request) -> pd.DataFrame | str:
    """The result's rows of the indicator, or why there are none."""
    found = store.result(request.dataset, "convergence")
    if found is None:
        return being_made(request.lang, failed=store.failed(request.dataset, "convergence"))
    rows = found[found["indicator"] == request.indicator.id].reset_index(drop=True)
    return nothing_to_draw(request.lang) if rows.empty else rows


def _line(rows: pd.DataFrame, id: str, values: pd.Series) -> pd.DataFrame:
    """Rows as `charts.timeline.timeline` takes them, cut where the series of the districts break."""
    status = rows["period"].isin(breaks(rows)).map({True: "B", False: "A"})
    return pd.DataFrame({"area": id, "period": rows["period"], "value": values, "status": status})


def _marks(request: Request, rows: pd.DataFrame) -> dict[str, str]:
    """Why the lines are cut, by period."""
    figures = request.grid.among(request.dataset.codes("ortsteil")).frame
    places = places_by_status(figures)["B"]
    return reasons(request, {period: places[period] for period in breaks(rows)}, "B")
