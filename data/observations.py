"""What a valid observation table is: one row per series, area and period."""

from typing import Final

import numpy as np
import pandas as pd

KEY: Final = ["series", "area", "period"]
COLUMNS: Final = [*KEY, "value", "status"]

STATUS: Final = {
    "A": "normal value",
    "P": "provisional value",
    "E": "estimated or modelled value",
    "B": "break: not comparable with the period before",
    "U": "low reliability",
    "M": "missing: not collected or not published",
    "Q": "missing: suppressed for confidentiality",
    "N": "missing: not meaningful",
}
"""SDMX observation status (code list CL_OBS_STATUS), as far as the sources need it."""

MISSING: Final = frozenset("MQN")

PERIOD: Final = r"(?:19|20)\d\d(?:-Q[1-4]|-\d\d-\d\d)?"


class InvalidObservations(ValueError):
    """A table breaks one of the rules that `validate` states."""


def validate(table: pd.DataFrame, areas: frozenset[str]) -> pd.DataFrame:
    """The table itself, if it keeps every rule.

    table: columns `COLUMNS`; areas: the codes that may occur.
    Raises InvalidObservations with the first broken rule and an example of it.
    """
    if list(table.columns) != COLUMNS:
        raise InvalidObservations(f"columns are {list(table.columns)}, expected {COLUMNS}")
    if table.empty:
        raise InvalidObservations("the table has no rows, expected at least one")
    has_value = table["value"].notna()
    says_missing = table["status"].isin(list(MISSING))
    broken = {
        "unknown area": ~table["area"].isin(list(areas)),
        "unknown status": ~table["status"].isin(list(STATUS)),
        "period is neither a year, a quarter nor a day": ~table["period"].astype(str).str.fullmatch(PERIOD),
        "empty name of a series": table["series"].astype(str).str.strip() == "",
        "value beside a status that says it is missing": has_value & says_missing,
        "no value, but the status does not say why": ~has_value & ~says_missing,
        "value is not finite": np.isinf(table["value"]),
        "series, area and period stand twice": table.duplicated(KEY),
    }
    for rule, rows in broken.items():
        if rows.any():
            example = table[rows].iloc[0].to_dict()
            raise InvalidObservations(f"{rule}: {int(rows.sum())} rows, the first is {example}")
    return table
