"""The sentence that says where Leipzig stands among other cities."""

from collections.abc import Sequence
from typing import Final

import pandas as pd

from data.areas import CITY
from indicators.catalogue import Indicator
from indicators.cities.standing import BEFORE, Place, Standing
from locales import Language, joined, rounded, text
from words.care import DOUBTFUL, doubt
from words.change import amount, difference
from words.change_sentence import value_clause
from words.counts import counted
from words.noun import noun
from words.periods import dated
from words.phrases import bare
from words.places import in_place

UNCERTAIN: Final = frozenset("PE")


def spoken(name: str) -> str:
    """A city's name in a sentence, in which brackets would pile up: Halle, not Halle (Saale)."""
    return name.partition(" (")[0]


def sentence(lang: Language, indicator: Indicator, found: Standing, before: Place | None) -> str:
    """Where Leipzig stands among the cities in one period, and where it stood before."""
    told = _leipzig(lang, indicator, found) + _rank(lang, found) + _extremes(lang, indicator, found) + "."
    if before is not None:
        told += " " + _before(lang, indicator, found.period, before)
    if found.absent:
        names = joined(lang, [spoken(place.name) for place in found.absent])
        told += " " + text(lang, "There is no figure for {names}.", names=names)
    return told + _with_care(lang, [found.leipzig, *found.others, *([before] if before else [])])


def composition_sentence(lang: Language, shares: Sequence[tuple[Indicator, str, Standing]], whole: Indicator) -> str:
    """Leipzig's largest part and where it stands with it, and its second largest.

    shares: indicator, label and standing of every part, two at least.
    """
    ordered = sorted(shares, key=lambda share: -share[2].leipzig.value)
    (largest, first, standing), (_, second, next_standing) = ordered[:2]
    value = amount(lang, whole, next_standing.leipzig.value)
    told = text(
        lang,
        "“{first}” is Leipzig's largest part; the second largest is “{second}” with {value}.",
        first=first,
        second=second,
        value=value,
    )
    return f"{sentence(lang, largest, standing, None)} {told}"


def growth_sentence(
    lang: Language, residents: tuple[Indicator, Standing], ages: tuple[Indicator, pd.DataFrame], names: dict[str, str]
) -> str:
    """What the figures allow to say of Leipzig's growth beside the other cities.

    residents: on one day; ages: changes between two periods, from `standing.changes_between`; names: by code.
    """
    indicator, found = residents
    told = [sentence(lang, indicator, found, None)]
    indicator, changes = ages
    known = changes.dropna(subset=["absolute"])
    if CITY in set(known["area"]) and len(known) > 1:
        told.append(_changes(lang, indicator, known, names))
    told.append(text(lang, "The open figures held here have no population of the other cities over time."))
    return " ".join(told)


def _changes(lang: Language, indicator: Indicator, known: pd.DataFrame, names: dict[str, str]) -> str:
    by = dict(zip(known["area"], known["absolute"], strict=True))
    each = [
        text(
            lang, "{in_place} by {by}", in_place=in_place(lang, spoken(name)), by=difference(lang, indicator, by[area])
        )
        for area, name in names.items()
        if area in by
    ]
    start, end = known["start"].iloc[0], known["end"].iloc[0]
    told = {"noun": noun(lang, indicator), "what": joined(lang, each)}
    return text(lang, "From {start} to {end} {noun} changed {what}.", start=start, end=end, **told)


def _leipzig(lang: Language, indicator: Indicator, found: Standing) -> str:
    return value_clause(lang, indicator, found.period, text(lang, "Leipzig"), found.leipzig.value)


def _before(lang: Language, indicator: Indicator, period: str, before: Place) -> str:
    parts = {"year": dated(lang, before.name), "value": amount(lang, indicator, before.value)}
    if int(period[:4]) - int(before.name[:4]) == BEFORE:
        return text(lang, "Ten years before, in {year}, it was {value}.", **parts)
    return text(lang, "In {year} it was {value}.", **parts)


def _rank(lang: Language, found: Standing) -> str:
    if not found.others:
        return text(lang, "; no other city has a figure")
    if len(found.level) == len(found.others):
        return text(lang, ", as in the other cities with a figure")
    count = counted(lang, found.of)
    all_of = text(lang, "the {count} cities with a figure", count=count)
    cities = all_of if found.absent else text(lang, "the {count} cities", count=count)
    ranks = (
        text(lang, ", the highest of {cities}", cities=cities),
        text(lang, ", the second highest of {cities}", cities=cities),
        text(lang, ", the third highest of {cities}", cities=cities),
        text(lang, ", the fourth highest of {cities}", cities=cities),
    )
    lowest = found.above + len(found.level) == len(found.others)
    told = text(lang, ", the lowest of {cities}", cities=cities) if lowest else ranks[found.above]
    if not found.level:
        return told
    return told + text(lang, ", level with {names}", names=joined(lang, [spoken(place.name) for place in found.level]))


def _extremes(lang: Language, indicator: Indicator, found: Standing) -> str:
    """Which other cities are highest and lowest, where that is not Leipzig."""
    others = [place for place in found.others if place not in found.level]
    if not others:
        return ""
    high, low = (_with_values(lang, indicator, others, end) for end in (others[0], others[-1]))
    if found.above == 0:
        return text(lang, "; it was lowest in {low}", low=low)
    if found.above + len(found.level) == len(found.others):
        return text(lang, "; it was highest in {high}", high=high)
    return text(lang, "; it was highest in {high} and lowest in {low}", high=high, low=low)


def _with_values(lang: Language, indicator: Indicator, places: Sequence[Place], like: Place) -> str:
    """The places that look the same as one of them, with their common figure."""
    shown = rounded(like.value, indicator.decimals)
    names = [spoken(place.name) for place in places if rounded(place.value, indicator.decimals) == shown]
    return f"{joined(lang, names)} ({bare(lang, indicator, like.value)})"


def _with_care(lang: Language, named: Sequence[Place]) -> str:
    uncertain = " " + text(lang, "At least one of these figures is provisional or estimated.")
    care = uncertain if any(place.status in UNCERTAIN for place in named) else ""
    return care + doubt(lang, (place.status == DOUBTFUL for place in named))
