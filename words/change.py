"""The sentence that reads a picture: what changed, by how much, and where most."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan

from indicators.analysis.limits import Limits, overlap
from indicators.catalogue import Indicator
from indicators.figures.small_bases import from_few
from locales import Language, inflected, joined, number, percent, rounded, text
from words.care import with_care
from words.counts import counted
from words.ends import Exactness, exactness
from words.few import few_left_out
from words.furthest import least_in_words, most_in_words, none_in_words
from words.missing import with_figures
from words.noun import begun, beside_noun, by_itself, noun, pronoun
from words.periods import dated, is_year, when
from words.units import agreeing, in_unit, with_unit


@dataclass(frozen=True)
class Moved:
    """How one place changed between two periods; NaN where a figure is missing.

    place: as in `in {place}`; breaks: the periods between in which its series breaks;
    doubtful: whether one of its figures is of low reliability; limits: of the difference, where it is modelled.
    """

    name: str
    place: str
    start: float
    end: float
    difference: float
    breaks: tuple[str, ...] = ()
    doubtful: bool = False
    limits: Limits | None = None


def amount(lang: Language, indicator: Indicator, value: float, decimals: int | None = None) -> str:
    """A value with its unit: `632.562 Personen`, `5,1 %`; decimals: those of the indicator unless others are given."""
    if isnan(value):
        return text(lang, "no figure")
    shown = number(lang, value, indicator.decimals if decimals is None else decimals)
    if indicator.graded:
        return by_itself(lang, indicator, shown)
    return with_unit(lang, shown, indicator.unit[lang])


def short_difference(lang: Language, indicator: Indicator, value: float) -> str:
    """A signed change where its unit stands beside it already; only percent keeps its sign."""
    if indicator.change == "percent":
        return percent(lang, value, 1, signed=True)
    return number(lang, value, change_decimals(indicator), signed=True)


def change_unit(lang: Language, indicator: Indicator) -> str:
    """What the changes of an indicator are counted in."""
    unit = text(lang, "grade points") if indicator.graded else indicator.unit[lang]
    return {"percent": "%", "points": text(lang, "percentage points"), "absolute": unit}[indicator.change]


def in_change_unit(lang: Language, indicator: Indicator) -> str:
    """The same as captions say it, declined in German: `in Prozentpunkten`."""
    if indicator.change == "points":
        return text(lang, "in {unit}", unit=inflected(lang, "in", "percentage points"))
    return in_unit(lang, change_unit(lang, indicator))


def change_decimals(indicator: Indicator) -> int:
    """How many decimals a change is shown with."""
    if indicator.change == "percent":
        return 1
    return max(indicator.decimals, 1) if indicator.change == "points" else indicator.decimals


def exact(indicator: Indicator, start: float, end: float, change: float) -> Exactness:
    """How exactly the ends of a change are told wherever they stand beside it; change: as the indicator states it."""
    percents = indicator.change == "percent"
    return exactness(start, end, change, indicator.decimals, change_decimals(indicator), percent=percents)


def apart(indicator: Indicator, start: float, end: float, change: float) -> int:
    """Decimals of two figures that stand without their change: as usual, unless a rise or a fall would look level."""
    usual = indicator.decimals
    if rounded(start, usual) != rounded(end, usual) or not direction(indicator, change):
        return usual
    return exact(indicator, start, end, change).decimals


def difference(lang: Language, indicator: Indicator, value: float, *, signed: bool = True) -> str:
    """A change in the way the indicator states changes: percent, percentage points, or its unit."""
    if isnan(value):
        return text(lang, "no figure")
    shown = value if signed else abs(value)
    if indicator.change == "percent":
        return percent(lang, shown, 1, signed=signed)
    decimals = change_decimals(indicator)
    figure = number(lang, shown, decimals, signed=signed)
    unit = agreeing(change_unit(lang, indicator), figure)
    if indicator.change == "points" and number(lang, abs(value), decimals) == number(lang, 1, decimals):
        unit = text(lang, "percentage point")
    return f"{figure}\u00a0{unit}"


def by(lang: Language, indicator: Indicator, value: float) -> str:
    """How far figures moved, behind `by` in a sentence that says at its end what they count."""
    relative = indicator.counts or indicator.graded or indicator.unit["en"].startswith("per ")
    if indicator.change == "absolute" and relative:
        return number(lang, abs(value), indicator.decimals)
    return difference(lang, indicator, value, signed=False)


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
) -> str:
    """What happened to a place between two periods, beside a reference, and to which of its parts most.

    part_names: what its parts are called, in the case that "of its seven …" takes; way: 1 or -1 to name the part that
    rose or fell most, whatever the place did. Of one period only, its value is what is said.
    """
    if span[0] == span[1]:
        return _of_one_period(lang, indicator, span[0], subject, reference)
    if isnan(subject.difference):
        return _without_figure(lang, span, subject)
    clauses = [_clause(lang, indicator, subject)]
    if reference is not None and not isnan(reference.difference):
        clauses.append(_beside(lang, indicator, subject, reference))
    facts = {"start": dated(lang, span[0]), "end": dated(lang, span[1]), "what": ", ".join(clauses)}
    sentence = text(lang, "From {start} to {end} {what}", **facts)
    if not (is_year(span[0]) or is_year(span[1])):
        sentence = text(lang, "Between {start} and {end} {what}", **facts)
    asked, way = bool(way), way or direction(indicator, subject.difference)
    most = _furthest(lang, indicator, way, parts)
    if not asked:
        most = [part for part in most if direction(indicator, part.difference) == way]
    if _confusable(most, parts):
        where, most = _untold(lang, parts, part_names), []
    else:
        where = _most(lang, indicator, way, parts, most, part_names)
    named = [subject, *([reference] if reference is not None else []), *most]
    return f"{sentence}{where}." + _with_care(lang, named)


def _of_one_period(lang: Language, indicator: Indicator, period: str, subject: Moved, reference: Moved | None) -> str:
    if isnan(subject.end):
        return begun(text(lang, "{when} there is no figure for {name}.", when=when(lang, period), name=subject.name))
    places = [subject, *([reference] if reference is not None and not isnan(reference.end) else [])]
    told = value_clause(lang, indicator, period, subject.place, subject.end)
    for place in places[1:]:
        shown = beside_noun(lang, indicator, number(lang, place.end, indicator.decimals))
        told += ", " + text(lang, "in {place} {value}", place=place.place, value=shown)
    return f"{told}." + _with_care(lang, places)


def value_clause(lang: Language, indicator: Indicator, period: str, place: str, value: float) -> str:
    """What a figure was in a place and period, as a sentence begins; place: as in `in {place}`."""
    shown = beside_noun(lang, indicator, number(lang, value, indicator.decimals))
    told = {"when": when(lang, period), "noun": noun(lang, indicator), "place": place, "value": shown}
    return begun(text(lang, "{when} {noun} in {place} was {value}", **told))


def _with_care(lang: Language, named: Sequence[Moved]) -> str:
    return with_care(lang, (moved.breaks for moved in named), (moved.doubtful for moved in named))


def _without_figure(lang: Language, span: tuple[str, str], subject: Moved) -> str:
    start, end = (dated(lang, period) for period in span)
    if not isnan(subject.start) and not isnan(subject.end):
        return text(
            lang,
            "For {name} no change in percent from {start} to {end} can be stated, because the first figure is zero.",
            name=subject.name,
            start=start,
            end=end,
        )
    year = start if isnan(subject.start) else end
    return text(
        lang, "For {year} there is no figure for {name}, so no change can be stated.", year=year, name=subject.name
    )


def direction(indicator: Indicator, change: float) -> int:
    """Sign of a change as it is shown: one that rounds to zero is none, nor is one that is missing."""
    shown = 0 if isnan(change) else rounded(change, change_decimals(indicator))
    return (shown > 0) - (shown < 0)


def turned(way: int, up: str, down: str, level: str) -> str:
    """The text that fits a direction: up for 1, down for -1, level for 0."""
    return {1: up, -1: down, 0: level}[way]


def _facts(lang: Language, indicator: Indicator, moved: Moved) -> dict[str, str]:
    """The parts of a clause about one place; only the figure at the end has its unit, so that none is declined."""
    ends = exact(indicator, moved.start, moved.end, moved.difference)
    return {
        "noun": noun(lang, indicator),
        "it": pronoun(lang, indicator),
        "name": moved.name,
        "place": moved.place,
        "by": by(lang, indicator, moved.difference),
        "start": number(lang, moved.start, ends.decimals),
        "end": beside_noun(lang, indicator, number(lang, moved.end, ends.decimals)),
        "unrounded": "" if ends.agree else " " + text(lang, "(from unrounded figures)"),
    }


def _clause(lang: Language, indicator: Indicator, moved: Moved) -> str:
    facts, ends = _facts(lang, indicator, moved), (indicator, moved.start, moved.end, moved.difference)
    if indicator.id == "population":
        up = text(lang, "{name} grew by {by} to {end}", **facts)
        down = text(lang, "{name} shrank by {by} to {end}", **facts)
        same = text(lang, "{name} kept its size of {end}", **facts)
        hardly = text(lang, "{name} hardly changed{unrounded}, from {start} to {end}", **facts)
    else:
        up = text(lang, "{noun} in {place} rose by {by}{unrounded}, from {start} to {end}", **facts)
        down = text(lang, "{noun} in {place} fell by {by}{unrounded}, from {start} to {end}", **facts)
        same = text(lang, "{noun} in {place} stayed at {end}", **facts)
        hardly = text(lang, "{noun} in {place} hardly changed{unrounded}, from {start} to {end}", **facts)
    level = same if number(lang, moved.end, exact(*ends).decimals) == facts["start"] else hardly
    return turned(direction(indicator, moved.difference), up, down, level)


def _beside(lang: Language, indicator: Indicator, subject: Moved, reference: Moved) -> str:
    facts, way = _facts(lang, indicator, reference), direction(indicator, reference.difference)
    if indicator.id == "population":
        likewise = text(lang, "{name} by {by}", **facts)
        level_too = text(lang, "and {name} stayed level too", **facts)
        up, down = text(lang, "while {name} grew by {by}", **facts), text(lang, "while {name} shrank by {by}", **facts)
        level = text(lang, "while {name} stayed level", **facts)
    else:
        likewise = text(lang, "in {place} by {by}", **facts)
        level_too = text(lang, "and in {place} {it} stayed level too", **facts)
        up = text(lang, "while in {place} {it} rose by {by}", **facts)
        down = text(lang, "while in {place} {it} fell by {by}", **facts)
        level = text(lang, "while in {place} {it} stayed level", **facts)
    if way == direction(indicator, subject.difference):
        return turned(way, likewise, likewise, level_too)
    return turned(way, up, down, level)


def _furthest(lang: Language, indicator: Indicator, way: int, parts: Sequence[Moved]) -> list[Moved]:
    """The part that moved furthest in a direction, or least in the other one if none did, of those that do not come
    from few; several if they are level as shown."""
    known = [part for part in parts if not isnan(part.difference) and not from_few(indicator, part.start)]
    if len(known) < 2 or way == 0:
        return []
    furthest = max(known, key=lambda part: part.difference * way)
    by = difference(lang, indicator, furthest.difference)
    return [part for part in known if difference(lang, indicator, part.difference) == by]


def _confusable(most: Sequence[Moved], parts: Sequence[Moved]) -> bool:
    """Whether the limits of a part that moved further than all others overlap with those of any of these."""
    others = [part.limits for part in parts if part not in most and part.limits]
    return any(one.limits is not None and overlap(one.limits, other) for one in most for other in others)


def _untold(lang: Language, parts: Sequence[Moved], part_names: str) -> str:
    """That limits don't tell which part moved furthest."""
    known = sum(not isnan(part.difference) for part in parts)
    return text(
        lang,
        "; in which of its {count} {parts} it did so most can't be told, as ranges of uncertainty overlap",
        count=counted(lang, known),
        parts=with_figures(lang, part_names, known, len(parts)),
    )


def _most(
    lang: Language, indicator: Indicator, way: int, parts: Sequence[Moved], most: Sequence[Moved], part_names: str
) -> str:
    if not most:
        return ""
    known = [part for part in parts if not isnan(part.difference)]
    facts = {
        "count": counted(lang, len(known)),
        "parts": with_figures(lang, part_names, len(known), len(parts)),
        "names": joined(lang, [part.name for part in most]),
        "by": by(lang, indicator, most[0].difference),
        "it": pronoun(lang, indicator),
    }
    moved, population = direction(indicator, most[0].difference), indicator.id == "population"
    if moved == way:
        told = most_in_words(lang, population, way, len(most), facts)
    else:
        told = none_in_words(lang, population, way, facts)
        told += least_in_words(lang, population, moved, len(most), facts) if moved else ""
    return told + few_left_out(lang, sum(from_few(indicator, part.start) for part in known))
