"""How an indicator is computed, in words: from which series, and for groups of districts."""

from collections.abc import Mapping, Sequence
from typing import Any

from data.store import Dataset
from indicators.catalogue import Indicator
from locales import Language, joined, number, text


def series_in_words(lang: Language, dataset: Dataset, name: str) -> str:
    """A publisher's series under the publisher's names: `„Arbeitslose insgesamt“ (kd7-3: Arbeitslose …)`."""
    rubric, characteristic = name.split("/", 1)
    title = dataset.sources.get(rubric, {}).get("title", "")
    quoted = text(lang, "“{name}”", name=characteristic)
    return f"{quoted} ({f'{rubric}: {title}' if title else rubric})"


def of_areas(lang: Language, dataset: Dataset, indicator: Indicator) -> list[str]:
    """How the value of an official area comes about, a sentence each."""
    rule = indicator.values
    match rule["as"]:
        case "series":
            said = [text(lang, "As published: {series}.", series=series_in_words(lang, dataset, rule["series"]))]
        case "ratio":
            said = [
                text(
                    lang,
                    "{scale} × ({above}) ÷ ({below}).",
                    scale=number(lang, rule["scale"]),
                    above=_sum(lang, dataset, rule["numerator"]),
                    below=_sum(lang, dataset, rule["denominator"]),
                )
            ]
        case "per_km2":
            series = series_in_words(lang, dataset, rule["series"])
            said = [text(lang, "{series} ÷ square kilometres of the area within today's boundaries.", series=series)]
        case "year_on_year":
            series = series_in_words(lang, dataset, rule["series"])
            said = [text(lang, "100 × (year − year before) ÷ year before, of {series}.", series=series)]
        case "sum":
            said = [text(lang, "The sum of {parts}.", parts=_sum(lang, dataset, rule["parts"]))]
        case _:
            parts = " · ".join(series_in_words(lang, dataset, name) for name in indicator.series)
            said = [text(lang, "Computed from {parts}.", parts=parts)]
    if "city" in rule:
        said.append(text(lang, "For the city: {series}.", series=series_in_words(lang, dataset, rule["city"])))
    if "most" in rule:
        most = number(lang, rule["most"])
        said.append(text(lang, "Values above {most} are shown as {most} and marked doubtful.", most=most))
    return said


def of_groups(lang: Language, dataset: Dataset, indicator: Indicator) -> str:
    """How the value of a group of districts comes about, or why there is none."""
    rule = indicator.groups
    match rule["by"]:
        case "none":
            reason = rule["reason"][lang]
            return text(lang, "None for groups of districts: {reason}", reason=reason)
        case "mean":
            weights = series_in_words(lang, dataset, rule["weights"])
            return text(lang, "The mean of the districts, weighted by {weights}.", weights=weights)
        case "implied_denominator":
            return text(
                lang,
                "{scale} × summed {above} ÷ summed denominators; each district's denominator is implied by its "
                "published count and value.",
                scale=number(lang, rule["scale"]),
                above=series_in_words(lang, dataset, rule["numerator"]),
            )
        case "implied_base_group":
            return text(
                lang,
                "The mean of the districts, weighted by the age group that the ratios refer to: {population} ÷ (1 + "
                "sum of {ratios} ÷ 100).",
                population=series_in_words(lang, dataset, rule["population"]),
                ratios=joined(lang, [series_in_words(lang, dataset, name) for name in rule["ratios"]]),
            )
        case _:
            return text(
                lang,
                "The same formula over the summed series of the districts; a district without a figure leaves the "
                "group without one.",
            )


def _sum(lang: Language, dataset: Dataset, parts: Sequence[str | Mapping[str, Any]]) -> str:
    return " + ".join(_part(lang, dataset, part) for part in parts)


def _part(lang: Language, dataset: Dataset, part: str | Mapping[str, Any]) -> str:
    """A series by its names, or an age group that is derived from the population and its ratios."""
    if isinstance(part, str):
        return series_in_words(lang, dataset, part)
    ratios = [*([part["ratio"]] if "ratio" in part else []), *part["ratios"]]
    return text(
        lang,
        "an age group derived from {population} and {ratios}",
        population=series_in_words(lang, dataset, part["population"]),
        ratios=joined(lang, [series_in_words(lang, dataset, name) for name in dict.fromkeys(ratios)]),
    )
