"""python -m benchmarks.energy: the table of docs/energy-model.md that says what each assumption is worth."""

from dataclasses import dataclass, replace
from typing import Final

import pandas as pd

from data import store
from data.areas import CITY
from data.store import Dataset
from indicators.energy.buildings import AGES, FIRST, ortsteile
from indicators.energy.factors import DISTRICT_HEAT, Factors, factors, with_district_heat
from indicators.energy.heat import connected, district_heat_share, dwellings, emitted, residential_heat
from indicators.energy.mixes import MODEL as MIX

PERIOD: Final = "2022"
HEAD: Final = (
    "| assumption changed | heat, GWh | % | emissions, 1,000 t CO₂e | % | direct, 1,000 t CO₂ | % "
    "| district furthest off |",
    "|---|--:|--:|--:|--:|--:|--:|---|",
)
AMOUNTS: Final = ("heat", "emissions", "direct")
SENSITIVITY: Final = [
    "assumption",
    *(f"{amount}{column}" for amount in AMOUNTS for column in ("", "_percent")),
    "area",
    "area_percent",
]
MODEL: Final = "the model"
STEP: Final = 20
"""Percent by which the factor of district heat is changed; nobody states how far off it is."""
SAME: Final = 1e-9


def table(dataset: Dataset, period: str = PERIOD) -> str:
    """The sensitivity of the city's values in one period as a Markdown table."""
    names = dataset.names["ortsteil"]
    lines = []
    for row in sensitivity(dataset, period).to_dict("records"):
        furthest = f"{names[row['area']]} {_signed(row['area_percent'])} %" if row["area"] else ""
        told = [f"{row[amount] / 1000:,.0f} | {_signed(row[f'{amount}_percent'])}" for amount in AMOUNTS]
        lines.append(f"| {row['assumption']} | {' | '.join(told)} | {furthest} |")
    return "\n".join([*HEAD, *lines])


def _signed(percent: float) -> str:
    return f"{percent:+.1f}".replace("-", "−").replace("+0.0", "0").replace("−0.0", "0")


@dataclass(frozen=True)
class Variant:
    """One assumption changed, all others as they are; connected: percent of the rest that also has district heat;
    added: whether all dwellings added since 2011 have it.
    """

    assumption: str
    given: Factors
    mix: str = MIX
    connected: float = 0.0
    added: bool = False


def sensitivity(dataset: Dataset, period: str) -> pd.DataFrame:
    """One assumption changed at a time, for the whole city in one period: columns `SENSITIVITY`, the model first.

    heat in MWh, emissions by life cycle and direct ones in tonnes, all with their difference from the model in percent;
    area: the Ortsteil whose heat differs most, and by how many percent; empty where all differ alike.
    """
    every = {variant.assumption: _outcome(dataset, variant, period) for variant in _variants(dataset)}
    rows = [(assumption, *_differences(found, every[MODEL])) for assumption, found in every.items()]
    return pd.DataFrame(rows, columns=SENSITIVITY)


def _variants(dataset: Dataset) -> list[Variant]:
    given = factors()
    off, heat = given.uncertainty, given.life_cycle[DISTRICT_HEAT]
    return [
        Variant(MODEL, given),
        Variant(f"every rate of consumption −{100 * off:.0f} %", _rates(given, 1 - off)),
        Variant(f"every rate of consumption +{100 * off:.0f} %", _rates(given, 1 + off)),
        Variant("one rate for all ages", replace(given, consumption=dict.fromkeys(AGES, given.average))),
        Variant("older blocks not renovated more than elsewhere", given, "sizes, not renovated"),
        Variant("age alone, by dwellings of 2011", given, "dwellings"),
        Variant("age alone, by buildings", given, "buildings"),
        Variant(f"factor of district heat −{STEP} %", with_district_heat(given, heat * (1 - STEP / 100))),
        Variant(f"factor of district heat +{STEP} %", with_district_heat(given, heat * (1 + STEP / 100))),
        Variant("district heat grown everywhere to the city's share of 2022", given, connected=_grown(dataset, given)),
        Variant("district heat in every dwelling added since 2011", given, added=True),
        Variant("all without district heat use gas", replace(given, rest={"gas": 1.0})),
    ]


def _outcome(dataset: Dataset, variant: Variant, period: str) -> pd.DataFrame:
    """Heat and emissions of each Ortsteil, columns `AMOUNTS`, by area."""
    heat = residential_heat(dataset, variant.given, variant.mix)
    heat = heat[heat["period"] == period]
    share = connected(district_heat_share(dataset), variant.connected)
    if variant.added:
        new = share["area"].map(_added(dataset, period)).fillna(0.0)
        share = share.assign(value=share["value"] * (1 - new) + new)
    frames = (heat, *(emitted(heat, share, variant.given, kind) for kind in ("life_cycle", "direct")))
    return pd.DataFrame({name: one.set_index("area")["value"] for name, one in zip(AMOUNTS, frames, strict=True)})


def _added(dataset: Dataset, period: str) -> pd.Series:
    """By Ortsteil the share of dwellings that were added since 2011."""
    table = ortsteile(dataset, {"value": "kd6-5/Wohnungen"})
    first, last = (table[table["period"] == at].set_index("area")["value"] for at in (FIRST, period))
    return ((last - first) / last).clip(lower=0)


def _differences(found: pd.DataFrame, model: pd.DataFrame) -> tuple[float | str, ...]:
    total, usual = found.sum(skipna=False), model.sum(skipna=False)
    percent = 100 * (total / usual - 1)
    by_area = 100 * (found["heat"] / model["heat"] - 1)
    apart = (by_area - percent["heat"]).abs().max() > SAME
    furthest = str(by_area.abs().idxmax()) if apart else ""
    return (
        *(float(one[amount]) for amount in AMOUNTS for one in (total, percent)),
        furthest,
        float(by_area[furthest]) if furthest else 0.0,
    )


def _rates(given: Factors, times: float) -> Factors:
    return replace(given, consumption={age: rate * times for age, rate in given.consumption.items()})


def _grown(dataset: Dataset, given: Factors) -> float:
    """Percent of the dwellings without district heat in 2011 that must have it for the city's share of 2022."""
    every = dwellings(dataset)
    city = every[every["area"] == CITY].iloc[0]
    share = float(city["connected"]) / float(city["dwellings"])
    return 100 * (given.dwellings[DISTRICT_HEAT] - share) / (1 - share)


if __name__ == "__main__":
    print(table(store.current()))
