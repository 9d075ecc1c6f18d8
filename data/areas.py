"""Leipzig's areas: 63 Ortsteile in 10 Stadtbezirke in one city."""

from typing import Final, Literal

Level = Literal["ortsteil", "stadtbezirk", "city"]

CITY: Final = "14713000"
"""The city's official municipality key (AGS)."""

COUNTS: Final[dict[Level, int]] = {"ortsteil": 63, "stadtbezirk": 10, "city": 1}
LEVELS: Final[tuple[Level, ...]] = tuple(COUNTS)
COLUMNS: Final = ["code", "level", "name", "parent", "km2"]


def area_id(code: str, level: str) -> str:
    """An area's code as no spreadsheet shortens it, which makes 0 both of `00` and of `0`.

    `OT00` an Ortsteil, `SB0` a Stadtbezirk, `CITY` Leipzig, `AGS05111000` another city; a group's id stays as it is.
    """
    prefixes = {"ortsteil": "OT", "stadtbezirk": "SB", "city": "AGS"}
    return "CITY" if code == CITY else prefixes.get(level, "") + code
