"""Sentences that read the hours of an energy district: its months, a week, the year, sorted hours."""

from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.energy.district.asked import District
from indicators.energy.district.weather import HOURS
from locales import Language, month_name, number, text
from words.energy_district import share, who
from words.energy_units import Unit, energy, power
from words.noun import begun
from words.places import as_subject

Hourly = npt.NDArray[np.float64]

DAY: Final = 24
NOTHING: Final = 1e-9
"""MWh below which an hour has neither too much nor too little."""


def months(lang: Language, district: District, made: Hourly, needed: Hourly) -> str:
    """Which month makes most and which least of its electricity. made, needed: MWh of each of twelve months."""
    year, facts = district.outcome.year, {"who": who(lang, district)}
    unit = energy(float(max(year["import_mwh"], year["export_mwh"])))
    facts |= {"imported": unit.told(lang, year["import_mwh"]), "export": unit.told(lang, year["export_mwh"])}
    if not year["generation_mwh"] > 0:
        most = month_name(lang, int(needed.argmax()) + 1)
        return text(
            lang,
            "Without photovoltaics {name} would take all electricity that {who} from outside: {imported} a year, "
            "most in {month}.",
            name=as_subject(lang, district.name),
            month=most,
            **facts,
        )
    shares = made / needed
    best, worst = int(shares.argmax()), int(shares.argmin())
    return text(
        lang,
        "In {worst} {name} would make {least} of the electricity that {who}, in {best} {most}; over the year "
        "{imported} would come from outside and {export} would be fed in.",
        name=as_subject(lang, district.name),
        worst=month_name(lang, worst + 1),
        best=month_name(lang, best + 1),
        least=share(lang, made[worst], needed[worst]),
        most=share(lang, made[best], needed[best]),
        **facts,
    )


def week(lang: Language, district: District, month: int, hours: slice) -> str:
    """What of a week's electricity is made, and the most that comes from outside and is fed in. month: from 1 to 12."""
    found = district.outcome.hours
    demand, made, own, imported, export = (
        table[hours, 0] for table in (found.demand, found.generation, found.own_use, found.imported, found.export)
    )
    unit = power(float(max(imported.max(), export.max())))
    facts = {"name": as_subject(lang, district.name), "who": who(lang, district), "month": month_name(lang, month)}
    if not made.sum() > 0:
        return text(
            lang,
            "In this week of {month} {name} would make nothing and take up to {imported} from outside.",
            imported=unit.told(lang, imported.max()),
            **facts,
        )
    facts |= {"made": share(lang, made.sum(), demand.sum()), "own": share(lang, own.sum(), demand.sum())}
    return text(
        lang,
        "In this week of {month} {name} would make {made} of the electricity that {who}, in the hours when it is "
        "needed {own}; {outside}, {fed_in}.",
        outside=_from_outside(lang, unit, float(imported.max())),
        fed_in=_fed_in(lang, unit, float(export.max())),
        **facts,
    )


def _from_outside(lang: Language, unit: Unit, most: float) -> str:
    if unit.shown(most) > 0:
        return text(lang, "up to {power} would come from outside", power=unit.told(lang, most))
    return text(lang, "hardly any would come from outside") if most > 0 else text(lang, "none would come from outside")


def _fed_in(lang: Language, unit: Unit, most: float) -> str:
    if unit.shown(most) > 0:
        return text(lang, "up to {power} would be fed in", power=unit.told(lang, most))
    return text(lang, "hardly any would be fed in") if most > 0 else text(lang, "none would be fed in")


def whole_year(lang: Language, district: District, net: Hourly) -> str:
    """In how many hours something is left over and something is missing, and when most is. net: MWh of each hour, what
    is fed in above zero and what comes from outside below."""
    left, missing = int((net > NOTHING).sum()), int((net < -NOTHING).sum())
    facts = {"name": as_subject(lang, district.name), "left": number(lang, left), "missing": number(lang, missing)}
    if not left:
        return begun(
            text(
                lang,
                "{name} would take electricity from outside in {missing} hours of the year and feed in none.",
                **facts,
            )
        )
    by_hour = _mean_day_of_months(net)
    facts |= dict(zip(("best", "noon"), _when(lang, int(by_hour.argmax())), strict=True))
    facts |= dict(zip(("worst", "evening"), _when(lang, int(by_hour.argmin())), strict=True))
    return text(
        lang,
        "In {left} hours of the year {name} would feed in electricity, in {missing} it would take some from outside: "
        "most would be left over in {best} at {noon}, most missing in {worst} at {evening}.",
        **facts,
    )


def sorted_hours(lang: Language, district: District) -> str:
    """The most that comes from outside, the most that is fed in, and how they compare."""
    year = district.outcome.year
    peak, fed = float(year["peak_import_mw"]), float(year["peak_export_mw"])
    facts = {
        "name": begun(as_subject(lang, district.name)),
        "peak": power(peak).told(lang, peak),
        "fed": power(fed).told(lang, fed),
    }
    if not fed > 0:
        return text(lang, "{name} would take up to {peak} from outside and feed in nothing.", **facts)
    if fed <= peak:
        return text(
            lang, "{name} would take up to {peak} from outside and feed in up to {fed}, no more than it takes.", **facts
        )
    if not peak > 0:
        return text(lang, "{name} would take nothing from outside and feed in up to {fed}.", **facts)
    return text(
        lang,
        "{name} would feed in up to {fed}, {times} times the {peak} that it takes from outside at most.",
        times=number(lang, fed / peak, 1),
        **facts,
    )


def clock(lang: Language, hour: int) -> str:
    """An hour of the day by its beginning and its end: `13:00–14:00`, `13–14 Uhr`."""
    return text(lang, "{start}:00–{end}:00", start=hour, end=hour + 1)


def _mean_day_of_months(net: Hourly) -> Hourly:
    """Mean of each hour of the day, 24 of January first."""
    return np.asarray(pd.Series(net).groupby([HOURS.month, HOURS.hour]).mean(), float)


def _when(lang: Language, place: int) -> tuple[str, str]:
    """Month and hours of a place in `_mean_day_of_months`."""
    month, hour = divmod(place, DAY)
    return month_name(lang, month + 1), clock(lang, hour)
