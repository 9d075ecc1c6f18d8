"""All hours of a year: a table of colours by day and hour, and in order of what they need from outside."""

from math import floor, log10
from typing import Final

import pandas as pd

from charts.classes import change_breaks, change_classes
from charts.duration import duration
from charts.tooltips import END
from charts.year_heat import year_heat
from indicators.energy.district.asked import District
from indicators.energy.district.weather import HOURS
from locales import Language, all_rounded, month_name, number, text
from pictures.energy_district.balance import part_name
from pictures.energy_district.frame import captions, colours, picture, with_reason
from pictures.picture import Drawn
from pictures.request import Request
from words import energy_hours
from words.energy_units import Unit, power

STEPS: Final = 3
"""Round numbers between classes on either side of zero."""


@with_reason
def every_hour(request: Request, district: District) -> Drawn:
    """A cell an hour: what is left over, or missing, in diverging colours."""
    lang, rows = request.lang, amounts(district)
    net = rows["fed_in"].to_numpy() - rows["outside"].to_numpy()
    unit = power(float(abs(net).max()))
    shown = all_rounded(net * unit.times, unit.decimals)
    steps = _steps(float(abs(shown).max()), unit.decimals)
    labels = [number(lang, at, 0 if abs(at) >= 1 else unit.decimals, signed=True) for at in change_breaks(steps)]
    classes = change_classes(steps, labels, unit.decimals, request.theme).reached(shown)
    figure = year_heat(
        shown,
        classes,
        HOURS[:: energy_hours.DAY].strftime("%Y-%m-%d").tolist(),
        [month_name(lang, month, short=True) for month in range(1, 13)],
        _hover(lang, unit),
        text(lang, "brown: comes from outside; green: is fed in"),
        captions(
            request,
            text(lang, "electricity of dwellings in every hour of a year"),
            text(lang, "{unit}; days beside each other, hours of the day from the foot up", unit=unit.name),
        ),
        request.theme,
    )
    return picture(request, "year", figure, energy_hours.whole_year(lang, district, net), rows)


@with_reason
def sorted_hours(request: Request, district: District) -> Drawn:
    """What comes from outside, from the hour with most of it to the one with most left over."""
    lang, rows = request.lang, amounts(district)
    net = rows["outside"].to_numpy() - rows["fed_in"].to_numpy()
    unit, own = power(float(abs(net).max())), colours(request.theme)
    counts = {part: int((rows[part] > energy_hours.NOTHING).sum()) for part in ("outside", "fed_in")}
    outside, fed_in = (
        text(lang, "{part} in {n} hours", part=part_name(lang, part), n=number(lang, n)) for part, n in counts.items()
    )
    figure = duration(
        net * unit.times,
        ((outside, own.outside), (fed_in, own.fed_in)),
        text(lang, "hours of the year"),
        unit.name,
        captions(
            request,
            text(lang, "electricity of dwellings, hours in order"),
            text(lang, "{unit}; above zero from outside, below fed in", unit=unit.name),
        ),
        request.theme,
        unit.decimals,
    )
    return picture(request, "duration", figure, energy_hours.sorted_hours(lang, district), rows)


def _steps(largest: float, decimals: int) -> tuple[float, ...]:
    """Breaks on either side of zero: the last digit that is told, so that only what is nothing looks like it, and the
    largest round numbers below the largest figure."""
    if not largest:
        return ()
    powers = range(floor(log10(largest)), -decimals - 1, -1)
    round_ = [times * 10.0**power for power in powers for times in (5, 2, 1)]
    below = [step for step in round_ if step < largest][:STEPS]
    return tuple(sorted({10.0**-decimals, *below}))


def _hover(lang: Language, unit: Unit) -> str:
    """What the tooltip of an hour says."""
    day, figure = (
        {"de": "%{x|%-d.%-m.}", "en": "%{x|%-d/%-m}"}[lang],
        f"%{{customdata:+,.{unit.decimals}f}} {unit.name}",
    )
    return text(lang, "{day}, from {hour}:00: {figure}", day=day, hour="%{y}", figure=figure) + END


def amounts(district: District) -> pd.DataFrame:
    """One row an hour, columns month, day, hour, and outside, fed_in in MW; in no hour both are above zero."""
    hours = district.outcome.hours
    at = {"month": HOURS.month, "day": HOURS.day, "hour": HOURS.hour}
    return pd.DataFrame({**at, "outside": hours.imported[:, 0], "fed_in": hours.export[:, 0]})
