"""How QGIS colours a layer of areas: as the maps of the pages do, kept in the file where QGIS looks for it.

The table `layer_styles` and its columns: QGIS user manual, "Save and Load Layer Properties"; the XML is its own (QML).
"""

import sqlite3
from contextlib import closing
from typing import Final
from xml.etree.ElementTree import Element, SubElement, tostring

from charts.classes import Classes, value_classes
from charts.theme import LIGHT
from data.areas import Level
from data.store import Dataset
from indicators.catalogue import Indicator
from indicators.figures.classes import value_breaks
from locales import Language, number

TABLE: Final = """
CREATE TABLE layer_styles (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256),
  f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT,
  useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30),
  update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')))
"""
LISTED: Final = "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES (?, 'attributes', ?)"
STYLED: Final = """
INSERT INTO layer_styles
  (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, styleSLD, useAsDefault,
   description, owner, update_time)
VALUES ('', '', ?, 'geom', ?, ?, '', 1, '', '', ?)
"""
DIALECT: Final = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
LOWEST, HIGHEST = -1e15, 1e15


def styled(package: bytes, layer: str, name: str, style: str, changed: str) -> bytes:
    """The GeoPackage with a style that its layer is opened with; changed: a date, so that files stay the same."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(package)
        connection.execute(TABLE)
        connection.execute(LISTED, ("layer_styles", "layer_styles"))
        connection.execute(STYLED, (layer, name[:30], style, f"{changed}T00:00:00Z"))
        connection.commit()
        return connection.serialize()


def style(dataset: Dataset, indicator: Indicator, level: Level, column: str, lang: Language) -> str:
    """The classes and colours of the pages' map of an indicator at a level, for the column of a period."""
    breaks = value_breaks(dataset, indicator, level)
    labels = [number(lang, value, indicator.decimals) for value in breaks]
    return DIALECT + tostring(_graduated(value_classes(breaks, labels, indicator.decimals, LIGHT), column), "unicode")


def _graduated(classes: Classes, column: str) -> Element:
    root = Element("qgis", version="3.28.0", styleCategories="Symbology")
    renderer = SubElement(
        root, "renderer-v2", type="graduatedSymbol", attr=f'"{column}"', graduatedMethod="GraduatedColor"
    )
    ranges, symbols = SubElement(renderer, "ranges"), SubElement(renderer, "symbols")
    # A value belongs to a class as it is shown, rounded.
    half = 0.5 * 10.0**-classes.decimals
    bounds = [LOWEST, *(value + half for value in classes.breaks), HIGHEST]
    for n, colour in enumerate(classes.colours):
        low, high = repr(bounds[n]), repr(bounds[n + 1])
        SubElement(ranges, "range", symbol=str(n), label=_label(classes, n), lower=low, upper=high, render="true")
        symbol = SubElement(symbols, "symbol", type="fill", name=str(n), alpha="1")
        options = SubElement(SubElement(symbol, "layer", {"class": "SimpleFill", "enabled": "1"}), "Option", type="Map")
        for key, value in _fill(colour).items():
            SubElement(options, "Option", name=key, value=value, type="QString")
    SubElement(root, "layerGeometryType").text = "2"
    return root


def _fill(colour: str) -> dict[str, str]:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    outline = {"outline_color": "255,255,255,255", "outline_width": "0.2", "outline_width_unit": "MM"}
    return {"color": f"{red},{green},{blue},255", "style": "solid", "outline_style": "solid", **outline}


def _label(classes: Classes, n: int) -> str:
    low, high = classes.labels.get(n - 1, ""), classes.labels.get(n, "")
    return f"> {low} – {high}" if low and high else f"≤ {high}" if high else f"> {low}"
