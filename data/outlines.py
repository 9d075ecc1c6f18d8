"""Outlines of the areas as maps draw them: simpler, neighbours still seamless, clockwise.

Measured on the boundaries of August 2026, with a tolerance of 20 m: 27,315 points of the Ortsteile become 4,460, and no
boundary moves by more than 49 m.
"""

import json
from typing import Final

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import shapely

from data.areas import Level
from data.sources.leipzig_boundaries import Geometries, all_levels, refused

GEOGRAPHIC: Final = "EPSG:4326"


def simplify(areas: gpd.GeoDataFrame, tolerance: float = 20.0) -> gpd.GeoDataFrame:
    """The areas with simpler outlines, in WGS84 with 5 decimals (0.7 to 1.1 m in Leipzig).

    areas: from `leipzig_boundaries.parse`; tolerance: metres, see shapely's `coverage_simplify`. The Ortsteile are
    simplified as one coverage, the levels above dissolved from them. km2 stays that of the full geometry.
    Raises SourceError where the result has gaps, overlaps or other neighbours than before.
    """
    small = areas[areas["level"] == "ortsteil"]
    simpler = small.geometry.simplify_coverage(tolerance).to_crs(GEOGRAPHIC)
    # Every point is rounded by itself, so that a point of two neighbours stays one point.
    rounded = shapely.transform(simpler.to_numpy(), lambda points: np.round(points, 5))
    rounded = shapely.remove_repeated_points(rounded)
    _check_seams(small.geometry.to_numpy(), rounded)
    geometry = all_levels(small["code"].tolist(), rounded)
    return areas.set_geometry(gpd.GeoSeries(geometry, index=areas.index, crs=GEOGRAPHIC))


def geojson(simplified: gpd.GeoDataFrame, level: Level) -> bytes:
    """One level of `simplify` as a compact GeoJSON FeatureCollection, UTF-8.

    A feature's id is the area's code; its properties are code, name, parent and km2, in all digits,
    so that whoever computes a density again gets ours.
    """
    rows = simplified[simplified["level"] == level].set_index("code", drop=False).drop(columns="level")
    # Clockwise, against RFC 7946: plotly draws through d3-geo, which takes a ring for the outline of what
    # lies on its right. The other way round, each district would fill the globe except for itself.
    clockwise = rows.set_geometry(shapely.orient_polygons(rows.geometry.to_numpy(), exterior_cw=True))
    features = [{"type": "Feature", **feature} for feature in clockwise.iterfeatures()]
    collection = {"type": "FeatureCollection", "features": features}
    return json.dumps(collection, ensure_ascii=False, separators=(",", ":")).encode()


def _check_seams(before: Geometries, after: Geometries) -> None:
    """No gap, no overlap, the same neighbours; both in the same order."""
    if not shapely.is_valid(after).all() or not shapely.coverage_is_valid(after):
        raise refused("ortsteil", "simplifying left overlaps", "none; lower the tolerance")
    gaps = shapely.get_num_interior_rings(shapely.get_parts(shapely.coverage_union_all(after))).sum()
    if gaps or not np.array_equal(_neighbours(before), _neighbours(after)):
        raise refused("ortsteil", f"simplifying left {gaps} gaps or other neighbours", "none; lower the tolerance")


def _neighbours(areas: Geometries) -> npt.NDArray[np.intp]:
    """Positions of each two areas that share more than a point, 2 rows, sorted."""
    one, other = shapely.STRtree(areas).query(areas, predicate="intersects")
    one, other = one[one < other], other[one < other]
    share = shapely.length(shapely.intersection(areas[one], areas[other])) > 0
    order = np.lexsort((other[share], one[share]))
    return np.stack([one[share][order], other[share][order]])
