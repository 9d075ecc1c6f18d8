"""What a page offers to take away: observations that the HTTP interface gives, and tables made of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from indicators import catalogue
from indicators.catalogue import Indicator
from indicators.selection import Selection
from locales import Language, joined


@dataclass(frozen=True, eq=False)
class Table:
    """A table other than observations: what it is called, its file's name without ending and version, how many rows it
    has, how it is built, and its lasting address as CSV below that of the application, empty where it has none.
    """

    title: str
    stem: str
    rows: int
    build: Callable[[], pd.DataFrame]
    address: str = ""


@dataclass(frozen=True, eq=False)
class Figures:
    """What a page offers.

    title: of its picture, in a citation; indicators: behind it, none for all of them; shown: what the page shows;
    behind: all of it, None where that is shown already; maps: whether it shows boundaries.
    """

    title: str = ""
    indicators: tuple[Indicator, ...] = ()
    shown: tuple[Selection | Table, ...] = ()
    behind: Selection | None = None
    maps: bool = False


WHOLE: Final = Figures(behind=Selection())
"""What a page offers that shows nothing of its own: all figures that there are."""


def of(lang: Language, shown: Selection, *tables: Table, maps: bool = False) -> Figures:
    """What a page offers that shows these observations, tables made of them, and perhaps maps."""
    years = dict.fromkeys([shown.start, shown.end])
    title = f"{joined(lang, [indicator.title[lang] for indicator in shown.indicators])}, {'–'.join(years)}"
    return Figures(title, tuple(shown.indicators), (shown, *tables), Selection(shown.indicators), maps)


def of_list(indicators: Sequence[Indicator]) -> Figures:
    """All figures of some indicators; where these are all there are, the whole data."""
    if len(indicators) == len(catalogue.load()):
        return WHOLE
    return Figures(indicators=tuple(indicators), behind=Selection(tuple(indicators)))


def of_table(indicator: Indicator, table: Table) -> Figures:
    """A table that was made of all figures of an indicator, and these."""
    return Figures(table.title, (indicator,), (table,), Selection((indicator,)))
