"""Answers that are whole and wrong, or that break their reader, through the whole refresh.

Each is kept out with a sentence that shows what was wrong, and the other sources' new figures are taken over.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

from data import store
from data.refresh import main
from data.sources import eurostat_cities, leipzig_boundaries, leipzig_portal, zensus_grid
from tests.fixtures.world import CHARACTERISTIC, PLACE, PLAGWITZ, POPULATION, World, cell, figure, rubric_csv
from tests.support import extent

LABOUR = next(each for each in eurostat_cities.datasets() if each.id == "urb_clma")
RATE = LABOUR.series[0]
ORTSTEILE, STADTBEZIRKE = leipzig_boundaries.URLS["ortsteil"], leipzig_boundaries.URLS["stadtbezirk"]
DWELLINGS, BUILDINGS = zensus_grid.URLS["wohnungen"], zensus_grid.URLS["gebaeude"]
LONG: Final = "9" * 400
DEEP: Final = b"[" * 100_000

Alter = Callable[[bytes], bytes]


def as_json(change: Callable[[Any], object]) -> Alter:
    def altered(body: bytes) -> bytes:
        content = json.loads(body)
        change(content)
        return json.dumps(content).encode()

    return altered


def cities_exchanged(content: dict[str, Any]) -> None:
    index = content["dimension"]["cities"]["category"]["index"]
    index["DE008C"], index["DE009C"] = index["DE009C"], index["DE008C"]


def exchanged(member: str) -> Alter:
    """The first two areas with each other's names or geometries."""

    def change(content: dict[str, Any]) -> None:
        one, other = content["features"][:2]
        one, other = (one["properties"], other["properties"]) if member == "Name" else (one, other)
        one[member], other[member] = other[member], one[member]

    return as_json(change)


def named(name: object) -> Alter:
    return as_json(lambda content: content["features"][0]["properties"].update(Name=name))


def far_corner(content: dict[str, Any]) -> None:
    content["features"][0]["geometry"]["coordinates"][0][0][0] = int(LONG)


def rows(change: Callable[[list[str]], list[str]]) -> Alter:
    """Census rows below the header."""

    def altered(body: bytes) -> bytes:
        head, *lines = body.decode().splitlines()
        return "\r\n".join([head, *change(lines), ""]).encode()

    return altered


def ten_times(lines: list[str]) -> list[str]:
    return [re.sub(r";(\d+);0$", r";\g<1>0;0", line) for line in lines]


ALTERED: Final[dict[str, tuple[str, str, Alter, str]]] = {
    "cities exchanged by index": ("eurostat-urb_clma", RATE.url, as_json(cities_exchanged), "6 of 24 figures held"),
    "half of the cells": ("zensus2011-gebaeude", BUILDINGS, rows(lambda lines: lines[::2]), "figures held already"),
    "half of the rows": ("zensus2011-wohnungen", DWELLINGS, rows(lambda lines: lines[::2]), "figures held already"),
    "ten times as many": ("zensus2011-wohnungen", DWELLINGS, rows(ten_times), "from 70 to 700"),
    "two names": ("boundaries", ORTSTEILE, exchanged("Name"), "areas with another name than held: 2"),
    "two names of boroughs": ("boundaries", STADTBEZIRKE, exchanged("Name"), "areas with another name than held: 2"),
    "two geometries": ("boundaries", ORTSTEILE, exchanged("geometry"), "keeps 0.0% of its place"),
    # Of 7 squares of 2,170 m each.
    "two geometries of boroughs": ("boundaries", STADTBEZIRKE, exchanged("geometry"), "differ by 65,924,600 m²"),
    "HTML in a name": ("boundaries", ORTSTEILE, named("<b>Plagwitz</b>"), "'<b>Plagwitz</b>'"),
    "a number for a name": ("boundaries", ORTSTEILE, named(51), "51"),
    "deep boundaries": ("boundaries", ORTSTEILE, lambda _: DEEP, "not JSON but begins b'[[[["),
    "deep cities": ("eurostat-urb_clma", RATE.url, lambda _: DEEP, "not JSON"),
    "deep cells": ("zensus2011-gebaeude", BUILDINGS, lambda _: DEEP, "its columns are ['[[[["),
    "a long number of a city": (
        "eurostat-urb_clma",
        RATE.url,
        as_json(lambda content: content["value"].update({"0": int(LONG)})),
        "int too large",
    ),
    "a longer number of a city": (
        "eurostat-urb_clma",
        RATE.url,
        lambda body: re.sub(rb'("value": \{"0": )[\d.]+', rb"\g<1>" + b"9" * 5000, body),
        "not JSON",
    ),
    "a long number of cells": (
        "zensus2011-gebaeude",
        BUILDINGS,
        lambda body: body.replace(b";10;0", f";{LONG};0".encode(), 1),
        "1 values of Anzahl are like '9999",
    ),
    "a long corner": ("boundaries", ORTSTEILE, as_json(far_corner), "a feature is broken"),
}
"""By name: source, address, alteration, and what is said of it."""


