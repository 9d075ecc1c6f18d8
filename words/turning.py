"""Sentences that tell when a population turned: where it was smallest, and what came after."""

from collections.abc import Mapping
from math import isnan
from typing import Any, Final

import pandas as pd

from indicators.catalogue import Indicator
from locales import Language, inflected, joined, number, percent, text
from words.care import DOUBTFUL
from words.counts import counted
from words.noun import by_itself

FEW: Final = 3
"""So many names may stand in a sentence."""


def turning_sentence(lang: Language, indicator: Indicator, turn: Mapping[str, Any], name: str) -> str:
    """When one place was smallest, and how it has grown since.

    turn: one row of `indicators.analysis.turning_points.turning`; name: as the subject of a sentence.
    """
    told = {"name": name, "start": turn["first"], "end": turn["last"]}
    if turn["state"] == "too few":
        return text(lang, "For {name} there are too few figures to tell when it was smallest.", **told)
    told |= {"low": turn["low"], "value": by_itself(lang, indicator, number(lang, turn["value"], indicator.decimals))}
    if turn["state"] == "level":
        return text(lang, "From {start} to {end} {name} was always the same, {value}.", **told)
    if turn["state"] == "last":
        sentence = text(lang, "{name} was smallest in the last year, {low}, with {value}.", **told)
    else:
        sentence = _risen(lang, turn["state"], turn["after"], told)
    doubt = text(lang, "This figure is doubtful.") if turn["status"] == DOUBTFUL else ""
    return f"{sentence} {doubt}".strip()


def _risen(lang: Language, state: str, after: float, told: Mapping[str, object]) -> str:
    by = percent(lang, after, 1)
    hardly = by == percent(lang, 0, 1) or isnan(after)
    if state == "turned":
        if hardly:
            return text(lang, "{name} was smallest in {low}, with {value}, and has hardly grown since.", **told)
        return text(lang, "{name} was smallest in {low}, with {value}, and has grown by {by} since.", by=by, **told)
    if hardly:
        return text(
            lang, "{name} was smallest in the first year, {low}, with {value}, and has hardly grown since.", **told
        )
    return text(
        lang, "{name} was smallest in the first year, {low}, with {value}, and has grown by {by} since.", by=by, **told
    )


def turnings_sentence(
    lang: Language, turns: pd.DataFrame, names: Mapping[str, str], part_names: str, span: tuple[str, str]
) -> str:
    """How many places were smallest in the first year, in between and in the last.

    turns: rows of `indicators.analysis.turning_points.turning` over the span, at least one; names: by area; part_names:
    such as "districts".
    """
    late = turns.assign(late=turns["first"] > span[0])
    by_state = {str(state): rows for state, rows in late.groupby("state")}
    clauses = [tell(lang, by_state[state], names) for state, tell in CLAUSES.items() if state in by_state]
    told = {"count": counted(lang, len(turns)), "parts": part_names, "start": span[0], "end": span[1]}
    head = text(lang, "Lowest population of the {count} {parts} in the years {start}–{end}", **told)
    return f"{head}: {joined(lang, clauses)}."


def _first(lang: Language, turns: pd.DataFrame, _names: Mapping[str, str]) -> str:
    # What breaks is looked at from its last break on.
    if turns["late"].any():
        return text(lang, "{count} in the first year that compares", count=_count(lang, turns))
    return text(lang, "{count} in the first year", count=_count(lang, turns))


def _between(lang: Language, turns: pd.DataFrame, _names: Mapping[str, str]) -> str:
    count, year = _count(lang, turns), turns["low"].sort_values().iloc[(len(turns) - 1) // 2]
    if len(turns) == 1:
        return text(lang, "{count} in between ({year})", count=count, year=year)
    return text(lang, "{count} in between (half of them by {year})", count=count, year=year)


def _last(lang: Language, turns: pd.DataFrame, names: Mapping[str, str]) -> str:
    found = [names[area] for area in turns["area"]]
    named = f": {joined(lang, found)}" if len(found) <= FEW else ""
    return text(lang, "{count} in the last year{names}", count=_count(lang, turns), names=named)


def _level(lang: Language, turns: pd.DataFrame, _names: Mapping[str, str]) -> str:
    return text(lang, "{count} always the same", count=_count(lang, turns))


def _too_few(lang: Language, turns: pd.DataFrame, _names: Mapping[str, str]) -> str:
    return text(lang, "{count} with too few figures", count=_count(lang, turns))


def _count(lang: Language, turns: pd.DataFrame) -> str:
    """How many; one of several has a word of its own in German."""
    return inflected(lang, "of", "one") if len(turns) == 1 else counted(lang, len(turns))


CLAUSES: Final = {"first": _first, "turned": _between, "level": _level, "too few": _too_few, "last": _last}
"""What to say of the places in each state, in the order of saying it."""
