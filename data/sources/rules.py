"""What a cell means beyond what it reads, as declared beside the source that it is of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from data.observations import MISSING

FIELDS: Final = {"is": "status", "from": "first", "until": "last"}
"""Keys of a declaration that are called otherwise here."""


@dataclass(frozen=True)
class Rule:
    """What some cells mean; see `leipzig_statistics.toml`. An empty selection means all."""

    cells: str
    status: str
    reason_de: str
    reason_en: str
    evidence: str
    characteristics: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    levels: frozenset[str] = frozenset()
    first: int = 0
    last: int = 9999
    within: bool = False


def declared(table: Mapping[str, Any]) -> Rule:
    """The rule of one declared table. Raises TypeError for an unknown or missing key."""
    return Rule(**{FIELDS.get(key, key): value for key, value in with_sets(table).items()})


def with_sets(table: Mapping[str, Any]) -> dict[str, Any]:
    """A declared table whose lists have no order: they become sets."""
    return {key: frozenset(value) if isinstance(value, list) else value for key, value in table.items()}


def remark(rule: Rule) -> dict[str, Any]:
    """A rule as `sources.json` keeps it."""
    where = {"characteristics": rule.characteristics, "areas": rule.areas, "levels": rule.levels}
    return {
        "status": rule.status,
        "cells": rule.cells,
        **{key: sorted(names) for key, names in where.items() if names},
        "from": rule.first,
        "until": rule.last,
        **({"within": True} if rule.within else {}),
        "reason": {"de": rule.reason_de, "en": rule.reason_en},
        "evidence": rule.evidence,
    }


def apply(rules: Iterable[Rule], cells: pd.DataFrame) -> None:
    """Gives cells the status of the first rule that is about them, in place; the missing ones lose their value.

    cells: columns place, characteristic, period, value, status; mark (as published), area and level where a rule asks
    for them. A cell that has another status than A already keeps it.
    """
    year = cells["period"].str[:4].astype(int)
    for rule in rules:
        meant = year.between(rule.first, rule.last) & _meant(rule, cells) & (cells["status"] == "A")
        where = {"characteristic": rule.characteristics, "place": rule.areas, "level": rule.levels}
        for column, names in where.items():
            if names:
                meant &= cells[column].isin(list(names))
        cells.loc[meant, "status"] = rule.status
        if rule.status in MISSING:
            cells.loc[meant, "value"] = float("nan")


def _meant(rule: Rule, cells: pd.DataFrame) -> pd.Series:
    """The cells that a rule of this kind can be about."""
    if rule.cells == "value":
        return cells["value"].notna()
    if rule.cells == "sum":
        return _sums_with_gaps(cells)
    zero = cells["mark"].str.strip() == "0"
    if rule.cells == "zero":
        return zero
    others = ~cells["characteristic"].isin(list(rule.characteristics))
    return (zero | others).groupby([cells["place"], cells["period"]]).transform("all")


def _sums_with_gaps(cells: pd.DataFrame) -> pd.Series:
    """Whether a Stadtbezirk counts no more than its Ortsteile with a figure, although others of it have none."""
    key = ["characteristic", "period", "bezirk"]
    # The first digit of an Ortsteil's code is its Stadtbezirk.
    keyed = cells.assign(bezirk=cells["area"].where(cells["level"] == "stadtbezirk", cells["area"].str[:1]))
    parts = keyed[keyed["level"] == "ortsteil"].groupby(key)["value"].agg(total="sum", there="count", all="size")
    beside = keyed[key].merge(parts.reset_index(), on=key, how="left").set_index(cells.index)
    gaps = (beside["there"] < beside["all"]) & ((cells["value"] - beside["total"]).abs() < 0.5)
    return gaps & (cells["level"] == "stadtbezirk")
