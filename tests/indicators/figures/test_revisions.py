"""Revisions: read as they are written, the latest first."""

import dataclasses
from pathlib import Path

from data.store import Dataset
from indicators.figures.revisions import COLUMNS, revisions

LINES = """series,area,period,old,new,seen_at
kd2-1/Einwohner insgesamt,51,2023,100.0,101.5,2026-01-05T00:00:00Z
kd2-1/Einwohner insgesamt,51,2022,,7,2026-03-05T00:00:00Z
kd2-1/Einwohner insgesamt,07,2022,8,,2026-03-05T00:00:00Z
"""


def revised(dataset: Dataset, folder: Path, lines: str = LINES) -> Dataset:
    (folder / "revisions.csv").write_text(lines, "utf-8")
    return dataclasses.replace(dataset, path=folder)


def test_the_latest_are_first_and_codes_keep_their_zeros(snapshot: Dataset, tmp_path: Path) -> None:
    found = revisions(revised(snapshot, tmp_path))
    assert found["area"].tolist() == ["07", "51", "51"]
    assert found["period"].tolist() == ["2022", "2022", "2023"]
    assert found["old"].isna().tolist() == [False, True, False]
    assert found["new"].isna().tolist() == [True, False, False]


def test_no_revisions_are_an_empty_table(snapshot: Dataset, tmp_path: Path) -> None:
    found = revisions(revised(snapshot, tmp_path, LINES.splitlines()[0] + "\n"))
    assert (len(found), list(found.columns)) == (0, COLUMNS)
