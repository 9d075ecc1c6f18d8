"""What a picture is asked for: of which figures, for whom, and how it is to be drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import pandas as pd

from charts.theme import Captions, Figure, Theme
from charts.tooltips import with_kind
from data.areas import CITY, Level
from data.store import Dataset
from indicators.catalogue import Indicator, groups
from indicators.energy.district.asked import District
from indicators.energy.scenario import Scenario
from indicators.figures import measures
from indicators.figures.grid import Grid
from indicators.figures.values import Groups, grid
from indicators.kept import kept_lately
from indicators.selection import Selection
from locales import Language, text
from pictures.picture import Picture
from words.lines import Measure
from words.phrases import parts
from words.rows import rows, value_rows
from words.sources import source_line

ClassesOf = Literal["newest", "shown", "all"]


@dataclass(frozen=True, eq=False)
class Request:
    """Figures between two periods for a reader's language and colours, and what a kind of picture may need besides.

    selection: the first indicator is the one that the picture is of; own: all groups that are not declared, as they are
    to be called; boundaries: the address from which a browser fetches those of the level at its end; spans: that of the
    changes between any two periods, of the indicator and the level at its end; lit: areas to set off; period: of a
    picture of one, the last without any; scheme: of a map's classes, the declared one without any; classes_of: the
    periods whose values make them; measure: of lines; fit: whether a line of least squares is drawn; narrow: whether
    the window is; inner: whether a map shows the inner city alone; scenario,
    district: what if, of the whole city's heat or of an energy district; sentence: said in the place of the picture's
    own; subject: the area that it is about, the city without one unless areas are listed; reference: one of the areas
    listed, which the others are set against and which is not ranked among them.
    """

    lang: Language
    dataset: Dataset
    theme: Theme
    selection: Selection
    boundaries: str = ""
    spans: str = ""
    lit: tuple[str, ...] = ()
    period: str = ""
    scheme: str = ""
    classes_of: ClassesOf = "newest"
    measure: Measure = "value"
    fit: bool = False
    narrow: bool = False
    inner: bool = False
    scenario: Scenario | None = None
    district: District | None = None
    sentence: str = ""
    subject: str = ""
    reference: str = ""

    @property
    def indicator(self) -> Indicator:
        return self.selection.indicators[0]

    @property
    def span(self) -> tuple[str, str]:
        return self.selection.start, self.selection.end

    @property
    def at(self) -> str:
        """The period of a picture of one."""
        return self.period or self.selection.end

    @property
    def level(self) -> Level:
        """The level of the districts that are drawn."""
        return "stadtbezirk" if "stadtbezirk" in (self.selection.levels or ()) else "ortsteil"

    @property
    def parts(self) -> str:
        """What the districts are called after `of its 63 …`."""
        return parts(self.lang, self.level)

    @property
    def listed(self) -> bool:
        """Whether areas are named one by one, such as those that are compared, rather than all of a level."""
        return self.selection.areas is not None

    @cached_property
    def names(self) -> dict[str, str]:
        """Name by code or id of every area and group; of boroughs so that they are told from districts in a list."""
        official = self.dataset.all_names
        if self.listed:
            boroughs = self.dataset.names["stadtbezirk"].items()
            official = official | {code: text(self.lang, "{name} borough", name=name) for code, name in boroughs}
        declared = {id: group.title[self.lang] for id, group in groups.load().items()}
        return official | declared | {group.id: group.name for group in self.selection.own}

    @property
    def areas(self) -> dict[str, str]:
        """Name by code or id of what the figures are of: the areas listed, or a level's, the groups and the city."""
        every = [*self.dataset.codes(self.level), CITY, *(group.id for group in self.selection.own)]
        return {area: self.names[area] for area in (every if self.selection.areas is None else self.selection.areas)}

    @property
    def groups(self) -> Groups:
        """The groups among the areas, with their districts."""
        members = {group.id: group.members for group in groups.load().values()}
        members |= {group.id: group.members for group in self.selection.own}
        return tuple((id, members[id]) for id in self.areas if id in members)

    @property
    def grid(self) -> Grid:
        """The figures of every official area and of the groups."""
        return grid(self.dataset, self.indicator, self.groups)

    @property
    def changes(self) -> pd.DataFrame:
        """The change of each of the areas, ready to draw; see `words.rows.rows`."""
        subject = self.subject or ("" if self.listed else CITY)
        areas = tuple(self.areas.items())
        return _changes(self.lang, self.dataset, self.indicator, self.span, self.groups, areas, subject)

    def values(self, names: Mapping[str, str]) -> pd.DataFrame:
        """The values of some of the areas by name in the period of a picture of one; see `words.rows.value_rows`."""
        return _values(self.lang, self.dataset, self.indicator, self.groups, tuple(names.items()), self.at)

    @cached_property
    def districts(self) -> pd.DataFrame:
        """The changes of the districts, without city and groups."""
        codes = self.dataset.names[self.level]
        # By place: a mask takes three times as long.
        return self.changes.iloc[[n for n, area in enumerate(self.changes["area"].tolist()) if area in codes]]

    @property
    def on_one_scale(self) -> dict[str, str]:
        """The areas whose values can be set beside each other: a count of the whole city would leave its parts no room.

        Of a level, the city also stays away from amounts whose change is stated in percent.
        """
        apart = not self.indicator.comparable if self.listed else self.indicator.change == "percent"
        return {area: name for area, name in self.areas.items() if area != CITY or not apart} or self.areas

    @property
    def without_city(self) -> list[str]:
        """That the city is missing from a list, where it is."""
        missing = self.listed and len(self.on_one_scale) < len(self.areas)
        return [text(self.lang, "without the city")] if missing else []

    @property
    def colours(self) -> dict[str, str]:
        """By area, the colours of those that are set off; the city in that of text."""
        lines = self.theme.lines
        return {a: self.theme.text if a == CITY else lines[n % len(lines)] for n, a in enumerate(self.lit)}

    @property
    def chosen(self) -> str:
        """The district that was set off last, of which a page tells first; empty where none is, or areas are listed."""
        districts = () if self.listed else self.dataset.names[self.level]
        return next((area for area in reversed(self.lit) if area in districts), "")

    @property
    def strongest(self) -> tuple[str, ...]:
        """What stands out where one colour does so: the first in a list, else what is set off and the city."""
        return tuple(self.selection.areas[:1]) if self.selection.areas is not None else (*self.lit, CITY)

    def captions(self, title: str, subtitle: str, notes: Sequence[str] = (), source: str = "") -> Captions:
        """The words of a picture; notes: what signs in it mean; source: in a line, that of the indicators without."""
        said = source or source_line(self.lang, self.dataset, *self.selection.indicators)
        return Captions(title, subtitle, " · ".join([*notes, said]), self.lang)

    def file(self, kind: str, period: str = "") -> str:
        """The name of a picture's file: what it is of, over which years or in which period."""
        return f"leipzig_{self.indicator.id}_{kind}_{period or '-'.join(self.span)}"

    def picture(
        self,
        kind: str,
        figure: Figure,
        sentence: str,
        table: pd.DataFrame,
        period: str = "",
        caveats: tuple[str, ...] = (),
    ) -> Picture:
        """A figure as a picture, which says whether anybody measured what it shows."""
        measured = with_kind(figure, self.lang, self.indicator)
        return Picture(kind, measured, self.sentence or sentence, self.file(kind, period), table, caveats)


@kept_lately
def _changes(
    lang: Language,
    dataset: Dataset,
    indicator: Indicator,
    span: tuple[str, str],
    groups: Groups,
    areas: tuple[tuple[str, str], ...],
    subject: str,
) -> pd.DataFrame:
    return rows(lang, indicator, measures.change(grid(dataset, indicator, groups), *span), dict(areas), subject)


@kept_lately
def _values(
    lang: Language,
    dataset: Dataset,
    indicator: Indicator,
    groups: Groups,
    areas: tuple[tuple[str, str], ...],
    period: str,
) -> pd.DataFrame:
    return value_rows(lang, indicator, grid(dataset, indicator, groups).frame, dict(areas), period)
