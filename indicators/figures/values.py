"""The values of an indicator: for the official areas as published, for groups from their parts.

What is given is shared between callers. Of an indicator whose rubrics are not held it is empty; see
`indicators.catalogue.availability`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

import numpy as np
import pandas as pd

from data.areas import CITY, LEVELS, Level
from data.store import Dataset
from indicators.catalogue import Indicator, Part
from indicators.catalogue.availability import missing_rubrics
from indicators.energy import heat
from indicators.figures import measures
from indicators.figures.grid import EMPTY, Grid, stacked
from indicators.figures.remarks import seen_by
from indicators.kept import kept, kept_lately

Groups = tuple[tuple[str, tuple[str, ...]], ...]
"""Groups of Ortsteile as (id, members)."""


WHOLE: Final = 1e-8
"""A derived count that misses a whole number by no more than this part of it is that number: ratios are published with
some ten digits."""


class NoPartsError(LookupError):
    """The indicator can't be put together for a group; its group rule says why."""


def values(dataset: Dataset, indicator: Indicator, groups: Groups = ()) -> pd.DataFrame:
    """The frame of `grid`: one row per area and period, columns area, period, value, status."""
    return grid(dataset, indicator, groups).frame


def grid(dataset: Dataset, indicator: Indicator, groups: Groups = ()) -> Grid:
    """The official areas and, under their ids, groups; in the indicator's unit.

    Groups that can't be put together are left out; see `of_group`.
    """
    return _with_groups(dataset, indicator, groups) if groups else _official(dataset, indicator)


def periods(dataset: Dataset, figures: Grid) -> dict[Level, list[str]]:
    """The periods with a figure of each level of area that has any: those of the city need not be its districts'."""
    found = {level: figures.with_figures(dataset.codes(level)) for level in LEVELS}
    return {level: known for level, known in found.items() if known}


def periods_shown(figures: Grid, areas: Iterable[str]) -> list[str]:
    """The periods in which any of the areas that are shown has a figure; where none ever has, those of the city."""
    return figures.with_figures(areas) or figures.with_figures([CITY])


def levels(dataset: Dataset, figures: Grid) -> tuple[Level, ...]:
    """The levels of area that have any figure."""
    return tuple(periods(dataset, figures))


@kept
def _official(dataset: Dataset, indicator: Indicator) -> Grid:
    if missing_rubrics(indicator, dataset):
        return EMPTY
    rule = indicator.values
    match rule["as"]:
        case "series":
            return _with_city(dataset, published(dataset, rule["series"]), rule)
        case "sum":
            return _total(dataset, rule["parts"])
        case "ratio":
            above, below = _sides(dataset, indicator)
            return _capped(measures.ratio(above, below, rule["scale"]), rule)
        case "per_km2":
            count = published(dataset, rule["series"])
            return measures.ratio(count, _square_kilometres(dataset, count), 1)
        case "year_on_year":
            return measures.year_on_year(published(dataset, rule["series"]))
        case "function":
            amount, *per = (heat.with_sums(dataset, part) for part in _modelled_parts(dataset, rule))
            return heat.modelled(measures.ratio(amount, per[0], rule["scale"]) if per else amount)
        case other:
            raise ValueError(f"{indicator.id}: there is no way to compute {other!r}")


@kept_lately
def _with_groups(dataset: Dataset, indicator: Indicator, groups: Groups) -> Grid:
    official = grid(dataset, indicator)
    if indicator.groups["by"] == "none":
        return official
    own = [replace(of_group(dataset, indicator, members), areas=(id,)) for id, members in groups]
    return stacked([official, *(each for each in own if each.periods)])


@kept_lately
def of_group(dataset: Dataset, indicator: Indicator, members: tuple[str, ...]) -> Grid:
    """A grid of one area, a group of Ortsteile, computed from its parts.

    Raises NoPartsError where there are no parts to compute it from, such as for medians.
    """
    rule, own = indicator.groups, indicator.values
    if rule["by"] == "none":
        raise NoPartsError(indicator.id)
    if missing_rubrics(indicator, dataset):
        return EMPTY
    dataset = seen_by(dataset, members)
    match rule["by"], own["as"]:
        case "parts", "series" | "sum":
            return measures.sum_over(grid(dataset, indicator), members)
        case "parts", "ratio":
            above, below = _sides(dataset, indicator)
            return _capped(measures.ratio_over(above, below, members, own["scale"]), own)
        case "parts", "per_km2":
            count = published(dataset, own["series"])
            return measures.ratio_over(count, _square_kilometres(dataset, count), members, 1)
        case "parts", "year_on_year":
            return measures.year_on_year(measures.sum_over(published(dataset, own["series"]), members))
        case "parts", "function":
            amount, *per = _modelled_parts(dataset, own)
            if per:
                return heat.modelled(measures.ratio_over(amount, per[0], members, own["scale"]))
            return heat.modelled(measures.sum_over(amount, members))
        case "mean" | "implied_base_group", _:
            return measures.mean_over(grid(dataset, indicator), weights(dataset, indicator), members)
        case "implied_denominator", _:
            count = published(dataset, rule["numerator"])
            return measures.ratio_over(count, weights(dataset, indicator), members, rule["scale"])
        case other:
            raise ValueError(f"{indicator.id}: there is no way to put groups together by {other!r}")


