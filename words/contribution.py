"""The sentence that tells who carried a city's growth or decline, and who moved against it."""

from math import isnan

import pandas as pd

from indicators.analysis.contribution import half_carried
from indicators.catalogue import Indicator
from locales import Language, number, percent, plural, text
from words.care import DOUBTFUL, with_care
from words.change import turned
from words.counts import counted
from words.missing import with_figures
from words.noun import by_itself
from words.places import as_subjects


def contribution_sentence(
    lang: Language,
    indicator: Indicator,
    span: tuple[str, str],
    found: pd.DataFrame,
    part_names: str,
    *,
    span_said: bool = False,
) -> str:
    """How much a city's population changed, which of its parts carried that, and which moved against it.

    found: columns name, place, start_value, end_value, absolute, share, status, breaks; one row a part, the city
    last, nothing else; part_names: what the parts are called, such as "districts"; span_said: whether a sentence before
    has named the span.
    """
    parts, city = found.iloc[:-1], found.iloc[-1]
    start, end = span
    if isnan(city["absolute"]):
        year = start if isnan(city["start_value"]) else end
        told = {"year": year, "name": city["name"]}
        return text(lang, "For {year} there is no figure for {name}, so no change can be stated", **told) + "."
    known = parts.dropna(subset=["absolute"])
    told = {"name": city["name"], "start": start, "end": end, "by": number(lang, abs(city["absolute"]))}
    told["value"] = by_itself(lang, indicator, number(lang, city["end_value"], indicator.decimals))
    sentences = [_whole(lang, float(city["absolute"]), told, span_said=span_said)]
    ways: tuple[int, ...] = (1, -1)
    most = known.iloc[:0]
    if isnan(city["share"]):
        if city["absolute"] and len(known):
            sentences.append(
                text(
                    lang,
                    "Gains and losses of its {parts} largely cancel out, so that shares of it would mislead.",
                    parts=part_names,
                )
            )
    else:
        way = 1 if city["absolute"] > 0 else -1
        named = with_figures(lang, part_names, len(known), len(parts))
        most = _furthest(known, way)
        sentences.append(_carried(lang, way, most, half_carried(known["share"]), len(known), named))
        ways = (-way,)
    against = [_moved(lang, known, way, part_names) for way in ways]
    moves = pd.concat([most, *(_furthest(known, way) for way in ways), found.iloc[-1:]])
    return " ".join([*sentences, *filter(None, against)]) + with_care(
        lang, moves["breaks"], moves["status"] == DOUBTFUL
    )


def _whole(lang: Language, absolute: float, facts: dict[str, str], *, span_said: bool) -> str:
    way = (absolute > 0) - (absolute < 0)
    if span_said:
        return turned(
            way,
            text(lang, "Over the same period {name} grew by {by} to {value}.", **facts),
            text(lang, "Over the same period {name} shrank by {by} to {value}.", **facts),
            text(lang, "Over the same period {name} kept its size of {value}.", **facts),
        )
    return turned(
        way,
        text(lang, "From {start} to {end} {name} grew by {by} to {value}.", **facts),
        text(lang, "From {start} to {end} {name} shrank by {by} to {value}.", **facts),
        text(lang, "From {start} to {end} {name} kept its size of {value}.", **facts),
    )


def _carried(lang: Language, way: int, most: pd.DataFrame, half: int, count: int, part_names: str) -> str:
    """Who contributed most, and how many make up half. count, part_names: of the parts with a figure."""
    if most.empty:
        return ""
    names, share = as_subjects(lang, most["name"].tolist()), percent(lang, most["share"].iloc[0], 1)
    told = {"names": names, "by": number(lang, abs(most["absolute"].iloc[0])), "share": share}
    first = (
        plural(
            lang,
            "{names} contributed most, {by} ({share})",
            "{names} contributed most, {by} each ({share})",
            len(most),
            **told,
        )
        if way > 0
        else plural(
            lang,
            "{names} lost most, {by} ({share} of the decline)",
            "{names} lost most, {by} each ({share} of the decline)",
            len(most),
            **told,
        )
    )
    several = {"half": counted(lang, half), "count": counted(lang, count), "parts": part_names}
    if half > 1 and way > 0:
        first += text(lang, "; {half} of the {count} {parts} together carried at least half of the growth", **several)
    elif half > 1:
        first += text(lang, "; {half} of the {count} {parts} together made up at least half of the decline", **several)
    return first + "."


def _moved(lang: Language, known: pd.DataFrame, way: int, part_names: str) -> str:
    """How many parts gained (1) or lost (-1) residents, and which most."""
    n, most = int((known["absolute"] * way > 0).sum()), _furthest(known, way)
    if not n:
        return ""
    count = counted(lang, n)
    told = {
        "count": count[0].upper() + count[1:],
        "parts": part_names,
        "names": as_subjects(lang, most["name"].tolist()),
        "by": number(lang, most["absolute"].iloc[0], signed=True),
    }
    if n == len(most):
        return _only(lang, way, n, told)
    if len(most) > 1:
        told["by"] = text(lang, "{by} each", by=told["by"])
    if way > 0:
        return text(lang, "{count} {parts} gained residents, {names} most ({by}).", **told)
    return text(lang, "{count} {parts} lost residents, {names} most ({by}).", **told)


def _only(lang: Language, way: int, n: int, told: dict[str, str]) -> str:
    if way > 0:
        return plural(
            lang, "Only {names} gained residents ({by}).", "Only {names} gained residents ({by} each).", n, **told
        )
    return plural(lang, "Only {names} lost residents ({by}).", "Only {names} lost residents ({by} each).", n, **told)


def _furthest(known: pd.DataFrame, way: int) -> pd.DataFrame:
    """The part that moved furthest one way, several where they are level; none where none did."""
    moved = known[known["absolute"] * way > 0]
    return moved[moved["absolute"] == (moved["absolute"] * way).max() * way] if len(moved) else moved


def nationality_sentence(lang: Language, indicator: Indicator, span: tuple[str, str], found: pd.DataFrame) -> str:
    """How the number of residents without German nationality changed, and what part of the city's change that is.

    found: from `indicators.analysis.contribution.contribution`, the residents without German nationality first, the
    city last.
    """
    foreign, city = found.iloc[0], found.iloc[-1]
    if isnan(foreign["absolute"]):
        return ""
    told = {"start": span[0], "end": span[1], "by": number(lang, abs(foreign["absolute"]))}
    told["value"] = number(lang, foreign["end_value"], indicator.decimals)
    sentence = turned(
        int(foreign["absolute"] > 0) - int(foreign["absolute"] < 0),
        text(
            lang,
            "From {start} to {end} the number of residents without German nationality rose by {by} to {value}",
            **told,
        ),
        text(
            lang,
            "From {start} to {end} the number of residents without German nationality fell by {by} to {value}",
            **told,
        ),
        text(
            lang,
            "From {start} to {end} the number of residents without German nationality stayed at {value}",
            **told,
        ),
    )
    if foreign["share"] > 0:
        share = percent(lang, foreign["share"], 1)
        equals = text(lang, "; this equals {share} of the growth", share=share)
        sentence += equals if city["absolute"] > 0 else text(lang, "; this equals {share} of the decline", share=share)
    return sentence + "."
