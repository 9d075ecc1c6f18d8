"""python -m benchmarks.heat_variants: the tables of docs/energy-model.md that compare variants of the heat model."""

from itertools import combinations
from typing import Final

import pandas as pd

from data import store
from data.store import Dataset
from indicators.energy.buildings import AGES
from indicators.energy.factors import factors
from indicators.energy.heat import residential_heat
from indicators.energy.mixes import MODEL
from indicators.energy.sizes import COLUMNS, SIZES, TYPES, relative, stock

PERIODS: Final = ("2013", "2022")
VARIANTS: Final = {
    "a": "a: age alone",
    "b": "b: size × age",
    "c": "c: size × age × renovation",
    "unscaled": "b at IWU’s own level",
}
MIX: Final = {"a": "buildings", "b": "sizes, not renovated", "c": MODEL}
SHOWN: Final = ("63", "33", "42", "25", "61", "65", "43", "70")
"""Districts of houses, of houses and blocks, of blocks of 1949 to 1990, and of blocks from before 1919."""
NEW: Final = ("1991_2000", "2001_2010", "from_2011")


def rates() -> dict[str, "pd.Series[float]"]:
    """kWh per m² by size and age (`COLUMNS`) of each variant but `a`."""
    measured = pd.Series({f"{size} {age}": factors().consumption[age] for size in SIZES for age in AGES})
    types = pd.Series({f"{size} {age}": TYPES["types"][size][age] for size in SIZES for age in AGES})
    return {"b": measured * relative(renovated=False), "c": measured * relative(), "unscaled": types}


def living(dataset: Dataset, period: str) -> pd.DataFrame:
    """Living space of the Ortsteile in 1,000 m², columns `COLUMNS`."""
    every = stock(dataset)
    return every[every["period"] == period].set_index("area")[list(COLUMNS)]


def per_m2(dataset: Dataset, period: str) -> pd.DataFrame:
    """kWh per m² of each Ortsteil by variant."""
    space = living(dataset, period)
    found = {"unscaled": space @ rates()["unscaled"]}
    for name, mix in MIX.items():
        heat = residential_heat(dataset, mix=mix)
        found[name] = heat[heat["period"] == period].set_index("area")["value"]
    return pd.DataFrame(found).div(space.sum(axis=1), axis=0)


def told_apart(values: "pd.Series[float]") -> float:
    """Percent of all pairs whose values differ by more than both rates of consumption may be off."""
    off = factors().uncertainty
    pairs = [min(pair) * (1 + off) < max(pair) * (1 - off) for pair in combinations(values.tolist(), 2)]
    return 100 * sum(pairs) / len(pairs)


def by_type(dataset: Dataset) -> str:
    """kWh per m² of a type of building in b and c."""
    city, found = living(dataset, PERIODS[-1]).sum(), rates()
    lines = ["| built | houses, b and c | blocks, b | blocks, c | living space in houses |", "|---|--:|--:|--:|--:|"]
    for age in AGES:
        houses, blocks = (f"{size} {age}" for size in SIZES)
        own = (found["b"][houses], found["b"][blocks], found["c"][blocks])
        share = 100 * city[houses] / (city[houses] + city[blocks])
        lines.append(f"| {age.replace('_', ' ')} | {' | '.join(f'{one:.0f}' for one in own)} | {share:.0f} % |")
    return "\n".join(lines)


def comparison(dataset: Dataset) -> str:
    """The variants against what was not used to fit them."""
    (old, space), (early, late) = ([make(dataset, at) for at in PERIODS] for make in (living, per_m2))
    total, blocks = space.sum(axis=1), space[[column for column in COLUMNS if column.startswith("blocks")]]
    new = space[[f"{size} {age}" for size in SIZES for age in NEW]].sum(axis=1) / total
    in_blocks = {
        name: (blocks * rate[blocks.columns]).sum().sum() / blocks.sum().sum() for name, rate in rates().items()
    }
    cities = {name: (late[name] * total).sum() for name in VARIANTS}
    rows = {
        "city 2022, GWh": {name: f"{heat / 1000:,.0f}" for name, heat in cities.items()},
        "city 2022, kWh/m²": {name: f"{heat / total.sum():.1f}" for name, heat in cities.items()},
        "city 2013, GWh": {name: f"{(early[name] * old.sum(axis=1)).sum() / 1000:,.0f}" for name in VARIANTS},
        "blocks 2022, kWh/m²": {name: f"{in_blocks[name]:.0f}" if name in in_blocks else "" for name in VARIANTS},
        "lowest and highest district": {name: f"{late[name].min():.0f} to {late[name].max():.0f}" for name in VARIANTS},
        "r with the share built from 1991 on": {
            name: f"{late[name].corr(new):.2f}".replace("-", "−") for name in VARIANTS
        },
        "pairs told apart by rates alone": {name: f"{told_apart(late[name]):.0f} %" for name in VARIANTS},
        **{dataset.names["ortsteil"][area]: late.loc[area].map("{:.0f}".format).to_dict() for area in SHOWN},
    }
    head = f"| | {' | '.join(VARIANTS.values())} |", "|---|" + "--:|" * len(VARIANTS)
    return "\n".join(
        [*head, *(f"| {what} | {' | '.join(row[name] for name in VARIANTS)} |" for what, row in rows.items())]
    )


if __name__ == "__main__":
    shipped = store.current()
    print(by_type(shipped), comparison(shipped), sep="\n\n")
