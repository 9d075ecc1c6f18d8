"""Boundaries of Leipzig's 63 Ortsteile and 10 Stadtbezirke, from the city's two GeoJSON files.

The files are in EPSG:25833 (metres) and name it in a `crs` member. An Ortsteil has `OT` (two digits) and
`Name`, a Stadtbezirk `SBZ` (one digit) and `Name`; the first digit of `OT` is the Stadtbezirk. Stadtbezirke
and city are dissolved from the Ortsteile, so that all levels share their edges exactly; the publisher's own
Stadtbezirke are only compared with them.

Measured on the files of August 2026: 297.8 km² in all, and the publisher's Stadtbezirke are the unions of
their Ortsteile (0.0 m² apart at a grid of 1 cm).
"""

import json
import re
from collections.abc import Iterable
from typing import Any, Final, Literal, cast
from unicodedata import normalize

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from data import observations
from data.areas import CITY, COUNTS, LEVELS
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
GRID: Final = 0.01
"""Precision of the boundaries, metres: finer differences between neighbours are noise."""
AGREEMENT: Final = 10_000.0
"""Square metres by which a published Stadtbezirk may differ from its Ortsteile: one hectare, a digitiser's
difference. It is not used for anything else."""
BOX: Final = (300_000, 5_670_000, 340_000, 5_715_000)
"""Around Leipzig, EPSG:25833: west, south, east, north. Tells swapped axes and degrees."""
PLAUSIBLE_KM2: Final = (290.0, 305.0)

NAME: Final = re.compile(r"[^\W\d_][\w .,/()'’-]*")

Geometries = npt.NDArray[Any]
Served = Literal["ortsteil", "stadtbezirk"]


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
    geometry = all_levels(small["code"].tolist(), small.geometry.to_numpy())
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


def all_levels(codes: list[str], ortsteile: Geometries) -> Geometries:
    """The Ortsteile, then the Stadtbezirke and the city dissolved from them; one part is a Polygon."""
    first_digits = np.array([code[0] for code in codes])
    dissolved = [shapely.coverage_union_all(ortsteile[first_digits == digit]) for digit in np.unique(first_digits)]
    geometry = np.array([*ortsteile, *dissolved, shapely.coverage_union_all(ortsteile)])
    single = shapely.get_num_geometries(geometry) == 1
    return np.where(single, shapely.get_geometry(geometry, 0), geometry)


def _file(body: bytes, level: Served, key: str) -> gpd.GeoDataFrame:
    """Columns code, name, geometry of one file, sorted by code; every feature checked by itself."""
    features = _features(body, level)
    try:
        codes = [feature["properties"][key] for feature in features]
        names = [_composed(feature["properties"]["Name"]) for feature in features]
        geometry = shapely.from_geojson([json.dumps(feature["geometry"]) for feature in features])
    except (KeyError, TypeError, shapely.errors.ShapelyError) as error:
        raise refused(level, f"a feature is broken ({error!r})", f"{key}, Name and a geometry") from error
    digits = 2 if level == "ortsteil" else 1
    west, south, east, north = BOX
    good: dict[str, Iterable[object]] = {
        f"codes of {digits} digits": [isinstance(c, str) and re.fullmatch("[0-9]" * digits, c) for c in codes],
        "names of letters": [isinstance(name, str) and NAME.fullmatch(name.strip()) for name in names],
        "valid polygons": shapely.is_valid(geometry) & (shapely.area(geometry) > 0),
        "places in Leipzig in EPSG:25833": shapely.within(geometry, shapely.box(west, south, east, north)),
    }
    for expected, kept in good.items():
        wrong = [(code, name) for code, name, ok in zip(codes, names, kept, strict=True) if not ok]
        if wrong:
            raise refused(level, f"{len(wrong)} features break a rule, first {wrong[0]}", expected)
    for what, values in (("features", codes), ("codes", set(codes)), ("names", set(names))):
        if len(values) != COUNTS[level]:
            raise refused(level, f"it has {len(values)} {what}", f"{COUNTS[level]}")
    frame = gpd.GeoDataFrame(
        {"code": codes, "name": [name.strip() for name in names]},
        geometry=shapely.set_precision(geometry, GRID),
        crs=PROJECTED,
    )
    return frame.sort_values("code", ignore_index=True)


def _composed(name: Any) -> Any:
    """A name in the letters that all others here have: `ü` is one, not `u` and two dots."""
    return normalize("NFC", name) if isinstance(name, str) else name


def _features(body: bytes, level: Served) -> list[dict[str, Any]]:
    try:
        collection = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise refused(level, f"it is not JSON but begins {body[:40]!r}", "GeoJSON") from error
    if not isinstance(collection, dict) or not isinstance(collection.get("features"), list):
        raise refused(level, "it has no list of features", "a GeoJSON FeatureCollection")
    crs = json.dumps(collection.get("crs"))
    if not re.search(r"EPSG:[\d.]*:?25833\"", crs):
        raise refused(level, f"its crs is {crs}", PROJECTED)
    return cast("list[dict[str, Any]]", collection["features"])


def _check_ortsteile(small: gpd.GeoDataFrame) -> None:
    ortsteile = small.geometry.to_numpy()
    if not shapely.coverage_is_valid(ortsteile):
        edges = shapely.length(shapely.coverage_invalid_edges(ortsteile))
        names = small["name"][edges > 0].tolist()
        raise refused("ortsteil", f"edges do not meet in {names}", "neighbours that share their edges")
    km2 = shapely.area(ortsteile).sum() / 1e6
    least, most = PLAUSIBLE_KM2
    if not least <= km2 <= most:
        raise refused("ortsteil", f"the areas sum to {km2:.1f} km²", f"{least:g} to {most:g} km²")


def _check_codes(small: gpd.GeoDataFrame, large: gpd.GeoDataFrame) -> None:
    of = set(small["code"].str[0])
    if of != set(large["code"]):
        raise refused("stadtbezirk", f"its codes are {[*large['code']]}", f"{sorted(of)}")


def _check_unions(areas: gpd.GeoDataFrame, large: gpd.GeoDataFrame) -> None:
    for code, apart in zip(large["code"], _apart(areas, large), strict=True):
        if apart > AGREEMENT:
            came = f"Stadtbezirk {code} and its Ortsteile differ by {apart:,.0f} m²"
            raise refused("stadtbezirk", came, f"at most {AGREEMENT:,.0f} m²")


def _apart(areas: gpd.GeoDataFrame, large: gpd.GeoDataFrame) -> Geometries:
    """Square metres by which each Stadtbezirk as published differs from the union of its Ortsteile."""
    unions = areas.loc[areas["level"] == "stadtbezirk", "geometry"].to_numpy()
    return cast("Geometries", shapely.area(shapely.symmetric_difference(large.geometry.to_numpy(), unions)))


def refused(level: Served, came: str, expected: str) -> SourceError:
    """What was wrong with one of the two files."""
    return SourceError(f"{URLS[level]}: {came}; expected {expected}; look at the file before using it")
