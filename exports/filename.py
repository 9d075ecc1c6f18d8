"""Names of files, which say what is in them: indicator, area, period, data version."""

import re
from typing import Final

from indicators.selection import Selection

NAMED: Final = 3
"""As many indicators are named."""
UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})


def stem(selection: Selection, version: str, prefix: str = "leipzig") -> str:
    """A name without its ending, of letters, digits, dots, hyphens and underscores.

    More than three indicators and several areas are not named, areas left open neither.
    """
    ids = [indicator.id for indicator in selection.indicators]
    what = "-".join(ids) if 0 < len(ids) <= NAMED else "indicators"
    parts = [prefix, what, _where(selection), _years(*selection.years), version]
    return re.sub(r"[^A-Za-z0-9._-]", "-", "_".join(part for part in parts if part).translate(UMLAUTS))


def _where(selection: Selection) -> str:
    areas, levels, own = selection.areas, selection.levels, selection.own
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
