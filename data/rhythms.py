"""Whether a source's newest figures are older than they should be, by its publisher's rhythm (`rhythms.toml`).

Beside the sources, not in them: the server asks, and does not load what fetches.
"""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path


@cache
def years() -> dict[str, int | None]:
    """By source, years from the end of its newest period until the next should be there; None where none is to come."""
    declared = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    each = {source: rhythm["years"] for rhythm in declared["rhythm"] for source in rhythm["sources"]}
    return {**dict.fromkeys(declared["once"]), **each}


def overdue(source: str, newest: str, today: date) -> bool:
    """Whether something newer should be there. newest: period, a year or a day; empty where there is none."""
    rhythm = years().get(source)
    if not newest or rhythm is None:
        return False
    end = date.fromisoformat(newest) if len(newest) == len("2024-12-31") else date(int(newest[:4]), 12, 31)
    return (today.year - rhythm, today.month, today.day) > (end.year, end.month, end.day)
