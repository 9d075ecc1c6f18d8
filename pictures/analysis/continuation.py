"""What would be if it went on like this: the comparable years of one place, continued with a band."""

from typing import Final

import pandas as pd

from charts import timeline
from charts.table import html_table
from charts.timeline import Line
from data.areas import CITY
from indicators import catalogue
from indicators.analysis.stretch import after_last_break
from indicators.figures.values import grid
from locales import joined, number, text
from pictures.analysis.result_lines import rows_of
from pictures.picture import Drawn
from pictures.request import Request
from words.analysis.continuation import coarse, continuation_sentence
from words.change import amount
from words.missing import nothing_to_draw

FORECASTS: Final = {"population": "population_forecast"}
"""The city's own forecast of an indicator, where it is loaded."""
COLUMNS: Final = ["period", "value", "status", "low", "high"]


def continued(request: Request) -> Drawn:
    """One place's figures since the last break, what would follow, and the last value carried on."""
    everywhere = rows_of(request, "continuation")
    if isinstance(everywhere, str):
        return everywhere
    area = (request.selection.areas or (CITY,))[0]
    rows = everywhere[everywhere["area"] == area].reset_index(drop=True)
    if rows.empty:
        return nothing_to_draw(request.lang)
    lang, theme, name = request.lang, request.theme, request.dataset.all_names[area]
    forecast = _forecast(request, area, rows)
    drawn = [_flat(rows), forecast, _course(request, area, rows)]
    lines = [
        Line("flat", text(lang, "last value"), theme.muted, 2.0),
        Line("forecast", text(lang, "the city’s forecast"), theme.lines[1], 2.0),
        Line("own", text(lang, "if it went on"), theme.accent, 3.0),
    ]
    title = text(
        lang, "{indicator}, {place}: if it went on like this", indicator=request.indicator.title[lang], place=name
    )
    subtitle = text(lang, "Dashed: neither counted nor forecast; shaded: band for four of five later figures")
    frame = pd.concat([one for one in drawn if not one.empty], ignore_index=True)
    captions = request.captions(title, subtitle)
    figure = timeline.timeline(frame, lines, {}, captions, theme, request.indicator.decimals)
    said = continuation_sentence(lang, request.indicator, rows, everywhere, name)
    if not forecast.empty:
        said = f"{said} {_official(request, forecast)}"
    return request.picture("continuation", figure, said, rows, rows["last"].iloc[0], _doubtful(request, area))


def continuation_table(request: Request, rows: pd.DataFrame) -> str:
    """Year by year what would be, and how such bands have done so far, as HTML."""
    lang, decimals = request.lang, request.indicator.decimals
    header = [
        text(lang, "Year"),
        text(lang, "from"),
        text(lang, "middle"),
        text(lang, "to"),
        text(lang, "mean miss so far"),
        text(lang, "of the last value"),
        text(lang, "bands that held"),
    ]
    cells = [
        [
            row["period"],
            *(number(lang, coarse(row, column), decimals) for column in ("low", "value", "high")),
            *(number(lang, row[column], decimals) for column in ("miss", "naive_miss")),
            text(lang, "{n} of {all}", n=number(lang, row["inside"]), all=number(lang, row["bands"])),
        ]
        for _, row in rows.iterrows()
    ]
    caption = f"{request.indicator.title[lang]} ({request.indicator.unit[lang]})"
    return html_table(caption, header, cells, [], in_order=True)


def _course(request: Request, area: str, rows: pd.DataFrame) -> pd.DataFrame:
    """Figures, and from the last one on what would follow; the band opens from there."""
    figures = after_last_break(request.grid.history(area).figures)
    known = pd.DataFrame(figures, columns=COLUMNS[:3]).assign(low=float("nan"), high=float("nan"))
    known["status"] = known["status"].replace("B", "A")
    known.loc[known.index[-1], ["low", "high"]] = figures[-1].value
    ahead = rows.assign(status="E")[COLUMNS]
    return pd.concat([known, ahead], ignore_index=True).assign(area="own")


def _flat(rows: pd.DataFrame) -> pd.DataFrame:
    periods = [rows["last"].iloc[0], *rows["period"]]
    return pd.DataFrame({"area": "flat", "period": periods, "value": rows["figure"].iloc[0], "status": "E"})


def _forecast(request: Request, area: str, rows: pd.DataFrame) -> pd.DataFrame:
    """What the city itself expects for the years ahead; empty where that is not loaded or of other years."""
    id = FORECASTS.get(request.indicator.id, "")
    if not id:
        return pd.DataFrame()
    figures = grid(request.dataset, catalogue.load()[id]).history(area).known
    ahead = [each for each in figures if each.period in set(rows["period"])]
    return pd.DataFrame(ahead, columns=COLUMNS[:3]).assign(area="forecast", status="E") if ahead else pd.DataFrame()


def _doubtful(request: Request, area: str) -> tuple[str, ...]:
    """That figures which the publisher's others contradict are continued, too."""
    figures = after_last_break(request.grid.history(area).figures)
    years = [each.period for each in figures if each.status == "U"]
    if not years:
        return ()
    return (
        text(request.lang, "Doubtful figures are continued as published: {years}.", years=joined(request.lang, years)),
    )


def _official(request: Request, forecast: pd.DataFrame) -> str:
    last = forecast.iloc[-1]
    value = amount(request.lang, request.indicator, last["value"])
    return text(request.lang, "The city’s own forecast has {value} in {year}.", value=value, year=last["period"])
