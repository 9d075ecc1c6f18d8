"""The sentence that reads a picture: what changed, by how much, and where most."""

from collections.abc import Sequence
from functools import partial
from math import isnan

from indicators.catalogue import Indicator
from locales import Language, number, text
from words.care import with_care
from words.change import Moved, by, direction, exact, turned
from words.furthest import which_most
from words.noun import begun, beside_noun, by_itself, noun, pronoun
from words.periods import dated, spanned, when
from words.places import as_object, as_subject, in_place
from words.units import priced


def change_sentence(
    lang: Language,
    indicator: Indicator,
    span: tuple[str, str],
    subject: Moved,
    reference: Moved | None,
    parts: Sequence[Moved],
    part_names: str,
    *,
    way: int = 0,
    first: Moved | None = None,
) -> str:
    """What happened to a place between two periods, beside a reference, and to which of its parts most.

    part_names: what its parts are called, in the case that "of its seven …" takes; way: 1 or -1 to name the part that
    rose or fell most, whatever the place did; first: a place that is told of before, in a sentence of its own, whose
    noun and span the other takes up. Of one period only, its value is what is said.
    """
    if first is not None:
        return _after_first(lang, indicator, span, first, (subject, reference), parts, part_names, way)
    if span[0] == span[1]:
        return _of_one_period(lang, indicator, span[0], subject, reference)
    if isnan(subject.difference):
        return _without_figure(lang, indicator, span, subject, parts, part_names, way)
    clauses = [_clause(lang, indicator, subject)]
    if reference is not None and not isnan(reference.difference):
        clauses.append(_beside(lang, indicator, subject, reference))
    where, most = which_most(lang, indicator, subject, parts, part_names, way)
    named = [subject, *([reference] if reference is not None else []), *most]
    return f"{spanned(lang, span, ', '.join(clauses))}{where}." + _with_care(lang, named)


def _after_first(
    lang: Language,
    indicator: Indicator,
    span: tuple[str, str],
    first: Moved,
    compared: tuple[Moved, Moved | None],
    parts: Sequence[Moved],
    part_names: str,
    way: int,
) -> str:
    """compared: subject and reference."""
    own, (subject, reference) = change_sentence(lang, indicator, span, first, None, [], ""), compared
    if span[0] == span[1] and not isnan(first.end) and not isnan(subject.end):
        return f"{own} {_of_one_period(lang, indicator, span[0], subject, reference, taken_up=True)}"
    if span[0] == span[1] or isnan(first.difference) or isnan(subject.difference):
        return f"{own} {change_sentence(lang, indicator, span, subject, reference, parts, part_names, way=way)}"
    where, most = which_most(lang, indicator, subject, parts, part_names, way)
    against = [] if reference is None or isnan(reference.difference) else [reference]
    beside = "".join(f", {_beside(lang, indicator, subject, place)}" for place in against)
    taken_up = f"{_taken_up(lang, indicator, subject)}{beside}{where}."
    told = f"{spanned(lang, span, _clause(lang, indicator, first))}. {taken_up}"
    return told + _with_care(lang, [first, subject, *against, *most])


def _taken_up(lang: Language, indicator: Indicator, moved: Moved) -> str:
    """The clause of a place behind another's, as a sentence begins."""
    facts, same_ends = _facts(lang, indicator, moved), _level(lang, indicator, moved)
    if indicator.id == "population":
        up = text(lang, "Over the same period {name} grew by {by} to {end}", **facts)
        down = text(lang, "Over the same period {name} shrank by {by} to {end}", **facts)
        same = text(lang, "Over the same period {name} kept its size of {end}", **facts)
        hardly = text(lang, "Over the same period {name} hardly changed{unrounded}, from {start} to {end}", **facts)
    else:
        up = begun(text(lang, "{in_place} {it} rose by {by}{unrounded}, from {start} to {end}", **facts))
        down = begun(text(lang, "{in_place} {it} fell by {by}{unrounded}, from {start} to {end}", **facts))
        same = begun(text(lang, "{in_place} {it} stayed at {end}", **facts))
        hardly = begun(text(lang, "{in_place} {it} hardly changed{unrounded}, from {start} to {end}", **facts))
    return turned(direction(indicator, moved.difference), up, down, same if same_ends else hardly)


def _of_one_period(
    lang: Language,
    indicator: Indicator,
    period: str,
    subject: Moved,
    reference: Moved | None,
    *,
    taken_up: bool = False,
) -> str:
    """taken_up: whether a sentence before has said the period and the noun."""
    if isnan(subject.end):
        absent = {"when": when(lang, period), "name": as_object(lang, subject.name)}
        return begun(text(lang, "There is no figure for {name} {when}.", **absent))
    places = [subject, *([reference] if reference is not None and not isnan(reference.end) else [])]
    clause = taken_up_clause if taken_up else partial(value_clause, period=period)
    told = clause(lang, indicator, place=subject.place, value=subject.end)
    for place in places[1:]:
        shown = beside_noun(lang, indicator, number(lang, place.end, indicator.decimals))
        told += ", " + text(lang, "{in_place} {value}", in_place=in_place(lang, place.place), value=shown)
    return f"{told}." + _with_care(lang, places)


