"""Whatever an answer is: nothing is lost, nobody waits for it too long, and what is said names source and reason."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pandas as pd
import pytest

from data import gather, store
from data.refresh import main
from data.sources import eurostat_cities, http, leipzig_boundaries, zensus_grid
from tests.fixtures.faults import IN_ITSELF, LIMIT, ON_THE_WAY
from tests.fixtures.world import CHARACTERISTIC, PLACE, PLAGWITZ, POPULATION, World, cell, figure, rubric_csv, those
from tests.support import extent

OTHERS: Final = {
    "boundaries": leipzig_boundaries.URLS["ortsteil"],
    "eurostat-urb_clma": next(each for each in eurostat_cities.datasets() if each.id == "urb_clma").series[0].url,
    "zensus2011-wohnungen": zensus_grid.URLS["wohnungen"],
    "zensus2011-gebaeude": zensus_grid.URLS["gebaeude"],
}
AT_ONCE: Final = {
    "boundaries": "hang",
    "kd2-3": "lost year",
    "kd2-9": "lost area",
    "kd3-1": "500",
    "kd4-1": "negative",
    "kd4-11": "marks",
    "kd7-3": "another host",
    "kd12-1": "BOM",
    "kd15-1": "half",
    "v2-1": "reset",
    "v13-4": "404",
    "zensus2011-wohnungen": "gzip bomb",
    "zensus2011-gebaeude": "a page",
    "eurostat-urb_clma": "500 MB unannounced",
}
"""A fault of each sort, each on another source."""
EACH: Final = [
    *((kind, source) for kind in ON_THE_WAY for source in ("kd2-3", "boundaries", "eurostat-urb_clma")),
    *((kind, source) for kind in IN_ITSELF for source in ("kd3-1", "kd7-3", "kd12-1")),
]


def refreshed(world: World, root: Path, faults: Mapping[str, str], patch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What is said of sources with faults, in a refresh in which the population has one person more."""
    urls = {source: OTHERS.get(source) or world.rubrics[source].url for source in faults}
    before = store.current(root)
    for source, kind in faults.items():
        if kind in ON_THE_WAY:
            world.instead[urls[source]] = ON_THE_WAY[kind][0]
        else:
            world.bodies[urls[source]] = IN_ITSELF[kind][0](world.bodies[urls[source]])
    world.bodies[world.rubrics["kd2-1"].url] = rubric_csv(world.rubrics["kd2-1"], add=1)
    slow = {urls[source] for source, kind in faults.items() if kind in ("hang", "trickle")}

    def fetch(url: str, **how: Any) -> http.Download:
        """Without pauses, and with little patience for what never ends."""
        return http.fetch(url, **how | {"pause": 0, "limit": LIMIT} | ({"deadline": 0.5} if url in slow else {}))

    patch.setattr(gather, "fetch", fetch)
    assert main(those("kd2-1", *faults)) == (1 if any(map(reason, faults.values())) else 0)
    after = store.current(root)
    assert cell(root, POPULATION, PLAGWITZ, "2022") == figure(CHARACTERISTIC, PLACE, "2022") + 1
    assert lasting(after).equals(lasting(before))
    assert [path.name for path in store.versions(root)] == [before.version, after.version]
    return {source: after.current["sources"][source] for source in faults}


def reason(kind: str) -> str:
    """What is said of a fault."""
    return ON_THE_WAY[kind][1] if kind in ON_THE_WAY else IN_ITSELF[kind][1]


def lasting(dataset: store.Dataset) -> pd.DataFrame:
    """All that was no news: the figures of every other source, as text, so that missing ones are equal."""
    rows = dataset.observations.astype("str")
    return rows[~rows["series"].str.startswith("kd2-1/")].reset_index(drop=True)


def check(told: Mapping[str, Any], faults: Mapping[str, str]) -> None:
    """That each source with a fault has kept its figures and says why, or has been taken over if it says the same."""
    for source, kind in faults.items():
        expected = reason(kind)
        assert (told[source]["state"], kind) == ("kept" if expected else "updated", kind)
        assert re.search(expected if "|" in expected else re.escape(expected), told[source]["message"]), kind


@pytest.mark.usefixtures("mirror")
def test_a_fault_on_each_of_many_sources(root: Path, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    check(refreshed(world, root, AT_ONCE, monkeypatch), AT_ONCE)


@pytest.mark.usefixtures("mirror")
@pytest.mark.parametrize(("kind", "source"), extent.either([("trickle", "kd2-3")], EACH))
def test_a_fault_on_one_source(
    kind: str, source: str, root: Path, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    check(refreshed(world, root, {source: kind}, monkeypatch), {source: kind})
