"""What a file says about itself."""

import datetime as dt
from typing import Any

import pytest

from data.store import Dataset
from exports.about.definitions import about
from exports.about.remarks import remarks
from indicators import catalogue
from indicators.selection import Selection

DAY = dt.date(2026, 3, 1)
EVERY = list(catalogue.load().values())


@pytest.mark.parametrize(
    ("choice", "areas", "years"),
    [
        ({}, "die Stadt, alle Stadtbezirke und alle Ortsteile", "alle"),
        ({"levels": ["ortsteil", "city"]}, "Stadt und Ortsteile", "alle"),
        ({"areas": ["51", "leipzig-west"], "start": "2012"}, "Plagwitz und Leipzig West", "ab 2012"),
        (
            {"areas": ["50", "51", "52", "70", "71", "72", "73"]},
            "Schleußig, Plagwitz, Kleinzschocher, Lindenau und 3 weitere",
            "alle",
        ),
        ({"areas": ["51"], "start": "2012", "end": "2014"}, "Plagwitz", "2012–2014"),
        ({"areas": ["51"], "start": "2012", "end": "2012"}, "Plagwitz", "2012"),
        ({"areas": ["51"], "end": "2012"}, "Plagwitz", "bis 2012"),
    ],
)
def test_the_choice_in_words(snapshot: Dataset, choice: dict[str, Any], areas: str, years: str) -> None:
    told = about(snapshot, Selection([catalogue.load()["population"]], **choice), lang="de", accessed=DAY)
    assert list(told.filters.items()) == [("Indikatoren", "Einwohner"), ("Gebiete", areas), ("Jahre", years)]


def test_remarks_are_those_on_the_series_behind_the_indicators(snapshot: Dataset) -> None:
    known = remarks(snapshot, [catalogue.load()["dwellings"]], "de")
    (census,) = [one for one in known if one.status == "B" and not one.places]
    assert (census.source, census.years) == ("kd6-5", "2011")
    assert "Zensus 2011" in census.reason
    # The share's doubtful figures of 2001 are not the count's.
    of_count, of_share = (
        [(one.status, one.years, one.places) for one in remarks(snapshot, [catalogue.load()[id]], "en")]
        for id in ("unemployed", "unemployment_share")
    )
    assert ("U", "2001", "Alt-West and Ost") in of_share
    assert ("U", "2001", "Alt-West and Ost") not in of_count
    assert ("Q", "from 2018", "") in of_count


def test_every_source_is_named_once_with_its_licence(snapshot: Dataset) -> None:
    told = about(snapshot, Selection(EVERY), lang="en", accessed=DAY)
    ids = [source.id for source in told.sources]
    assert len(ids) == len(set(ids))
    assert set(ids) == {id for indicator in EVERY for id in indicator.rubrics} & set(snapshot.sources)
    for source in told.sources:
        assert source.publisher
        assert source.licence.address.startswith("https://")
