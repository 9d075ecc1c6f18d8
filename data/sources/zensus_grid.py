"""Census counts in cells of 100 m, assigned to Leipzig's Ortsteile by the centre of the cell.

The statistical offices publish the dwellings (Wohnungen) and buildings (Gebäude) of 9 May 2011 as one row per
cell and characteristic, those of 15 May 2022 as one row per cell in a ZIP. A cell is named after its lower
left corner in EPSG:3035. What to know:

- 2011: a count that is not listed is zero, and none is below 3, both for confidentiality. The number of
  dwellings is the sum of the classes of WOHNFLAECHE_10S.
- 2022: counts are perturbed, so parts do not add up to their total, and a share can exceed 100 %.
- A cell on a boundary goes to one side as a whole, so sums over Ortsteile are close to, but not, official
  counts of the Ortsteile.

Checked with 2011: the share of dwellings with district heat comes out as known for five Stadtbezirke and two
Ortsteile, to a tenth of a point (West 83.8 %, Alt-West 5.7 %).
"""

import io
from dataclasses import dataclass
from typing import IO, Final, Literal

import geopandas as gpd
import numpy as np
import pandas as pd

from data.observations import COLUMNS
from data.sources.http import SourceError

Subject = Literal["wohnungen", "gebaeude"]
Box = tuple[float, float, float, float]
"""West, south, east, north in EPSG:3035, metres."""

URLS_2011: Final[dict[Subject, str]] = {
    "wohnungen": "https://www.zensus2011.de/csv_Wohnungen_100m_Gitter.csv",
    "gebaeude": "https://www.zensus2011.de/csv_Gebaeude_100m_Gitter.csv",
}

CRS: Final = "EPSG:3035"
SIZE: Final = 100
CELL: Final = ["cell_x", "cell_y"]
COLUMNS_2011: Final = ["Merkmal", "Auspraegung_Code", "Auspraegung_Text", "Anzahl", "Anzahl_q"]
LARGEST_TABLE: Final = 2 * 2**30
ROWS_AT_A_TIME: Final = 250_000


@dataclass(frozen=True)
class Coverage:
    """How many distinct cells there were, and how many of them lie in an Ortsteil or in none."""

    cells: int
    placed: int
    outside: int


def parse_2011(body: bytes, subject: Subject, box: Box | None = None) -> pd.DataFrame:
    """Counts of 2011, one row per cell and characteristic.

    box: cells whose corner lies outside are left out as they are read; without it, all are kept.
    Columns cell_x, cell_y (lower left corner, EPSG:3035, metres), characteristic (`HEIZTYP/Etagenheizung`;
    classes without a text by their number, `WOHNFLAECHE_10S/4`), value, and status ('U' where the publisher
    marks a count as less accurate, else 'A').
    Raises SourceError for another layout, another subject, or counts that are none.
    """
    table = _cells(io.BytesIO(body), URLS_2011[subject], "utf-8-sig", "Gitter_ID_100m_neu", COLUMNS_2011, box)
    topics = set(table["Merkmal"])
    if "HEIZTYP" not in topics or ("WOHNFLAECHE_10S" in topics) != (subject == "wohnungen"):
        expected = "HEIZTYP, and WOHNFLAECHE_10S for dwellings only"
        raise _refused(URLS_2011[subject], f"it is about {sorted(topics)}", expected)
    # The classes of floor space come with or without a text; their number is there either way.
    by_number = (table["Merkmal"] == "WOHNFLAECHE_10S") | (table["Auspraegung_Text"] == "")
    name = table["Auspraegung_Text"].mask(by_number, table["Auspraegung_Code"])
    counts = table[CELL].assign(
        characteristic=table["Merkmal"] + "/" + name,
        value=_numbers(table["Anzahl"], URLS_2011[subject]),
        status=np.where(table["Anzahl_q"] == "0", "A", "U"),
    )
    return _unique(counts, URLS_2011[subject])


def box_around(areas: gpd.GeoDataFrame) -> Box:
    """The box that holds every cell with its centre in one of the areas."""
    west, south, east, north = areas.to_crs(CRS).total_bounds
    return float(west) - SIZE, float(south) - SIZE, float(east), float(north)


