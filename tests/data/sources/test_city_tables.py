"""Committed tables: what they hold, against their publishers' figures, and what is refused."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from unittest.mock import Mock

import pandas as pd
import pytest

from data import cities
from data.observations import validate
from data.sources import city_tables
from data.sources.city_tables import parse, read
from data.sources.http import SourceError

TABLES = {table.id: table for table in city_tables.tables()}
CENSUS, POWER = TABLES["zensus2022-cities"], TABLES["mastr-cities"]
LEIPZIG, HALLE = "14713000", "15002000"


def figures(id: str) -> pd.Series:
    """Value by series, area and period."""
    table = TABLES[id]
    found = validate(parse(read(table), table), frozenset(cities.names()))
    return found.assign(series=found["series"].str.removeprefix(f"{id}/")).set_index(["series", "area", "period"])[
        "value"
    ]


@pytest.mark.parametrize(
    ("series", "area", "value"),
    [
        ("Einwohner", LEIPZIG, 598_899),
        ("Ausländer", LEIPZIG, 69_523),
        ("Durchschnittliche Nettokaltmiete je m²", "11000000", 7.73),
        ("Wohnungen mit Fernwärme", "14612000", 158_304),
        ("Leerstandsquote", "14511000", 10.9),
        ("Gebäude ab 2020", HALLE, 281),
    ],
)
def test_figures_of_the_census(series: str, area: str, value: float) -> None:
    assert figures(CENSUS.id)[series, area, "2022-05-15"] == value


def test_figures_of_the_register() -> None:
    found = figures(POWER.id)
    assert found["Solar", LEIPZIG, "2021"] == 120_209.141
    assert found["Solar", LEIPZIG, "2024"] == 185_177.675
    assert found["Wasserkraft", "11000000", "2024"] == 0
    assert len(found) == 4 * 5 * 2


def test_parts_of_the_census_add_up_to_their_whole_but_for_what_protects_them() -> None:
    """A column read under another heading would not: ages to residents, carriers to the types of heating."""
    found = figures(CENSUS.id).unstack("series").droplevel("period")
    ages = [name for name in found if str(name).startswith("Personen ")]
    assert len(ages) == 5
    assert (found[ages].sum(axis=1) - found["Einwohner"]).abs().max() <= 100
    rows = pd.read_csv(city_tables.FOLDER / f"{CENSUS.id}.csv", sep=";", dtype={"AGS": str}).set_index("AGS")
    types = ["Blockheizung", "Etagenheizung", "Fernheizung", "Einzel-/ Mehrraumöfen", "keine Heizung", "Zentralheizung"]
    carriers = found[[name for name in found if str(name).startswith("Wohnungen ")]]
    assert carriers.shape[1] == 9
    assert (carriers.sum(axis=1) - rows[types].sum(axis=1)).abs().max() <= 20
    assert (rows["Fernheizung"] == rows["Fernwärme"]).all()


def test_the_share_of_district_heat_in_leipzig_is_the_published_one() -> None:
    """The census reports 43.4 % district heat and 50.9 % gas for Leipzig."""
    found = figures(CENSUS.id).xs((LEIPZIG, "2022-05-15"), level=("area", "period"))
    carriers = found[found.index.str.startswith("Wohnungen ")]
    assert round(100 * carriers["Wohnungen mit Fernwärme"] / carriers.sum(), 1) == 43.4
    assert round(100 * carriers["Wohnungen mit Gas"] / carriers.sum(), 1) == 50.9


def test_the_origin_is_told_and_no_date_is_invented() -> None:
    body = read(POWER)
    source = next(source for source in city_tables.sources() if source.id == POWER.id)
    origin = source.read(Mock(), Mock()).origin
    assert (origin["urls"], origin["retrieved_at"], origin["vintage"]) == ([], "", "2024")
    assert origin["sha256"] == [hashlib.sha256(body).hexdigest()]
    assert set(origin["note"]) == {"de", "en"}


def test_an_empty_cell_is_not_collected() -> None:
    found = parse(read(POWER).replace(b"0,1250.000", b"0,"), POWER)
    missing = found[found["value"].isna()]
    assert missing["status"].tolist() == ["M"]
    assert missing["area"].tolist() == [HALLE]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda body: body.replace(b"solar_kw", b"pv_kw"), "lacks \\['solar_kw'\\]"),
        (lambda body: body.replace(b"hydro_kw", b"solar_kw"), "lacks"),
        (lambda body: body.splitlines()[0], "0 rows"),
        (lambda body: b"\n".join(body.splitlines()[:-1]), "expected each city once"),
        (lambda body: body + b"2024,14713000,Leipzig,1,1,1,1\n", "expected each city once"),
        (lambda body: body.replace(b"14612000,Dresden", b"14612000,Halle"), "expected each city once"),
        (lambda body: body.replace(b"73356.379", b"n/a"), "Dresden, solar_kw reads 'n/a'"),
        (lambda body: body.replace(b"73356.379", b"-1"), "reads '-1'"),
        (lambda body: body.replace(b"73356.379", b"nan"), "reads 'nan'"),
        (lambda body: body.replace(b"73356.379,", b""), "number of fields"),
        (lambda body: body + b"\xff", "not CSV in UTF-8"),
    ],
)
def test_a_damaged_table_is_refused(change: Callable[[bytes], bytes], said: str) -> None:
    with pytest.raises(SourceError, match=said) as refused:
        parse(change(read(POWER)), POWER)
    assert str(refused.value).startswith("mastr-cities: ")


def test_a_table_that_is_not_there_is_named() -> None:
    with pytest.raises(SourceError, match=r"nowhere\.csv can't be read"):
        read(replace(POWER, id="nowhere"))
