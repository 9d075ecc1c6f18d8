"""What the files of energy districts say of themselves: what they are, by which definition, and what is not in them."""

from exports.observations import attributed
from indicators import catalogue
from indicators.energy.district.asked import District
from indicators.energy.district.outcome import HEAT
from indicators.energy.district.stock import OTHERS, SERIES
from indicators.energy.district.uncertainty import DRAWS
from indicators.energy.district.weather import REGION, YEAR
from locales import Language, text
from words.energy_district import sentence


def what_if(lang: Language) -> str:
    """That it is modelled, and neither statistics nor a forecast."""
    return text(lang, "A modelled what-if of dwellings: no forecast, no statistics.")


def positive(lang: Language) -> str:
    """When a place is positive, and what is counted. After: JPI Urban Europe, SET-Plan Action 3.2."""
    return text(
        lang,
        "A place is positive where the renewable energy of a year, electricity and heat of its roofs and the renewable "
        "part of its district heat, is at least the final energy that its dwellings and, where they are chosen, its "
        "electric cars need; what heat pumps take from the air is counted on neither side.",
    )


def left_out(lang: Language) -> tuple[str, ...]:
    """What is not in the model."""
    return (
        text(lang, "trade, industry and public buildings"),
        text(lang, "existing photovoltaics, which nobody publishes by district"),
        text(lang, "wind, combined heat and power, and whatever else generates electricity off the roofs"),
        text(lang, "a seasonal store"),
        text(lang, "losses and limits of the networks"),
    )


def weather(lang: Language) -> str:
    """Whose weather and calendar, and what a time stamp means."""
    return text(
        lang,
        "Weather of the test reference year of the German Weather Service for region {region} (TRY 2010: a mean year "
        "of 1988–2007 from hours measured at Potsdam), Sundays and public holidays of {year}; people live by the "
        "clock, also in summer, while a time stamp, when its hour begins, is in Central European Time all year.",
        region=REGION,
        year=YEAR,
    )


def ranges(lang: Language) -> str:
    """What low and high are, and what they do not hold."""
    return text(
        lang,
        "Nine tenths of {draws} draws of the uncertain factors lie between low and high; other weather, other roofs "
        "and other people are not in it.",
        draws=DRAWS,
    )


def facts(lang: Language, district: District) -> dict[str, str]:
    """What a file says about itself beside its rows, by label."""
    return {
        text(lang, "Title"): text(lang, "Energy district {name}, dwellings only", name=district.name),
        text(lang, "What it is"): what_if(lang),
        text(lang, "What it says"): sentence(lang, district),
        text(lang, "Positive"): positive(lang),
        text(lang, "Not in it"): "; ".join(left_out(lang)),
        text(lang, "Weather"): weather(lang),
        text(lang, "Ranges"): ranges(lang),
        text(lang, "Sources"): sources(district),
        text(lang, "Data version"): district.dataset.version,
    }


def sources(district: District) -> str:
    """Attribution, licence and ids of the sources of what there is in the place."""
    counted = {series.partition("/")[0] for series in {**SERIES, **OTHERS}.values()}
    return attributed(district.dataset, sorted({*counted, *catalogue.load()[HEAT].rubrics}))
