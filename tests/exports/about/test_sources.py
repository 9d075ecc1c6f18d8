"""Who is named for which figures."""

from dataclasses import replace

from data.store import Dataset
from exports.about.sources import licences, publishers, sources
from indicators import catalogue

DENSITY = catalogue.load()["population_density"]


def test_the_sources_of_an_indicator(snapshot: Dataset) -> None:
    assert [source.id for source in sources(snapshot, [catalogue.load()["cars_per_1000"]])] == ["kd10-1", "kd2-1"]
    assert [source.id for source in sources(snapshot, [DENSITY])] == ["kd2-1", "boundaries"]
    assert [source.id for source in sources(snapshot, [DENSITY], boundaries=True)] == ["kd2-1", "boundaries"]


def test_publishers_and_licences_are_named_once(snapshot: Dataset) -> None:
    known = sources(snapshot, catalogue.load().values())
    assert publishers(known) == (
        "Stadt Leipzig, Amt für Statistik und Wahlen",
        "Statistische Ämter des Bundes und der Länder",
    )
    assert [licence.address for licence in licences(known)] == ["https://www.govdata.de/dl-de/by-2-0"]


def test_an_unknown_licence_keeps_its_name(snapshot: Dataset) -> None:
    strange = replace(snapshot, sources={"kd2-1": {"attribution": "A", "licence": "own-1"}})
    (source,) = sources(strange, [DENSITY])
    assert (source.title, source.licence.id, source.licence.address, source.retrieved_at) == ("kd2-1", "own-1", "", "")
