"""What would be if it went on like this, in words; never a forecast."""

from math import floor, log10

import pandas as pd

from indicators.catalogue import Indicator
from locales import Language, inflected, number, percent, text
from words.missing import nothing_to_draw
from words.noun import beside_noun, noun
from words.places import in_place
from words.units import YEARS


def continuation_sentence(
    lang: Language, indicator: Indicator, rows: pd.DataFrame, everywhere: pd.DataFrame, place: str
) -> str:
    """Between what values it would be in the last year ahead, how often such bands held, and what the last value does.

    rows: as from `indicators.analysis.continuation.result`, of one place; everywhere: of the indicator in all places.
    """
    if rows.empty:
        return nothing_to_draw(lang)
    last = rows.iloc[-1]
    return " ".join([_would_be(lang, indicator, last, place), _held(lang, last, everywhere), _naive(lang, last)])


def coarse(row: pd.Series, column: str) -> float:
    """One of a row's values, a band of thousands to the next hundred: more digits would look surer than it is."""
    width = float(row["high"] - row["low"])
    places = max(floor(log10(width)) - 1, 0) if width > 1 else 0
    return round(float(row[column]), -places) if places else float(row[column])


def _would_be(lang: Language, indicator: Indicator, last: pd.Series, place: str) -> str:
    return text(
        lang,
        "If it went on like this, {noun} {where} would be between {low} and {high} in {year} ({figure} in {last}).",
        noun=noun(lang, indicator),
        where=in_place(lang, place),
        year=last["period"],
        low=number(lang, coarse(last, "low"), indicator.decimals),
        high=_after_between(lang, indicator, coarse(last, "high")),
        figure=number(lang, last["figure"], indicator.decimals),
        last=last["last"],
    )


def _after_between(lang: Language, indicator: Indicator, value: float) -> str:
    """A value with what it counts unless the noun says it, in the case that German has after "between"."""
    shown = number(lang, value, indicator.decimals)
    if indicator.unit[lang] in YEARS:
        return f"{shown}\u00a0{inflected(lang, 'in', 'years')}"
    return beside_noun(lang, indicator, shown)


def _held(lang: Language, last: pd.Series, everywhere: pd.DataFrame) -> str:
    ahead = everywhere[everywhere["period"].astype(int) - everywhere["last"].astype(int) == _ahead(last)]
    return text(
        lang,
        "So far such a band held the later figure in {inside} of {bands} cases here, and in {share} in all places.",
        inside=number(lang, last["inside"]),
        bands=number(lang, last["bands"]),
        share=percent(lang, ahead["inside"].sum() / ahead["bands"].sum() * 100, 0),
    )


def _naive(lang: Language, last: pd.Series) -> str:
    """Whether the last value, carried on, has been nearer."""
    if last["miss"] >= last["naive_miss"]:
        return text(lang, "Simply keeping the last value has been as near or nearer so far.")
    ratio = percent(lang, last["miss"] / last["naive_miss"] * 100, 0)
    return text(lang, "Its misses have been {ratio} as large as those of the last value carried on.", ratio=ratio)


def _ahead(row: pd.Series) -> int:
    return int(row["period"]) - int(row["last"])


def naive_is_nearer(lang: Language, everywhere: pd.DataFrame) -> str:
    """In how many places the last value has been the better guess, three years ahead."""
    furthest = everywhere.groupby("area", sort=False).tail(1)
    return text(
        lang,
        "In {n} of {all} places the last value, carried on, has been nearer than the continuation.",
        n=number(lang, int((furthest["naive_miss"] <= furthest["miss"]).sum())),
        all=number(lang, len(furthest)),
    )
