"""What a file says about itself: what was chosen, what it means, where it is from, and how to cite it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from data.store import Dataset
from exports.about import citation, codebook
from exports.about.citation import Work
from exports.about.remarks import Remark, remarks, years
from exports.about.sources import Source, sources
from exports.observations import called, places
from indicators.catalogue import Indicator
from indicators.figures.reader_groups import OwnGroup
from indicators.selection import Selection
from locales import Language, joined, plural, text

NAMED: Final = 5
"""As many areas or indicators are named; more are counted."""


@dataclass(frozen=True, eq=False)
class About:
    """The facts about a table of observations.

    version: of the data; own: groups of districts that the reader made; filters: what was chosen, by what it is
    called in the language; address: where the same rows of the same version can be had again; work: what to cite.
    """

    lang: Language
    version: str
    indicators: tuple[Indicator, ...]
    sources: tuple[Source, ...]
    remarks: tuple[Remark, ...]
    own: tuple[OwnGroup, ...]
    filters: Mapping[str, str]
    address: str
    work: Work

    @property
    def citation(self) -> str:
        """The citation as text."""
        return citation.as_text(self.lang, self.work)


def about(
    dataset: Dataset,
    selection: Selection,
    lang: Language,
    *,
    accessed: dt.date,
    address: str = "",
    boundaries: bool = False,
) -> About:
    """The facts about the rows that `exports.observations.observations` gives for the same selection.

    boundaries: whether the file holds the shapes of the areas, too.
    """
    indicators = selection.named
    cited = citation.work(dataset, indicators, lang=lang, accessed=accessed, address=address, boundaries=boundaries)
    return About(
        lang=lang,
        version=dataset.version,
        indicators=indicators,
        sources=sources(dataset, indicators, boundaries=boundaries),
        remarks=remarks(dataset, indicators, lang),
        own=tuple(selection.own),
        filters={
            text(lang, "Indicators"): _named(lang, [indicator.title[lang] for indicator in indicators]),
            text(lang, "Areas"): _where(dataset, selection, lang),
            text(lang, "Years"): years(lang, *selection.years),
        },
        address=address,
        work=cited,
    )


def nothing(lang: Language) -> str:
    """What a file without rows says."""
    return text(lang, "This version of the data holds no figures for this choice.")


def _where(dataset: Dataset, selection: Selection, lang: Language) -> str:
    areas, levels, own = selection.areas, selection.levels, selection.own
    if areas is not None or (own and levels is None):
        return _named(lang, places(dataset, selection, lang)["name"].tolist())
    if levels is None:
        return text(lang, "the city, all boroughs and all districts")
    named = [name for level, name in codebook.levels(lang).items() if level in levels]
    return joined(lang, [*named, *(called(lang, group) for group in own)])


def _named(lang: Language, names: Sequence[str]) -> str:
    if len(names) <= NAMED:
        return joined(lang, list(names))
    return joined(lang, [*names[: NAMED - 1], plural(lang, "{n} other", "{n} others", len(names) - NAMED + 1)])
