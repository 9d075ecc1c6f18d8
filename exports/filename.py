"""Names of files, which say what is in them: indicator, area, period, data version."""

import re
from collections.abc import Sequence
from typing import Final

from indicators.figures.named_groups import OwnGroup

NAMED: Final = 3
"""As many indicators are named."""
UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})


def stem(
    indicators: Sequence[str],
    version: str,
    *,
    areas: Sequence[str] | None = None,
    levels: Sequence[str] | None = None,
    own: Sequence[OwnGroup] = (),
    start: str = "",
    end: str = "",
    prefix: str = "leipzig",
) -> str:
    """A name without its ending, of letters, digits, dots, hyphens and underscores.

    indicators, areas, levels: ids; own: groups that a reader named. More than three indicators and several areas
    are not named, areas left open neither.
    start, end: first and last year, empty for no limit.
    """
    what = "-".join(indicators) if 0 < len(indicators) <= NAMED else "indicators"
    parts = [prefix, what, _where(areas, levels, own), _years(start, end), version]
    return re.sub(r"[^A-Za-z0-9._-]", "-", "_".join(part for part in parts if part).translate(UMLAUTS))


def _where(areas: Sequence[str] | None, levels: Sequence[str] | None, own: Sequence[OwnGroup]) -> str:
    named = [*(areas or ()), *(group.name for group in own)]
    if areas is not None or (own and not levels):
        return named[0] if len(named) == 1 else "areas"
    return "-".join([*(levels or ()), *named])


def _years(start: str, end: str) -> str:
    match start, end:
        case "", "":
            return "all"
        case start, "":
            return f"from-{start}"
        case "", end:
            return f"to-{end}"
        case start, end:
            return start if start == end else f"{start}-{end}"
