"""Census cells: three Ortsteile laid out around four cells near the middle of Leipzig."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from data.areas import CITY
from data.observations import validate
from data.sources.http import SourceError
from data.sources.leipzig_boundaries import parse as parse_boundaries
from data.sources.zensus_grid import Coverage, box_around, by_ortsteil, observations, parse_2011

X, Y = 4_480_000, 3_138_000
HEAD_2011 = "Gitter_ID_100m_neu;Merkmal;Auspraegung_Code;Auspraegung_Text;Anzahl;Anzahl_q"
HEAD_2022 = "GITTER_ID_100m;x_mp_100m;y_mp_100m;Insgesamt_Energietraeger;Gas;Fernwaerme;werterlaeuternde_Zeichen"


def cell(column: int, row: int = 0) -> str:
    return f"CRS3035RES100mN{Y + 100 * row}E{X + 100 * column}"


def csv_2011(*rows: str, head: str = HEAD_2011) -> bytes:
    return "\r\n".join([head, *rows, ""]).encode()


def zip_2022(*rows: str, head: str = HEAD_2022, name: str = "Zensus2022_Energietraeger_100m-Gitter.csv") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Zensus2022_Energietraeger_1km-Gitter.csv", "GITTER_ID_1km\r\n")
        archive.writestr(name, "\r\n".join([head, *rows, ""]).encode("cp1252"))
    return packed.getvalue()


def row_2022(column: int, values: str, mark: str = "") -> str:
    return f"{cell(column)};{X + 100 * column + 50};{Y + 50};{values};{mark}"


def areas() -> gpd.GeoDataFrame:
    """Ortsteile 50 and 51 meet in the centre of the cell in column 1; 70 begins 100 m further east."""
    centres = gpd.points_from_xy([X + 50, X + 150, X + 250, X + 350], [Y + 50] * 4, crs="EPSG:3035")
    x, y = shapely.get_coordinates(centres.to_crs("EPSG:25833")).T
    border = [(x[1], y[1] + 500), (x[1], y[1]), (x[1], y[1] - 500)]
    middle = (x[1] + x[2]) / 2, (x[2] + x[3]) / 2
    shapes = [
        shapely.Polygon([*border, (x[0] - 30, y[0] - 500), (x[0] - 30, y[0] + 500)]),
        shapely.Polygon([*border, (middle[0], y[1] - 500), (middle[0], y[1] + 500)]),
        shapely.box(middle[0], y[2] - 500, middle[1], y[2] + 500),
    ]
    return gpd.GeoDataFrame(
        {
            "code": ["50", "51", "70", "5", "7", CITY],
            "level": ["ortsteil"] * 3 + ["stadtbezirk"] * 2 + ["city"],
            "parent": ["5", "5", "7", CITY, CITY, ""],
        },
        geometry=[*shapes, shapes[0].union(shapes[1]), shapes[2], shapely.union_all(shapes)],
        crs="EPSG:25833",
    )


def test_layout_of_2011() -> None:
    body = csv_2011(
        f"{cell(0)};HEIZTYP;1;Fernheizung (Fernwärme);12;0",
        f"{cell(0)};WOHNFLAECHE_10S;4;;7;1",
        f"{cell(1, 2)};WOHNFLAECHE_10S;4;60 - 69;3;2",
    )
    cells = parse_2011(body, "wohnungen")
    assert list(cells.columns) == ["cell_x", "cell_y", "characteristic", "value", "status"]
    assert cells.to_numpy().tolist() == [
        [X, Y, "HEIZTYP/Fernheizung (Fernwärme)", 12.0, "A"],
        [X, Y, "WOHNFLAECHE_10S/4", 7.0, "U"],
        [X + 100, Y + 200, "WOHNFLAECHE_10S/4", 3.0, "U"],
    ]
    assert parse_2011(b"\xef\xbb\xbf" + body, "wohnungen").equals(cells)


FLOOR = f"{cell(0)};WOHNFLAECHE_10S;4;;7;0"
HEAT = f"{cell(0)};HEIZTYP;1;Fernheizung;12;0"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"<!DOCTYPE html><html><body>Fehler</body></html>", "its columns are"),
        (b"", "it is not a table"),
        (csv_2011(), "it holds no cell of Leipzig"),
        (csv_2011(HEAT, FLOOR, head=HEAD_2011.replace(";Anzahl;", ";Wert;")), "its columns are .*'Wert'"),
        (csv_2011(HEAT, FLOOR).replace(b";", b","), "its columns are"),
        (csv_2011(HEAT, FLOOR).decode().replace("Fernheizung", "Fernwärme").encode("latin-1"), "not a table"),
        (
            csv_2011(HEAT, FLOOR, "100mN31380E44800;HEIZTYP;2;Etagenheizung;3;0"),
            "a row names no cell",
        ),
        (csv_2011(HEAT, FLOOR, f"{cell(1)};HEIZTYP;2"), "values of Anzahl are like ''"),
        (
            csv_2011(HEAT, FLOOR, f"{cell(1)};HEIZTYP;2;Etagenheizung;n/a;0"),
            "values of Anzahl are like 'n/a'",
        ),
        (csv_2011(HEAT, FLOOR, f"{cell(1)};HEIZTYP;2;Etagenheizung;-3;0"), "values of Anzahl are like '-3'"),
        (
            csv_2011(HEAT, FLOOR, f"{cell(1)};HEIZTYP;2;Etagenheizung;inf;0"),
            "values of Anzahl are like 'inf'",
        ),
        (csv_2011(HEAT, FLOOR, HEAT), "1 counts stand twice, first .*Fernheizung"),
        (csv_2011(HEAT), "it is about .'HEIZTYP'."),
        (csv_2011(FLOOR), "it is about .'WOHNFLAECHE_10S'."),
    ],
)
def test_other_layouts_of_2011_are_refused(body: bytes, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        parse_2011(body, "wohnungen")


def test_dwellings_are_not_taken_for_buildings() -> None:
    with pytest.raises(SourceError, match=r"csv_Gebaeude_100m_Gitter\.csv: it is about"):
        parse_2011(csv_2011(HEAT, FLOOR), "gebaeude")
    assert len(parse_2011(csv_2011(HEAT), "gebaeude")) == 1


GOOD = row_2022(0, "12;3;9")


def cells_of(values: Mapping[tuple[int, str], float | None]) -> pd.DataFrame:
    return pd.DataFrame(
        [(X + 100 * column, Y, name, value, "A") for (column, name), value in values.items()],
        columns=["cell_x", "cell_y", "characteristic", "value", "status"],
    )


def sums_of(values: Mapping[tuple[int, str], float | None]) -> pd.Series:
    table, _ = by_ortsteil(cells_of(values), areas())
    assert list(table.columns) == ["area", "characteristic", "value"]
    return table.set_index(["area", "characteristic"])["value"]


def test_sums_over_ortsteile_stadtbezirke_and_city() -> None:
    """Column 0 lies in 50, 1 on the border of 50 and 51 (50 gets it), 2 in 70, 3 and 9 in none."""
    cells = cells_of({(0, "Gas"): 5, (1, "Gas"): 7, (2, "Gas"): 11, (3, "Gas"): 100, (9, "Gas"): 100})
    table, coverage = by_ortsteil(cells, areas())
    assert coverage == Coverage(cells=5, placed=3, outside=2)
    assert table.set_index("area")["value"].to_dict() == {"50": 12, "70": 11, "5": 12, "7": 11, CITY: 23}


def test_what_no_cell_of_an_ortsteil_lists_is_zero_there() -> None:
    sums = sums_of({(0, "Gas"): 5, (2, "Gas"): 11, (2, "Kohle"): 3})
    assert (sums["50", "Kohle"], sums["5", "Kohle"], sums[CITY, "Kohle"]) == (0, 0, 3)


def test_suppressed_counts_are_left_out_and_never_zero() -> None:
    sums = sums_of({(0, "Gas"): None, (1, "Gas"): 7, (2, "Gas"): None})
    assert (sums["50", "Gas"], sums["5", "Gas"], sums[CITY, "Gas"]) == (7, 7, 7)
    assert np.isnan(sums["70", "Gas"])
    assert np.isnan(sums["7", "Gas"])


def test_cells_elsewhere_are_refused() -> None:
    with pytest.raises(SourceError, match="none of 1 cells lies in Leipzig"):
        by_ortsteil(cells_of({(500, "Gas"): 1}), areas())


def test_observations_are_valid() -> None:
    table, _ = by_ortsteil(cells_of({(0, "Gas"): 5, (2, "Gas"): None}), areas())
    rows = observations(table, "zensus2022-energietraeger", "2022-05-15")
    validate(rows, frozenset(areas()["code"]))
    assert rows["series"].unique().tolist() == ["zensus2022-energietraeger/Gas"]
    assert rows["period"].unique().tolist() == ["2022-05-15"]
    assert rows.set_index("area")["status"].to_dict() == {"50": "A", "70": "Q", "5": "A", "7": "Q", CITY: "A"}


@pytest.mark.recordings
def test_recorded_shares_of_district_heat(recordings: Path) -> None:
    folder = recordings / "geodaten"
    leipzig = parse_boundaries(
        (folder / "Ortsteile_Leipzig_UTM33N.json").read_bytes(),
        (folder / "Stadtbezirke_Leipzig_UTM33N.json").read_bytes(),
    )
    body = (recordings / "zensus2011" / "csv_Wohnungen_100m_Gitter.csv").read_bytes()
    table, coverage = by_ortsteil(parse_2011(body, "wohnungen", box_around(leipzig)), leipzig)
    wide = table.pivot_table(index="area", columns="characteristic", values="value")
    dwellings = wide.filter(like="WOHNFLAECHE_10S/").sum(axis="columns")
    share = 100 * wide["HEIZTYP/Fernheizung (Fernwärme)"] / dwellings
    known = {"6": 83.8, "0": 63.5, "1": 60.5, "5": 25.0, "7": 5.7, "51": 27.5, "70": 3.0}
    assert {area: round(share[area], 1) for area in known} == pytest.approx(known, abs=1)
    assert coverage == Coverage(cells=7417, placed=7417, outside=0)
    assert dwellings[CITY] == 307_067
    assert wide.shape == (74, 31)


def test_cells_out_of_the_box_are_left_out() -> None:
    near = box_around(areas())
    body = csv_2011(HEAT, HEAT.replace(f"E{X}", "E4000000"), FLOOR)
    assert parse_2011(body, "wohnungen", near).shape == (2, 5)
