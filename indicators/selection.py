"""Which figures are meant: the one type for it, of pages, files, citations and the HTTP interface."""

from collections.abc import Sequence
from dataclasses import dataclass

from indicators import catalogue
from indicators.catalogue import Indicator
from indicators.figures.reader_groups import OwnGroup


@dataclass(frozen=True, eq=False)
class Selection:
    """Figures by indicator, area and year.

    indicators: none for every one; areas, levels: None where they are not narrowed, else official codes and ids of
    declared groups, and levels of area; own: groups of districts that a reader made, beside these; start, end: first
    and last period, both included, empty for no limit.
    """

    indicators: Sequence[Indicator] = ()
    areas: Sequence[str] | None = None
    levels: Sequence[str] | None = None
    own: Sequence[OwnGroup] = ()
    start: str = ""
    end: str = ""

    @property
    def named(self) -> tuple[Indicator, ...]:
        """The indicators by name, also where they are all."""
        return tuple(self.indicators or catalogue.load().values())

    @property
    def years(self) -> tuple[str, str]:
        """The first and the last calendar year, empty for no limit."""
        return self.start[:4], self.end[:4]
