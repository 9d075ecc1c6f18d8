"""The status of figures that were computed from others: the letter that asks for most caution.

Letters are those of `data.observations.STATUS`, SDMX's code list of observation status.
"""

from functools import cache
from typing import Final

import pandas as pd

CAUTION: Final = ("A", "P", "E", "U", "B", "M", "N", "Q")
"""Every status, from the one that needs least caution to the one that forbids most."""


@cache
def most_cautious(*letters: str) -> str:
    """The letter of several that asks for most caution. Raises ValueError for an unknown letter and for none."""
    for letter in letters:
        if letter not in CAUTION:
            raise ValueError(f"unknown status {letter!r}, expected one of {CAUTION}")
    return max(letters, key=CAUTION.index)


def without_break(letter: str) -> str:
    """A value's own B is about the period before it, which what is computed from it may not be about."""
    return "A" if letter == "B" else letter


def combine_status(*parts: pd.Series) -> pd.Series:
    """The status of values that were each computed from several others.

    parts: status letters, one series per ingredient, all on the same index; at least one.
    A missing part makes the result missing (Q before N before M); otherwise the most cautious
    letter holds: B, then U, E, P, A.
    Raises ValueError without parts, for parts on different indexes and for an unknown letter.
    """
    if not parts:
        raise ValueError("no status to combine, expected at least one")
    index = parts[0].index
    if not all(part.index.equals(index) for part in parts):
        raise ValueError("the parts of a status stand on different indexes")
    letters = [most_cautious(*each) for each in zip(*(part.tolist() for part in parts), strict=True)]
    return pd.Series(letters, index=index, dtype="str", name="status")
