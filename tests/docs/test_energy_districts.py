"""The worked example and the figures of docs/energy-districts.md are what the model gives."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from pvlib import temperature

from data.store import Dataset
from indicators.energy.district import heat_pumps, profiles, sunlight
from indicators.energy.district.balance import Hours, balance
from indicators.energy.district.cases import cases
from indicators.energy.district.measures import Measures
from indicators.energy.district.stock import COLUMNS, HEAT, ortsteile
from indicators.energy.district.weather import HOURS, weather
from indicators.energy.district.year import year
from indicators.energy.factors import factors

TOLD = (Path(__file__).parents[2] / "docs" / "energy-districts.md").read_text("utf-8")
GIVEN = factors()
HAS = {"blocks district": 4_000.0, "blocks other": 6_000.0, "household": 3_000.0}
DONE = Measures(heat_pumps=50, pv_kwp=5_000, battery_kwh=2_000, battery_kw=1_000)
AT = int(HOURS.searchsorted(pd.Timestamp("2025-04-16 08:00+01:00")))


def _example() -> tuple[pd.DataFrame, Hours]:
    case = cases(pd.DataFrame([dict.fromkeys(COLUMNS, 0.0) | HAS], index=["place"]), DONE, GIVEN)
    return case, balance(case, GIVEN)


def _says(name: str, figure: str) -> bool:
    """Whether a row that begins with a name ends with a figure."""
    rows = (line.strip("| ").split("|") for line in TOLD.splitlines() if line.startswith("| "))
    return any(row[0].strip() == name and row[-1].strip() == figure for row in rows)


def test_one_hour_by_hand() -> None:
    _, hours = _example()
    every = {
        "made": hours.generation,
        "households": hours.household,
        "heat": hours.heat,
        "of that by pumps": hours.pumped,
        "electricity of pumps": hours.heat_pumps,
        "electric heaters": hours.electric_heating,
        "needed": hours.demand,
        "left over": hours.generation - hours.own_use,
        "into the battery": hours.generation - hours.own_use - hours.export,
        "it holds": hours.stored,
        "lost": hours.losses,
        "exported": hours.export,
    }
    for name, table in every.items():
        assert _says(name, f"{table[AT, 0]:.4f}"), name
    assert f"{hours.stored[AT - 1, 0]:.4f} + √0.86" in TOLD
    space, water = (each[AT] for each in profiles.heat("blocks"))
    assert f"10,000 × ({space:.9f} + {water:.9f})" in TOLD
    assert f"3,000 × {profiles.household()[AT]:.9f}" in TOLD
    assert f"= {heat_pumps.of_space(GIVEN)[AT]:.4f}; of" in TOLD
    assert f"= {heat_pumps.of_water(GIVEN)[AT]:.4f}." in TOLD


def test_the_roofs_of_that_hour() -> None:
    here = weather().iloc[AT]
    assert _says("air, °C", f"{here['temperature']:.1f}")
    assert _says("direct and diffuse, W/m²", f"{here['direct']:.0f} and {here['diffuse']:.0f}")
    sun = sunlight.sun().iloc[AT]
    assert _says("sun's zenith and azimuth", f"{sun['zenith']:.2f}° and {sun['azimuth']:.2f}°")
    for name, roof in GIVEN.table("roofs").items():
        whole, through = sunlight.on_roof(roof["tilt"], roof["azimuth"]).iloc[AT][["whole", "through"]]
        cell = temperature.faiman(whole, here["temperature"], here["wind"])
        power = through / 1_000 * (1 - 0.0035 * (cell - 25))
        row = f"| {name} | {roof['percent']:.0f} % | {whole:.1f} | {through:.1f} | {cell:.2f} | {power:.4f} |"
        assert row in TOLD
    assert f"{sunlight.per_kwp(GIVEN)[AT]:.4f} kWh per" in TOLD


def test_one_year_by_hand() -> None:
    case, hours = _example()
    found = year(case, hours, GIVEN).iloc[0]
    every = {
        "electricity needed": "electricity_demand_mwh",
        "made": "generation_mwh",
        "own use": "own_use_mwh",
        "import": "import_mwh",
        "lost in the battery": "losses_mwh",
        "export": "export_mwh",
        "final energy": "final_energy_mwh",
        "short of positive": "short_mwh",
        "burnt": "burnt_mwh",
    }
    for name, column in every.items():
        assert _says(name, f"{found[column]:,.1f}"), name
    assert f"= {found['self_sufficiency']:.1%}".replace("%", " %") in TOLD
    assert f"= {found['self_consumption']:.1%}".replace("%", " %") in TOLD
    assert f"{found['kwp_needed']:,.0f} kWp" in TOLD
    assert f"= {found['emissions_t']:,.1f} t CO₂e" in TOLD


def test_the_figures_beside_published_ones() -> None:
    assert f"{sunlight.per_kwp(GIVEN).sum():.0f} kWh per kWp for the mix" in TOLD
    both = [np.sum(profiles.heat(size), axis=0).max() for size in ("houses", "blocks")]
    assert f"{1 / both[0]:,.0f} houses, {1 / both[1]:,.0f} blocks" in TOLD
    annual = [1 / heat_pumps.electricity(GIVEN, size).sum() for size in ("houses", "blocks")]
    assert f"{annual[0]:.2f} houses, {annual[1]:.2f} blocks" in TOLD
    assert weather()["temperature"].mean() == pytest.approx(9.5, abs=0.05)


def test_the_city_beside_its_heat_plan(snapshot: Dataset) -> None:
    every = ortsteile(snapshot, GIVEN).sum() / 1e6
    network = every["houses district"] + every["blocks district"]
    assert f"dwellings: {every['household']:.1f}, {every[list(HEAT)].sum():.1f} and {network:.1f} |" in TOLD