@kept
def published(dataset: Dataset, series: str) -> Grid:
    """One series as published; indicators share their denominators."""
    return Grid.of(dataset.series(series))


@kept
def weights(dataset: Dataset, indicator: Indicator) -> Grid:
    """What each value counts for where values are averaged: the people, dwellings or cars that it is about.

    Of a rate its denominator, published or implied by count and rate. Raises NoPartsError where nothing is known of
    that, such as for medians and counts.
    """
    own, rule = indicator.values, indicator.groups
    if missing_rubrics(indicator, dataset):
        return EMPTY
    match rule["by"], own["as"]:
        case "implied_base_group", _:
            return _age_group(dataset, {"population": rule["population"], "ratios": rule["ratios"]})
        case "implied_denominator", _:
            count = published(dataset, rule["numerator"])
            return measures.implied_denominator(count, grid(dataset, indicator), rule["scale"])
        case "mean", _:
            return published(dataset, rule["weights"])
        case "parts", "ratio":
            return _sides(dataset, indicator)[1]
        case "parts", "function" if "denominator" in own:
            return _modelled_parts(dataset, own)[1]
        case _:
            raise NoPartsError(indicator.id)


def _modelled_parts(dataset: Dataset, rule: Mapping[str, Any]) -> list[Grid]:
    """What a function of the model gives for the Ortsteile, and the denominator if the rule has one."""
    compute = heat.FUNCTIONS.get(rule["function"])
    if compute is None:
        raise ValueError(f"there is no function {rule['function']!r}, expected one of {', '.join(heat.FUNCTIONS)}")
    return [Grid.of(compute(dataset)), *([_total(dataset, rule["denominator"])] if "denominator" in rule else [])]


@kept
def _sides(dataset: Dataset, indicator: Indicator) -> tuple[Grid, Grid]:
    """What stands above and below the line of a ratio; kept, because every new group asks for them."""
    rule = indicator.values
    above = _with_city(dataset, _total(dataset, rule["numerator"]), rule)
    return above, _total(dataset, rule["denominator"])


def _capped(found: Grid, rule: Mapping[str, Any]) -> Grid:
    """Hidden counts in the denominator can carry a share above everything."""
    return measures.at_most(found, rule["most"]) if "most" in rule else found


def _with_city(dataset: Dataset, found: Grid, rule: Mapping[str, Any]) -> Grid:
    """A grid with the city's cells from the series `city` of a rule, where it has none."""
    if "city" not in rule or CITY in found.rows:
        return found
    return stacked([found, published(dataset, rule["city"]).among([CITY])])


def _total(dataset: Dataset, parts: Iterable[Part]) -> Grid:
    every = [_part(dataset, part) for part in parts]
    return measures.total(*every) if len(every) > 1 else every[0]


def _part(dataset: Dataset, part: Part) -> Grid:
    return published(dataset, part) if isinstance(part, str) else _age_group(dataset, part)


def _square_kilometres(dataset: Dataset, like: Grid) -> Grid:
    """Today's square kilometres of each area, for every period of another grid."""
    known = dict(zip(dataset.areas["code"], dataset.areas["km2"], strict=True))
    areas = tuple(area for area in like.areas if area in known)
    values = np.repeat([[known[area]] for area in areas], len(like.periods), axis=1)
    return Grid(areas, like.periods, values, np.full(values.shape, measures.NORMAL, np.int8))


def _age_group(dataset: Dataset, part: Mapping[str, Any]) -> Grid:
    """Residents of an age group: the one that `ratios` refer to, or the one that `ratio` sets against it.

    population = base group × (1 + the ratios' sum / 100), as the ratios are per 100 of the base group. Ratios with
    all their digits give whole persons, rounded ones do not.
    """
    per_100 = _total(dataset, part["ratios"])
    all_of_100 = replace(per_100, values=100 + per_100.values)
    population = published(dataset, part["population"])
    if "ratio" not in part:
        return _persons(measures.ratio(population, all_of_100, 100))
    share = measures.ratio(published(dataset, part["ratio"]), all_of_100, 1)
    return _persons(measures.product(population, share))


def _persons(found: Grid) -> Grid:
    """Counts that a division made, without what it leaves in the last digits of whole ones."""
    whole = found.values.round()
    return replace(found, values=np.where(np.isclose(found.values, whole, rtol=WHOLE, atol=0), whole, found.values))
