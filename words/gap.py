"""How far a place was from the city, and how far it is."""

from math import isnan

from indicators.catalogue import Indicator
from locales import Language, number, text
from words.care import with_care
from words.change import Moved, by, direction, exact, turned
from words.noun import begun, beside_noun, noun, pronoun
from words.periods import when
from words.places import in_place


def gap_sentence(lang: Language, indicator: Indicator, span: tuple[str, str], place: Moved, city: Moved) -> str:
    """The distance of a place to the city at both ends of a span, with the figures that it is of.

    For indicators whose change is a difference. Empty where a figure is missing, or there is one period only.
    """
    if span[0] == span[1] or any(isnan(value) for value in (place.start, city.start, place.end, city.end)):
        return ""
    first, last = _distance(lang, indicator, place.start, city.start), _distance(lang, indicator, place.end, city.end)
    facts = {"noun": noun(lang, indicator), "in_place": in_place(lang, place.place), "first": first, "last": last}
    facts |= {"it": pronoun(lang, indicator), "start": when(lang, span[0]), "end": when(lang, span[1])}
    said = begun(text(lang, "{start} {noun} {in_place} was {first}, {end} {it} was {last}.", **facts))
    return said + with_care(lang, (place.breaks, city.breaks), (place.doubtful, city.doubtful))


def _distance(lang: Language, indicator: Indicator, value: float, city: float) -> str:
    """On which side of the city a value lies, how far, and both."""
    apart = value - city
    decimals = exact(indicator, city, value, apart).decimals
    facts = {"by": by(lang, indicator, apart), "value": number(lang, value, decimals)}
    facts["city"] = beside_noun(lang, indicator, number(lang, city, decimals))
    way = direction(indicator, apart)
    if indicator.graded:
        return turned(
            way,
            text(lang, "{by} worse than the city’s ({value} against {city})", **facts),
            text(lang, "{by} better than the city’s ({value} against {city})", **facts),
            text(lang, "level with the city’s ({value} against {city})", **facts),
        )
    return turned(
        way,
        text(lang, "{by} above the city’s ({value} against {city})", **facts),
        text(lang, "{by} below the city’s ({value} against {city})", **facts),
        text(lang, "level with the city’s ({value} against {city})", **facts),
    )
