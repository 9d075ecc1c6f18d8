"""The year of an energy district as one document, for programs."""

from dataclasses import asdict
from typing import Any, Final

import numpy as np
import pandas as pd

from exports.area_ids import of_areas
from exports.energy_district import about
from exports.energy_district.assumptions import assumptions
from exports.energy_district.ranges import ranges
from exports.energy_district.stamp import ESTIMATED, KIND
from indicators.energy.district.asked import District
from indicators.energy.district.stock import plausible_kwp
from locales import Language
from words.energy_district import sentence

COUNTS: Final = ("residents", "households", "buildings", "houses", "cars")


def document(lang: Language, district: District, area: str, level: str) -> dict[str, Any]:
    """What it is about, the measures, every column of `year.COLUMNS` with its range, and what it is built on; a share
    of nothing is None. area, level: see `stamp`."""
    outcome, (ids, parents) = district.outcome, of_areas(district.dataset, [area])
    return {
        "data_version": district.dataset.version,
        "lang": lang,
        "status": ESTIMATED,
        "kind": KIND,
        "what_if": about.what_if(lang),
        "sentence": sentence(lang, district),
        "area": area,
        "name": district.name,
        "level": level,
        "area_id": ids[0],
        "parent": parents[0],
        "districts": list(district.codes),
        "stock_year": outcome.period,
        "measures": {name: _plain(value) for name, value in asdict(district.done).items()},
        **{str(column): _plain(value) for column, value in outcome.year.items()},
        "ranges": _ranges(ranges(district)),
        "needed": _needed(district),
        "stock": {name: _plain(outcome.place[name]) for name in COUNTS},
        "definition": about.positive(lang),
        "ranges_are": about.ranges(lang),
        "weather": about.weather(lang),
        "not_in_it": list(about.left_out(lang)),
        "assumptions": [_row(row) for row in assumptions(lang, district.given).to_dict("records")],
        "sources": about.sources(district),
    }


def _needed(district: District) -> dict[str, Any]:
    """`kwp_needed` in other measures, beside the kWp that the buildings of the place can bear."""
    kwp, place = float(district.outcome.year["kwp_needed"]), district.outcome.place
    per_kwp = district.given.numbers["photovoltaics.area"]["m2_per_kwp"]
    return {
        "kwp_per_resident": _plain(kwp / place["residents"]) if place["residents"] else None,
        "kwp_per_building": _plain(kwp / place["buildings"]) if place["buildings"] else None,
        "module_m2": _plain(kwp * per_kwp),
        "plausible_kwp": _plain(plausible_kwp(place, district.given)),
    }


def _ranges(ends: pd.DataFrame) -> dict[str, Any]:
    return {str(column): {"low": _plain(low), "high": _plain(high)} for column, low, high in ends.itertuples()}


def _row(row: dict[Any, Any]) -> dict[str, Any]:
    """An assumption, without the ends of a range that it does not have."""
    return {name: value for name, value in row.items() if pd.notna(value)}


def _plain(value: Any) -> bool | float | None:
    """A number or a yes or no as JSON has it, None for NaN."""
    if pd.isna(value):
        return None
    return bool(value) if isinstance(value, (bool, np.bool_)) else float(value)
