"""A picture of a set changed while it is presented: another year, span, indicator, or other areas.

What the reader wrote is left out of a changed picture: it was said of other figures.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from data.areas import Level
from data.store import Dataset
from indicators import catalogue
from indicators.figures.values import grid, periods_shown
from locales import Language, text
from pictures.workshop.entry import Entry, moved_to

OF_A_PERIOD: Final = ("value map", "city map", "ranking", "distribution", "relation")
OF_A_SPAN: Final = ("change map", "pair map", "change ranking", "lines", "slope", "change relation", "contribution")
OF_ANY_INDICATOR: Final = (*OF_A_PERIOD, *OF_A_SPAN[:-1], "heat")
"""Kinds that are of one period, of two, and of whichever indicator is chosen."""
OF_AREAS: Final = (*OF_A_PERIOD, *OF_A_SPAN, "heat")
"""Kinds that set areas off, or list them."""
UP_TO_ITS_END: Final = ("distribution", "relation")
"""Kinds whose period is the end of a span."""
MOST: Final = 8
"""Areas of a picture, as there are colours."""


class NotPossible(ValueError):
    """A change that the picture does not take; the message is one sentence for whoever asked."""


@dataclass(frozen=True)
class Change:
    """What is to be other than in the set; what is empty stays. areas: None stays, too."""

    indicator: str = ""
    period: str = ""
    start: str = ""
    end: str = ""
    areas: tuple[str, ...] | None = None


def periods(entry: Entry, dataset: Dataset) -> tuple[str, ...]:
    """Those with figures that the picture can be of; none where it is of no single period or span."""
    known = catalogue.load()
    if entry.kind not in (*OF_A_PERIOD, *OF_A_SPAN) or not entry.indicators or entry.indicators[0] not in known:
        return ()
    level: Level = "stadtbezirk" if "stadtbezirk" in entry.levels else "ortsteil"
    return tuple(periods_shown(grid(dataset, known[entry.indicators[0]]), dataset.names[level]))


def areas(entry: Entry) -> tuple[str, ...]:
    """Those that are listed, or set off among all of a level."""
    return entry.lit if entry.areas is None else entry.areas


def changed(entry: Entry, change: Change, dataset: Dataset, lang: Language) -> Entry:
    """The picture with a change; a period that another indicator has no figures of becomes the nearest before it.

    lang: of who reads why a change is not possible. Raises NotPossible.
    """
    if change == Change():
        return entry
    found = replace(entry, title="", remark="", beside=False)
    if change.indicator:
        found = _of(found, change.indicator, dataset, lang)
    known = periods(found, dataset)
    for period in filter(None, (change.period, change.start, change.end)):
        if period not in known:
            facts = {"period": period[:20], "known": ", ".join(known) or "–"}
            raise NotPossible(text(lang, "{period} is no period of this picture, expected one of {known}.", **facts))
    if change.period:
        found = _in_period(found, change.period, lang)
    if change.start or change.end:
        found = _in_span(found, change.start or found.start, change.end or found.end, lang)
    return found if change.areas is None else _with_areas(found, change.areas, lang)


def _of(entry: Entry, id: str, dataset: Dataset, lang: Language) -> Entry:
    known = catalogue.load()
    if entry.kind not in OF_ANY_INDICATOR or id not in known:
        raise NotPossible(text(lang, "{id} is no indicator that this picture can be of.", id=id[:40]))
    if id in entry.indicators[1:]:
        title = known[id].title[lang]
        raise NotPossible(text(lang, "“{title}” is in this picture already, expected another indicator.", title=title))
    found = replace(entry, indicators=(id, *entry.indicators[1:]), scheme="")
    if not (there := periods(found, dataset)):
        return found
    start, end = _nearest(there, entry.start), _nearest(there, entry.end)
    if entry.kind in OF_A_SPAN and start == end:
        start = there[0]
    return replace(found, start=start, end=end, period=_nearest(there, entry.period) if entry.period else "")


def _nearest(known: Sequence[str], period: str) -> str:
    """The last that is not later, else the first."""
    return max((one for one in known if one <= period), default=known[0])


def _in_period(entry: Entry, period: str, lang: Language) -> Entry:
    if entry.kind not in OF_A_PERIOD:
        raise NotPossible(text(lang, "This picture is of two periods, expected from and to in the place of year."))
    if entry.kind in UP_TO_ITS_END:
        return replace(entry, start=min(entry.start, period), end=period, period=entry.period and period)
    return moved_to(replace(entry, period=entry.period or entry.end), period)


def _in_span(entry: Entry, start: str, end: str, lang: Language) -> Entry:
    if entry.kind not in OF_A_SPAN:
        raise NotPossible(text(lang, "This picture is of one period, expected year in the place of from and to."))
    if start >= end:
        said = text(lang, "from is {start}, expected a period before to, which is {end}.", start=start, end=end)
        raise NotPossible(said)
    return replace(entry, start=start, end=end)


def _with_areas(entry: Entry, chosen: tuple[str, ...], lang: Language) -> Entry:
    if len(chosen) > MOST or (entry.areas is not None and not chosen):
        facts = {"n": len(chosen), "least": 1 if entry.areas else 0, "most": MOST}
        raise NotPossible(text(lang, "There are {n} areas, expected {least} to {most}.", **facts))
    if entry.areas is None:
        return replace(entry, lit=chosen)
    lit = chosen if set(entry.lit) == set(entry.areas) else tuple(area for area in entry.lit if area in chosen)
    return replace(entry, areas=chosen, lit=lit, reference=entry.reference if entry.reference in chosen else "")
