"""The figures on disk: whole versions, read-only once they are there, and the one that is in force.

A version is a folder with `observations.parquet`, `areas.parquet`, `areas-LEVEL.geojson`, `sources.json`,
`revisions.csv` and `manifest.json`. The store holds versions side by side and `current.json`, which names the
one in force and what the last refresh found; replacing that file is the switch. The snapshot is one version
with its `current.json` beside its files.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

import settings
from data.areas import COLUMNS as AREA_COLUMNS
from data.areas import LEVELS, Level
from data.observations import KEY

SNAPSHOT: Final = Path(__file__).resolve().parent / "snapshot"
CURRENT: Final = "current.json"
MANIFEST: Final = "manifest.json"
REVISIONS: Final = "revisions.csv"
FILES: Final = (
    "observations.parquet",
    "areas.parquet",
    *(f"areas-{level}.geojson" for level in LEVELS),
    "sources.json",
    REVISIONS,
)
"""What a version holds beside its manifest."""
REPORT: Final = "report.json"
"""What the checks of the last refresh had to say, beside `current.json`."""
TEXT: Final = [*KEY, "status"]
UNREADABLE: Final = (OSError, ValueError, KeyError, TypeError, AttributeError)
"""What reading a damaged version raises; those of pyarrow are among them."""
VALUE_COLUMNS: Final = ["area", "period", "value", "status"]


class NoData(LookupError):
    """Neither the store nor the snapshot holds a whole version."""


@dataclass(frozen=True, eq=False)
class Dataset:
    """One version of the figures. Frames are shared between readers: never change them in place.

    observations: `data.observations.COLUMNS`, text as categories, sorted by series, area, period.
    areas: code, level, name, parent, km2. sources: by id, see `sources.json`. current: what the last
    refresh found (refreshed_at, states by source).
    """

    version: str
    path: Path
    observations: pd.DataFrame
    areas: pd.DataFrame
    sources: dict[str, dict[str, Any]]
    current: dict[str, Any]
    results: dict[Any, dict[Any, Any]] = field(default_factory=dict, init=False, repr=False)

    def series(self, name: str) -> pd.DataFrame:
        """The rows of one series: area, period, value, status. Empty when there is no such series."""
        if name not in self._by_series:
            self._by_series[name] = self._rows(name)
        return self._by_series[name]

    @cached_property
    def _by_series(self) -> dict[str, pd.DataFrame]:
        """What has been read so far; indicators share their denominators."""
        return {}

    def _rows(self, name: str) -> pd.DataFrame:
        names = self.observations["series"].cat
        place = int(names.categories.get_indexer(pd.Index([name]))[0])
        first, last = np.searchsorted(names.codes, [place, place + 1]) if place >= 0 else (0, 0)
        rows = {column: texts.take(codes[first:last]) for column, (texts, codes) in self._texts.items()}
        values = self.observations["value"].to_numpy()[first:last]
        return pd.DataFrame({**rows, "value": values}, columns=VALUE_COLUMNS)

    @cached_property
    def _texts(self) -> dict[str, tuple[pd.api.extensions.ExtensionArray, npt.NDArray[Any]]]:
        """Of the columns of text, what stands in them and the place of each row's among it."""
        columns = {name: self.observations[name].astype("category").cat for name in VALUE_COLUMNS if name != "value"}
        return {name: (text.categories.astype("str").array, text.codes.to_numpy()) for name, text in columns.items()}

    @cached_property
    def names(self) -> dict[Level, dict[str, str]]:
        """Name by code, in order of code, by level."""
        ordered = self.areas.sort_values("code")
        return {
            level: dict(ordered.loc[ordered["level"] == level, ["code", "name"]].itertuples(index=False, name=None))
            for level in LEVELS
        }

    @cached_property
    def all_names(self) -> dict[str, str]:
        """Name by code, whatever the level."""
        return {code: name for names in self.names.values() for code, name in names.items()}

    def codes(self, level: Level) -> list[str]:
        """Area codes of one level, ascending."""
        return list(self.names[level])

    def geojson(self, level: Level) -> bytes:
        """Boundaries of one level as a GeoJSON FeatureCollection in WGS84."""
        return (self.path / f"areas-{level}.geojson").read_bytes()

    @cached_property
    def extent(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """West and east, south and north of the city in degrees."""
        pairs = re.findall(rb"\[(-?[\d.]+),(-?[\d.]+)\]", self.geojson("city"))
        (west, south), (east, north) = np.array(pairs, float).min(axis=0), np.array(pairs, float).max(axis=0)
        return (float(west), float(east)), (float(south), float(north))

    @property
    def newest_period(self) -> str:
        """The latest period that any figure is about."""
        return str(self.observations.loc[self.observations["value"].notna(), "period"].astype(str).max())


def current(root: Path | None = None) -> Dataset:
    """The dataset in force: the store's newest whole version, else the snapshot.

    Cheap to call again and again: it looks at one file's time stamp and notices a switch.
    Raises NoData when there is neither.
    """
    folder = root or settings.store()
    for path in _candidates(folder):
        pointer = folder / CURRENT if path.parent == folder else path / CURRENT
        try:
            return _in_force(path, pointer, _stamp(pointer))
        except UNREADABLE:
            continue
    raise NoData(f"no figures in {folder} and none in the snapshot; run python -m data.refresh")


def version(name: str, root: Path | None = None) -> Dataset:
    """A dataset by the name of its version, one of `kept`. Raises NoData when no version of that name can be read."""
    in_force = current(root)
    if name == in_force.version:
        return in_force
    path = _kept(root or settings.store()).get(name)
    if path is not None:
        with suppress(*UNREADABLE):
            return _by_name(path, path / CURRENT, _stamp(path / CURRENT))
    raise NoData(f"there is no version {name!r}")


def kept(root: Path | None = None) -> list[str]:
    """The names of the versions that can be read, newest first: those of the store, and the embedded one."""
    found = {
        name: path for name, path in _kept(root or settings.store()).items() if _is_sound(path, _stamp(path / MANIFEST))
    }
    return sorted(found, key=lambda name: (name[:10], (found[name] / MANIFEST).stat().st_mtime_ns), reverse=True)


def named(root: Path | None = None) -> str:
    """The version that the store says is in force, also where it can't be read; empty without a store."""
    return str(_json((root or settings.store()) / CURRENT).get("data_version", ""))


def _kept(folder: Path) -> dict[str, Path]:
    """The folders of whole versions by name, the store's before the embedded one."""
    embedded = {str(_json(SNAPSHOT / MANIFEST).get("data_version", "")): SNAPSHOT} if is_whole(SNAPSHOT) else {}
    return embedded | {path.name: path for path in versions(folder)}


def _candidates(folder: Path) -> Iterator[Path]:
    """Whole versions, the one that should be in force first."""
    yield from filter(is_whole, (folder / named(folder), *reversed(versions(folder)), SNAPSHOT))


def versions(folder: Path) -> list[Path]:
    """Whole versions in a store, oldest first."""
    found = [path for path in folder.glob("*") if path.is_dir() and is_whole(path)] if folder.is_dir() else []
    return sorted(found, key=lambda path: (path / MANIFEST).stat().st_mtime_ns)


def is_whole(path: Path) -> bool:
    """Whether a folder holds every file of a version, none of them empty."""
    files = [path / name for name in (*FILES, MANIFEST)]
    return not path.name.startswith(".") and all(file.is_file() and file.stat().st_size > 0 for file in files)


def is_sound(path: Path) -> bool:
    """Whether a version is whole and its files can be read."""
    try:
        return is_whole(path) and bool(_load_tables(path))
    except UNREADABLE:
        return False


@lru_cache(maxsize=32)
def _is_sound(path: Path, _stamp: tuple[int, int]) -> bool:
    return is_sound(path)


def file_hash(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def changed(dataset: Dataset) -> list[str]:
    """Files of a version that are no longer those that its manifest names. Cheap: hashed are those with a new stamp."""
    written = _json(dataset.path / MANIFEST).get("files", {})
    return [
        name for name, digest in written.items() if _hash_of(dataset.path / name, _look(dataset.path / name)) != digest
    ]


@lru_cache(maxsize=64)
def _hash_of(path: Path, look: tuple[int, ...]) -> str:
    return file_hash(path) if any(look) else ""


def _look(path: Path) -> tuple[int, ...]:
    """Time stamp, place and size of a file; zeros where there is none."""
    return (*_stamp(path), path.stat().st_size if path.exists() else 0)


def attempted(root: Path | None = None) -> str:
    """When the last refresh of the store was, also where nothing usable came of it; empty where there was none."""
    return str(_json((root or settings.store()) / REPORT).get("refreshed_at", ""))


def report(root: Path | None = None) -> dict[str, Any]:
    """What the checks of the last refresh had to say: `refreshed_at` and `findings`; empty where nothing is known."""
    found = _json((root or settings.store()) / REPORT) or _json(SNAPSHOT / REPORT)
    return found if isinstance(found.get("findings"), list) else {}


def _stamp(path: Path) -> tuple[int, int]:
    return (path.stat().st_mtime_ns, path.stat().st_ino) if path.exists() else (0, 0)


def _json(path: Path) -> dict[str, Any]:
    """What a file says; nothing where it can't be read or holds something else."""
    try:
        content = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def _read(path: Path, pointer: Path, _stamp: tuple[int, int]) -> Dataset:
    manifest, sources = _json(path / MANIFEST), _json(path / "sources.json")
    observations, areas = _tables(path, str(manifest["data_version"]))
    return Dataset(manifest["data_version"], path, observations, areas, sources, _pointed(pointer))


def _pointed(pointer: Path) -> dict[str, Any]:
    """What the last refresh found; nothing where the file has another shape than a refresh gives it."""
    found = _json(pointer)
    states = found.get("sources", {})
    whole = isinstance(states, dict) and all(isinstance(state, dict) for state in states.values())
    return found if whole and isinstance(found.get("refreshed_at", ""), str) else {}


_in_force = lru_cache(maxsize=1)(_read)
"""One, so that a switch lets the old version go; others stay only while links name them."""
_by_name = lru_cache(maxsize=4)(_read)


@lru_cache(maxsize=1)
def _tables(path: Path, _version: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    return _load_tables(path)


def _load_tables(path: Path) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Observations and areas. Raises one of `UNREADABLE` also where another file of the version is damaged, or is not
    what the manifest says was written."""
    for name, expected in _json(path / MANIFEST).get("files", {}).items():
        if file_hash(path / name) != expected:
            raise ValueError(f"{name} in {path} is not the file that was written")
    for name in ("sources.json", *(f"areas-{level}.geojson" for level in LEVELS)):
        json.loads((path / name).read_bytes())
    (path / REVISIONS).read_text("utf-8")
    observations = pd.read_parquet(path / "observations.parquet").astype(dict.fromkeys(TEXT, "category"))
    return observations, pd.read_parquet(path / "areas.parquet", columns=AREA_COLUMNS)
