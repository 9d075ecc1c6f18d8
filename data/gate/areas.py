"""New boundaries beside those held: an area that has another name, or lies elsewhere."""

from typing import Final

import geopandas as gpd
import shapely

from data.gate.finding import Finding, finding

SHARED: Final = 0.8
"""Share of an area that boundaries may not leave: the largest change known moved 8 % of an Ortsteil to another one."""

LONGEST: Final = 200
"""Letters of a list of changes."""


def changed(areas: gpd.GeoDataFrame, held: gpd.GeoDataFrame) -> list[Finding]:
    """A finding where names have changed, and one where areas lie elsewhere. Columns code, name and geometry."""
    both = areas.merge(held[["code", "name", "geometry"]], on="code", suffixes=("", "_held"))
    found = []
    named = both[both["name"] != both["name_held"]]
    if len(named):
        rows = named[["code", "name_held", "name"]].to_numpy()
        changes = ", ".join(f"{code} {old} → {new}" for code, old, new in rows)[:LONGEST]
        told = finding(
            "names", "ask", "areas with another name than held: {count} ({changes})", count=len(named), changes=changes
        )
        found.append(told)
    new, old = both["geometry"].to_numpy(), both["geometry_held"].to_numpy()
    shared = shapely.area(shapely.intersection(new, old)) / shapely.area(shapely.union(new, old))
    moved = both[shared < SHARED]
    if len(moved):
        told = finding(
            "places",
            "ask",
            "areas that lie elsewhere than held: {count}; {area} keeps {share} of its place, expected at least "
            "{share_least}",
            count=len(moved),
            area=str(moved["code"].iloc[0]),
            share=float(shared[shared < SHARED][0]),
            share_least=SHARED,
        )
        found.append(told)
    return found
