"""What a check has to say about new figures."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

import pandas as pd

CHECKS: Final = (
    "sums",
    "parts",
    "between",
    "fractions",
    "gone",
    "revised",
    "newest",
    "repeated",
    "exchanged",
    "names",
    "places",
)
"""What can be accepted by name."""

Severity = Literal["reject", "ask", "note"]
"""Never taken over; taken over once somebody has accepted it; taken over and told."""

Fact = str | float
"""What a fact is, its name says: area and series are identities, share is a part of one, factor what something is
times."""


@dataclass(frozen=True)
class Finding:
    """What one check found. check: its name, by which it is accepted; message: in English, with the names of facts in
    braces, so that readers get it in their language."""

    check: str
    severity: Severity
    message: str
    facts: Mapping[str, Fact] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """The message with its facts, in English."""
        return self.message.format_map({name: _shown(name, fact) for name, fact in self.facts.items()})


def finding(check: str, severity: Severity, message: str, /, **facts: Fact) -> Finding:
    """A finding with its facts by name."""
    return Finding(check, severity, message, facts)


def _shown(name: str, fact: Fact) -> str:
    kind = name.partition("_")[0]
    if isinstance(fact, str):
        return f"area {fact}" if kind == "area" else fact
    return f"{fact:.1%}" if kind == "share" else f"{fact:.3g}" if kind == "factor" else f"{fact:,.10g}"


def refuses(finding: Finding, source: str, accepted: frozenset[str]) -> bool:
    """Whether a finding keeps a source's figures out. accepted: what somebody has looked at, `SOURCE` or
    `SOURCE:CHECK`."""
    asked = finding.severity == "ask" and accepted.isdisjoint({source, f"{source}:{finding.check}"})
    return asked or finding.severity == "reject"


def record(finding: Finding) -> dict[str, Any]:
    """A finding as files keep it."""
    return {
        "check": finding.check,
        "severity": finding.severity,
        "message": finding.message,
        "facts": dict(finding.facts),
        "sentence": finding.sentence,
    }


def place(row: pd.Series) -> dict[str, Fact]:
    """The facts that say where a figure stands. row: series, area, period."""
    return {name: str(row[name]) for name in ("series", "area", "period")}
