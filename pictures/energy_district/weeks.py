"""A week in January and one in July, hour by hour."""

from dataclasses import dataclass
from typing import Final

import pandas as pd

from charts.week import DAY, Look, week
from indicators.energy.district.asked import District
from indicators.energy.district.weather import HOURS
from locales import Language, month_name, text, weekday_name
from pictures.energy_district.balance import part_name
from pictures.energy_district.frame import captions, colours, picture, with_reason
from pictures.picture import Drawn
from pictures.request import Request
from words import energy_hours
from words.energy_units import Unit, power

LENGTH: Final = 7 * DAY


@dataclass(frozen=True)
class Week:
    """month: from 1 to 12; monday: the day of the month that it begins with."""

    month: int
    monday: int

    @property
    def hours(self) -> slice:
        """Its hours among those of the year."""
        first = int(((HOURS.month == self.month) & (HOURS.day == self.monday)).argmax())
        return slice(first, first + LENGTH)


WINTER: Final = Week(1, 13)
SUMMER: Final = Week(7, 14)


@with_reason
def winter(request: Request, district: District) -> Drawn:
    """A week in January."""
    return _week(request, district, WINTER, "winter-week")


@with_reason
def summer(request: Request, district: District) -> Drawn:
    """A week in July."""
    return _week(request, district, SUMMER, "summer-week")


def _week(request: Request, district: District, of: Week, kind: str) -> Drawn:
    lang, rows = request.lang, amounts(district, of)
    both = [amounts(district, each)[["needed", "made"]].to_numpy().max() for each in (WINTER, SUMMER)]
    unit = power(max(both))
    drawn = rows.drop(columns=["day", "hour"]) * unit.times
    drawn["told"] = _told(lang, rows, unit)
    last = of.monday + 6
    figure = week(
        drawn,
        [weekday_name(lang, day) for day in range(7)],
        max(both) * unit.times,
        _look(request, district, others=bool((rows["needed"] > rows["household"] + energy_hours.NOTHING).any())),
        captions(
            request,
            text(lang, "electricity of dwellings, a week in {month}", month=month_name(lang, of.month)),
            text(
                lang,
                "{unit} in each hour from Monday {first} to Sunday {last}",
                unit=unit.name,
                first=of.monday,
                last=last,
            ),
        ),
        request.theme,
        unit.decimals,
    )
    return picture(request, kind, figure, energy_hours.week(lang, district, of.month, of.hours), rows)


def amounts(district: District, of: Week) -> pd.DataFrame:
    """One row an hour, columns day, hour, and needed, household (a part of it), made, own, outside, fed_in in MW."""
    hours = district.outcome.hours
    every = {
        "needed": hours.demand,
        "household": hours.household,
        "made": hours.generation,
        "own": hours.own_use,
        "outside": hours.imported,
        "fed_in": hours.export,
    }
    at = HOURS[of.hours]
    return pd.DataFrame({"day": at.day, "hour": at.hour, **{name: table[of.hours, 0] for name, table in every.items()}})


def _look(request: Request, district: District, *, others: bool) -> Look:
    """others: whether more than households needs electricity."""
    lang, own, theme = request.lang, colours(request.theme), request.theme
    areas = tuple((part_name(lang, part), getattr(own, part)) for part in ("own", "outside", "fed_in"))
    lines = (text(lang, "needed"), theme.text), (text(lang, "made"), own.fed_in)
    stored = text(lang, "into the battery") if district.done.battery_kwh else ""
    return Look(areas, lines, text(lang, "of it households") if others else "", stored)  # type: ignore[arg-type]  # three


def _told(lang: Language, rows: pd.DataFrame, unit: Unit) -> list[str]:
    """What tooltips say of each hour."""
    names = {
        "needed": text(lang, "needed"),
        "made": text(lang, "made"),
        "own": part_name(lang, "own"),
        "outside": part_name(lang, "outside"),
        "fed_in": part_name(lang, "fed_in"),
    }
    return [
        "<br>".join(
            [
                f"<b>{weekday_name(lang, n // DAY)}, {energy_hours.clock(lang, row['hour'])}</b>",
                *(f"{name}: {unit.told(lang, row[column])}" for column, name in names.items()),
            ]
        )
        for n, row in enumerate(rows.to_dict("records"))
    ]
