"""Census cells: three Ortsteile laid out around four cells near the middle of Leipzig."""

from collections.abc import Mapping
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from data.areas import CITY
from data.sources.http import SourceError
from data.sources.leipzig_boundaries import parse as parse_boundaries
from data.sources.zensus_grid import box_around, by_ortsteil, parse

X, Y = 4_480_000, 3_138_000
EVERYWHERE = (0.0, 0.0, 9e9, 9e9)
HEADER = "Gitter_ID_100m_neu;Merkmal;Auspraegung_Code;Auspraegung_Text;Anzahl;Anzahl_q"


def cell(column: int, row: int = 0) -> str:
    return f"CRS3035RES100mN{Y + 100 * row}E{X + 100 * column}"


def csv(*rows: str, head: str = HEADER) -> bytes:
    return "\r\n".join([head, *rows, ""]).encode()


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


def test_layout() -> None:
    body = csv(
        f"{cell(0)};HEIZTYP;1;Fernheizung (Fernwärme);12;0",
        f"{cell(0)};WOHNFLAECHE_10S;4;;7;1",
        f"{cell(1, 2)};WOHNFLAECHE_10S;4;60 - 69;3;2",
    )
    cells = parse(body, "wohnungen", EVERYWHERE)
    assert list(cells.columns) == ["cell_x", "cell_y", "characteristic", "value"]
    assert cells.to_numpy().tolist() == [
        [X, Y, "HEIZTYP/Fernheizung (Fernwärme)", 12.0],
        [X, Y, "WOHNFLAECHE_10S/4", 7.0],
        [X + 100, Y + 200, "WOHNFLAECHE_10S/4", 3.0],
    ]
    assert parse(b"\xef\xbb\xbf" + body, "wohnungen", EVERYWHERE).equals(cells)


FLOOR = f"{cell(0)};WOHNFLAECHE_10S;4;;7;0"
HEAT = f"{cell(0)};HEIZTYP;1;Fernheizung;12;0"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"<!DOCTYPE html><html><body>Fehler</body></html>", "its columns are"),
        (b"", "it is not a table"),
        (csv(), "it holds no cell of Leipzig"),
        (csv(HEAT, FLOOR, head=HEADER.replace(";Anzahl;", ";Wert;")), "its columns are .*'Wert'"),
        (csv(HEAT, FLOOR).replace(b";", b","), "its columns are"),
        (csv(HEAT, FLOOR).decode().replace("Fernheizung", "Fernwärme").encode("latin-1"), "not a table"),
        (
            csv(HEAT, FLOOR, "100mN31380E44800;HEIZTYP;2;Etagenheizung;3;0"),
            "a row names no cell",
        ),
        (csv(HEAT, f"{cell(1)};HEIZTYP;2", FLOOR), "values of Anzahl are like ''"),
        (csv(HEAT, FLOOR, f"{cell(1)};HEIZTYP;2;Etagenheizung;1"), "it ends within a row, at .*Etagenheizung;1'"),
        (
            csv(HEAT, FLOOR, f"{cell(1)};HEIZTYP;2;Etagenheizung;n/a;0"),
            "values of Anzahl are like 'n/a'",
        ),
        (csv(HEAT, FLOOR, f"{cell(1)};HEIZTYP;2;Etagenheizung;-3;0"), "values of Anzahl are like '-3'"),
        (
            csv(HEAT, FLOOR, f"{cell(1)};HEIZTYP;2;Etagenheizung;inf;0"),
            "values of Anzahl are like 'inf'",
        ),
        (csv(HEAT, FLOOR, HEAT), "1 counts stand twice, first .*Fernheizung"),
        (csv(HEAT), "it is about .'HEIZTYP'."),
        (csv(FLOOR), "it is about .'WOHNFLAECHE_10S'."),
    ],
)
def test_other_layouts_are_refused(body: bytes, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        parse(body, "wohnungen", EVERYWHERE)


def test_dwellings_are_not_taken_for_buildings() -> None:
    with pytest.raises(SourceError, match=r"csv_Gebaeude_100m_Gitter\.csv: it is about"):
        parse(csv(HEAT, FLOOR), "gebaeude", EVERYWHERE)
    assert len(parse(csv(HEAT), "gebaeude", EVERYWHERE)) == 1


def cells_of(values: Mapping[tuple[int, str], float]) -> pd.DataFrame:
    return pd.DataFrame(
        [(X + 100 * column, Y, name, value) for (column, name), value in values.items()],
        columns=["cell_x", "cell_y", "characteristic", "value"],
    )


def sums_of(values: Mapping[tuple[int, str], float]) -> pd.Series:
    table, _ = by_ortsteil(cells_of(values), areas())
    assert list(table.columns) == ["area", "characteristic", "value"]
    return table.set_index(["area", "characteristic"])["value"]


def test_sums_over_ortsteile_stadtbezirke_and_city() -> None:
    """Column 0 lies in 50, 1 on the border of 50 and 51 (50 gets it), 2 in 70, 3 and 9 in none."""
    cells = cells_of({(0, "Gas"): 5, (1, "Gas"): 7, (2, "Gas"): 11, (3, "Gas"): 100, (9, "Gas"): 100})
    table, placed = by_ortsteil(cells, areas())
    assert placed == 3
    assert table.set_index("area")["value"].to_dict() == {"50": 12, "70": 11, "5": 12, "7": 11, CITY: 23}


def test_what_no_cell_of_an_ortsteil_lists_is_zero_there() -> None:
    sums = sums_of({(0, "Gas"): 5, (2, "Gas"): 11, (2, "Kohle"): 3})
    assert (sums["50", "Kohle"], sums["5", "Kohle"], sums[CITY, "Kohle"]) == (0, 0, 3)


def test_cells_elsewhere_are_refused() -> None:
    with pytest.raises(SourceError, match="none of 1 cells lies in Leipzig"):
        by_ortsteil(cells_of({(500, "Gas"): 1}), areas())


@pytest.mark.recordings
def test_recorded_shares_of_district_heat(recordings: Path) -> None:
    folder = recordings / "geodaten"
    leipzig = parse_boundaries(
        (folder / "Ortsteile_Leipzig_UTM33N.json").read_bytes(),
        (folder / "Stadtbezirke_Leipzig_UTM33N.json").read_bytes(),
    )
    body = (recordings / "zensus2011" / "csv_Wohnungen_100m_Gitter.csv").read_bytes()
    table, placed = by_ortsteil(parse(body, "wohnungen", box_around(leipzig)), leipzig)
    wide = table.pivot_table(index="area", columns="characteristic", values="value")
    dwellings = wide.filter(like="WOHNFLAECHE_10S/").sum(axis="columns")
    share = 100 * wide["HEIZTYP/Fernheizung (Fernwärme)"] / dwellings
    known = {"6": 83.8, "0": 63.5, "1": 60.5, "5": 25.0, "7": 5.7, "51": 27.5, "70": 3.0}
    assert {area: round(share[area], 1) for area in known} == pytest.approx(known, abs=1)
    assert placed == 7417
    assert dwellings[CITY] == 307_067
    assert wide.shape == (74, 31)


def test_cells_out_of_the_box_are_left_out() -> None:
    near = box_around(areas())
    body = csv(HEAT, HEAT.replace(f"E{X}", "E4000000"), FLOOR)
    assert parse(body, "wohnungen", near).shape == (2, 4)
