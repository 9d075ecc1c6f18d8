"""Boundaries of Leipzig's 63 Ortsteile and 10 Stadtbezirke, from the city's two GeoJSON files.

The files are in EPSG:25833 (metres) and name it in a `crs` member. An Ortsteil has `OT` (two digits) and
`Name`, a Stadtbezirk `SBZ` (one digit) and `Name`; the first digit of `OT` is the Stadtbezirk. Stadtbezirke
and city are dissolved from the Ortsteile, so that all levels share their edges exactly; the publisher's own
Stadtbezirke are only compared with them.

Measured on the files of August 2026: 297.8 km² in all, and the publisher's Stadtbezirke are the unions of
their Ortsteile (0.0 m² apart at a grid of 1 cm). Simplified with a tolerance of 20 m, 27,315 points of the
Ortsteile become 4,460, no boundary moves by more than 49 m, and gaps and overlaps stay below 1 m² in all.
"""

import json
import re
from collections.abc import Iterable
from typing import Any, Final, Literal, cast

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from data import observations
from data.areas import CITY, COLUMNS, COUNTS, LEVELS, Level
from data.checks import Check, counted
from data.sources.http import SourceError
from data.sources.source import Fetch, Reading, Source, origin

_FOLDER: Final = (
    "https://static.leipzig.de/fileadmin/mediendatenbank/leipzig-de/Stadt/02.1_Dez1_Allgemeine_Verwaltung"
    "/12_Statistik_und_Wahlen/Geodaten"
)
URLS: Final[dict[Literal["ortsteil", "stadtbezirk"], str]] = {
    "ortsteil": f"{_FOLDER}/Ortsteile_Leipzig_UTM33N.json",
    "stadtbezirk": f"{_FOLDER}/Stadtbezirke_Leipzig_UTM33N.json",
}

PROJECTED: Final = "EPSG:25833"
GEOGRAPHIC: Final = "EPSG:4326"
GRID: Final = 0.01
"""Precision of the boundaries, metres: finer differences between neighbours are noise."""
SLACK: Final = 1.0
"""Square metres by which geometries that should coincide may differ, summed."""
AGREEMENT: Final = 10_000.0
"""Square metres by which a published Stadtbezirk may differ from its Ortsteile: one hectare, a digitiser's
difference. It is not used for anything else."""
BOX: Final = (300_000, 5_670_000, 340_000, 5_715_000)
"""Around Leipzig, EPSG:25833: west, south, east, north. Tells swapped axes and degrees."""
PLAUSIBLE_KM2: Final = (290.0, 305.0)

_Geometries = npt.NDArray[Any]
_Served = Literal["ortsteil", "stadtbezirk"]


def parse(ortsteile: bytes, stadtbezirke: bytes) -> gpd.GeoDataFrame:
    """All areas of Leipzig, in EPSG:25833: 63 Ortsteile, 10 Stadtbezirke, the city.

    Columns code, level, name, parent (Stadtbezirk of an Ortsteil, city of a Stadtbezirk, '' of the city),
    km2 (of the geometry as published) and geometry; sorted by level in this order, then by code.
    Raises SourceError unless counts, codes, names, geometry and total area are what they should be.
    """
    small = _file(ortsteile, "ortsteil", "OT")
    large = _file(stadtbezirke, "stadtbezirk", "SBZ")
    _check_ortsteile(small)
    _check_codes(small, large)
    geometry = _all_levels(small["code"].tolist(), small.geometry.to_numpy())
    areas = gpd.GeoDataFrame(
        {
            "code": [*small["code"], *large["code"], CITY],
            "level": [level for level in LEVELS for _ in range(COUNTS[level])],
            "name": [*small["name"], *large["name"], "Leipzig"],
            "parent": [*small["code"].str[0], *[CITY] * len(large), ""],
            "km2": shapely.area(geometry) / 1e6,
        },
        geometry=geometry,
        crs=PROJECTED,
    )
    _check_unions(areas, large)
    return areas


def _read(fetch: Fetch, areas: gpd.GeoDataFrame) -> Reading:
    """What is told of areas that these answers gave; boundaries have no observations."""
    downloads = [fetch(url) for url in URLS.values()]
    served = areas[areas["level"] != "city"]
    km2 = served.loc[served["level"] == "ortsteil", "km2"].sum()
    least, most = PLAUSIBLE_KM2
    apart = _apart(areas, _file(downloads[1].body, "stadtbezirk", "SBZ"))
    checks = (
        Check("codes and names, each once and as many as there are areas", counted(served["level"])),
        Check("valid polygons within the box around Leipzig", f"{int(served.is_valid.sum())} of {len(served)}"),
        Check("neighbouring Ortsteile share their edges", "all"),
        Check(f"Ortsteile sum to {least:g} to {most:g} km²", f"{km2:.1f} km²"),
        Check(f"Stadtbezirke at most {AGREEMENT:,.0f} m² apart from their Ortsteile", f"at most {max(apart):,.0f} m²"),
    )
    return Reading(pd.DataFrame(columns=observations.COLUMNS), checks, origin(downloads), counted(areas["level"]))


