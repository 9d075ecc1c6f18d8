"""What pictures of districts single out, and what they count."""

import pandas as pd

from charts.labels import Counted
from locales import Language, plural
from pictures.request import Request


def named(request: Request, rows: pd.DataFrame, *columns: str) -> dict[str, str]:
    """Colour by area of those with a name: what is set off, else, in the accent colour, the ends of some columns."""
    there = rows.dropna(subset=list(columns))
    ends = [there[column].agg(end) for column in columns for end in ("idxmin", "idxmax")] if len(there) else []
    return request.colours or {str(there.loc[place, "area"]): request.theme.accent for place in ends}


def missing_counted(lang: Language) -> Counted:
    """How many areas have no figure, in words."""
    return lambda n: plural(lang, "no figure: {n} area", "no figure: {n} areas", n)
