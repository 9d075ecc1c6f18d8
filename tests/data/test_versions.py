"""Names, revisions and the clearing away of versions."""

from pathlib import Path

import geopandas
import pandas as pd
import pytest

from data import store, versions
from data.areas import LEVELS, Level
from data.observations import COLUMNS


def table(*rows: tuple[str, str, float | None]) -> pd.DataFrame:
    """One series: area, period, value."""
    filled = [("kd2-1/Männer", area, period, value, "M" if value is None else "A") for area, period, value in rows]
    return pd.DataFrame(filled, columns=COLUMNS).astype({"value": "float64"})


def digest(rows: pd.DataFrame, boundary: bytes = b"{}") -> str:
    nothing = pd.DataFrame()
    boundaries: dict[Level, bytes] = dict.fromkeys(LEVELS, boundary)
    return versions.content_hash(versions.Contents(rows, geopandas.GeoDataFrame(), boundaries, {}, nothing))


def test_the_same_content_has_the_same_name() -> None:
    rows = table(("50", "2022", 1.0), ("51", "2022", None))
    assert digest(rows.copy()) == digest(rows)
    assert digest(rows.assign(value=[2.0, float("nan")])) != digest(rows)
    assert digest(rows.assign(status=["B", "M"])) != digest(rows)
    assert digest(rows, b"[]") != digest(rows)


def test_revisions_are_the_cells_that_changed() -> None:
    old = table(
        ("50", "2021", 1.0), ("50", "2022", 2.0), ("51", "2021", None), ("51", "2022", 4.0), ("52", "2021", None)
    )
    new = table(
        ("50", "2021", 1.0), ("50", "2022", 2.5), ("51", "2021", 3.0), ("51", "2022", None), ("52", "2021", None)
    )
    found = versions.revisions(old, pd.concat([new, table(("50", "2023", 9.0))]), "2026-01-01T00:00:00Z")
    assert list(found.columns) == ["series", "area", "period", "old", "new", "seen_at"]
    assert found.astype(object).where(found.notna(), None).to_numpy().tolist() == [
        ["kd2-1/Männer", "50", "2022", 2.0, 2.5, "2026-01-01T00:00:00Z"],
        ["kd2-1/Männer", "51", "2021", None, 3.0, "2026-01-01T00:00:00Z"],
        ["kd2-1/Männer", "51", "2022", 4.0, None, "2026-01-01T00:00:00Z"],
    ]


def test_nothing_changed_is_no_revision() -> None:
    same = table(("50", "2021", 1.0), ("51", "2021", None))
    assert versions.revisions(same, same, "now").empty
    assert versions.revisions(same.iloc[:0], same, "now").empty


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Four folders that count as versions, named in the order of their building."""
    for name in "abcd":
        (tmp_path / name).mkdir()
    monkeypatch.setattr(store, "versions", lambda root: sorted(path for path in root.iterdir() if path.is_dir()))
    return tmp_path


@pytest.mark.parametrize(
    ("keep", "in_force", "before", "removed"),
    [
        (5, "d", "", []),
        (4, "d", "", []),
        (3, "d", "", ["a"]),
        (1, "d", "", ["a", "b", "c"]),
        (2, "a", "", ["b", "c"]),
        (1, "a", "", ["b", "c", "d"]),
        (1, "d", "c", ["a", "b"]),
        (2, "a", "b", ["c", "d"]),
        (3, "d", "a", ["b"]),
    ],
)
def test_old_versions_go_but_never_the_one_in_force_nor_the_one_before(
    root: Path, keep: int, in_force: str, before: str, removed: list[str]
) -> None:
    assert versions.prune(root, keep, in_force, before) == removed
    assert {path.name for path in root.iterdir()} == set("abcd") - set(removed)


def test_the_switch_replaces_the_pointer_and_leaves_nothing_behind(tmp_path: Path) -> None:
    versions.switch(tmp_path, {"data_version": "a"})
    versions.switch(tmp_path, {"data_version": "ä"})
    assert [path.name for path in tmp_path.iterdir()] == [store.CURRENT]
    assert (tmp_path / store.CURRENT).read_text("utf-8") == '{\n "data_version": "ä"\n}\n'
