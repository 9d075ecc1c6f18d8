"""python -m benchmarks.energy: the table of docs/energy-model.md that says what each assumption is worth."""

from typing import Final

from data import store
from data.store import Dataset
from indicators.energy.uncertainty import sensitivity

PERIOD: Final = "2022"
HEAD: Final = (
    "| assumption changed | heat, GWh | % | emissions, 1,000 t CO₂e | % | district furthest off |",
    "|---|--:|--:|--:|--:|---|",
)


def table(dataset: Dataset, period: str = PERIOD) -> str:
    """The sensitivity of the city's values in one period as a Markdown table."""
    names = dataset.names["ortsteil"]
    lines = []
    for row in sensitivity(dataset, period).to_dict("records"):
        furthest = f"{names[row['area']]} {_signed(row['area_percent'])} %" if row["area"] else ""
        heat, emissions = f"{row['heat'] / 1000:,.0f}", f"{row['emissions'] / 1000:,.0f}"
        changes = _signed(row["heat_percent"]), _signed(row["emissions_percent"])
        lines.append(f"| {row['assumption']} | {heat} | {changes[0]} | {emissions} | {changes[1]} | {furthest} |")
    return "\n".join([*HEAD, *lines])


def _signed(percent: float) -> str:
    return f"{percent:+.1f}".replace("-", "−").replace("+0.0", "0").replace("−0.0", "0")


if __name__ == "__main__":
    print(table(store.current()))
