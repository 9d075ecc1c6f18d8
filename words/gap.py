"""How far a place was from the city, and how far it is."""

from math import isnan

from indicators.catalogue import Indicator
from locales import Language, text
from words.care import with_care
from words.change import Moved, amount, difference, direction, exact, turned
from words.noun import begun, noun
from words.periods import when


def gap_sentence(lang: Language, indicator: Indicator, span: tuple[str, str], place: Moved, city: Moved) -> str:
    """The distance of a place to the city at both ends of a span, with the figures that it is of.

    For indicators whose change is a difference. Empty where a figure is missing.
    """
    if any(isnan(value) for value in (place.start, city.start, place.end, city.end)):
        return ""
    first, last = _distance(lang, indicator, place.start, city.start), _distance(lang, indicator, place.end, city.end)
    facts = {"noun": noun(lang, indicator), "place": place.place, "first": first, "last": last}
    facts |= {"start": when(lang, span[0]), "end": when(lang, span[1])}
    said = begun(text(lang, "{start} {noun} in {place} was {first}, {end} {last}.", **facts))
    return said + with_care(lang, (place.breaks, city.breaks), (place.doubtful, city.doubtful))


def _distance(lang: Language, indicator: Indicator, value: float, city: float) -> str:
    """On which side of the city a value lies, how far, and both."""
    apart = value - city
    decimals = exact(indicator, city, value, apart).decimals
    facts = {"by": difference(lang, indicator, apart, signed=False)}
    facts |= {"value": amount(lang, indicator, value, decimals), "city": amount(lang, indicator, city, decimals)}
    return turned(
        direction(indicator, apart),
        text(lang, "{by} above the city’s ({value} against {city})", **facts),
        text(lang, "{by} below the city’s ({value} against {city})", **facts),
        text(lang, "level with it ({value} against {city})", **facts),
    )