def value_clause(lang: Language, indicator: Indicator, period: str, place: str, value: float) -> str:
    """What a figure was in a place and period, as a sentence begins; place: as in `in {place}`."""
    shown = beside_noun(lang, indicator, number(lang, value, indicator.decimals))
    told = {"when": when(lang, period), "noun": noun(lang, indicator), "value": shown}
    told["in_place"] = in_place(lang, place)
    return begun(text(lang, "{when} {noun} {in_place} was {value}", **told))


def taken_up_clause(lang: Language, indicator: Indicator, place: str, value: float) -> str:
    """The same behind a sentence that has said the period and the noun: `In Leipzig it was 15.3%`."""
    shown = beside_noun(lang, indicator, number(lang, value, indicator.decimals))
    told = {"in_place": in_place(lang, place), "it": pronoun(lang, indicator), "value": shown}
    return begun(text(lang, "{in_place} {it} was {value}", **told))


def _with_care(lang: Language, named: Sequence[Moved]) -> str:
    return with_care(lang, (moved.breaks for moved in named), (moved.doubtful for moved in named))


def _without_figure(
    lang: Language,
    indicator: Indicator,
    span: tuple[str, str],
    subject: Moved,
    parts: Sequence[Moved],
    part_names: str,
    way: int,
) -> str:
    """Why there is no change, and which of the parts moved furthest all the same: as most of them did, or as asked."""
    ways = [direction(indicator, part.difference) for part in parts]
    way = way or (1 if ways.count(1) > ways.count(-1) else -1)
    where, most = which_most(lang, indicator, subject, parts, part_names, way, it=noun(lang, indicator))
    return f"{_why_without(lang, span, subject)}{where}." + _with_care(lang, most)


def _why_without(lang: Language, span: tuple[str, str], subject: Moved) -> str:
    start, end = (dated(lang, period) for period in span)
    if not isnan(subject.start) and not isnan(subject.end):
        return text(
            lang,
            "For {name} no change in percent from {start} to {end} can be stated, because the first figure is zero",
            name=as_object(lang, subject.name),
            start=start,
            end=end,
        )
    year = start if isnan(subject.start) else end
    told = {"year": year, "name": as_object(lang, subject.name)}
    return text(lang, "For {year} there is no figure for {name}, so no change can be stated", **told)


def _facts(lang: Language, indicator: Indicator, moved: Moved) -> dict[str, str]:
    """The parts of a clause about one place; only the figure at the end has its unit, so that none is declined."""
    ends = exact(indicator, moved.start, moved.end, moved.difference)
    figure = by_itself if indicator.id == "population" else beside_noun
    return {
        "noun": noun(lang, indicator),
        "it": pronoun(lang, indicator),
        "name": as_subject(lang, moved.name),
        "in_place": in_place(lang, moved.place),
        "by": by(lang, indicator, moved.difference),
        "start": priced(lang, number(lang, moved.start, ends.decimals), indicator.unit[lang]),
        "end": figure(lang, indicator, number(lang, moved.end, ends.decimals)),
        "unrounded": "" if ends.agree else " " + text(lang, "(from unrounded figures)"),
    }


def _clause(lang: Language, indicator: Indicator, moved: Moved) -> str:
    facts, same_ends = _facts(lang, indicator, moved), _level(lang, indicator, moved)
    if indicator.id == "population":
        up = text(lang, "{name} grew by {by} to {end}", **facts)
        down = text(lang, "{name} shrank by {by} to {end}", **facts)
        same = text(lang, "{name} kept its size of {end}", **facts)
        hardly = text(lang, "{name} hardly changed{unrounded}, from {start} to {end}", **facts)
    else:
        up = text(lang, "{noun} {in_place} rose by {by}{unrounded}, from {start} to {end}", **facts)
        down = text(lang, "{noun} {in_place} fell by {by}{unrounded}, from {start} to {end}", **facts)
        same = text(lang, "{noun} {in_place} stayed at {end}", **facts)
        hardly = text(lang, "{noun} {in_place} hardly changed{unrounded}, from {start} to {end}", **facts)
    return turned(direction(indicator, moved.difference), up, down, same if same_ends else hardly)


def _level(lang: Language, indicator: Indicator, moved: Moved) -> bool:
    """Whether both ends are the same as they are told."""
    decimals = exact(indicator, moved.start, moved.end, moved.difference).decimals
    return number(lang, moved.start, decimals) == number(lang, moved.end, decimals)


def _beside(lang: Language, indicator: Indicator, subject: Moved, reference: Moved) -> str:
    facts, way = _facts(lang, indicator, reference), direction(indicator, reference.difference)
    if indicator.id == "population":
        likewise = text(lang, "{name} by {by}", **facts)
        level_too = text(lang, "and {name} stayed level too", **facts)
        up, down = text(lang, "while {name} grew by {by}", **facts), text(lang, "while {name} shrank by {by}", **facts)
        level = text(lang, "while {name} stayed level", **facts)
    else:
        likewise = text(lang, "{in_place} by {by}", **facts)
        level_too = text(lang, "and {in_place} {it} stayed level too", **facts)
        up = text(lang, "while {in_place} {it} rose by {by}", **facts)
        down = text(lang, "while {in_place} {it} fell by {by}", **facts)
        level = text(lang, "while {in_place} {it} stayed level", **facts)
    if way == direction(indicator, subject.difference):
        return turned(way, likewise, likewise, level_too)
    return turned(way, up, down, level)
