"""A city of two districts in one Stadtbezirk, by the series that the energy model reads."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pandas as pd

from data.areas import CITY
from data.observations import COLUMNS
from data.store import Dataset

DAY: Final = "2011-05-09"
SPACE: Final = "kd6-5/Wohnfläche insgesamt"
RESIDENTS: Final = "kd2-1/Einwohner insgesamt"
BUILDINGS: Final = ("bis 1918", "bis 1919 bis 1948", "bis 1949 bis 1990", "ab 1991")
CENSUS: Final = {
    "Vor 1919": 320,
    "1919 - 1948": 96,
    "1949 - 1978": 12,
    "1979 - 1986": 0,
    "1987 - 1990": 0,
    "1991 - 1995": 6,
    "1996 - 2000": 16,
    "2001 - 2004": 0,
    "2005 - 2008": 9,
    "2009 und später": 3,
}
"""Buildings of Lindenau in the census 2011."""
DWELLINGS: Final = {"Vor 1919": 60.0, "1919 - 1948": 20.0, "1996 - 2000": 5.0, "2005 - 2008": 5.0}
"""Made up: of 100 dwellings, 10 are in no class that is listed."""

Cell = tuple[float | None, str]


def dataset(
    changes: Mapping[tuple[str, str, str], Cell] | None = None, years: tuple[str, ...] = ("2011", "2020")
) -> Dataset:
    """Lindenau (70) as published for 2011 and 2020, and beside it Altlindenau (71) with the same, in Alt-West (7).

    changes: value and status by series, area and period, in the place of those.
    """
    cells: dict[tuple[str, str, str], Cell] = {}
    for area in ("70", "71"):
        for year in years:
            first = year == "2011"
            counts = (323, 93, 10, 77) if first else (320, 93, 9, 159)
            cells |= {
                (f"kd6-4/mit Baujahr {name}", area, year): (float(n), "A")
                for name, n in zip(BUILDINGS, counts, strict=True)
            }
            cells["kd6-4/Gebäude mit 1 oder 2 Wohnungen", area, year] = (0.0 if first else 10.0, "A")
            cells[SPACE, area, year] = (250.0 if first else 306.449, "B" if first else "A")
            cells["kd6-5/Wohnungen", area, year] = (3600.0 if first else 4500.0, "A")
            cells[RESIDENTS, area, year] = (8000.0 if first else 8564.0, "A")
    for area in ("70", "71", "7", CITY):
        times = {"7": 2, CITY: 2}.get(area, 1)
        census = {f"zensus2011-gebaeude/BAUJAHR_MZ/{name}": float(n) for name, n in CENSUS.items()}
        census |= {f"zensus2011-wohnungen/BAUJAHR_MZ/{name}": DWELLINGS.get(name, 0.0) for name in CENSUS}
        del census["zensus2011-wohnungen/BAUJAHR_MZ/1949 - 1978"]
        census |= {f"zensus2011-wohnungen/WOHNFLAECHE_10S/{n}": 100.0 if n == 5 else 0.0 for n in range(1, 18)}
        census["zensus2011-wohnungen/HEIZTYP/Fernheizung (Fernwärme)"] = 25.0
        cells |= {(name, area, DAY): (times * n, "A") for name, n in census.items()}
    cells |= changes or {}
    rows = [(*key, *cell) for key, cell in sorted(cells.items())]
    table = pd.DataFrame(rows, columns=COLUMNS).astype({"value": "float64"})
    areas = pd.DataFrame(
        [
            ("70", "ortsteil", "Lindenau", "7", 1.0),
            ("71", "ortsteil", "Altlindenau", "7", 2.0),
            ("7", "stadtbezirk", "Alt-West", CITY, 3.0),
            (CITY, "city", "Stadt Leipzig", "", 3.0),
        ],
        columns=["code", "level", "name", "parent", "km2"],
    )
    text = dict.fromkeys(["series", "area", "period", "status"], "category")
    return Dataset("test", Path(), table.astype(text), areas, {}, {})
