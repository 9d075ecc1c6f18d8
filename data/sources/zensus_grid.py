"""Census counts in cells of 100 m, assigned to Leipzig's Ortsteile by the centre of the cell.

The statistical offices publish the dwellings (Wohnungen) and buildings (Gebäude) of 9 May 2011 as one row per
cell and characteristic. A cell is named after its lower left corner in EPSG:3035. What to know:

- A count that is not listed is zero, and none is below 3, both for confidentiality. The number of dwellings is the sum
  of the classes of WOHNFLAECHE_10S.
- A cell on a boundary goes to one side as a whole, so sums over Ortsteile are close to, but not, official
  counts of the Ortsteile.

Checked: the share of dwellings with district heat comes out as known for five Stadtbezirke and two Ortsteile, to a
tenth of a point (West 83.8 %, Alt-West 5.7 %).
"""

import io
from functools import partial
from typing import Final, Literal

import geopandas as gpd
import numpy as np
import pandas as pd

from data.checks import Check
from data.observations import COLUMNS
from data.sources.http import SourceError
from data.sources.source import Fetch, Reading, Source, origin

Subject = Literal["wohnungen", "gebaeude"]
Box = tuple[float, float, float, float]
"""West, south, east, north in EPSG:3035, metres."""

URLS: Final[dict[Subject, str]] = {
    "wohnungen": "https://www.zensus2011.de/csv_Wohnungen_100m_Gitter.csv",
    "gebaeude": "https://www.zensus2011.de/csv_Gebaeude_100m_Gitter.csv",
}
LICENCE: Final = ("dl-de/by-2-0", "Statistische Ämter des Bundes und der Länder")
DAY: Final = "2011-05-09"

CRS: Final = "EPSG:3035"
SIZE: Final = 100
CELL: Final = ["cell_x", "cell_y"]
HEADER: Final = ["Gitter_ID_100m_neu", "Merkmal", "Auspraegung_Code", "Auspraegung_Text", "Anzahl", "Anzahl_q"]
ROWS_AT_A_TIME: Final = 250_000


def sources() -> tuple[Source, ...]:
    """Dwellings and buildings."""
    title = "Zensus 2011, 100-m-Gitter"
    return tuple(
        Source(f"zensus2011-{subject}", f"{title}: {subject}", (url,), *LICENCE, partial(_read, subject))
        for subject, url in URLS.items()
    )


def _read(subject: Subject, fetch: Fetch, areas: gpd.GeoDataFrame) -> Reading:
    download = fetch(URLS[subject])
    counts = parse(download.body, subject, box_around(areas))
    sums, placed = by_ortsteil(counts, areas)
    cells = len(counts[CELL].drop_duplicates())
    topics = counts["characteristic"].str.partition("/")[0].unique()
    checks = (
        Check("topics of the subject", ", ".join(sorted(topics))),
        Check("counts of known cells, none twice or negative", f"counts: {len(counts):,}"),
        Check("some cells lie in Ortsteile", f"{placed:,} of {cells:,} cells"),
    )
    series = f"zensus2011-{subject}/" + sums["characteristic"]
    table = sums.assign(series=series, period=DAY, status="A")[COLUMNS]
    message = f"{placed:,} of {cells:,} cells placed, {cells - placed:,} outside"
    return Reading(table, checks, origin([download]), message)


def parse(body: bytes, subject: Subject, box: Box) -> pd.DataFrame:
    """Counts, one row per cell and characteristic; cells whose corner lies outside the box are left out.

    Columns cell_x, cell_y (lower left corner, EPSG:3035, metres), characteristic (`HEIZTYP/Etagenheizung`;
    classes without a text by their number, `WOHNFLAECHE_10S/4`), value.
    Raises SourceError for another layout, another subject, or counts that are none.
    """
    source = URLS[subject]
    table = _rows(body, source, box)
    topics = set(table["Merkmal"])
    if "HEIZTYP" not in topics or ("WOHNFLAECHE_10S" in topics) != (subject == "wohnungen"):
        expected = "HEIZTYP, and WOHNFLAECHE_10S for dwellings only"
        raise _refused(source, f"it is about {sorted(topics)}", expected)
    # The classes of floor space come with or without a text; their number is there either way.
    by_number = (table["Merkmal"] == "WOHNFLAECHE_10S") | (table["Auspraegung_Text"] == "")
    name = table["Auspraegung_Text"].mask(by_number, table["Auspraegung_Code"])
    counts = table[CELL].assign(characteristic=table["Merkmal"] + "/" + name, value=_numbers(table["Anzahl"], source))
    twice = counts.duplicated([*CELL, "characteristic"])
    if twice.any():
        example = counts.loc[twice, [*CELL, "characteristic"]].iloc[0].tolist()
        raise _refused(source, f"{int(twice.sum())} counts stand twice, first {example}", "each once")
    return counts


