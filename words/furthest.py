"""The clause about the part of a place that moved furthest."""

from collections.abc import Mapping

from locales import Language, plural, text


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
            "; of its {count} {parts} {it} rose most in {names}, by {by}",
            "; of its {count} {parts} {it} rose most in {names}, by {by} each",
            several,
            **facts,
        )
    return plural(
        lang,
        "; of its {count} {parts} {it} fell most in {names}, by {by}",
        "; of its {count} {parts} {it} fell most in {names}, by {by} each",
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
            "; {it} rose least in {names}, by {by}",
            "; {it} rose least in {names}, by {by} each",
            several,
            **facts,
        )
    return plural(
        lang, "; {it} fell least in {names}, by {by}", "; {it} fell least in {names}, by {by} each", several, **facts
    )
