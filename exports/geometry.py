"""The shapes of areas and of groups of areas, as they are drawn on maps."""

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from data.areas import LEVELS, Level
from data.store import Dataset
from exports.area_ids import ids
from indicators.catalogue import groups
from indicators.figures.reader_groups import OwnGroup
from indicators.kept import kept

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


def shapes(dataset: Dataset, areas: Iterable[str], own: Sequence[OwnGroup] = ()) -> dict[str, "BaseGeometry"]:
    """By area code or id of a declared or own group, in degrees (WGS84); areas without boundaries are left out.

    Boundaries are simplified to 20 m, as on the maps; a group is its members without the boundaries between them.
    """
    import shapely  # in here, because the app starts without it

    wanted = set(areas)
    every = {id: group.members for id, group in groups.load().items()} | {group.id: group.members for group in own}
    chosen = {id: members for id, members in every.items() if id in wanted}
    needed = wanted.union(*chosen.values())
    features = [feature for level in LEVELS for feature in json.loads(dataset.geojson(level))["features"]]
    known = {
        feature["id"]: shapely.geometry.shape(feature["geometry"]) for feature in features if feature["id"] in needed
    }
    found = {area: shape for area, shape in known.items() if area in wanted}
    for id, members in chosen.items():
        if all(member in known for member in members):
            found[id] = shapely.coverage_union_all([known[member] for member in members])
    # Outer rings counter-clockwise (RFC 7946); those that maps are drawn from run the other way.
    return {area: shapely.orient_polygons(shape) for area, shape in found.items()}


@kept
def boundaries(dataset: Dataset, level: Level) -> bytes:
    """`Dataset.geojson` with outer rings counter-clockwise (RFC 7946) and the properties area_id and parent_id."""
    collection, known = json.loads(dataset.geojson(level)), ids(dataset)
    for feature in collection["features"]:
        told, geometry = feature["properties"], feature["geometry"]
        told["area_id"], told["parent_id"] = known[told["code"]]
        polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        for ring in (ring for polygon in polygons for ring in polygon):
            ring.reverse()
    return json.dumps(collection, ensure_ascii=False, separators=(",", ":")).encode()
