"""What a page offers to take away: observations that the HTTP interface gives, and tables that have no address."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from data.store import Dataset
from indicators import catalogue
from indicators.catalogue import Indicator
from indicators.figures.named_groups import OwnGroup, written
from locales import Language, joined


@dataclass(frozen=True, eq=False)
class Choice:
    """Observations as the HTTP interface gives them. Without indicators every one; areas, levels: None for all."""

    indicators: tuple[Indicator, ...] = ()
    areas: tuple[str, ...] | None = None
    levels: tuple[str, ...] | None = None
    own: tuple[OwnGroup, ...] = ()
    start: str = ""
    end: str = ""

    @property
    def named(self) -> tuple[Indicator, ...]:
        """The indicators by name, also where they are all."""
        return self.indicators or tuple(catalogue.load().values())

    def query(self, lang: Language, dataset: Dataset) -> dict[str, str]:
        """The parameters that ask for these observations, of this version of the figures."""
        asked = {
            "indicator": ",".join(indicator.id for indicator in self.indicators),
            "area": ",".join(self.areas or ()),
            "level": ",".join(self.levels or ()),
            "group": written(self.own),
            "from": self.start[:4],
            "to": self.end[:4],
            "lang": lang,
            "version": dataset.version,
        }
        return {name: value for name, value in asked.items() if value}


@dataclass(frozen=True, eq=False)
class Table:
    """A table without an address of its own: what it is called, its file's name without ending and version, how many
    rows it has, and how it is built.
    """

    title: str
    stem: str
    rows: int
    build: Callable[[], pd.DataFrame]


@dataclass(frozen=True, eq=False)
class Figures:
    """What a page offers.

    title: of its picture, in a citation; indicators: behind it, none for all of them; shown: what the page shows;
    behind: all of it, None where that is shown already; maps: whether it shows boundaries.
    """

    title: str = ""
    indicators: tuple[Indicator, ...] = ()
    shown: tuple[Choice | Table, ...] = ()
    behind: Choice | None = None
    maps: bool = False


WHOLE: Final = Figures(behind=Choice())
"""What a page offers that shows nothing of its own: all figures that there are."""


def of(lang: Language, shown: Choice, *tables: Table, maps: bool = False) -> Figures:
    """What a page offers that shows these observations, tables made of them, and perhaps maps."""
    years = dict.fromkeys([shown.start, shown.end])
    title = f"{joined(lang, [indicator.title[lang] for indicator in shown.indicators])}, {'–'.join(years)}"
    return Figures(title, shown.indicators, (shown, *tables), Choice(shown.indicators), maps)


def of_list(indicators: Sequence[Indicator]) -> Figures:
    """All figures of some indicators; where these are all there are, the whole data."""
    if len(indicators) == len(catalogue.load()):
        return WHOLE
    return Figures(indicators=tuple(indicators), behind=Choice(tuple(indicators)))
