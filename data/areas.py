"""Leipzig's areas: 63 Ortsteile in 10 Stadtbezirke in one city."""

from typing import Final, Literal

Level = Literal["ortsteil", "stadtbezirk", "city"]

CITY: Final = "14713000"
"""The city's official municipality key (AGS)."""

COUNTS: Final[dict[Level, int]] = {"ortsteil": 63, "stadtbezirk": 10, "city": 1}
LEVELS: Final[tuple[Level, ...]] = tuple(COUNTS)
COLUMNS: Final = ["code", "level", "name", "parent", "km2"]
