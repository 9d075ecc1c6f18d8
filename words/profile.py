"""The sentence above a profile: who lives there, how that changed, what is unlike the city, what is alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan

from indicators.catalogue import Indicator
from locales import Language, joined, plural, rounded, text
from words.care import DOUBTFUL
from words.change import Moved, difference, direction, turned
from words.missing import why_missing
from words.periods import dated
from words.places import as_subject, as_subjects


@dataclass(frozen=True)
class Apart:
    """One thing in which a place differs from the city: its value in one period, and the city's with the unit."""

    title: str
    period: str
    value: str
    city: str


@dataclass(frozen=True)
class Residents:
    """How many live in a place at the end of a span, how that moved, and the status of the figure at the end."""

    span: tuple[str, str]
    moved: Moved
    status: str


def profile_sentence(
    lang: Language,
    name: str,
    population: Indicator,
    residents: Residents | None,
    apart: Sequence[Apart],
    similar: Sequence[str],
) -> str:
    """Up to three sentences, as far as there are figures.

    apart: the furthest first, all of them are named; similar: names of the places that are most alike.
    """
    told = [_residents(lang, name, population, residents)]
    if apart:
        shown = [{**vars(one), "period": dated(lang, one.period)} for one in apart]
        things = [text(lang, "{title} ({period}: {value}; city {city})", **one) for one in shown]
        told.append(text(lang, "It differs most from the city in {things}.", things=joined(lang, things)))
    if similar:
        told.append(
            plural(
                lang,
                "Most similar is {names}.",
                "Most similar, and equally so, are {names}.",
                len(similar),
                names=as_subjects(lang, similar),
            )
        )
    return " ".join(told)


def _residents(lang: Language, name: str, population: Indicator, residents: Residents | None) -> str:
    if residents is None or isnan(residents.moved.end):
        why = why_missing(lang, residents.status if residents else "M")
        return text(lang, "{name}: no number of residents ({why}).", name=name, why=why)
    start, end = residents.span
    doubtful = " " + text(lang, "(doubtful figure)") if residents.status == DOUBTFUL else ""
    count = plural(lang, "{n} resident", "{n} residents", int(rounded(residents.moved.end, 0))) + doubtful
    facts = {"name": as_subject(lang, name), "count": count, "period": end, "start": start}
    if isnan(residents.moved.difference):
        return text(lang, "In {period} {name} had {count}; no change since {start} can be stated.", **facts)
    change = _change(lang, population, residents.moved, start)
    return text(lang, "In {period} {name} had {count}, {change}.", change=change, **facts)


def _change(lang: Language, population: Indicator, moved: Moved, start: str) -> str:
    by = difference(lang, population, moved.difference, signed=False)
    change = turned(
        direction(population, moved.difference),
        text(lang, "{by} more than in {start}", by=by, start=start),
        text(lang, "{by} fewer than in {start}", by=by, start=start),
        text(lang, "about as many as in {start}", start=start),
    )
    if not moved.breaks:
        return change
    return f"{change} " + text(lang, "(across a break in the series: {years})", years=joined(lang, list(moved.breaks)))
