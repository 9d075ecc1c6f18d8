"""What is said of a question: the figures of places in one period, and why there is no answer."""

from collections.abc import Sequence
from math import isnan

from indicators.catalogue import Indicator
from locales import Language, joined, number, text
from words.care import with_care
from words.change import Moved, amount
from words.counts import counted
from words.noun import begun, by_itself, noun
from words.periods import dated, when
from words.places import as_object, as_subject, in_place


def places_sentence(lang: Language, indicator: Indicator, period: str, places: Sequence[Moved]) -> str:
    """The figures of places in one period, the first in a clause of its own; places: their ends are the figures, of
    which there is at least one."""
    there = [place for place in places if not isnan(place.end)]
    missing = [place.name for place in places if isnan(place.end)]
    told = [_first(lang, indicator, period, there[0]), *(_beside(lang, indicator, place) for place in there[1:])]
    said = ", ".join(told)
    if missing:
        said += "; " + text(
            lang, "there is no figure for {names}", names=joined(lang, [as_object(lang, name) for name in missing])
        )
    return begun(said) + "." + with_care(lang, (), (place.doubtful for place in there))


def _first(lang: Language, indicator: Indicator, period: str, place: Moved) -> str:
    said = {"when": when(lang, period), "name": as_subject(lang, place.name), "in_place": in_place(lang, place.place)}
    if indicator.counts is not None:
        shown = by_itself(lang, indicator, number(lang, place.end, indicator.decimals))
        return text(lang, "{when} {name} had {value}", value=shown, **said)
    said |= {"noun": noun(lang, indicator), "value": _value(lang, indicator, place)}
    return text(lang, "{when} {noun} {in_place} was {value}", **said)


def _value(lang: Language, indicator: Indicator, place: Moved) -> str:
    """A value; a grade without its word, as the noun says what the best one is."""
    if indicator.graded:
        return number(lang, place.end, indicator.decimals)
    return amount(lang, indicator, place.end)


def _beside(lang: Language, indicator: Indicator, place: Moved) -> str:
    if indicator.counts is not None:
        return f"{as_subject(lang, place.name)} {number(lang, place.end, indicator.decimals)}"
    return text(lang, "{in_place} {value}", in_place=in_place(lang, place.place), value=_value(lang, indicator, place))


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
    return text(
        lang, "There are no figures of “{title}” for {name}.", title=indicator.title[lang], name=as_object(lang, name)
    )


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


def two_subjects(lang: Language) -> str:
    """How to ask for two subjects."""
    return text(lang, "Ask for one figure, or for how two are related, with “and” between them: rent and income.")


def than_what(lang: Language) -> str:
    """That a comparison lacks its other side."""
    return text(lang, "Name the year or the second place that it is to be compared with.")


def which_way(lang: Language) -> str:
    """That the least change may be meant of two kinds."""
    return text(lang, "Say whether the rise or the fall is meant.")


def no_rank(lang: Language) -> str:
    """That ranks are those of districts among each other."""
    return text(lang, "Only districts and boroughs have ranks, each among their own kind.")


def too_many(lang: Language, most: int) -> str:
    """That so many places can't be compared."""
    return text(lang, "Up to {n} places can be compared at a time.", n=counted(lang, most))


def of_city_only(lang: Language, indicator: Indicator) -> str:
    """That there are figures of cities and of no part of them."""
    return text(lang, "There are figures of “{title}” for the whole city only.", title=indicator.title[lang])


def one_subject(lang: Language) -> str:
    """That a question about places takes one subject."""
    return text(lang, "Of a place, one subject can be asked for at a time.")


def no_subject(lang: Language) -> str:
    """That a place is named, and of the subject only a topic."""
    return text(lang, "Name a figure as well, such as rent, unemployment or residents.")
