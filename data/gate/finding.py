"""What a check has to say about new figures."""

from dataclasses import dataclass
from typing import Final, Literal

import pandas as pd

CHECKS: Final = ("sums", "parts", "gone", "revised", "newest", "repeated", "exchanged", "names", "places")
"""What can be accepted by name."""

Severity = Literal["reject", "ask", "note"]
"""Never taken over; taken over once somebody has accepted it; taken over and told."""


@dataclass(frozen=True)
class Finding:
    """What one check found. check: its name, by which it is accepted; sentence: in English, with the figures."""

    check: str
    severity: Severity
    sentence: str


def refuses(finding: Finding, source: str, accepted: frozenset[str]) -> bool:
    """Whether a finding keeps a source's figures out. accepted: what somebody has looked at, `SOURCE` or
    `SOURCE:CHECK`."""
    asked = finding.severity == "ask" and accepted.isdisjoint({source, f"{source}:{finding.check}"})
    return asked or finding.severity == "reject"


def place(row: pd.Series) -> str:
    """Where a figure stands. row: series, area, period."""
    return f"{row['series']}, area {row['area']}, {row['period']}"
