"""The year's energy of a district: what is needed beside what of it is renewable, in the same parts."""

from typing import Final

import pandas as pd

from charts.stacked import stacked
from indicators.energy.district.asked import District
from locales import Language, text
from pictures.energy_district.frame import captions, colours, picture, with_reason
from pictures.picture import Drawn
from pictures.request import Request
from words import energy_district
from words.energy_units import energy

NEEDED: Final = ("own", "solar_heat", "renewable_heat", "outside", "other_heat", "burnt")
RENEWABLE: Final = ("own", "solar_heat", "renewable_heat", "fed_in", "lost")
"""Parts of both bars: those that are in both stand first, so that what one has beyond the other stands at its end."""
PARTS: Final = (*NEEDED, *RENEWABLE[3:])


@with_reason
def flows(request: Request, district: District) -> Drawn:
    """Two bars: final energy, and renewable energy; positive where the second is at least as long."""
    lang, rows = request.lang, amounts(district)
    unit = energy(float(rows.groupby("bar")["mwh"].sum().max()))
    names = {"needed": text(lang, "needed"), "renewable": text(lang, "renewable")}
    shown = [part for part in PARTS if unit.shown(float(rows.loc[rows["part"] == part, "mwh"].max())) > 0]
    there = rows[rows["part"].isin(shown)]
    bars = pd.DataFrame(
        {
            "name": there["bar"].map(names),
            "part": there["part"].map(shown.index),
            "value": there["mwh"] * unit.times,
            "label": [unit.bare(lang, amount) for amount in there["mwh"]],
            "told": [unit.told(lang, amount) for amount in there["mwh"]],
        }
    )
    own = colours(request.theme)
    figure = stacked(
        bars,
        [part_name(lang, part) for part in shown],
        [getattr(own, part) for part in shown],
        captions(
            request,
            text(lang, "energy of dwellings over a year"),
            text(lang, "{unit} a year; positive where the lower bar is at least as long", unit=unit.name),
        ),
        request.theme,
    )
    return picture(request, "balance", figure, energy_district.balance(lang, district), rows)


def amounts(district: District) -> pd.DataFrame:
    """Columns bar (`needed`, `renewable`), part, mwh: the parts of a bar add up to final and to renewable energy."""
    year = district.outcome.year
    renewable = district.done.renewable_heat / 100 * year["district_heat_mwh"]
    of = {
        "own": year["own_use_mwh"],
        "solar_heat": year["solar_heat_mwh"],
        "renewable_heat": renewable,
        "outside": year["import_mwh"],
        "other_heat": year["district_heat_mwh"] - renewable,
        "burnt": year["burnt_mwh"],
        "fed_in": year["export_mwh"],
        "lost": year["losses_mwh"],
    }
    bars = {"needed": NEEDED, "renewable": RENEWABLE}
    rows = [(bar, part, float(of[part])) for bar, parts in bars.items() for part in parts]
    return pd.DataFrame(rows, columns=["bar", "part", "mwh"])


def part_name(lang: Language, part: str) -> str:
    """A part of the year's energy, as keys say it."""
    return {
        "own": text(lang, "electricity made and used here"),
        "outside": text(lang, "electricity from outside"),
        "fed_in": text(lang, "electricity fed in"),
        "lost": text(lang, "lost in the battery"),
        "solar_heat": text(lang, "solar heat"),
        "renewable_heat": text(lang, "renewable district heat"),
        "other_heat": text(lang, "other district heat"),
        "burnt": text(lang, "gas, oil and other fuel"),
    }[part]