SOURCE: Final = Source(
    "boundaries",
    "Ortsteile und Stadtbezirke",
    tuple(URLS.values()),
    "dl-de/by-2-0",
    "Stadt Leipzig, Amt für Statistik und Wahlen",
    _read,
)


def simplify(areas: gpd.GeoDataFrame, tolerance: float = 20.0) -> gpd.GeoDataFrame:
    """The areas of `parse` with simpler outlines, in WGS84 with 5 decimals (0.7 to 1.1 m in Leipzig).

    tolerance: metres, see shapely's `coverage_simplify`. Neighbours stay seamless: the Ortsteile are
    simplified as one coverage, the levels above dissolved from them. km2 stays that of the full geometry.
    Raises SourceError where the result has gaps, overlaps or other neighbours than before.
    """
    small = areas[areas["level"] == "ortsteil"]
    before = small.geometry.to_numpy()
    simpler = gpd.GeoSeries(shapely.coverage_simplify(before, tolerance), crs=PROJECTED).to_crs(GEOGRAPHIC)
    # Every point is rounded by itself, so that a point of two neighbours stays one point.
    rounded = shapely.transform(simpler.to_numpy(), lambda points: np.round(points, 5))
    rounded = shapely.remove_repeated_points(rounded)
    _check_seams(before, gpd.GeoSeries(rounded, crs=GEOGRAPHIC).to_crs(PROJECTED).to_numpy())
    geometry = gpd.GeoSeries(_all_levels(small["code"].tolist(), rounded), index=areas.index, crs=GEOGRAPHIC)
    return areas.set_geometry(geometry)


def geojson(simplified: gpd.GeoDataFrame, level: Level) -> bytes:
    """One level of `simplify` as a compact GeoJSON FeatureCollection, UTF-8.

    A feature's id is the area's code; its properties are code, name, parent and km2 (4 decimals).
    """
    rows = simplified[simplified["level"] == level]
    # Clockwise, against RFC 7946: plotly draws through d3-geo, which takes a ring for the outline of what
    # lies on its right. The other way round, each district would fill the globe except for itself.
    outlines = shapely.orient_polygons(rows.geometry.to_numpy(), exterior_cw=True)
    features = [
        {
            "type": "Feature",
            "id": row.code,
            "properties": {
                "code": row.code,
                "name": row.name,
                "parent": row.parent,
                "km2": round(row.km2, 4),
            },
            "geometry": shapely.geometry.mapping(outline),
        }
        for row, outline in zip(rows[COLUMNS].itertuples(index=False), outlines, strict=True)
    ]
    collection = {"type": "FeatureCollection", "features": features}
    return json.dumps(collection, ensure_ascii=False, separators=(",", ":")).encode()


def _all_levels(codes: list[str], ortsteile: _Geometries) -> _Geometries:
    """The Ortsteile, then the Stadtbezirke and the city dissolved from them; one part is a Polygon."""
    first_digits = np.array([code[0] for code in codes])
    dissolved = [shapely.coverage_union_all(ortsteile[first_digits == digit]) for digit in np.unique(first_digits)]
    geometry = np.array([*ortsteile, *dissolved, shapely.coverage_union_all(ortsteile)])
    single = shapely.get_num_geometries(geometry) == 1
    return np.where(single, shapely.get_geometry(geometry, 0), geometry)


def _file(body: bytes, level: _Served, key: str) -> gpd.GeoDataFrame:
    """Columns code, name, geometry of one file, sorted by code; every feature checked by itself."""
    features = _features(body, level)
    try:
        codes = [feature["properties"][key] for feature in features]
        names = [feature["properties"]["Name"] for feature in features]
        geometry = shapely.from_geojson([json.dumps(feature["geometry"]) for feature in features])
    except (KeyError, TypeError, shapely.errors.ShapelyError) as error:
        raise _refused(level, f"a feature is broken ({error!r})", f"{key}, Name and a geometry") from error
    digits = 2 if level == "ortsteil" else 1
    west, south, east, north = BOX
    good: dict[str, Iterable[object]] = {
        f"codes of {digits} digits": [isinstance(c, str) and re.fullmatch("[0-9]" * digits, c) for c in codes],
        "names": [isinstance(name, str) and name.strip() for name in names],
        "valid polygons": shapely.is_valid(geometry) & (shapely.area(geometry) > 0),
        "places in Leipzig in EPSG:25833": shapely.within(geometry, shapely.box(west, south, east, north)),
    }
    for expected, kept in good.items():
        wrong = [(code, name) for code, name, ok in zip(codes, names, kept, strict=True) if not ok]
        if wrong:
            raise _refused(level, f"{len(wrong)} features break a rule, first {wrong[0]}", expected)
    for what, values in (("features", codes), ("codes", set(codes)), ("names", set(names))):
        if len(values) != COUNTS[level]:
            raise _refused(level, f"it has {len(values)} {what}", f"{COUNTS[level]}")
    frame = gpd.GeoDataFrame(
        {"code": codes, "name": [name.strip() for name in names]},
        geometry=shapely.set_precision(geometry, GRID),
        crs=PROJECTED,
    )
    return frame.sort_values("code", ignore_index=True)


