"""What a cell of the statistics API means beyond what it reads, as declared in `leipzig_statistics.toml`."""

from dataclasses import dataclass

import pandas as pd

from data.observations import MISSING


@dataclass(frozen=True)
class Rule:
    """What a cell means beyond what it reads; see `leipzig_statistics.toml`."""

    cells: str
    status: str
    reason: dict[str, str]
    evidence: str
    characteristics: frozenset[str]
    areas: frozenset[str]
    levels: frozenset[str]
    first: int
    last: int
    within: bool = False


def declared(
    *,
    cells: str,
    reason_de: str,
    reason_en: str,
    evidence: str,
    characteristics: tuple[str, ...] = (),
    areas: tuple[str, ...] = (),
    levels: tuple[str, ...] = (),
    until: int = 9999,
    within: bool = False,
    **rest: object,
) -> Rule:
    """The rule of one declared table. Raises TypeError or KeyError for an unknown or missing key."""
    status, first = str(rest.pop("is")), int(str(rest.pop("from", 0)))
    if rest:
        raise TypeError(f"a rule of leipzig_statistics.toml has the unknown keys {sorted(rest)}")
    reason = {"de": reason_de, "en": reason_en}
    selection = (frozenset(characteristics), frozenset(areas), frozenset(levels))
    return Rule(cells, status, reason, evidence, *selection, first, until, within)


def apply(rule: Rule, cells: pd.DataFrame) -> None:
    """Gives the cells that a rule is about its status, in place; those that it calls missing lose their value.

    cells: columns place, characteristic, period, mark (as published), area, level, value, status. A cell that has
    another status than A already keeps it.
    """
    year = cells["period"].str[:4].astype(int)
    chosen = year.between(rule.first, rule.last) & _meant(rule, cells)
    for column, allowed in (
        ("characteristic", rule.characteristics),
        ("place", rule.areas),
        ("level", rule.levels),
    ):
        if allowed:
            chosen &= cells[column].isin(list(allowed))
    chosen &= cells["status"] == "A"
    cells.loc[chosen, "status"] = rule.status
    if rule.status in MISSING:
        cells.loc[chosen, "value"] = float("nan")


def _meant(rule: Rule, cells: pd.DataFrame) -> pd.Series:
    """The cells that a rule of this kind can be about."""
    zero = cells["mark"].str.strip() == "0"
    if rule.cells == "zero":
        return zero
    if rule.cells == "all zero":
        others = ~cells["characteristic"].isin(list(rule.characteristics))
        return (zero | others).groupby([cells["place"], cells["period"]]).transform("all")
    return _sums_with_gaps(cells) if rule.cells == "sum" else cells["value"].notna()


def _sums_with_gaps(cells: pd.DataFrame) -> pd.Series:
    """Whether a Stadtbezirk counts no more than its Ortsteile with a figure, although others of it have none."""
    key = ["characteristic", "period", "bezirk"]
    # The first digit of an Ortsteil's code is its Stadtbezirk.
    keyed = cells.assign(bezirk=cells["area"].where(cells["level"] == "stadtbezirk", cells["area"].str[:1]))
    parts = keyed[keyed["level"] == "ortsteil"].groupby(key)["value"].agg(total="sum", there="count", all="size")
    beside = keyed[key].merge(parts.reset_index(), on=key, how="left").set_index(cells.index)
    gaps = (beside["there"] < beside["all"]) & ((cells["value"] - beside["total"]).abs() < 0.5)
    return gaps & (cells["level"] == "stadtbezirk")