def by_ortsteil(cells: pd.DataFrame, areas: gpd.GeoDataFrame) -> tuple[pd.DataFrame, Coverage]:
    """Sums of cells over Ortsteile, and of those over Stadtbezirke and city; and what was placed.

    cells: from `parse_2011` or `parse_2022`; areas: from `leipzig_boundaries.parse`.
    Columns area, characteristic, value. Suppressed counts are left out of a sum; where all are, the value is
    missing. A characteristic that no cell of an Ortsteil lists is 0 there; an Ortsteil without any cell has
    no rows. A centre exactly on a border goes to the lower code.
    Raises SourceError if no cell lies in any of the areas.
    """
    corners = cells[CELL].drop_duplicates()
    points = gpd.points_from_xy(corners["cell_x"] + SIZE / 2, corners["cell_y"] + SIZE / 2, crs=CRS)
    centres = gpd.GeoDataFrame(corners, geometry=points).to_crs(areas.crs)
    ortsteile = areas.loc[areas["level"] == "ortsteil", ["code", "geometry"]].rename(columns={"code": "area"})
    inside = centres.sjoin(ortsteile, predicate="intersects").sort_values("area").drop_duplicates(CELL)
    if inside.empty:
        raise _refused("census grid", f"none of {len(corners):,} cells lies in Leipzig", "cells in EPSG:3035")
    placed = cells.merge(pd.DataFrame(inside[[*CELL, "area"]]), on=CELL)
    groups = placed.groupby(["area", "characteristic"])["value"]
    sums = groups.sum(min_count=1).unstack().mask(groups.size().unstack().isna(), 0.0)
    levels = [sums.reset_index().melt("area", var_name="characteristic")]
    parent = areas.set_index("code")["parent"]
    for _ in ("stadtbezirk", "city"):
        above = levels[-1].assign(area=levels[-1]["area"].map(parent))
        levels.append(above.groupby(["area", "characteristic"])["value"].sum(min_count=1).reset_index())
    coverage = Coverage(len(corners), len(inside), len(corners) - len(inside))
    return pd.concat(levels, ignore_index=True), coverage


def observations(table: pd.DataFrame, rubric: str, period: str) -> pd.DataFrame:
    """The sums of `by_ortsteil` as observations: columns `data.observations.COLUMNS`.

    rubric: begins the series' name, `zensus2011-wohnungen`; period: the census day, `2011-05-09`.
    Status 'A', or 'Q' where every count was suppressed.
    """
    return pd.DataFrame(
        {
            "series": rubric + "/" + table["characteristic"],
            "area": table["area"],
            "period": period,
            "value": table["value"],
            "status": np.where(table["value"].isna(), "Q", "A"),
        }
    )[COLUMNS]


def _cells(stream: IO[bytes], source: str, encoding: str, key: str, needed: list[str], box: Box | None) -> pd.DataFrame:
    """The table as text, with the cells' corners; a part at a time, because most of it is elsewhere."""
    parts = []
    try:
        for part in pd.read_csv(
            stream, sep=";", dtype=str, keep_default_na=False, encoding=encoding, chunksize=ROWS_AT_A_TIME
        ):
            if not {key, *needed} <= set(part):
                raise _refused(source, f"its columns are {list(part)[:8]}", f"{key}, {', '.join(needed)}, …")
            corners = part[key].str.extract(r"^CRS3035RES100mN(?P<cell_y>\d{7})E(?P<cell_x>\d{7})$")
            if corners.isna().any(axis=None):
                raise _refused(source, "a row names no cell", "CRS3035RES100mN…E…")
            part = part.assign(**corners[CELL].astype("int64"))
            if box is not None:
                part = part[part["cell_x"].between(box[0], box[2]) & part["cell_y"].between(box[1], box[3])]
            parts.append(part)
    except ValueError as error:  # pandas' own errors of layout and encoding are ValueErrors
        raise _refused(source, f"it is not a table ({error})", f"{encoding}, semicolons") from error
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


def _unique(counts: pd.DataFrame, source: str) -> pd.DataFrame:
    twice = counts.duplicated([*CELL, "characteristic"])
    if twice.any():
        example = counts.loc[twice, [*CELL, "characteristic"]].iloc[0].tolist()
        raise _refused(source, f"{int(twice.sum())} counts stand twice, first {example}", "each once")
    return counts


def _refused(source: str, came: str, expected: str) -> SourceError:
    return SourceError(f"{source}: {came}; expected {expected}; look at the file before using it")
