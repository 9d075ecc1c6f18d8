"""python -m benchmarks.scale: what more than one city costs; 16 million figures of all German municipalities, made up.

query   the figures of one indicator for as many areas as Leipzig has: out of the small store as the pages do it, and
        as an excerpt of the small and of the large one
trends  the trend of every municipality in every indicator, in this process and on a local cluster of two Dask workers,
        which must give the same to the last digit

The large store has the layout of the product's. It is removed at the end; --keep FOLDER leaves it, and takes it where
it is there. --municipalities and --indicators make it smaller, to see whether it works. The cluster needs
`pip install --requirement requirements-scale.txt`.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd

from benchmarks import germany
from benchmarks.pages import refuse_without
from benchmarks.report import Target
from data import store
from data.areas import COUNTS
from data.store import Dataset
from indicators.analysis.trends import trends
from indicators.figures.grid import Grid

MOST: Final = 3.0
"""Times the small store's time that a query may take in the large one."""
REPEATS: Final = 200
WORKERS: Final = 2
AS_LEIPZIG: Final = sum(COUNTS.values())
FULLEST: Final = "kd2-1/Einwohner insgesamt"
"""A series of the small store that has every area in every year."""


def excerpt(dataset: Dataset, series: str, first: str, end: str) -> Grid:
    """The figures of a series in the areas from one code to before another: two searches, as rows are in this order."""
    rows = dataset.observations
    block = rows.iloc[slice(*_within(rows["series"].array, series, f"{series}\0"))]
    return Grid.of(block.iloc[slice(*_within(block["area"].array, first, end))])


def _within(texts: pd.api.extensions.ExtensionArray, first: str, end: str) -> tuple[int, int]:
    """The places of rows from one text to before another. texts: ascending categories, rows in the same order."""
    assert isinstance(texts, pd.Categorical)
    # Of another type than the codes, the ends would have all of these copied to their own.
    ends = texts.categories.searchsorted([first, end]).astype(texts.codes.dtype)
    begin, stop = np.searchsorted(texts.codes, ends)
    return int(begin), int(stop)


def of_series(root: Path, series: str) -> pd.DataFrame:
    """The trends of all areas in one series of a store, by the product's own functions."""
    return trends(Grid.of(store.current(root).series(series)), "", "", tested=True)


def queries(small: Dataset, large: Dataset) -> tuple[float, float, float]:
    """Median seconds of a query that nobody asked before, in turns: as the pages ask the small store, the same query as
    an excerpt of it, and an excerpt of the large one."""
    chance = np.random.default_rng(1)
    names, codes = large.observations["series"].cat.categories, large.codes("ortsteil")
    taken = []
    for _ in range(REPEATS):
        first = int(chance.integers(len(codes) - AS_LEIPZIG))
        name = str(chance.choice(names))
        times = [time.perf_counter()]
        # Another dataset of the same figures, which has kept nothing.
        Grid.of(replace(small).series(FULLEST))
        times.append(time.perf_counter())
        excerpt(small, FULLEST, "", "~")
        times.append(time.perf_counter())
        excerpt(large, name, codes[first], codes[first + AS_LEIPZIG])
        times.append(time.perf_counter())
        taken.append(np.diff(times))
    page, own, other = np.median(taken, axis=0).tolist()
    return page, own, other


def here(root: Path, series: Sequence[str]) -> list[pd.DataFrame]:
    """Trends one series after the other."""
    return [of_series(root, name) for name in series]


def on_cluster(root: Path, series: Sequence[str]) -> list[pd.DataFrame]:
    """Trends on workers of their own, each of which opens the store."""
    distributed = import_module("distributed")
    with (
        distributed.LocalCluster(n_workers=WORKERS, threads_per_worker=1, dashboard_address=None) as cluster,
        distributed.Client(cluster) as client,
    ):
        found: list[pd.DataFrame] = client.gather([client.submit(of_series, root, name) for name in series])
        return found


def measure(root: Path) -> list[Target]:
    """All of it, told as it is found; what must hold."""
    small, large = store.current(root / "nothing"), store.current(root)
    print(f"{len(small.observations):,} figures in the small store, {len(large.observations):,} in the large one")
    page, one, other = queries(small, large)
    print(f"query: a page's {1000 * page:.2f} ms; an excerpt {1000 * one:.2f} ms small, {1000 * other:.2f} ms large")
    series = [str(name) for name in large.observations["series"].cat.categories]
    began = time.perf_counter()
    alone = here(root, series)
    between = time.perf_counter()
    shared = on_cluster(root, series)
    ended = time.perf_counter()
    print(f"trends: {sum(map(len, alone)):,} in {between - began:.0f} s, on two workers {ended - between:.0f} s")
    differing = sum(not mine.equals(theirs) for mine, theirs in zip(alone, shared, strict=True))
    return [
        Target("query: times the small store's time", other / min(page, one), MOST),
        Target("trends: indicators that differ on the cluster", differing, 0),
    ]


def main() -> None:
    """Prints what was found; ends with 1 where a target is missed."""
    cli = argparse.ArgumentParser(
        prog="python -m benchmarks.scale", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    cli.add_argument("--municipalities", type=int, default=germany.MUNICIPALITIES)
    cli.add_argument("--indicators", type=int, default=germany.INDICATORS)
    cli.add_argument("--keep", type=Path, metavar="FOLDER", help="of the large store")
    options = cli.parse_args()
    refuse_without(["distributed"])
    with tempfile.TemporaryDirectory() as folder:
        root = options.keep or Path(folder)
        if not store.kept(root)[1:]:
            germany.write(root, options.municipalities, options.indicators)
        found = measure(root)
    for target in found:
        print(f"{'holds' if target.holds else 'MISSED'}: {target.what}: {target.found:.2f} (≤ {target.limit:g})")
    sys.exit(any(not target.holds for target in found))


if __name__ == "__main__":
    main()
