"""What a publisher's module yields: its sources, and how each reads what its addresses answer."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from data.checks import Check
from data.gate.constraints import NONE, Constraints
from data.gate.finding import Finding
from data.sources.http import Download
from data.sources.rules import Rule

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

Fetch = Callable[[str], Download]
"""The file at an address; raises SourceError where there is none."""


@dataclass(frozen=True)
class Reading:
    """What a source says.

    observations: columns `data.observations.COLUMNS`; checks: those that its parser made; origin: addresses, moment of
    retrieval, edition and hashes, as `sources.json` keeps them; message: what whoever looks after the figures should
    know; remarks: what has to be known of figures beyond what is declared, as `sources.json` keeps it; findings: what
    the parser had to say of new figures.
    """

    observations: pd.DataFrame
    checks: tuple[Check, ...]
    origin: Mapping[str, Any]
    message: str = ""
    remarks: tuple[Mapping[str, Any], ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Source:
    """Something that is fetched, or committed (a table, which has no address): its id is the prefix of its series.

    urls: what is fetched ahead, a few at a time; read: from these and the areas (EPSG:25833) to what it says, raises
    SourceError where an answer can't be used; rules: what has to be known of its figures; leaps: whether they
    may leap; constraints: what else they keep to.
    """

    id: str
    title: str
    urls: tuple[str, ...]
    licence: str
    attribution: str
    read: "Callable[[Fetch, GeoDataFrame], Reading]"
    rules: tuple[Rule, ...] = ()
    leaps: bool = False
    constraints: Constraints = NONE


def origin(downloads: Sequence[Download], edition: str = "") -> dict[str, Any]:
    """Where figures are from. edition: in the publisher's words, else that of the server."""
    return {
        "urls": [download.url for download in downloads],
        "retrieved_at": max(download.retrieved_at for download in downloads),
        "vintage": edition or max(download.vintage for download in downloads),
        "sha256": [download.sha256 for download in downloads],
    }
