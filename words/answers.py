"""What is said of a question: the figures of places in one period, and why there is no answer."""

from collections.abc import Sequence

from indicators.catalogue import Indicator
from locales import Language, joined, text
from words.care import with_care
from words.change import Moved, amount
from words.periods import dated
from words.phrases import begun, headed


def places_sentence(lang: Language, indicator: Indicator, period: str, places: Sequence[Moved]) -> str:
    """The figures of places in one period, each with its name; places: their ends are the figures."""
    said = ", ".join(f"{place.name} {amount(lang, indicator, place.end)}" for place in places)
    care = with_care(lang, (), (place.doubtful for place in places))
    return f"{begun(headed(lang, indicator, period))}: {said}.{care}"


def no_year(lang: Language, indicator: Indicator, year: str, periods: Sequence[str]) -> str:
    """That there are no figures of a year, and of which there are some; periods: at least one."""
    first, last = dated(lang, periods[0]), dated(lang, periods[-1])
    facts = {"title": indicator.title[lang], "year": year, "first": first, "last": last}
    if len(periods) == 1:
        return text(lang, "“{title}” has no figure for {year}, only for {last}.", **facts)
    return text(lang, "“{title}” has no figure for {year}; there are figures from {first} to {last}.", **facts)


def not_loaded(lang: Language, indicator: Indicator) -> str:
    """That an indicator is known, and has no figures yet."""
    return text(lang, "There are no figures of “{title}” here yet.", title=indicator.title[lang])


def no_place(lang: Language, indicator: Indicator, name: str) -> str:
    """That an indicator has no figures of a place."""
    return text(lang, "There are no figures of “{title}” for {name}.", title=indicator.title[lang], name=name)


def no_group(lang: Language, indicator: Indicator, name: str) -> str:
    """Why an indicator has no figure of a group of districts."""
    return text(lang, "No figure for {group}: {reason}", group=name, reason=indicator.groups["reason"][lang])


def no_share(lang: Language, indicator: Indicator) -> str:
    """That an indicator is a number, and no part of a hundred."""
    return text(lang, "“{title}” is a number; there is no share of it here.", title=indicator.title[lang])


def not_understood(lang: Language, words: Sequence[str]) -> str:
    """Which words of a question are not known."""
    quoted = [text(lang, "“{name}”", name=word) for word in words]
    return text(lang, "Nothing here is known of {words}.", words=joined(lang, quoted))


def no_question(lang: Language) -> str:
    """What to ask where nothing was."""
    return text(lang, "Name a place, a subject, or both, with a year if you like: rent Lindenau 2015.")


def other_cities(lang: Language) -> str:
    """Where figures of other cities stand."""
    return text(lang, "Other cities are compared as a whole, in their newest figures, on a page of their own.")


def one_subject(lang: Language) -> str:
    """That a question about places takes one subject."""
    return text(lang, "Of a place, one subject can be asked for at a time.")


def no_subject(lang: Language) -> str:
    """That a place is named, and of the subject only a topic."""
    return text(lang, "Name a figure as well, such as rent, unemployment or residents.")
