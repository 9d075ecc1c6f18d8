"""The values of an indicator: for the official areas as published, for groups from their parts.

Frames are shared between callers: never change them in place. Of an indicator whose rubrics are not held they are
empty; see `indicators.catalogue.availability`.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from data.areas import CITY
from data.store import Dataset
from indicators.catalogue import Indicator, Part
from indicators.catalogue.availability import missing_rubrics
from indicators.energy import heat
from indicators.figures import measures
from indicators.figures.grid import TOTALS, VALUES, totals_frame, values_frame
from indicators.figures.remarks import seen_by
from indicators.kept import kept, kept_lately

Groups = tuple[tuple[str, tuple[str, ...]], ...]
"""Groups of Ortsteile as (id, members)."""


class NoPartsError(LookupError):
    """The indicator can't be put together for a group; its group rule says why."""


@kept
def values(dataset: Dataset, indicator: Indicator) -> pd.DataFrame:
    """One row per official area and period: area, period, value, status; in the indicator's unit."""
    if missing_rubrics(indicator, dataset):
        return values_frame({})
    rule = indicator.values
    match rule["as"]:
        case "series":
            return _with_city(dataset, dataset.series(rule["series"]), rule)
        case "sum":
            return _total(dataset, rule["parts"])
        case "ratio":
            above, below = _sides(dataset, indicator)
            return _capped(measures.ratio(above, below, rule["scale"]), rule)
        case "per_km2":
            frame = dataset.series(rule["series"])
            return measures.ratio(frame, _square_kilometres(dataset, frame), 1)
        case "year_on_year":
            return measures.year_on_year(dataset.series(rule["series"]))
        case "function":
            amount, *per = (heat.with_sums(dataset, part) for part in _modelled_parts(dataset, rule))
            return heat.modelled(measures.ratio(amount, per[0], rule["scale"]) if per else amount)
        case other:
            raise ValueError(f"{indicator.id}: there is no way to compute {other!r}")


@kept_lately
def group_values(dataset: Dataset, indicator: Indicator, members: tuple[str, ...]) -> pd.DataFrame:
    """One row per period for a group of Ortsteile: period, value, status; computed from its parts.

    Raises NoPartsError where there are no parts to compute it from, such as for medians.
    """
    rule, own = indicator.groups, indicator.values
    if rule["by"] == "none":
        raise NoPartsError(indicator.id)
    if missing_rubrics(indicator, dataset):
        return totals_frame({})
    dataset = seen_by(dataset, members)
    match rule["by"], own["as"]:
        case "parts", "series" | "sum":
            return measures.sum_over(values(dataset, indicator), members)
        case "parts", "ratio":
            above, below = _sides(dataset, indicator)
            return _capped(measures.ratio_over(above, below, members, own["scale"]), own)
        case "parts", "per_km2":
            frame = dataset.series(own["series"])
            return measures.ratio_over(frame, _square_kilometres(dataset, frame), members, 1)
        case "parts", "year_on_year":
            total = measures.sum_over(dataset.series(own["series"]), members).assign(area="group")
            return measures.year_on_year(total)[TOTALS]
        case "parts", "function":
            amount, *per = _modelled_parts(dataset, own)
            if per:
                return heat.modelled(measures.ratio_over(amount, per[0], members, own["scale"]))
            return heat.modelled(measures.sum_over(amount, members))
        case "mean", _:
            return measures.mean_over(values(dataset, indicator), dataset.series(rule["weights"]), members)
        case "implied_denominator", _:
            return measures.ratio_over(
                dataset.series(rule["numerator"]), _weights(dataset, indicator), members, rule["scale"]
            )
        case "implied_base_group", _:
            return measures.mean_over(values(dataset, indicator), _weights(dataset, indicator), members)
        case other:
            raise ValueError(f"{indicator.id}: there is no way to put groups together by {other!r}")


@kept
def _weights(dataset: Dataset, indicator: Indicator) -> pd.DataFrame:
    """What a published rate implies of its denominator: the people that it is about."""
    rule = indicator.groups
    if rule["by"] == "implied_base_group":
        return _age_group(dataset, {"population": rule["population"], "ratios": rule["ratios"]})
    count = dataset.series(rule["numerator"])
    return measures.implied_denominator(count, values(dataset, indicator), rule["scale"])


@kept_lately
def values_with_groups(dataset: Dataset, indicator: Indicator, groups: Groups) -> pd.DataFrame:
    """The values of the official areas and, under their ids, of groups.

    Groups that can't be put together are left out; see `group_values`.
    """
    frames = [values(dataset, indicator)]
    for id, members in groups:
        try:
            frames.append(group_values(dataset, indicator, members).assign(area=id)[VALUES])
        except NoPartsError:
            continue
    return pd.concat(frames, ignore_index=True) if groups else frames[0]


def _modelled_parts(dataset: Dataset, rule: Mapping[str, Any]) -> list[pd.DataFrame]:
    """What a function of the model gives for the Ortsteile, and the denominator if the rule has one."""
    compute = heat.FUNCTIONS.get(rule["function"])
    if compute is None:
        raise ValueError(f"there is no function {rule['function']!r}, expected one of {', '.join(heat.FUNCTIONS)}")
    return [compute(dataset), *([_total(dataset, tuple(rule["denominator"]))] if "denominator" in rule else [])]


@kept
def _sides(dataset: Dataset, indicator: Indicator) -> tuple[pd.DataFrame, pd.DataFrame]:
    """What stands above and below the line of a ratio; kept, because every new group asks for them."""
    rule = indicator.values
    above = _with_city(dataset, _total(dataset, rule["numerator"]), rule)
    return above, _total(dataset, rule["denominator"])


def _capped(frame: pd.DataFrame, rule: Mapping[str, Any]) -> pd.DataFrame:
    """Hidden counts in the denominator can carry a share above everything."""
    return measures.at_most(frame, rule["most"]) if "most" in rule else frame


def _with_city(dataset: Dataset, frame: pd.DataFrame, rule: Mapping[str, Any]) -> pd.DataFrame:
    """A frame of values with the city's rows from the series `city` of a rule, where the frame has none."""
    if "city" not in rule or (frame["area"] == CITY).any():
        return frame
    other = dataset.series(rule["city"])
    return pd.concat([frame, other[other["area"] == CITY]], ignore_index=True)


def _total(dataset: Dataset, parts: Iterable[Part]) -> pd.DataFrame:
    first, *others = (_part(dataset, part) for part in parts)
    return measures.total(first, *others) if others else first


def _part(dataset: Dataset, part: Part) -> pd.DataFrame:
    return dataset.series(part) if isinstance(part, str) else _age_group(dataset, part)


def _square_kilometres(dataset: Dataset, like: pd.DataFrame) -> pd.DataFrame:
    """Today's square kilometres of each area, for every period of another frame."""
    known = dataset.areas[["code", "km2"]].rename(columns={"code": "area", "km2": "value"})
    return like[["area", "period"]].merge(known, on="area").assign(status="A")


def _age_group(dataset: Dataset, part: Mapping[str, Any]) -> pd.DataFrame:
    """Residents of an age group: the one that `ratios` refer to, or the one that `ratio` sets against it.

    population = base group × (1 + the ratios' sum / 100), as the ratios are per 100 of the base group.
    """
    per_100 = _total(dataset, part["ratios"])
    all_of_100 = per_100.assign(value=100 + per_100["value"])
    population = dataset.series(part["population"])
    if "ratio" not in part:
        return measures.ratio(population, all_of_100, 100)
    share = measures.ratio(dataset.series(part["ratio"]), all_of_100, 1)
    return measures.product(population, share)
