"""The shapes of areas and of groups of areas, as they are drawn on maps."""

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from data.areas import LEVELS
from data.store import Dataset
from indicators.catalogue import groups
from indicators.figures.reader_groups import OwnGroup

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
    return found
