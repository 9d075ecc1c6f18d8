"""python -m benchmarks.walk: what a run of each page costs, for every indicator, area and view that it takes.

Opens each address in a session of its own, as a reader who follows a link, in German and English by turns, through
Streamlit's AppTest in this process. Milliseconds on the clock, which other work on the machine lengthens, and of the
processor, which it hardly does; AppTest's own part, a few of them, is in both. What an address is the first to
need is computed for it, as by a server that has just started.
"""

import argparse
import gc
import json
import os
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import cycle, product
from pathlib import Path
from statistics import median, quantiles
from typing import Any, Final

from streamlit import config

from data import store
from data.areas import CITY
from data.store import Dataset
from indicators import catalogue
from indicators.analysis import methods
from indicators.catalogue import groups, topics
from indicators.catalogue.availability import missing_rubrics
from indicators.cities import compositions, indicators
from locales import LANGUAGES
from server.start import use_python_strings
from tests.support.opening import as_served, start, to_page

LIMIT: Final = 150
"""Milliseconds that the median run of a page may take."""
SLOWEST: Final = 3
MAPS: Final = ("change", "pair", "value", "city")
PICTURES: Final = ("slope", "distribution", "heat", "relation")
CHAPTERS: Final = ("where", "made", "changed", "cars", "scenario")
LEVELS: Final = ("ortsteil", "stadtbezirk")
BARE: Final = "without figures"
"""Stands for all pages of indicators that a refresh would load, which have little to show."""

Address = tuple[str, str, Mapping[str, str]]
"""Under which name it is counted, the page, and what its address says."""


@dataclass(frozen=True)
class Run:
    """One run of a page: milliseconds on the clock and of the processor; the exception's words, if there was one."""

    name: str
    page: str
    asked: Mapping[str, str]
    ms: float
    processor_ms: float
    exception: str = ""


def addresses(dataset: Dataset) -> Iterator[Address]:
    """Every page with every indicator, area and view that it takes."""
    every = [*_of_indicators(dataset), *_of_areas(dataset), *_of_groups(dataset), *_of_views()]
    for (name, page, asked), lang in zip(every, cycle(LANGUAGES), strict=False):
        yield name, page, {**asked, "lang": lang}


def _of_indicators(dataset: Dataset) -> Iterator[Address]:
    levels = cycle(LEVELS)
    for id, indicator in catalogue.load().items():
        bare = bool(missing_rubrics(indicator, dataset))
        for page in ("growth", "leipzig_west", "compare", "methods"):
            yield BARE if bare else page, page, {"indicator": id}
        if not bare:
            maps = [shows for shows in MAPS if shows != "city" or indicator.comparable]
            views = [("map", shows) for shows in maps] + [("picture", picture) for picture in PICTURES]
            yield from (
                ("growth", "growth", {"indicator": id, view: shown, "level": level})
                for (view, shown), level in zip(views, levels, strict=False)
            )
    whole = compositions()
    parts = {part.id for composition in whole.values() for part in composition.parts}
    for id in [*(id for id in indicators() if id not in parts), *whole]:
        yield "cities", "cities", {"figure": id}


def _of_areas(dataset: Dataset) -> Iterator[Address]:
    for level in LEVELS:
        for code in dataset.codes(level):
            for page in ("growth", "growth_story"):
                yield page, page, {"level": level, "areas": code}
            for chapter in CHAPTERS:
                yield "energy", "energy", {"chapter": chapter, "level": level, "areas": code}
            yield "explore", "explore", {"show": "moved", "area": code}
            yield "profile", "profile", {"area": code}
            yield "energy_district", "energy_district", {"area": code, "preset": "all"}
            yield "compare", "compare", {"compare": f"{code},{CITY}"}
    yield "explore", "explore", {"show": "moved", "area": CITY}


def _of_groups(dataset: Dataset) -> Iterator[Address]:
    own = dict(zip(dataset.areas["code"], dataset.areas["parent"], strict=True))
    districts = dataset.codes("ortsteil")
    of_boroughs = [[code for code in districts if own[code] == borough] for borough in dataset.codes("stadtbezirk")]
    for members in [[code] for code in districts] + of_boroughs + [list(one.members) for one in groups.load().values()]:
        for page in ("leipzig_west", "leipzig_west_at_a_glance"):
            yield page, page, {"members": ",".join(members)}
    for id in groups.load():
        yield "profile", "profile", {"area": id}
        yield "compare", "compare", {"compare": f"{id},{CITY}", "edit": "yes"}


