"""What pictures are about, and what there is of one once it is drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from charts.theme import Captions, Figure, Theme
from charts.tooltips import with_kind
from data.store import Dataset
from indicators.catalogue import Indicator
from indicators.figures import measures
from indicators.figures.values import Groups, grid
from locales import Language, plotly_separators
from words.rows import rows as change_rows
from words.sources import source_line


@dataclass(frozen=True)
class Repainting:
    """What a map is repainted with in the browser while a slider of years moves, of one period or of a change.

    keys: the parameters of the address that say the periods; told: how the title writes each; shown: those drawn.

    classes: of one period, a text a period with a digit of base 36 a district, or `-` without a value. figures: of a
    change, a list a period of the values of all areas, None where there is none; percent: whether changes are in
    percent of the first value; breaks: of their classes.
    """

    keys: Sequence[str]
    periods: Sequence[str]
    told: Sequence[str]
    shown: Sequence[str]
    areas: Sequence[str]
    colours: Sequence[str]
    no_value: str
    classes: Sequence[str] = ()
    figures: Sequence[Sequence[float | None]] = ()
    percent: bool = False
    breaks: Sequence[float] = ()


@dataclass(frozen=True, eq=False)
class Picture:
    """A picture with its state.

    kind: what tells it from others on a page; sentence: what it says, in words; file: the name of a saved file,
    without its ending; table: the frame that it shows; caveats: what is to be said below it; legend: in words, for who
    can't see it; repainting: how its browser shows other periods, where it does.
    """

    kind: str
    figure: Figure
    sentence: str
    file: str
    table: pd.DataFrame
    caveats: tuple[str, ...] = ()
    legend: str = ""
    repainting: Repainting | None = None


Drawn = Picture | str
"""A picture, or why there is nothing to draw."""


@dataclass(frozen=True)
class Subject:
    """What pictures are about: an indicator's figures between two periods, for a reader's language and colours.

    base: the folder under which the application is served, from which a browser fetches boundaries.
    """

    lang: Language
    dataset: Dataset
    indicator: Indicator
    start: str
    end: str
    theme: Theme
    base: str = field(default="", kw_only=True)

    @property
    def span(self) -> tuple[str, str]:
        return self.start, self.end

    def file(self, picture: str, period: str = "") -> str:
        """The name of a picture's file: what it is of, over which years or in which period."""
        return f"leipzig_{self.indicator.id}_{picture}_{period or f'{self.start}-{self.end}'}"

    def captions(self, title: str, subtitle: str, *others: Indicator) -> Captions:
        """The words of a picture of the indicator, and of other indicators in it."""
        source = source_line(self.lang, self.dataset, self.indicator, *others)
        return Captions(title, subtitle, source, plotly_separators(self.lang))

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
        told = with_kind(figure, self.lang, self.indicator)
        return Picture(kind, told, sentence, self.file(kind, period), table, caveats)


def changes(subject: Subject, names: Mapping[str, str], groups: Groups = ()) -> pd.DataFrame:
    """The change of each named place, ready to draw; see `words.rows.rows`. groups: those among the places."""
    found = measures.change(grid(subject.dataset, subject.indicator, groups), *subject.span)
    return change_rows(subject.lang, subject.indicator, found, names)
