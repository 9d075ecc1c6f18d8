"""Writing versions of the figures: built aside, renamed when whole, switched by replacing one file."""

import hashlib
import json
import os
import secrets
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from data import store
from data.areas import LEVELS, Level
from data.observations import COLUMNS, KEY

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

REVISION_COLUMNS: Final = [*KEY, "old", "new", "seen_at"]


@dataclass(frozen=True, eq=False)
class Contents:
    """What a version holds.

    observations: columns `data.observations.COLUMNS`, sorted; areas: columns `data.areas.COLUMNS` and geometry,
    EPSG:25833; boundaries: GeoJSON by level; sources: records by id; revisions: columns `REVISION_COLUMNS`.
    """

    observations: pd.DataFrame
    areas: "GeoDataFrame"
    boundaries: Mapping[Level, bytes]
    sources: Mapping[str, Mapping[str, Any]]
    revisions: pd.DataFrame


def content_hash(contents: Contents) -> str:
    """SHA-256 of what a reader can see of a version: every observation and every boundary."""
    digest = hashlib.sha256(_csv(contents.observations).encode())
    for level in sorted(contents.boundaries):
        digest.update(contents.boundaries[level])
    return digest.hexdigest()


def revisions(old: pd.DataFrame, new: pd.DataFrame, seen_at: str) -> pd.DataFrame:
    """Cells that both tables hold with different figures: columns `REVISION_COLUMNS`, empty where missing."""
    both = old[COLUMNS].merge(new[COLUMNS], on=KEY, suffixes=("_old", "_new"))
    changed = both[both["value_old"].ne(both["value_new"]) & ~(both["value_old"].isna() & both["value_new"].isna())]
    table = changed.rename(columns={"value_old": "old", "value_new": "new"}).assign(seen_at=seen_at)
    return table[REVISION_COLUMNS].reset_index(drop=True)


def named(root: Path, name: str, revised: pd.DataFrame) -> str:
    """The name of a version of a day and content: with `-2`, `-3`, … where the day has had these figures already, and
    others since, because the revisions between them would be lost in the version of the first time."""
    rows = _rows(_csv(revised))
    names = (name if n == 1 else f"{name}-{n}" for n in count(1))
    return next(
        free
        for free in names
        if not store.is_sound(root / free) or rows == _rows((root / free / store.REVISIONS).read_text("utf-8"))
    )


def _csv(table: pd.DataFrame) -> str:
    return table.to_csv(index=False, lineterminator="\n")


def _rows(written: str) -> list[str]:
    """Revisions as they are written, without the moments at which they were seen, the last column."""
    return [line.rpartition(",")[0] for line in written.splitlines()]


def write(root: Path, version: str, contents: Contents) -> Path:
    """Builds a version beside the others and renames it into its place; returns that place.

    A version of that name that is there already has the same content and stays.
    """
    target = root / version
    root.mkdir(parents=True, exist_ok=True)
    _sweep(root)
    if store.is_sound(target):
        return target
    with TemporaryDirectory(prefix=".building-", dir=root, ignore_cleanup_errors=True) as folder:
        building = Path(folder) / version
        building.mkdir()
        _fill(building, version, contents)
        _put(building, target)
    return target


def _fill(building: Path, version: str, contents: Contents) -> None:
    rows = contents.observations
    rows.astype(dict.fromkeys(store.TEXT, "category")).to_parquet(building / "observations.parquet", index=False)
    contents.areas.to_parquet(building / "areas.parquet")
    for level in LEVELS:
        (building / f"areas-{level}.geojson").write_bytes(contents.boundaries[level])
    _write_json(building / "sources.json", contents.sources)
    (building / store.REVISIONS).write_text(_csv(contents.revisions), "utf-8")
    _write_manifest(
        building, {"data_version": version, "observations": len(rows), "built_by": "python -m data.refresh"}
    )


def _write_manifest(folder: Path, content: Mapping[str, Any]) -> None:
    """Says of every file of a version what was written, once it is on the disk."""
    files = sorted(path for path in folder.iterdir() if path.name in store.FILES)
    for path in files:
        _settle(path)
    _write_json(folder / store.MANIFEST, {**content, "files": {path.name: store.file_hash(path) for path in files}})
    _settle(folder)


def _put(building: Path, target: Path) -> None:
    try:
        building.rename(target)
    except OSError:  # the same content by another refresh, or what is left of a damaged version
        if not store.is_sound(target):
            shutil.rmtree(target, ignore_errors=True)
            building.rename(target)
    _settle(target.parent)


def switch(folder: Path, pointer: dict[str, Any]) -> None:
    """Puts a version in force by replacing `current.json` in one step."""
    # A name that no other refresh uses, also on another machine or in another container.
    fresh = folder / f".{store.CURRENT}-{secrets.token_hex(8)}"
    _write_json(fresh, pointer)
    fresh.replace(folder / store.CURRENT)
    _settle(folder)


def prune(root: Path, keep: int, in_force: str, before: str = "") -> list[str]:
    """Removes the oldest versions so that `keep` remain, never the one in force, nor the one before it, whose readers
    may not have come to their end; returns the removed names."""
    there = store.versions(root)
    removed = [path for path in there if path.name not in (in_force, before)][: max(len(there) - keep, 0)]
    for path in removed:
        # Out of sight in one step, so that no half of a version is left where this is interrupted.
        path.rename(aside := root / f".building-{path.name}")
        shutil.rmtree(aside, ignore_errors=True)
    return [path.name for path in removed]


def embed(version: Path, snapshot: Path) -> None:
    """Makes the version in force the embedded snapshot; files there that no version has (the licence) stay.

    What was before it is not embedded, so it revises nothing.
    """
    for path in (*version.iterdir(), version.parent / store.CURRENT):
        shutil.copyfile(path, snapshot / path.name)
    header, _, _ = (version / store.REVISIONS).read_text("utf-8").partition("\n")
    (snapshot / store.REVISIONS).write_text(f"{header}\n", "utf-8")
    _write_manifest(snapshot, json.loads((version / store.MANIFEST).read_text("utf-8")))


def _sweep(root: Path) -> None:
    """Removes what killed refreshes left; there is no other at work, see `data.turns`."""
    for left_over in root.glob(".building-*"):
        shutil.rmtree(left_over, ignore_errors=True)
    for left_over in root.glob(f".{store.CURRENT}-*"):
        left_over.unlink(missing_ok=True)


def _settle(path: Path) -> None:
    """Makes sure that a file or the entries of a folder are on the disk before anything relies on them."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_report(root: Path, report: Mapping[str, Any]) -> None:
    """Says what the checks of a refresh had to say, for people and for the page of data and methods."""
    fresh = root / f".{store.CURRENT}-{store.REPORT}"
    _write_json(fresh, report)
    fresh.replace(root / store.REPORT)


def _write_json(path: Path, content: Mapping[str, Any]) -> None:
    with path.open("w", encoding="utf-8") as file:
        json.dump(content, file, ensure_ascii=False, indent=1)
        file.write("\n")
        file.flush()
        os.fsync(file.fileno())
