"""Observations with the shapes of their areas as a GeoPackage, for geographic information systems."""

import io
from typing import Final

import pandas as pd

from data.store import Dataset
from exports.about.definitions import About, nothing
from exports.geometry import shapes

LAYER: Final = "observations"


def to_geopackage(frame: pd.DataFrame, dataset: Dataset, about: About) -> bytes:
    """One layer with one feature a row, its columns as attributes, in WGS84; an area without shape has none."""
    import geopandas  # in here, because the app starts without it

    drawn = shapes(dataset, frame["area"].unique(), about.own)
    geometry = geopandas.GeoSeries([drawn.get(area) for area in frame["area"]], index=frame.index, crs="EPSG:4326")
    file = io.BytesIO()
    geopandas.GeoDataFrame(frame, geometry=geometry).to_file(
        file,
        layer=LAYER,
        driver="GPKG",
        engine="pyogrio",
        geometry_type="Unknown",
        layer_metadata={
            "IDENTIFIER": about.work.title,
            "DESCRIPTION": nothing(about.lang) if frame.empty else about.citation,
            "data_version": about.version,
            "address": about.address,
        },
    )
    return file.getvalue()
