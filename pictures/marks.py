"""What pictures of districts single out, and what they count."""

from collections.abc import Mapping

import pandas as pd

from charts.labels import Counted
from charts.theme import Theme
from locales import Language, plural

Colours = Mapping[str, str]
"""Colour by area, of those that have a name in the picture."""


def extremes(rows: pd.DataFrame, theme: Theme, *columns: str) -> Colours:
    """Those at the ends of some columns, in the accent colour: they are named where the reader follows nobody."""
    there = rows.dropna(subset=list(columns))
    ends = [there[column].agg(end) for column in columns for end in ("idxmin", "idxmax")] if len(there) else []
    return {str(there.loc[place, "area"]): theme.accent for place in ends}


def missing_counted(lang: Language) -> Counted:
    """How many areas have no figure, in words."""
    return lambda n: plural(lang, "no figure: {n} area", "no figure: {n} areas", n)
