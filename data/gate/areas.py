"""New boundaries beside those held: an area that has another name, or lies elsewhere."""

from typing import Final

import geopandas as gpd
import shapely

from data.gate.finding import Finding

SHARED: Final = 0.8
"""Share of an area that boundaries may not leave: the largest change known moved 8 % of an Ortsteil to another one."""


def changed(areas: gpd.GeoDataFrame, held: gpd.GeoDataFrame) -> list[Finding]:
    """A finding where names have changed, and one where areas lie elsewhere. Columns code, name and geometry."""
    both = areas.merge(held[["code", "name", "geometry"]], on="code", suffixes=("", "_held"))
    found = []
    named = both[both["name"] != both["name_held"]]
    if len(named):
        told = ", ".join(f"{code} {old} is {new}" for code, new, old in named[["code", "name", "name_held"]].to_numpy())
        found.append(Finding("names", "ask", f"{len(named)} areas have another name than the one held: {told[:200]}"))
    new, old = both["geometry"].to_numpy(), both["geometry_held"].to_numpy()
    shared = shapely.area(shapely.intersection(new, old)) / shapely.area(shapely.union(new, old))
    moved = both[shared < SHARED]
    if len(moved):
        first = f"{moved['code'].iloc[0]} {moved['name'].iloc[0]} shares {shared[shared < SHARED][0]:.0%}"
        told = f"{len(moved)} areas lie elsewhere than those held, {first}, expected at least {SHARED:.0%}"
        found.append(Finding("places", "ask", told))
    return found
