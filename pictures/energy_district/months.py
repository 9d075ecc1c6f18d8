"""The electricity of a district by month: what is needed and where it comes from, and what is left over."""

from typing import Final

import pandas as pd

from charts.columns import Part, columns
from indicators.energy.district.asked import District
from indicators.energy.district.weather import HOURS
from locales import month_name, text
from pictures.energy_district.balance import part_name
from pictures.energy_district.frame import captions, colours, picture, with_reason
from pictures.picture import Drawn
from pictures.request import Request
from words import energy_hours
from words.energy_units import energy

PARTS: Final = ("own", "outside", "fed_in", "lost")
LEFT_OVER: Final = ("fed_in", "lost")
"""Parts of what is made that are needed by nobody here, below zero."""


@with_reason
def by_month(request: Request, district: District) -> Drawn:
    """One column a month: above zero what is needed, below what is left over."""
    lang, rows = request.lang, amounts(district)
    needed, made = rows["own"] + rows["outside"], rows["own"] + rows["fed_in"] + rows["lost"]
    unit = energy(float(max(needed.max(), (rows["fed_in"] + rows["lost"]).max())))
    shown = [part for part in PARTS if unit.shown(float(rows[part].max())) > 0]
    signs = {part: -1.0 if part in LEFT_OVER else 1.0 for part in PARTS}
    drawn = pd.DataFrame({part: signs[part] * unit.times * rows[part] for part in PARTS})
    own = colours(request.theme)
    figure = columns(
        drawn.assign(at=[month_name(lang, month, short=True) for month in rows["month"]]),
        [Part(part, part_name(lang, part), getattr(own, part)) for part in shown],
        pd.DataFrame({part: [unit.told(lang, amount) for amount in rows[part]] for part in PARTS}),
        captions(
            request,
            text(lang, "electricity of dwellings by month"),
            text(lang, "{unit}; above zero what is needed, below what is left over", unit=unit.name),
        ),
        request.theme,
        unit.decimals,
    )
    # Twelve short names stand beside each other even on a phone, where plotly would turn them.
    figure["layout"]["xaxis"] |= {"tickangle": 0, "tickfont": {"size": 11, "color": request.theme.muted}}
    sentence = energy_hours.months(lang, district, made.to_numpy(), needed.to_numpy())
    return picture(request, "months", figure, sentence, rows)


def amounts(district: District) -> pd.DataFrame:
    """One row a month, columns month (from 1 to 12) and `PARTS` in MWh."""
    hours = district.outcome.hours
    of = {"own": hours.own_use, "outside": hours.imported, "fed_in": hours.export, "lost": hours.losses}
    rows = pd.DataFrame({part: table[:, 0] for part, table in of.items()})
    return rows.groupby(HOURS.month).sum().rename_axis("month").reset_index()
