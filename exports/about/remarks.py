"""What the sources say about breaks, doubtful and missing figures, as rows for people to read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from data.store import Dataset
from exports.about import codebook
from indicators.catalogue import Indicator
from locales import Language, joined, text

OPEN: Final = 9999
"""The last year of a remark that holds until further notice."""


@dataclass(frozen=True)
class Remark:
    """Why figures of a source have a status; years and places are words, empty where it holds for all."""

    source: str
    status: str
    years: str
    places: str
    reason: str


def remarks(dataset: Dataset, indicators: Iterable[Indicator], lang: Language) -> tuple[Remark, ...]:
    """The remarks on any series behind some indicators, each once, in the order of the sources."""
    series: dict[str, set[str]] = {}
    for name in (name for indicator in indicators for name in indicator.series):
        rubric, characteristic = name.split("/", 1)
        series.setdefault(rubric, set()).add(characteristic)
    return tuple(
        Remark(rubric, remark["status"], _years(lang, remark), _places(lang, remark), remark["reason"][lang])
        for rubric, characteristics in series.items()
        for remark in _about(dataset, rubric, characteristics)
    )


def years(lang: Language, start: str, end: str) -> str:
    """A span of years in words; start and end are empty for no limit."""
    match start, end:
        case "", "":
            return text(lang, "all")
        case start, "":
            return text(lang, "from {start}", start=start)
        case "", end:
            return text(lang, "to {end}", end=end)
        case start, end:
            return start if start == end else f"{start}–{end}"


def _about(dataset: Dataset, rubric: str, characteristics: set[str]) -> Iterator[Mapping[str, Any]]:
    for remark in dataset.sources.get(rubric, {}).get("remarks", []):
        if characteristics & set(remark.get("characteristics", characteristics)):
            yield remark


def _years(lang: Language, remark: Mapping[str, Any]) -> str:
    first, last = remark["from"], remark["until"]
    # A rule for all years meets only the figures that it is about; "all" would read as if it met every one.
    return years(lang, str(first or ""), str(last) if last < OPEN else "") if first or last < OPEN else ""


def _places(lang: Language, remark: Mapping[str, Any]) -> str:
    levels = [name for level, name in codebook.levels(lang).items() if level in remark.get("levels", [])]
    return joined(lang, [*levels, *remark.get("areas", [])])
