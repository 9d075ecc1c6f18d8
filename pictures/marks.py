"""What pictures of districts single out, and what they count."""

import pandas as pd

from locales import plural
from pictures.request import Request


def named(request: Request, rows: pd.DataFrame, *columns: str) -> dict[str, str]:
    """Colour by area of those with a name: what is set off, else, in the accent colour, the ends of some columns."""
    there = rows.dropna(subset=list(columns))
    ends = [there[column].agg(end) for column in columns for end in ("idxmin", "idxmax")] if len(there) else []
    return request.colours or {str(there.loc[place, "area"]): request.theme.accent for place in ends}


def without_figure(request: Request, rows: pd.DataFrame, *columns: str) -> list[str]:
    """How many areas are not drawn, as they lack a figure in any of some columns; nothing where all are."""
    n = len(rows) - len(rows.dropna(subset=list(columns)))
    return [plural(request.lang, "no figure: {n} area", "no figure: {n} areas", n)] if n else []
