"""Whether the districts grew together or apart, in words."""

import pandas as pd

from indicators.analysis.broken import comparable
from indicators.catalogue import Indicator
from locales import Language, number, percent, rounded, text
from words.change import change_decimals, change_unit
from words.missing import nothing_to_draw
from words.periods import short_span
from words.units import with_unit


def convergence_sentence(lang: Language, indicator: Indicator, rows: pd.DataFrame) -> str:
    """How the spread moved since the last break, in the unit and in proportion, and what of it lies between boroughs.

    rows: as from `indicators.analysis.convergence.result`, of one indicator, in order of period.
    """
    if rows.empty:
        return nothing_to_draw(lang)
    after = comparable(rows)
    return " ".join([_spread(lang, indicator, after), *_between(lang, after)])


def _spread(lang: Language, indicator: Indicator, rows: pd.DataFrame) -> str:
    first, last = rows.iloc[0], rows.iloc[-1]
    decimals = change_decimals(indicator) if indicator.change == "points" else indicator.decimals
    said = {
        "indicator": indicator.title[lang],
        "span": short_span(lang, (first["period"], last["period"])),
        "points": _moved(lang, float(first["sd"]), float(last["sd"]), decimals),
        "proportion": _moved(lang, float(first["cv"]), float(last["cv"]), 2),
        "sd_first": number(lang, first["sd"], decimals),
        "sd_last": with_unit(lang, number(lang, last["sd"], decimals), spread_unit(lang, indicator)),
        "cv_first": number(lang, first["cv"], 2),
        "cv_last": number(lang, last["cv"], 2),
    }
    if said["points"] == said["proportion"]:
        return text(
            lang,
            "{indicator}, {span}: in absolute terms and in proportion to their mean the districts {points} (standard "
            "deviation {sd_first} → {sd_last}, coefficient of variation {cv_first} → {cv_last}).",
            **said,
        )
    return text(
        lang,
        "{indicator}, {span}: in absolute terms the districts {points} (standard deviation {sd_first} → {sd_last}), in "
        "proportion to their mean {proportion} (coefficient of variation {cv_first} → {cv_last}).",
        **said,
    )


def spread_unit(lang: Language, indicator: Indicator) -> str:
    """What a standard deviation is counted in: the unit of the values, of shares percentage points."""
    return change_unit(lang, indicator) if indicator.change == "points" else indicator.unit[lang]


def _moved(lang: Language, first: float, last: float, decimals: int) -> str:
    """What the districts did, by the figures as they are shown."""
    before, after = rounded(first, decimals), rounded(last, decimals)
    if before == after:
        return text(lang, "stayed as far apart")
    return text(lang, "moved further apart") if after > before else text(lang, "came closer together")


def _between(lang: Language, rows: pd.DataFrame) -> list[str]:
    """How much of Theil's index lies between boroughs, and whether chance would give as much."""
    known = rows.dropna(subset=["between"])
    if known.empty:
        return []
    first, last = known.iloc[0], known.iloc[-1]
    said = {name: percent(lang, last[name], 0) for name in ("between", "by_chance", "chance_low", "chance_high")}
    said |= {"first": percent(lang, first["between"], 0), "start": first["period"], "end": last["period"]}
    lay = text(
        lang, "Of their differences {first} lay between boroughs in {start}, {between} in {end} (Theil’s index)", **said
    )
    if last["between"] > last["chance_high"]:
        chance = text(lang, "nine of ten random reshuffles of the districts give {chance_low} to {chance_high}", **said)
    else:
        chance = text(
            lang,
            "no more than random reshuffles of the districts give, nine of ten of which lie between {chance_low} and "
            "{chance_high}",
            **said,
        )
    return [f"{lay}; {chance}."]
