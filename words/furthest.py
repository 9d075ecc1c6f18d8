"""The clause about the part of a place that moved furthest."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from math import isnan
from typing import Final

from indicators.analysis.limits import overlap
from indicators.catalogue import Indicator
from indicators.figures.small_bases import from_few
from locales import Language, plural, rounded, text
from words.change import Moved, by, change_decimals, direction
from words.counts import counted
from words.few import few_left_out, mostly_few
from words.missing import with_figures
from words.noun import pronoun
from words.places import as_subjects, in_places

NAMED: Final = 3
"""How many level parts are named; more are counted."""


def which_most(
    lang: Language,
    indicator: Indicator,
    subject: Moved,
    parts: Sequence[Moved],
    part_names: str,
    way: int = 0,
    *,
    it: str = "",
) -> tuple[str, list[Moved]]:
    """The clause about the part that moved furthest in the subject's direction, empty where there is none, and who is
    named in it: several if they are level as shown; nobody where limits don't tell, or where too many are left out
    because their changes come from few.

    part_names: what the parts are called, in the case that "of its seven …" takes; way: 1 or -1 to name who rose or
    fell most whatever the subject did, or least in the other direction if none did; it: the indicator where no sentence
    has named it yet, else its pronoun.
    """
    asked, way = bool(way), way or direction(indicator, subject.difference)
    known = [part for part in parts if not isnan(part.difference)]
    names = with_figures(lang, part_names, len(known), len(parts))
    facts = {"count": counted(lang, len(known)), "parts": names, "it": it or pronoun(lang, indicator)}
    few = sum(from_few(indicator, part.start) for part in known)
    most = _furthest(indicator, way, [part for part in known if not from_few(indicator, part.start)])
    if not asked:
        most = [part for part in most if direction(indicator, part.difference) == way]
    if not most:
        return "", []
    if few * 2 > len(known):
        return mostly_few(lang, few, len(known), names), []
    if _confusable(most, parts):
        return _untold(lang, way, facts), []
    return _most(lang, indicator, way, most, facts) + few_left_out(lang, few), most


def _furthest(indicator: Indicator, way: int, known: Sequence[Moved]) -> list[Moved]:
    """The part that moved furthest in a direction, or least in the other one if none did."""
    if len(known) < 2 or way == 0:
        return []
    furthest = max(known, key=lambda part: part.difference * way)
    by = _shown(indicator, furthest)
    return [part for part in known if _shown(indicator, part) == by]


def _shown(indicator: Indicator, part: Moved) -> Decimal:
    return rounded(part.difference, change_decimals(indicator))


def _confusable(most: Sequence[Moved], parts: Sequence[Moved]) -> bool:
    """Whether the limits of a part that moved further than all others overlap with those of any of these."""
    others = [part.limits for part in parts if part not in most and part.limits]
    return any(one.limits is not None and overlap(one.limits, other) for one in most for other in others)


def _untold(lang: Language, way: int, facts: Mapping[str, str]) -> str:
    """That limits don't tell which part moved furthest; facts: count, parts, it."""
    if way > 0:
        return text(
            lang,
            "; in which of its {count} {parts} {it} rose most can't be told, as ranges of uncertainty overlap",
            **facts,
        )
    return text(
        lang,
        "; in which of its {count} {parts} {it} fell most can't be told, as ranges of uncertainty overlap",
        **facts,
    )


def _most(lang: Language, indicator: Indicator, way: int, most: Sequence[Moved], facts: Mapping[str, str]) -> str:
    """facts: count, parts, it."""
    facts = {
        **facts,
        "names": as_subjects(lang, [part.name for part in most]),
        "where": in_places(lang, [part.place for part in most]),
        "several": counted(lang, len(most)),
        "by": by(lang, indicator, most[0].difference),
    }
    moved, population = direction(indicator, most[0].difference), indicator.id == "population"
    if moved != way:
        least = least_in_words(lang, population, moved, len(most), facts) if moved else ""
        return none_in_words(lang, population, way, facts) + least
    if len(most) > NAMED:
        return _counted(lang, way, facts)
    return most_in_words(lang, population, way, len(most), facts)


def _counted(lang: Language, way: int, facts: Mapping[str, str]) -> str:
    """How many share the furthest change, where they are too many to name."""
    if way > 0:
        return text(lang, "; {it} rose most in {several} of its {count} {parts}, by {by} each", **facts)
    return text(lang, "; {it} fell most in {several} of its {count} {parts}, by {by} each", **facts)


def most_in_words(lang: Language, population: bool, way: int, several: int, facts: Mapping[str, str]) -> str:
    """Who it was and by how much.

    way: 1 for a rise, -1 for a fall; several: how many share it; facts: count, parts, names, by, it.
    """
    if population and way > 0:
        return plural(
            lang,
            "; of its {count} {parts} {names} grew most, by {by}",
            "; of its {count} {parts} {names} grew most, by {by} each",
            several,
            **facts,
        )
    if population:
        return plural(
            lang,
            "; of its {count} {parts} {names} shrank most, by {by}",
            "; of its {count} {parts} {names} shrank most, by {by} each",
            several,
            **facts,
        )
    if way > 0:
        return plural(
            lang,
            "; of its {count} {parts} {it} rose most {where}, by {by}",
            "; of its {count} {parts} {it} rose most {where}, by {by} each",
            several,
            **facts,
        )
    return plural(
        lang,
        "; of its {count} {parts} {it} fell most {where}, by {by}",
        "; of its {count} {parts} {it} fell most {where}, by {by} each",
        several,
        **facts,
    )


def none_in_words(lang: Language, population: bool, way: int, facts: Mapping[str, str]) -> str:
    """That no part moved in a direction; as `most_in_words`."""
    if population and way > 0:
        return text(lang, "; of its {count} {parts} none grew", **facts)
    if population:
        return text(lang, "; of its {count} {parts} none shrank", **facts)
    if way > 0:
        return text(lang, "; of its {count} {parts} {it} rose in none", **facts)
    return text(lang, "; of its {count} {parts} {it} fell in none", **facts)


def least_in_words(lang: Language, population: bool, way: int, several: int, facts: Mapping[str, str]) -> str:
    """Who moved least in a direction in which all did, and by how much; as `most_in_words`."""
    if population and way > 0:
        return plural(lang, "; {names} grew least, by {by}", "; {names} grew least, by {by} each", several, **facts)
    if population:
        return plural(lang, "; {names} shrank least, by {by}", "; {names} shrank least, by {by} each", several, **facts)
    if way > 0:
        return plural(
            lang,
            "; {it} rose least {where}, by {by}",
            "; {it} rose least {where}, by {by} each",
            several,
            **facts,
        )
    return plural(
        lang, "; {it} fell least {where}, by {by}", "; {it} fell least {where}, by {by} each", several, **facts
    )
