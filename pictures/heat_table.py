"""Every district in every period."""

from dataclasses import replace

import pandas as pd

from charts.heat import heat
from indicators.figures.values import periods_shown
from locales import Language, text
from pictures.picture import Picture
from pictures.request import Request
from pictures.scales import value_scale
from words.care import DOUBTFUL, mark, values_told
from words.districts import heat_sentence
from words.periods import short
from words.rows import value_rows
from words.units import in_unit


def heat_table(request: Request) -> Picture:
    """Every district in every year, in the classes of the map of values; the highest of the last year on top."""
    lang, indicator, figures = request.lang, request.indicator, request.grid.frame
    names, classes = request.dataset.names[request.level], value_scale(replace(request, scheme=""))
    periods = periods_shown(request.grid, names)
    order = value_rows(lang, indicator, figures, names, periods[-1])
    rows = figures[figures["area"].isin(order["area"])].merge(order[["area", "name"]], on="area")
    rows["class"] = pd.Series(classes.of(rows["value"]), rows.index, float)
    rows["place"] = rows["area"].map({area: place for place, area in enumerate(order["area"])})
    rows = rows.sort_values(["place", "period"], ignore_index=True)
    title = text(lang, "{title}: every district in every year", title=indicator.title[lang])
    drawn = rows[rows["value"].notna() & rows["period"].isin(list(periods))]
    notes = values_told(lang, set(drawn["status"]))
    written = rows.assign(period=[short(lang, period) for period in rows["period"]])
    figure = heat(
        _with_care(lang, written),
        [short(lang, period) for period in periods],
        classes.colours,
        list(classes.labels.values()),
        request.captions(title, in_unit(lang, indicator.unit[lang]), notes),
        request.theme,
        indicator.decimals,
        request.lit,
    )
    sentence = heat_sentence(lang, indicator, rows, periods, list(order["area"]))
    return request.picture("heat", figure, sentence, rows)


def _with_care(lang: Language, rows: pd.DataFrame) -> pd.DataFrame:
    """Cells of a heat table with the sign of their status and what it means."""
    notes = {"B": text(lang, "not comparable with the year before"), DOUBTFUL: text(lang, "doubtful figure")}
    there = rows["status"].where(rows["value"].notna(), "")
    return rows.assign(
        mark=[mark(status).strip() for status in there], note=[notes.get(status, "") for status in there]
    )