def _of_views() -> Iterator[Address]:
    yield "overview", "overview", {}
    yield "about", "about", {}
    yield "workshop", "workshop", {}
    yield from (("analysis", "analysis", {"method": id}) for id in methods.load())
    for topic in ("all", *topics.load()):
        yield "explore", "explore", {"show": "list", "topic": topic}
        yield "profile", "profile", {"topic": topic}
    yield from (("methods", "methods", {"show": shown}) for shown in ("all", "data"))
    for lines, bars in product(("index", "value", "change"), ("value", "change")):
        yield "compare", "compare", {"measure": lines, "bars": bars}
        yield "leipzig_west", "leipzig_west", {"measure": lines}


def run(name: str, page: str, asked: Mapping[str, str]) -> Run:
    """Opens an address as a reader who has not been here before."""
    app = start()
    app.query_params = dict(asked)
    to_page(app, page)
    begin, used = time.perf_counter(), time.process_time()
    app.run()
    ms, processor_ms = 1000 * (time.perf_counter() - begin), 1000 * (time.process_time() - used)
    return Run(name, page, asked, ms, processor_ms, "; ".join(one.value for one in app.exception))


def summary(runs: Iterable[Run]) -> dict[str, dict[str, Any]]:
    """By name: how many runs, median, 95th percentile and the slowest, and every run that ended in an exception."""
    found: dict[str, list[Run]] = {}
    for one in runs:
        found.setdefault(one.name, []).append(one)
    return {name: _told(own) for name, own in found.items()}


def _told(runs: Sequence[Run]) -> dict[str, Any]:
    by_time = sorted(runs, key=lambda one: one.ms, reverse=True)
    return {
        "runs": len(runs),
        **_middle("ms", [one.ms for one in runs]),
        **_middle("processor_ms", [one.processor_ms for one in runs]),
        "slowest": [asdict(one) for one in by_time[:SLOWEST]],
        "exceptions": [asdict(one) for one in runs if one.exception],
    }


def _middle(name: str, values: Sequence[float]) -> dict[str, float]:
    high = quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]
    return {f"{name}_median": median(values), f"{name}_p95": high}


def lines(told: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """The summary in words."""
    for name, own in told.items():
        yield (
            f"{name}: {own['runs']} runs, median {own['ms_median']:.0f} ms "
            f"(processor {own['processor_ms_median']:.0f}), "
            f"95 % within {own['ms_p95']:.0f} ({own['processor_ms_p95']:.0f})"
            + (f"; more than {LIMIT} ms" if own["ms_median"] > LIMIT else "")
        )
        for one in own["slowest"]:
            yield f"  {one['ms']:.0f} ms (processor {one['processor_ms']:.0f})  {_said(one)}"
        for one in own["exceptions"]:
            yield f"  exception: {one['exception']}  {_said(one)}"


def _said(one: Mapping[str, Any]) -> str:
    return f"{one['page']}?" + "&".join(f"{key}={value}" for key, value in one["asked"].items())


def main() -> None:
    """Prints times by page; exit status 1 after an exception; --json FILE keeps every run."""
    cli = argparse.ArgumentParser(
        prog="python -m benchmarks.walk", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    cli.add_argument("--page", action="append", help="only this page; may be repeated")
    cli.add_argument("--json", type=Path, metavar="FILE", help="keep every run in a file, too")
    options = cli.parse_args()
    config.set_option("client.showErrorDetails", "full")
    use_python_strings()
    with tempfile.TemporaryDirectory() as folder, as_served():
        # An empty store: the pages show the embedded figures.
        os.environ["INDICATORS_STORE"] = folder
        start()
        gc.freeze()
        runs = [run(*each) for each in addresses(store.current()) if each[1] in (options.page or each[1])]
    told = summary(runs)
    print(*lines(told), sep="\n")
    if options.json:
        kept = {"pages": told, "runs": [asdict(one) for one in runs]}
        options.json.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", "utf-8")
    if any(one.exception for one in runs):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