def taken_over(world: World, root: Path, source: str) -> str:
    """Refreshes a source beside the population, which has one person more; what is said of the source."""
    population = world.rubrics["kd2-1"]
    world.bodies[population.url] = rubric_csv(population, add=1)
    assert main(["--only", source, "--only", "kd2-1"]) == 1
    states = store.current(root).current["sources"]
    assert (states[source]["state"], states["kd2-1"]["state"]) == ("kept", "updated")
    assert cell(root, POPULATION, PLAGWITZ, "2022") == figure(CHARACTERISTIC, PLACE, "2022") + 1
    return str(states[source]["message"])


@pytest.mark.usefixtures("mirror")
@pytest.mark.parametrize("alteration", extent.some(ALTERED, 2))
def test_an_altered_answer_is_kept_out_alone(alteration: str, root: Path, world: World) -> None:
    source, url, alter, said = ALTERED[alteration]
    before = world.bodies[url]
    world.bodies[url] = alter(before)
    assert world.bodies[url] != before
    assert said in taken_over(world, root, source)


RUBRICS: Final[dict[str, tuple[str, Alter, str]]] = {
    "deep table": ("kd2-3", lambda _: DEEP, "the header starts with '[[["),
    "deep records": ("kd15-1", lambda _: DEEP, "not the expected JSON"),
    "a long number in a table": (
        "kd2-3",
        lambda body: re.sub(rb'"\d+,\d+"\r\n', f'"{LONG}"\r\n'.encode(), body, count=1),
        f"reads '{'9' * 40}', expected a number",
    ),
    "a long number in a record": (
        "kd15-1",
        lambda body: re.sub(rb'"wert": "[^"]*"', f'"wert": {LONG}'.encode(), body, count=1),
        f"reads '{'9' * 40}', expected a number",
    ),
    "a huge power in a table": (
        "kd2-3",
        lambda body: re.sub(rb'"\d+,\d+"\r\n', b'"1E999"\r\n', body, count=1),
        "reads '1E999', expected a number",
    ),
    "HTML in an area": (
        "kd2-3",
        lambda body: body.replace(b"Ortsteil 51", b"<b>Ortsteil 51</b>"),
        "unknown area '<b>Ortsteil 51</b>'",
    ),
    "HTML in a characteristic": (
        "kd2-3",
        lambda body: body.replace(b"Altenquote", b"<script>Altenquote</script>"),
        "lacks Altenquote; it holds <script>Altenquote</script>",
    ),
}


@pytest.mark.usefixtures("mirror")
@pytest.mark.parametrize("alteration", extent.some(RUBRICS, 2))
def test_an_altered_rubric_is_kept_out_alone(alteration: str, root: Path, world: World) -> None:
    source, alter, said = RUBRICS[alteration]
    url = world.rubrics[source].url
    before = world.bodies[url]
    world.bodies[url] = alter(before)
    assert world.bodies[url] != before
    assert said in taken_over(world, root, source)


@pytest.mark.usefixtures("mirror")
def test_a_deep_catalogue_does_not_hide_why_it_was_asked(root: Path, world: World) -> None:
    del world.bodies[world.rubrics["kd7-3"].url]
    world.bodies[leipzig_portal.URL] = DEEP
    told = taken_over(world, root, "kd7-3")
    assert "404" in told
    assert "not a CKAN catalogue" in told


@pytest.mark.usefixtures("mirror")
@pytest.mark.parametrize("cut", extent.either([4], [1, 3, 4, 20]))
@pytest.mark.parametrize(
    "source", ["boundaries", "kd2-3", "kd15-1", "v2-1", "eurostat-urb_clma", "zensus2011-wohnungen"]
)
def test_an_answer_without_a_length_that_breaks_off_is_kept_out(
    source: str, cut: int, root: Path, world: World
) -> None:
    rubric = world.rubrics.get(source)
    of_others = {"boundaries": ORTSTEILE, "eurostat-urb_clma": RATE.url, "zensus2011-wohnungen": DWELLINGS}
    url = rubric.url if rubric else of_others[source]
    world.bodies[url] = world.bodies[url].rstrip(b"\r\n" if source.startswith("zensus") else b"")[:-cut]
    if source.startswith("zensus") and cut == 1:
        pytest.skip("the last field of a cell is of no use, and the count before it is whole")
    world.without_length.add(url)
    message = taken_over(world, root, source)
    assert re.search("JSON|within a row|fields|Anzahl", message)
