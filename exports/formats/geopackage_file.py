"""Observations with the shapes of their areas as a GeoPackage, for geographic information systems."""

import io
from typing import Final

import pandas as pd

from data.areas import LEVELS, Level
from data.store import Dataset
from exports.about.definitions import About, nothing
from exports.formats import qgis_style
from exports.geometry import shapes
from exports.wide import wide

LAYER: Final = "observations"
WIDE: Final = "areas"
MOST_COLUMNS: Final = 1_900
"""Columns of values and statuses that leave room for the others below the 2,000 that SQLite takes."""


def to_geopackage(frame: pd.DataFrame, dataset: Dataset, about: About) -> bytes:
    """One layer with one feature a row, its columns as attributes, in WGS84; an area without shape has none."""
    return _written(frame, dataset, about, LAYER, "Unknown")


def to_wide_geopackage(rows: pd.DataFrame, dataset: Dataset, about: About) -> bytes:
    """One layer with one feature an area and columns such as `population_2024` and `population_2024_status`; QGIS opens
    it as a map of the first indicator's last period.

    rows: observations, of at most `MOST_COLUMNS` periods and their statuses; without any, the file of `to_geopackage`.
    """
    if rows.empty:
        return to_geopackage(rows, dataset, about)
    # Field calculators take a hyphen for a minus.
    periods = rows.assign(period=rows["period"].str.replace("-", "_"))
    package = _written(wide(periods, named=True), dataset, about, WIDE, "MultiPolygon")
    first = about.indicators[0]
    known = periods[(periods["indicator"] == first.id) & periods["value"].notna()]
    if known.empty:
        return package
    level: Level = next((level for level in LEVELS[:-1] if level in set(known["level"])), "ortsteil")
    column = f"{first.id}_{known['period'].max()}"
    title = f"{first.title[about.lang]} {known['period'].max()}"
    told = qgis_style.style(dataset, first, level, column, about.lang)
    return qgis_style.styled(package, WIDE, title, told, about.work.issued.isoformat())


def _written(frame: pd.DataFrame, dataset: Dataset, about: About, layer: str, kind: str) -> bytes:
    """The table, which has a column area, with the shapes of its areas; kind: of the layer's geometry."""
    import geopandas  # in here, because the app starts without it
    from shapely.geometry import MultiPolygon

    drawn = shapes(dataset, frame["area"].unique(), about.own)
    if kind == "MultiPolygon":
        drawn = {area: MultiPolygon([*getattr(shape, "geoms", [shape])]) for area, shape in drawn.items()}
    geometry = geopandas.GeoSeries([drawn.get(area) for area in frame["area"]], index=frame.index, crs="EPSG:4326")
    file = io.BytesIO()
    geopandas.GeoDataFrame(frame, geometry=geometry).to_file(
        file,
        layer=layer,
        driver="GPKG",
        engine="pyogrio",
        geometry_type=kind,
        layer_metadata={
            "IDENTIFIER": about.work.title,
            "DESCRIPTION": nothing(about.lang) if frame.empty else about.citation,
            "data_version": about.version,
            "address": about.address,
        },
    )
    return file.getvalue()
