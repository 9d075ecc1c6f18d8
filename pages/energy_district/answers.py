"""What an engineer asks first, each answer one click away."""

from exports.energy_district import about
from indicators.energy.district import heat_pumps, sunlight
from indicators.energy.district.asked import District
from indicators.energy.district.uncertainty import DRAWS
from indicators.energy.factors import OWN
from indicators.energy.sizes import SIZES
from locales import Language, joined, number, text
from ui import frame
from words.factors import exact, factor_told


def place(lang: Language, district: District) -> None:
    """The questions beside each other."""
    frame.answers(
        {
            text(lang, "Which definition of positive?"): [about.positive(lang)],
            text(lang, "What about trade and industry?"): [_left_out(lang)],
            text(lang, "Which weather?"): [about.weather(lang)],
            text(lang, "Which roofs?"): _roofs(lang, district),
            text(lang, "Which COP?"): _cop(lang, district),
            text(lang, "How sure is it?"): [_ranges(lang), _sums(lang)],
        }
    )


def _left_out(lang: Language) -> str:
    """That these are dwellings alone."""
    parts = joined(lang, list(about.left_out(lang)))
    return text(lang, "These are dwellings and, if chosen, cars alone. Not in it: {parts}.", parts=parts)


def _roofs(lang: Language, district: District) -> list[str]:
    """The mix with its yield."""
    given = district.given
    mix = [factor_told(lang, f"roofs.{roof}", numbers) for roof, numbers in given.table("roofs").items()]
    others = ("losses", "temperature", "house", "block")
    rest = [factor_told(lang, place, given.numbers[place]) for place in (f"photovoltaics.{name}" for name in others)]
    made = number(lang, float(sunlight.per_kwp(given).sum()))
    return [
        text(lang, "A kWp makes {n} kWh a year on this mix of roofs, the same in every district:", n=made)
        + f" {'; '.join(mix)}.",
        text(lang, "Also: {factors}.", factors="; ".join(rest)),
        _sources(lang, district, ("roofs.", "photovoltaics.losses", "photovoltaics.temperature")),
    ]


def _cop(lang: Language, district: District) -> list[str]:
    """What it comes to over the year, the curve, and where that is from."""
    given = district.given
    seasonal = [1 / float(heat_pumps.electricity(given, size).sum()) for size in SIZES]
    air = given.numbers["heat_pump.air"]
    others = ("radiators", "water", "correction")
    told = (factor_told(lang, place, given.numbers[place]) for place in (f"heat_pump.{name}" for name in others))
    return [
        text(
            lang,
            "Air heat pumps, in each hour by the temperature outside: over the year {houses} in houses of one or two "
            "dwellings and {blocks} in blocks, hot water included.",
            houses=number(lang, seasonal[0], 1),
            blocks=number(lang, seasonal[1], 1),
        ),
        text(
            lang,
            "COP = {constant} {linear} ΔT {square} ΔT², with ΔT the kelvins from the air outside to the water that is "
            "heated: {factors}.",
            constant=exact(lang, air["constant"]),
            linear=_added(lang, air["linear"]),
            square=_added(lang, air["square"]),
            factors="; ".join(told),
        ),
        _sources(lang, district, ("heat_pump.",)),
    ]


def _added(lang: Language, value: float) -> str:
    """A number behind others of a sum: `− 0.0941`."""
    return f"{'−' if value < 0 else '+'} {exact(lang, abs(value))}"


def _sources(lang: Language, district: District, places: tuple[str, ...]) -> str:
    """Where factors are from, each source once. places: how the factors' names begin."""
    found = [entry.source for entry in district.given.entries if entry.place.startswith(places)]
    named = [text(lang, "Your own input") if source == OWN else source for source in dict.fromkeys(found)]
    return text(lang, "Sources: {sources}.", sources="; ".join(named))


def _ranges(lang: Language) -> str:
    """What the ranges are, and what they do not hold."""
    return text(
        lang,
        "The uncertain factors are drawn {draws} times; nine of ten results lie within the range. Other weather, other "
        "roofs and other people are not in it.",
        draws=DRAWS,
    )


def _sums(lang: Language) -> str:
    """What adds up and what does not."""
    return text(
        lang,
        "Demand and generation of a group are the sums of its districts; what comes from outside, what is used here "
        "and what is given outside are balanced for the whole place and are no sums. The city is the modelled sum of "
        "its 63 districts.",
    )