def box_around(areas: gpd.GeoDataFrame) -> Box:
    """The box that holds every cell with its centre in one of the areas."""
    west, south, east, north = areas.to_crs(CRS).total_bounds
    return float(west) - SIZE, float(south) - SIZE, float(east), float(north)


def by_ortsteil(counts: pd.DataFrame, areas: gpd.GeoDataFrame) -> tuple[pd.DataFrame, int]:
    """Sums over Ortsteile, and of those over Stadtbezirke and city; and the number of cells in them.

    counts: from `parse`; areas: from `leipzig_boundaries.parse`.
    Columns area, characteristic, value. A characteristic that no cell of an Ortsteil lists is 0 there; an Ortsteil
    without any cell has no rows. A centre exactly on a border goes to the lower code.
    Raises SourceError if no cell lies in any of the areas.
    """
    corners = counts[CELL].drop_duplicates()
    points = gpd.points_from_xy(corners["cell_x"] + SIZE / 2, corners["cell_y"] + SIZE / 2, crs=CRS)
    centres = gpd.GeoDataFrame(corners, geometry=points).to_crs(areas.crs)
    ortsteile = areas.loc[areas["level"] == "ortsteil", ["code", "geometry"]].rename(columns={"code": "area"})
    inside = centres.sjoin(ortsteile, predicate="intersects").sort_values("area").drop_duplicates(CELL)
    if inside.empty:
        raise _refused("census grid", f"none of {len(corners):,} cells lies in Leipzig", "cells in EPSG:3035")
    placed = counts.merge(pd.DataFrame(inside[[*CELL, "area"]]), on=CELL)
    parent = dict(zip(areas["code"], areas["parent"], strict=True))
    sums = placed.pivot_table("value", "area", "characteristic", aggfunc="sum").fillna(0.0)
    stadtbezirke = sums.groupby(parent.get).sum()
    levels = [sums, stadtbezirke, stadtbezirke.groupby(parent.get).sum()]
    table = pd.concat(levels).rename_axis("area").melt(ignore_index=False).reset_index()
    return table, len(inside)


def _rows(body: bytes, source: str, box: Box) -> pd.DataFrame:
    """The table as text, with the cells' corners; a part at a time, because most of it is elsewhere."""
    west, south, east, north = box
    first, last = body.partition(b"\n")[0], body.rstrip().rpartition(b"\n")[2]
    if last.count(b";") != first.count(b";"):
        raise _refused(source, f"it ends within a row, at {last[-40:]!r}", "a whole row")
    parts = []
    try:
        for part in pd.read_csv(
            io.BytesIO(body), sep=";", dtype=str, keep_default_na=False, encoding="utf-8-sig", chunksize=ROWS_AT_A_TIME
        ):
            if not set(HEADER) <= set(part):
                raise _refused(source, f"its columns are {list(part)[:8]}", ", ".join(HEADER))
            corners = part[HEADER[0]].str.extract(r"^CRS3035RES100mN(?P<cell_y>\d{7})E(?P<cell_x>\d{7})$")
            if corners.isna().any(axis=None):
                raise _refused(source, "a row names no cell", "CRS3035RES100mN…E…")
            part = part.assign(**corners[CELL].astype("int64"))
            parts.append(part[part["cell_x"].between(west, east) & part["cell_y"].between(south, north)])
    except ValueError as error:  # pandas' own errors of layout and encoding are ValueErrors
        raise _refused(source, f"it is not a table ({error})", "UTF-8, semicolons") from error
    table = pd.concat(parts, ignore_index=True)
    if table.empty:
        raise _refused(source, "it holds no cell of Leipzig", "at least one")
    return table


def _numbers(text: pd.Series, source: str) -> pd.Series:
    values = pd.to_numeric(text.str.replace(",", ".", regex=False), errors="coerce").astype("float64")
    wrong = text[~(values >= 0) | np.isinf(values)]
    if len(wrong):
        raise _refused(source, f"{len(wrong):,} values of {text.name} are like {wrong.iloc[0]!r}", "counts")
    return values


def _refused(source: str, came: str, expected: str) -> SourceError:
    return SourceError(f"{source}: {came}; expected {expected}; look at the file before using it")
