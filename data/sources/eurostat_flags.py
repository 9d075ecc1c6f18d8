"""The flags beside Eurostat's figures, and what of them a single status can't say.

What each flag means is declared in `eurostat_cities.toml`. A figure has one status; where its flags mean several, the
others are told as a remark of the source. A flag that is not declared makes its figure doubtful.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import pandas as pd

from data.gate.finding import Finding, finding, place
from data.sources.rules import Rule, remark

CAUTION: Final = "BUEPA"
"""Statuses of a figure, the one that forbids most first: a figure after a break can't be compared, a doubtful one can,
with care."""
REASONS: Final = "QNM"
"""Statuses of a cell without a figure, the one that says most first."""
LONGEST: Final = 8
"""Flags that are told of a figure."""


@dataclass(frozen=True)
class Flag:
    """One letter beside a figure, or in its place, and the status it gives it."""

    letter: str
    status: str
    de: str
    en: str


@cache
def declared() -> dict[str, Flag]:
    """The declared flags by letter. Raises TypeError for an unknown or missing key."""
    path = Path(__file__).with_name("eurostat_cities.toml")
    return {table["letter"]: Flag(**table) for table in tomllib.loads(path.read_text("utf-8"))["flag"]}


def instead(flags: str) -> str:
    """The status of a cell that has no figure by its flags; empty where they say nothing of that."""
    found = {declared()[letter].status for letter in flags if letter in declared()}
    return min(found & set(REASONS), key=REASONS.index, default="")


def beside(flags: str) -> str:
    """The status of a figure with some flags."""
    return min(_statuses(flags), key=CAUTION.index, default="A")


def _statuses(flags: str) -> set[str]:
    return {_flag(letter).status for letter in flags}


def _flag(letter: str) -> Flag:
    return declared().get(letter) or Flag(letter, "U", "hier nicht bekannt", "not known here")


def unknown(cells: pd.DataFrame) -> list[Finding]:
    """A finding a series with flags that are not declared. cells: columns series, area, period, flags."""
    strange = cells["flags"].map(lambda flags: "".join(sorted(set(flags) - set(declared())))[:LONGEST])
    return [
        finding(
            "flags",
            "note",
            "{series}, {area}, {period}: the flag {flag} is not known, so that the figure counts as doubtful; such "
            "figures: {count}",
            **place(rows.iloc[0]),
            flag=repr(strange[rows.index[0]]),
            count=len(rows),
        )
        for _, rows in cells[strange != ""].groupby("series")
    ]


def remarks(cells: pd.DataFrame) -> tuple[dict[str, Any], ...]:
    """What is to be told of flags that a status does not say, one remark a characteristic, year and flags.

    cells: columns characteristic, place, period, value, flags.
    """
    untold = [len(_statuses(flags) - {"A"}) > 1 or not set(flags) <= set(declared()) for flags in cells["flags"]]
    rows = cells[pd.Series(untold, cells.index) & cells["value"].notna()]
    groups = rows.groupby(["characteristic", "period", "flags"], sort=True)["place"]
    return tuple(_remark(str(code), str(flags), str(year), sorted(own)) for (code, year, flags), own in groups)


def _remark(code: str, flags: str, year: str, places: list[str]) -> dict[str, Any]:
    meanings = [_flag(letter) for letter in dict.fromkeys(flags[:LONGEST])]
    german = ", ".join(f"{flag.de} ({flag.letter})" for flag in meanings)
    english = ", ".join(f"{flag.en} ({flag.letter})" for flag in meanings)
    where = f"{', '.join(places)} {year}"
    rule = Rule(
        "value",
        beside(flags),
        f"Eurostats Kennzeichen für {where}: {german}.",
        f"Eurostat's flags for {where}: {english}.",
        f"The answer's status reads {flags[:LONGEST]!r}.",
        characteristics=frozenset({code}),
        areas=frozenset(places),
        first=int(year),
        last=int(year),
    )
    return {**remark(rule), "flags": flags[:LONGEST]}
