"""The clause about the part of a place that moved furthest."""

from collections.abc import Mapping

from locales import Language, plural


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
