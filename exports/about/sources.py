"""Who published the figures behind indicators, and under which licences."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from data.store import Dataset
from indicators.catalogue import Indicator


@dataclass(frozen=True)
class Licence:
    """A licence as sources name it; without title and address where it is not among the known ones."""

    id: str
    title: str
    address: str


@dataclass(frozen=True)
class Source:
    """One source of figures, as its record in a version has it; what is unknown is empty."""

    id: str
    title: str
    publisher: str
    licence: Licence
    address: str
    vintage: str
    retrieved_at: str


BOUNDARIES: Final = "boundaries"

_KNOWN: Final = {
    licence.id: licence
    for licence in (
        Licence(
            "dl-de/by-2-0",
            "Datenlizenz Deutschland – Namensnennung – Version 2.0",
            "https://www.govdata.de/dl-de/by-2-0",
        ),
        Licence(
            "dl-de/zero-2-0", "Datenlizenz Deutschland – Zero – Version 2.0", "https://www.govdata.de/dl-de/zero-2-0"
        ),
        Licence(
            "CC-BY-4.0",
            "Creative Commons Attribution 4.0 International",
            "https://creativecommons.org/licenses/by/4.0/",
        ),
        Licence(
            "ODbL-1.0", "Open Data Commons Open Database License 1.0", "https://opendatacommons.org/licenses/odbl/1-0/"
        ),
    )
}


def sources(dataset: Dataset, indicators: Iterable[Indicator], *, boundaries: bool = False) -> tuple[Source, ...]:
    """The sources behind indicators, each once; those that a version does not know are left out.

    boundaries: whether the shapes of areas are shown, too, which have a source of their own.
    """
    ids = [*(id for indicator in indicators for id in indicator.rubrics), *([BOUNDARIES] if boundaries else [])]
    return tuple(_source(dataset, id) for id in dict.fromkeys(ids) if id in dataset.sources)


def publishers(known: Iterable[Source]) -> tuple[str, ...]:
    """The names of those who publish, each once."""
    return tuple(dict.fromkeys(source.publisher for source in known))


def licences(known: Iterable[Source]) -> tuple[Licence, ...]:
    """The licences that apply, each once."""
    return tuple(dict.fromkeys(source.licence for source in known))


def _source(dataset: Dataset, id: str) -> Source:
    about = dataset.sources[id]
    licence = str(about["licence"])
    return Source(
        id=id,
        title=str(about.get("title") or id),
        publisher=str(about["attribution"]),
        licence=_KNOWN.get(licence, Licence(licence, "", "")),
        address=str((about.get("urls") or [""])[0]),
        vintage=str(about.get("vintage") or ""),
        retrieved_at=str(about.get("retrieved_at") or ""),
    )
