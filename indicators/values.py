"""The values of an indicator: for the official areas as published, for groups from their parts.

Frames are shared between callers: never change them in place.
"""

from collections.abc import Mapping
from functools import lru_cache, reduce
from typing import Any

import pandas as pd

from data.store import Dataset
from indicators import energy, measures
from indicators.catalogue import Indicator


class NoPartsError(LookupError):
    """The indicator can't be put together for a group; its group rule says why."""


@lru_cache(maxsize=512)
def values(dataset: Dataset, indicator: Indicator) -> pd.DataFrame:
    """One row per official area and period: area, period, value, status; in the indicator's unit."""
    rule = indicator.values
    match rule["as"]:
        case "series":
            return dataset.series(rule["series"])
        case "ratio":
            above, below = (_total(dataset, tuple(rule[side])) for side in ("numerator", "denominator"))
            return measures.ratio(above, below, rule["scale"])
        case "per_km2":
            frame = dataset.series(rule["series"])
            return measures.ratio(frame, _square_kilometres(dataset, frame), 1)
        case "year_on_year":
            return measures.year_on_year(dataset.series(rule["series"]))
        case "function":
            amount, *per = (energy.with_sums(dataset, part) for part in _modelled_parts(dataset, rule))
            return energy.modelled(measures.ratio(amount, per[0], rule["scale"]) if per else amount)
        case other:
            raise ValueError(f"{indicator.id}: there is no way to compute {other!r}")


@lru_cache(maxsize=2048)
def group_values(dataset: Dataset, indicator: Indicator, members: tuple[str, ...]) -> pd.DataFrame:
    """One row per period for a group of Ortsteile: period, value, status; computed from its parts.

    Raises NoPartsError where there are no parts to compute it from, such as for medians.
    """
    rule, own = indicator.groups, indicator.values
    match rule["by"], own["as"]:
        case "none", _:
            raise NoPartsError(indicator.id)
        case "parts", "series":
            return measures.sum_over(dataset.series(own["series"]), members)
        case "parts", "ratio":
            above, below = (_total(dataset, tuple(own[side])) for side in ("numerator", "denominator"))
            return measures.ratio_over(above, below, members, own["scale"])
        case "parts", "per_km2":
            frame = dataset.series(own["series"])
            return measures.ratio_over(frame, _square_kilometres(dataset, frame), members, 1)
        case "parts", "year_on_year":
            total = measures.sum_over(dataset.series(own["series"]), members).assign(area="group")
            return measures.year_on_year(total)[measures.TOTALS]
        case "parts", "function":
            amount, *per = _modelled_parts(dataset, own)
            if per:
                return energy.modelled(measures.ratio_over(amount, per[0], members, own["scale"]))
            return energy.modelled(measures.sum_over(amount, members))
        case "mean", _:
            return measures.mean_over(values(dataset, indicator), dataset.series(rule["weights"]), members)
        case "implied_denominator", _:
            count = dataset.series(rule["numerator"])
            implied = measures.implied_denominator(count, values(dataset, indicator), rule["scale"])
            return measures.ratio_over(count, implied, members, rule["scale"])
        case "implied_base_group", _:
            base = _implied_base_group(dataset, rule["population"], tuple(rule["ratios"]))
            return measures.mean_over(values(dataset, indicator), base, members)
        case other:
            raise ValueError(f"{indicator.id}: there is no way to put groups together by {other!r}")


@lru_cache(maxsize=256)
def values_with_groups(
    dataset: Dataset, indicator: Indicator, groups: tuple[tuple[str, tuple[str, ...]], ...]
) -> pd.DataFrame:
    """The values of the official areas and, under their ids, of groups given as (id, members).

    Groups that can't be put together are left out; see `group_values`.
    """
    frames = [values(dataset, indicator)]
    for id, members in groups:
        try:
            frames.append(group_values(dataset, indicator, members).assign(area=id)[measures.VALUES])
        except NoPartsError:
            continue
    return pd.concat(frames, ignore_index=True)


def _modelled_parts(dataset: Dataset, rule: Mapping[str, Any]) -> list[pd.DataFrame]:
    """What a function of the model gives for the Ortsteile, and the denominator if the rule has one."""
    compute = energy.FUNCTIONS.get(rule["function"])
    if compute is None:
        raise ValueError(f"there is no function {rule['function']!r}, expected one of {', '.join(energy.FUNCTIONS)}")
    return [compute(dataset), *([_total(dataset, tuple(rule["denominator"]))] if "denominator" in rule else [])]


def _total(dataset: Dataset, names: tuple[str, ...]) -> pd.DataFrame:
    return reduce(_plus, (dataset.series(name) for name in names))


def _plus(left: pd.DataFrame, right: pd.DataFrame) -> pd.DataFrame:
    pairs = left.merge(right, on=["area", "period"], suffixes=("", "_other"))
    status = measures.combine_status(pairs["status"], pairs["status_other"])
    return pairs.assign(value=pairs["value"] + pairs["value_other"], status=status)[measures.VALUES]


def _square_kilometres(dataset: Dataset, like: pd.DataFrame) -> pd.DataFrame:
    """Today's square kilometres of each area, for every period of another frame."""
    known = dataset.areas[["code", "km2"]].rename(columns={"code": "area", "km2": "value"})
    return like[["area", "period"]].merge(known, on="area").assign(status="A")


def _implied_base_group(dataset: Dataset, population: str, ratios: tuple[str, ...]) -> pd.DataFrame:
    """Residents of the age group that the ratios refer to: population = base × (1 + the ratios' sum / 100)."""
    per_100 = _total(dataset, ratios)
    all_of_100 = per_100.assign(value=100 + per_100["value"])
    return measures.ratio(dataset.series(population), all_of_100, 100)
