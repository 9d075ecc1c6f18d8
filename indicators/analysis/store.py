"""Results of methods on disk, beside the version of the figures that they were made of: made once, in a process of
their own, as their libraries take seconds and memory that no page has.

A folder `analysis/VERSION` of the store, or of the snapshot, has a file `NAME-CODE.parquet` a result; CODE is a hash of
the modules that made it, so that another method never passes for this one.
"""

import argparse
import ast
import fcntl
import hashlib
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from inspect import getfile
from pathlib import Path
from typing import Final

import pandas as pd

import settings
from data import store
from data.store import Dataset
from indicators.analysis import methods
from indicators.analysis.results import RESULTS
from indicators.kept import kept

FOLDER: Final = "analysis"
FAILED: Final = ".failed"
"""Ending of the file that says that a result could not be made."""
HELD: Final = "--held"
LOG: Final = logging.getLogger(__name__)


def result(dataset: Dataset, name: str) -> pd.DataFrame | None:
    """A result by its name in `RESULTS`; None where it was not made yet, see `begin`."""
    path = next((path for root in _roots() if (path := _path(root, dataset, name)).exists()), None)
    return None if path is None else _read(dataset, path)


def failed(dataset: Dataset, name: str) -> bool:
    """Whether a result could not be made, so that nobody waits for it."""
    return any(_path(root, dataset, name, FAILED).exists() for root in _roots())


def begin(dataset: Dataset) -> None:
    """Starts making what is missing, in a process of its own, unless one is at it or the store can't be written."""
    if all(result(dataset, name) is not None or failed(dataset, name) for name in RESULTS):
        return
    # One thread, so that the other processors stay with the pages.
    one = os.environ | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-m", __name__, dataset.version, HELD]
    with suppress(OSError), _alone(settings.store(), dataset) as held:
        # The process inherits the lock, so that no other is started while it loads its libraries.
        # What is run is ours, and a version is named by the store.
        subprocess.Popen(  # noqa: S603
            command, cwd=settings.ROOT, env=one, stdin=subprocess.DEVNULL, pass_fds=[held]
        )


def make(dataset: Dataset, root: Path) -> bool:
    """Makes every result that is missing below a root; whether all could be made.

    Raises BlockingIOError where another process is at it.
    """
    with _alone(root, dataset):
        return _all_made(dataset, root)


def _all_made(dataset: Dataset, root: Path) -> bool:
    made = [_made(dataset, root, name) for name in RESULTS]
    return all(made)


def _made(dataset: Dataset, root: Path, name: str) -> bool:
    path = _path(root, dataset, name)
    if path.exists():
        return True
    mark, aside = _path(root, dataset, name, FAILED), path.with_suffix(".writing")
    mark.unlink(missing_ok=True)
    try:
        RESULTS[name](dataset).to_parquet(aside, index=False)
        aside.replace(path)
    except Exception:
        # Each method stands for itself: one that fails must not keep the others from their readers.
        LOG.exception("%s: the result %s can't be made", dataset.version, name)
        mark.touch()
        return False
    return True


@kept
def _read(_dataset: Dataset, path: Path) -> pd.DataFrame:
    return pd.read_parquet(path)


def _roots() -> tuple[Path, Path]:
    return settings.store(), store.SNAPSHOT


def _path(root: Path, dataset: Dataset, name: str, ending: str = ".parquet") -> Path:
    return root / FOLDER / dataset.version / f"{name}-{_code(name)}{ending}"


@cache
def _code(name: str) -> str:
    """A hash of the module that makes a result, of those of ours that it builds on, and of what it is declared for."""
    digest = hashlib.sha256()
    for path in sorted(_built_on(Path(getfile(RESULTS[name])), set())):
        digest.update(path.read_bytes())
    for method in methods.load().values():
        digest.update(" ".join(method.indicators if name in method.results else ()).encode())
    return digest.hexdigest()[:8]


def _built_on(path: Path, seen: set[Path]) -> set[Path]:
    """A module's file, and those of the modules of `indicators` that it and these import."""
    seen.add(path)
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("indicators"):
            named = (node.module, *(f"{node.module}.{one.name}" for one in node.names))
            bare = [settings.ROOT.joinpath(*str(name).split(".")) for name in named]
            files = [file for one in bare for file in (one.with_suffix(".py"), one / "__init__.py") if file.exists()]
            for file in files:
                if file not in seen:
                    _built_on(file, seen)
    return seen


@contextmanager
def _alone(root: Path, dataset: Dataset) -> Iterator[int]:
    """Holds the folder of a version's results. Raises BlockingIOError where another process does."""
    folder = root / FOLDER / dataset.version
    folder.mkdir(parents=True, exist_ok=True)
    held = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield held
    finally:
        os.close(held)


def sweep(root: Path) -> None:
    """Removes results of versions that are gone and of code that is no more."""
    versions, files = store.kept(root), {f"{name}-{_code(name)}" for name in RESULTS}
    for folder in (root / FOLDER).glob("*"):
        if folder.name not in versions:
            shutil.rmtree(folder, ignore_errors=True)
        for path in folder.glob("*-*"):
            if path.stem not in files:
                path.unlink(missing_ok=True)


def main(arguments: list[str] | None = None) -> int:
    about = "make the results of the analyses of a version"
    cli = argparse.ArgumentParser(prog="python -m indicators.analysis.store", description=about)
    cli.add_argument("version", nargs="?", help="of the figures; the one in force where it is left out")
    cli.add_argument("--snapshot", action="store_true", help="keep them with the embedded snapshot")
    cli.add_argument(HELD, action="store_true", help="who starts this holds the folder of the results for it")
    options = cli.parse_args(arguments)
    try:
        dataset = store.version(options.version) if options.version else store.current()
        root = store.SNAPSHOT if options.snapshot else settings.store()
        whole = (_all_made if options.held else make)(dataset, root)
    except store.NoData as error:
        print(f"{error}; python -m data.refresh makes versions", file=sys.stderr)
        return 2
    except BlockingIOError:
        print("another process is making these results", file=sys.stderr)
        return 0
    sweep(root)
    return 0 if whole else 1


if __name__ == "__main__":
    os.nice(10)  # pages go first
    sys.exit(main())