def _features(body: bytes, level: _Served) -> list[dict[str, Any]]:
    try:
        collection = json.loads(body)
    except ValueError as error:
        raise _refused(level, f"it is not JSON but begins {body[:40]!r}", "GeoJSON") from error
    if not isinstance(collection, dict) or not isinstance(collection.get("features"), list):
        raise _refused(level, "it has no list of features", "a GeoJSON FeatureCollection")
    crs = json.dumps(collection.get("crs"))
    if not re.search(r"EPSG:[\d.]*:?25833\"", crs):
        raise _refused(level, f"its crs is {crs}", PROJECTED)
    return cast("list[dict[str, Any]]", collection["features"])


def _check_ortsteile(small: gpd.GeoDataFrame) -> None:
    ortsteile = small.geometry.to_numpy()
    if not shapely.coverage_is_valid(ortsteile):
        edges = shapely.length(shapely.coverage_invalid_edges(ortsteile))
        names = small["name"][edges > 0].tolist()
        raise _refused("ortsteil", f"edges do not meet in {names}", "neighbours that share their edges")
    km2 = shapely.area(ortsteile).sum() / 1e6
    least, most = PLAUSIBLE_KM2
    if not least <= km2 <= most:
        raise _refused("ortsteil", f"the areas sum to {km2:.1f} km²", f"{least:g} to {most:g} km²")


def _check_codes(small: gpd.GeoDataFrame, large: gpd.GeoDataFrame) -> None:
    of = set(small["code"].str[0])
    if of != set(large["code"]):
        raise _refused("stadtbezirk", f"its codes are {[*large['code']]}", f"{sorted(of)}")


def _check_unions(areas: gpd.GeoDataFrame, large: gpd.GeoDataFrame) -> None:
    for code, apart in zip(large["code"], _apart(areas, large), strict=True):
        if apart > AGREEMENT:
            came = f"Stadtbezirk {code} and its Ortsteile differ by {apart:,.0f} m²"
            raise _refused("stadtbezirk", came, f"at most {AGREEMENT:,.0f} m²")


def _apart(areas: gpd.GeoDataFrame, large: gpd.GeoDataFrame) -> _Geometries:
    """Square metres by which each Stadtbezirk as published differs from the union of its Ortsteile."""
    unions = areas.loc[areas["level"] == "stadtbezirk", "geometry"].to_numpy()
    return cast("_Geometries", shapely.area(shapely.symmetric_difference(large.geometry.to_numpy(), unions)))


def _check_seams(before: _Geometries, after: _Geometries) -> None:
    """No gap, no overlap, the same neighbours; both in EPSG:25833, in the same order."""
    union = shapely.union_all(after)
    pairs = _neighbours(after)
    gaps = sum(shapely.Polygon(hole).area for part in shapely.get_parts(union) for hole in part.interiors)
    overlaps = shapely.area(shapely.intersection(after[pairs[0]], after[pairs[1]])).sum()
    excess = abs(shapely.area(after).sum() - union.area)
    kept = np.array_equal(pairs, _neighbours(before))
    if not shapely.is_valid(after).all() or max(gaps, overlaps, excess) > SLACK or not kept:
        came = f"simplifying left {gaps:.1f} m² of gaps, {overlaps:.1f} m² of overlaps"
        raise _refused("ortsteil", f"{came}, {'the same' if kept else 'other'} neighbours", "none; lower the tolerance")


def _neighbours(areas: _Geometries) -> npt.NDArray[np.intp]:
    """Positions of each two areas that share more than a point, 2 rows, sorted."""
    one, other = shapely.STRtree(areas).query(areas, predicate="intersects")
    one, other = one[one < other], other[one < other]
    share = shapely.length(shapely.intersection(areas[one], areas[other])) > 0
    order = np.lexsort((other[share], one[share]))
    return np.stack([one[share][order], other[share][order]])


def _refused(level: _Served, came: str, expected: str) -> SourceError:
    return SourceError(f"{URLS[level]}: {came}; expected {expected}; look at the file before using it")
