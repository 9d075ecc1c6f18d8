"""What an engineer asks first, each answer one click away."""

from exports.energy_district import about
from indicators.energy.district import heat_pumps, sunlight
from indicators.energy.district.asked import District
from indicators.energy.district.uncertainty import DRAWS
from indicators.energy.sizes import SIZES
from locales import Language, joined, number, text
from ui import frame
from words.factors import factor_told


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
    ]


def _cop(lang: Language, district: District) -> list[str]:
    """The curve, and what it comes to over the year."""
    given = district.given
    seasonal = [1 / float(heat_pumps.electricity(given, size).sum()) for size in SIZES]
    curve = ("air", "radiators", "water", "correction")
    told = (factor_told(lang, place, given.numbers[place]) for place in (f"heat_pump.{name}" for name in curve))
    return [
        text(
            lang,
            "Air heat pumps, in each hour by the temperature outside: over the year {houses} in houses of one or two "
            "dwellings and {blocks} in blocks, hot water included.",
            houses=number(lang, seasonal[0], 1),
            blocks=number(lang, seasonal[1], 1),
        ),
        text(lang, "Also: {factors}.", factors="; ".join(told)),
    ]


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
