"""The sentence that reads a comparison: who stands highest and lowest, and who moved most."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

import pandas as pd

from indicators.analysis.limits import Limits, confusable
from indicators.catalogue import Indicator
from indicators.figures.small_bases import from_few
from locales import Language, number, plural, text
from words.care import DOUBTFUL, with_care
from words.change import amount, difference, direction
from words.counts import counted
from words.few import few_left_out
from words.limits import NONE
from words.noun import begun, beside_noun, highest, lowest, noun
from words.periods import dated, since, when
from words.phrases import at, bare, spoken
from words.places import as_subject, as_subjects


@dataclass(frozen=True)
class _Edge:
    """The places that share the highest or the lowest figure as it is shown, one of theirs, and that in words."""

    rows: pd.DataFrame
    value: float
    figure: str

    @property
    def areas(self) -> list[str]:
        return [str(area) for area in self.rows["area"]]

    @property
    def names(self) -> list[str]:
        return [str(name) for name in self.rows["name"]]


def standing_sentence(
    lang: Language,
    indicator: Indicator,
    span: tuple[str, str],
    rows: pd.DataFrame,
    limits: Mapping[str, Limits] = NONE,
    change_limits: Mapping[str, Limits] = NONE,
) -> str:
    """Who of several places stands highest and lowest at the end of a span, and who rose and fell most over it.

    rows: as from `words.rows.rows`, of two places or more. Places that are level as they are shown are named
    together; breaks and doubts are those of the figures that the sentence names. limits, change_limits: of modelled
    values at the end and of their changes, by area; nobody is named that they can't tell from the others.
    """
    start, end = span
    known = rows.dropna(subset=["end_value"])
    if len(known) < 2:
        return _hardly_any(lang, indicator, end, known)
    edges = _edges(known, "end_value", partial(amount, lang, indicator))
    areas = _areas(lang, len(known), len(rows))
    level = _between if _unsure(limits, edges, known) else _level
    parts = [level(lang, indicator, end, areas, *edges)]
    changed, moves = rows.dropna(subset=["change"]), tuple[_Edge, ...]()
    few = [from_few(indicator, value) for value in changed["start_value"].tolist()]
    if start < end and few.count(False) > 1:
        some = changed[[not one for one in few]]
        moves = _edges(some, "change", partial(difference, lang, indicator))
        unsure, first = _unsure(change_limits, moves, some), since(lang, start)
        moved = _moved_between(lang, first, *moves) if unsure else _movement(lang, indicator, first, *moves)
        left_out = few_left_out(lang, few.count(True))
        parts.append(moved.removesuffix(".") + f"{left_out}.")
    breaks = (crossed for edge in moves for crossed in edge.rows["breaks"])
    doubts = (DOUBTFUL in edge.rows["status"].tolist() for edge in (*edges, *moves))
    return " ".join(parts) + with_care(lang, breaks, doubts)


def _edges(rows: pd.DataFrame, column: str, words: Callable[[float], str]) -> tuple[_Edge, _Edge]:
    """The highest and the lowest of some places, by what is shown of them."""
    shown = rows[column].map(words)
    high, low = (_Edge(rows[shown == words(end)], end, words(end)) for end in (rows[column].max(), rows[column].min()))
    return high, low


def _unsure(limits: Mapping[str, Limits], edges: tuple[_Edge, _Edge], rows: pd.DataFrame) -> bool:
    """Whether limits don't tell the places at the edges, which are not level, from any other."""
    high, low = edges
    return high.figure != low.figure and any(confusable(limits, edge.areas, rows["area"].tolist()) for edge in edges)


def _hardly_any(lang: Language, indicator: Indicator, end: str, known: pd.DataFrame) -> str:
    if known.empty:
        return text(lang, "For {year} there is no figure for any of the chosen areas.", year=dated(lang, end))
    return text(
        lang,
        "For {year} only {name} has a figure; {noun} was {value}.",
        year=dated(lang, end),
        name=as_subject(lang, known["name"].iloc[0]),
        noun=noun(lang, indicator),
        value=beside_noun(lang, indicator, number(lang, float(known["end_value"].iloc[0]), indicator.decimals)),
    )


def _level(lang: Language, indicator: Indicator, end: str, areas: str, high: _Edge, low: _Edge) -> str:
    said = {"areas": areas, "noun": noun(lang, indicator), "when": when(lang, end)}
    if high.figure == low.figure:
        return begun(text(lang, "{when} {noun} is the same in the {areas}: {value}.", **said, value=high.figure))
    first, last = (low, high) if indicator.graded else (high, low)
    told = plural(
        lang,
        "Of the {areas}, {first} has {highest} {when}, {last} {lowest}.",
        "Of the {areas}, {first} have {highest} {when}, {last} {lowest}.",
        len(first.names),
        first=at(lang, first.names, spoken(lang, indicator, first.value, unit_said=indicator.counts is not None), ""),
        last=at(lang, last.names, bare(lang, indicator, last.value), ""),
        highest=highest(lang, indicator),
        lowest=lowest(lang, indicator),
        **said,
    )
    return begun(told)


def _between(lang: Language, indicator: Indicator, end: str, areas: str, high: _Edge, low: _Edge) -> str:
    told = text(
        lang,
        "In the {areas}, {noun} {when} lies between {low} and {high}; their ranges of uncertainty overlap, so that a "
        "highest and a lowest can't both be named.",
        areas=areas,
        noun=noun(lang, indicator),
        when=when(lang, end),
        low=bare(lang, indicator, low.value),
        high=high.figure,
    )
    return begun(told)


def _areas(lang: Language, known: int, asked: int) -> str:
    if known < asked:
        return text(lang, "{count} areas with figures", count=counted(lang, known))
    return text(lang, "{count} areas", count=counted(lang, known))


def _movement(lang: Language, indicator: Indicator, start: str, high: _Edge, low: _Edge) -> str:
    if high.figure == low.figure:
        return text(lang, "Since {start} the change is the same everywhere: {value}.", start=start, value=high.figure)
    risen, fallen = direction(indicator, high.value) > 0, direction(indicator, low.value) < 0
    if risen:
        first = _named(lang, high, text(lang, "The strongest rise since {start}", start=start))
        last = _named(lang, low, text(lang, "the strongest fall") if fallen else text(lang, "the weakest"))
    else:
        first = _named(lang, low, text(lang, "The strongest fall since {start}", start=start))
        last = _named(lang, high, text(lang, "the weakest"))
    if risen != fallen and not direction(indicator, (low if risen else high).value):
        last = _hardly(lang, low if risen else high)
    return f"{first}, {last}."


def _hardly(lang: Language, edge: _Edge) -> str:
    return plural(
        lang,
        "{names} hardly changed",
        "{names} hardly changed",
        len(edge.names),
        names=as_subjects(lang, edge.names),
    )


def _moved_between(lang: Language, start: str, high: _Edge, low: _Edge) -> str:
    return text(
        lang,
        "Since {start} they changed by {low} to {high}; which changed most can't be told, as ranges of "
        "uncertainty overlap.",
        start=start,
        low=low.figure,
        high=high.figure,
    )


def _named(lang: Language, edge: _Edge, what: str) -> str:
    return plural(
        lang,
        "{what} is that of {names} ({value})",
        "{what} is that of {names} ({value} each)",
        len(edge.names),
        what=what,
        names=as_subjects(lang, edge.names),
        value=edge.figure,
    )
