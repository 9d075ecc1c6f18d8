"""Observations with the shapes of their areas as GeoJSON (RFC 7946)."""

import json
from collections.abc import Iterator
from typing import Any

import pandas as pd

from data.store import Dataset
from exports.about.definitions import About, nothing
from exports.geometry import shapes

CHUNK = 200
"""Features that are passed on together."""


def chunks(frame: pd.DataFrame, dataset: Dataset, about: About) -> Iterator[bytes]:
    """A FeatureCollection with one feature a row, whose properties are the columns; an area without shape has null.

    Beside the features stand `data_version`, `address`, `citation` and, without rows, a `note`.
    """
    import shapely  # in here, because the app starts without it

    drawn = {
        area: shapely.to_geojson(shape) for area, shape in shapes(dataset, frame["area"].unique(), about.own).items()
    }
    head = {
        "type": "FeatureCollection",
        "data_version": about.version,
        "address": about.address,
        "citation": about.citation,
        **({"note": nothing(about.lang)} if frame.empty else {}),
        "features": [],
    }
    yield _written(head)[:-2].encode()
    rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
    for first in range(0, len(rows), CHUNK):
        features = ",".join(_feature(row, drawn.get(row["area"], "null")) for row in rows[first : first + CHUNK])
        yield (("," if first else "") + features).encode()
    yield b"]}"


def _feature(row: dict[Any, Any], shape: str) -> str:
    return f'{{"type":"Feature","properties":{_written(row)},"geometry":{shape}}}'


def _written(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
