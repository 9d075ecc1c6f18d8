"""Revisions in words."""

import pandas as pd

from words.revisions import revision_sentences

FIRST, LATER = "2026-01-05T08:30:00Z", "2026-03-05T09:00:00Z"
TITLES, NAMES = {"kd2-1": "Einwohner"}, {"50": "Schleußig", "51": "Plagwitz"}
NONE = float("nan")


def revised(*rows: tuple[str, str, str, float, float, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["series", "area", "period", "old", "new", "seen_at"])


def test_one_sentence_a_moment_table_and_period_the_latest_first() -> None:
    found = revised(
        ("kd2-1/Frauen", "50", "2012", 5_000.0, 5_001.0, FIRST),
        ("kd2-1/Männer", "51", "2012", 6_000.0, 4_500.5, FIRST),
        ("kd2-1/Frauen", "51", "2013", NONE, 6_000.0, FIRST),
        ("kd7-3/Frauen", "99", "2012", 10.0, 11.0, LATER),
    )
    later, unknown, largest = revision_sentences("en", found, TITLES, NAMES, 10)
    assert later == (
        "5 March 2026, 09:00 UTC: 1 figure of 2012 changed in kd7-3. Largest change: “Frauen”, 99: from 10 to 11 (+1)."
    )
    assert unknown == "5 January 2026, 08:30 UTC: 1 figure of 2013 changed in kd2-1 (Einwohner)."
    assert largest == (
        "5 January 2026, 08:30 UTC: 2 figures of 2012 changed in kd2-1 (Einwohner). "
        "Largest change: “Männer”, Plagwitz: from 6,000 to 4,500.5 (−1,499.5)."
    )
    assert revision_sentences("en", found, TITLES, NAMES, 1) == [later]


def test_there_and_back_are_two_revisions() -> None:
    found = revised(
        ("kd2-1/Frauen", "50", "2012", 1.0, 2.0, FIRST),
        ("kd2-1/Frauen", "50", "2012", 2.0, 1.0, LATER),
    )
    there, back = reversed(revision_sentences("de", found, TITLES, NAMES, 10))
    assert there.startswith("5. Januar 2026, 08:30 UTC: 1 Zahl für 2012 geändert in kd2-1 (Einwohner).")
    assert there.endswith("Schleußig: von 1 auf 2 (+1).")
    assert back.endswith("Schleußig: von 2 auf 1 (−1).")
