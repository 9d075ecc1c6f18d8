"""Bodies of the statistics API, written by hand for six areas."""

import json
from dataclasses import replace
from typing import Any
from unicodedata import normalize

import pandas as pd
import pytest

from data.areas import CITY
from data.observations import COLUMNS
from data.sources import leipzig_statistics
from data.sources.http import SourceError
from data.sources.leipzig_names import WrongRubric
from data.sources.leipzig_statistics import Rubric, not_found, rubrics
from data.sources.rules import Rule
from data.store import SNAPSHOT

AREAS = pd.DataFrame(
    [
        ("51", "ortsteil", "Plagwitz"),
        ("65", "ortsteil", "Grünau-Mitte"),
        ("04", "ortsteil", "Zentrum, alt"),
        ("0", "stadtbezirk", "Mitte"),
        ("5", "stadtbezirk", "Südwest"),
        (CITY, "city", "Leipzig"),
    ],
    columns=["code", "level", "name"],
)
RUBRIC = Rubric(
    id="kd7-3",
    service="kdvalues",
    category=7,
    number=3,
    title="Arbeitslose (Jahreszahlen, kleinräumig)",
    characteristics=frozenset({"insgesamt", "Männer"}),
    levels=frozenset({"ortsteil", "stadtbezirk", "city"}),
)
HEADER = '"Gebiet","Sachmerkmal","2021","2022"'
TOTALS = [
    'Plagwitz,insgesamt,"700","712,5"',
    'Grünau-Mitte,insgesamt,"900","0"',
    '"Zentrum, alt",insgesamt,"1234567,25",""',
    'Mitte,insgesamt,"40",""',
    'Südwest,insgesamt,"-","."',
    'Stadt Leipzig,insgesamt,"x","9999"',
]
MEN = [line.replace(",insgesamt,", ",   Männer,") for line in TOTALS]


def body(*lines: str, head: str = HEADER) -> bytes:
    return ("\r\n".join([head, *lines]) + "\r\n").encode()


GOOD = body(*TOTALS, *MEN)


def parse(body: bytes, rubric: Rubric, areas: pd.DataFrame) -> pd.DataFrame:
    return leipzig_statistics.parse(body, rubric, areas)[0]


def cells(table: pd.DataFrame) -> dict[tuple[str, str, str], tuple[float | None, str]]:
    """Value, None where missing, and status by characteristic, area and period."""
    return {
        (series.split("/", 1)[1], area, period): (None if pd.isna(value) else value, status)
        for series, area, period, value, status in table.to_numpy().tolist()
    }


def rule(cells: str, status: str, **where: Any) -> Rule:
    chosen: dict[str, Any] = {
        key: frozenset(value) if isinstance(value, tuple) else value for key, value in where.items()
    }
    return Rule(cells=cells, status=status, reason_de="Grund", reason_en="reason", evidence="seen", **chosen)


def test_layout_of_kdvalues() -> None:
    table = parse(GOOD, RUBRIC, AREAS)
    assert list(table.columns) == COLUMNS
    assert len(table) == 2 * 6 * 2
    assert set(table["series"]) == {"kd7-3/insgesamt", "kd7-3/Männer"}
    assert table.equals(table.sort_values(["series", "area", "period"], ignore_index=True))
    found = cells(table)
    assert found["insgesamt", "51", "2021"] == (700.0, "A")
    assert found["insgesamt", "51", "2022"] == (712.5, "A")
    assert found["insgesamt", "04", "2021"] == (1_234_567.25, "A")
    assert found["Männer", CITY, "2022"] == (9_999.0, "A")


def test_the_four_marks() -> None:
    found = cells(parse(GOOD, RUBRIC, AREAS))
    assert found["insgesamt", "0", "2022"] == (None, "M")
    assert found["insgesamt", "5", "2022"] == (None, "Q")
    assert found["insgesamt", CITY, "2021"] == (None, "N")
    assert found["insgesamt", "5", "2021"] == (0.0, "A")
    assert found["insgesamt", "65", "2022"] == (0.0, "A")


def test_names_of_areas_are_matched_whole() -> None:
    found = cells(parse(GOOD, RUBRIC, AREAS))
    assert found["insgesamt", "0", "2021"] == (40.0, "A")
    assert found["insgesamt", "65", "2021"] == (900.0, "A")


@pytest.mark.parametrize(
    "same",
    [
        b"\xef\xbb\xbf" + GOOD,
        body(*reversed([*TOTALS, *MEN])),
        GOOD.replace(b"\r\n", b"\n"),
        GOOD.replace(b"Sachmerkmal", b"Merkmal"),
    ],
)
def test_what_means_nothing(same: bytes) -> None:
    assert parse(same, RUBRIC, AREAS).equals(parse(GOOD, RUBRIC, AREAS))


def test_zeros_that_stand_for_missing_figures() -> None:
    places = ["Plagwitz", "Grünau-Mitte", "Mitte", "Südwest", "Stadt Leipzig"]
    lines = [f'{place},{name},"0","0"' for name in ("insgesamt", "Männer") for place in places]
    zeros = body(*lines, '"Zentrum, alt",insgesamt,"0","-"', '"Zentrum, alt",Männer,"0","5"')
    rules = (
        rule("zero", "M", areas=("Plagwitz",)),
        rule("zero", "N", levels=("stadtbezirk",)),
        rule("zero", "Q", characteristics=("Männer",), first=2022),
    )
    found = cells(parse(zeros, replace(RUBRIC, rules=rules), AREAS))
    assert found["insgesamt", "51", "2021"] == (None, "M")
    assert found["Männer", "51", "2022"] == (None, "M"), "the first rule that matches holds"
    assert found["insgesamt", "0", "2021"] == (None, "N")
    assert found["Männer", CITY, "2022"] == (None, "Q")
    assert found["Männer", CITY, "2021"] == (0.0, "A")
    assert found["insgesamt", "04", "2022"] == (0.0, "A"), "a dash is a true zero"
    assert found["Männer", "04", "2022"] == (5.0, "A")


def test_a_rule_for_zeros_spares_true_zeros_written_as_a_dash() -> None:
    found = cells(parse(GOOD, replace(RUBRIC, rules=(rule("zero", "Q"),)), AREAS))
    assert found["insgesamt", "5", "2021"] == (0.0, "A")
    assert found["insgesamt", "65", "2022"] == (None, "Q")


def test_zeros_are_missing_where_all_that_belong_together_are_zero() -> None:
    places = ["Plagwitz", "Grünau-Mitte", '"Zentrum, alt"', "Mitte", "Südwest", "Stadt Leipzig"]
    zeros = [f'{place},{name},"0","0"' for name in ("insgesamt", "Männer") for place in places]
    zeros[1] = 'Grünau-Mitte,insgesamt,"0","5"'
    rules = (rule("all zero", "M", characteristics=("insgesamt", "Männer"), last=2022),)
    found = cells(parse(body(*zeros), replace(RUBRIC, rules=rules), AREAS))
    assert found["insgesamt", "51", "2022"] == found["Männer", "51", "2022"] == (None, "M")
    assert found["Männer", "65", "2021"] == (None, "M")
    assert found["Männer", "65", "2022"] == (0.0, "A"), "the other one is five, so this one is none"


def test_figures_to_be_read_with_care_stay() -> None:
    rules = (rule("value", "U", last=2021, areas=("Plagwitz",)), rule("value", "B", first=2022, last=2022))
    found = cells(parse(GOOD, replace(RUBRIC, rules=rules), AREAS))
    assert found["insgesamt", "51", "2021"] == (700.0, "U")
    assert found["insgesamt", "51", "2022"] == (712.5, "B")
    assert found["insgesamt", "5", "2022"] == (None, "Q")


def test_figures_that_cannot_be_true_are_left_out() -> None:
    rules = (rule("value", "N", areas=("Plagwitz",), first=2022),)
    found = cells(parse(GOOD, replace(RUBRIC, rules=rules), AREAS))
    assert found["insgesamt", "51", "2022"] == (None, "N")
    assert found["insgesamt", "51", "2021"] == (700.0, "A")


def test_names_that_stand_twice_are_told_apart_by_their_order() -> None:
    order = ("insgesamt", "Männer", "unter 25/insgesamt", "unter 25/Männer")
    young = [line.replace('"700"', '"70"') for line in TOTALS]
    young_men = [line.replace('"700"', '"35"') for line in MEN]
    table = parse(body(*TOTALS, *MEN, *young, *young_men), replace(RUBRIC, order=order), AREAS)
    found = cells(table)
    assert [found[name, "51", "2021"][0] for name in order] == [700.0, 700.0, 70.0, 35.0]


def test_names_that_stand_twice_go_below_the_name_before_them() -> None:
    entitled = [row.replace("insgesamt", "Leistungsberechtigte") for row in TOTALS]
    table = parse(body(*TOTALS, *MEN, *entitled, *MEN), replace(RUBRIC, order=()), AREAS)
    names = {name.split("/", 1)[1] for name in table["series"]}
    assert names == {"insgesamt", "insgesamt/Männer", "Leistungsberechtigte", "Leistungsberechtigte/Männer"}


def test_another_order_than_declared_is_refused() -> None:
    twice = body(*TOTALS, *MEN, *TOTALS)
    with pytest.raises(WrongRubric, match="holds 3 characteristics, expected 2"):
        parse(twice, replace(RUBRIC, order=("insgesamt", "Männer")), AREAS)
    with pytest.raises(WrongRubric, match="'Männer' stands where 'Frauen' was expected"):
        parse(twice, replace(RUBRIC, order=("insgesamt", "Frauen", "SGB II/insgesamt")), AREAS)


CITY_RUBRIC = replace(
    RUBRIC,
    id="v2-1",
    service="values",
    characteristics=frozenset({"Bevölkerung"}),
    levels=frozenset({"city"}),
    order=("Fortschreibung/Bevölkerung", "Fortschreibung/Männer", "Register/Bevölkerung", "Register/Männer"),
)
CITY_LINES = [
    '"Bevölkerung","","600","610"',
    '"Männer","","290","295"',
    '"Bevölkerung","","601",""',
    '"Männer","","291","0"',
]


@pytest.mark.parametrize("head", ['"Kennziffer","Einheit","2021","2022"', '"Merkmal","Sachmerkmal","2021","2022"'])
def test_layouts_of_values(head: str) -> None:
    lines = CITY_LINES
    if "Sachmerkmal" in head:
        lines = [",".join(['"Bestand"', *line.split(",")[:1], *line.split(",")[2:]]) for line in lines]
    found = cells(parse(body(*lines, head=head), CITY_RUBRIC, AREAS))
    assert found == {
        ("Fortschreibung/Bevölkerung", CITY, "2021"): (600.0, "A"),
        ("Fortschreibung/Bevölkerung", CITY, "2022"): (610.0, "A"),
        ("Fortschreibung/Männer", CITY, "2021"): (290.0, "A"),
        ("Fortschreibung/Männer", CITY, "2022"): (295.0, "A"),
        ("Register/Bevölkerung", CITY, "2021"): (601.0, "A"),
        ("Register/Bevölkerung", CITY, "2022"): (None, "M"),
        ("Register/Männer", CITY, "2021"): (291.0, "A"),
        ("Register/Männer", CITY, "2022"): (0.0, "A"),
    }


def test_values_with_the_levels_of_each_name() -> None:
    head = '"Kennziffer","Merkmal_1","Merkmal_2","Merkmal_3","Merkmal_4","Einheit","2021","2022"'
    lines = [line.replace(',"",', ',"Bestand","","","","Personen",', 1) for line in CITY_LINES]
    plain = parse(body(*CITY_LINES, head='"Kennziffer","Einheit","2021","2022"'), CITY_RUBRIC, AREAS)
    assert parse(body(*lines, head=head), CITY_RUBRIC, AREAS).equals(plain)


def test_elections_are_on_days_and_school_years_begin_in_one() -> None:
    days = parse(body(*TOTALS, *MEN, head='"Gebiet","Sachmerkmal","26.09.2021","23.02.2025"'), RUBRIC, AREAS)
    assert set(days["period"]) == {"2021-09-26", "2025-02-23"}
    years = parse(body(*TOTALS, *MEN, head='"Gebiet","Sachmerkmal","2021/22","2022/23"'), RUBRIC, AREAS)
    assert years.equals(parse(GOOD, RUBRIC, AREAS))
    assert "periode=d&" in replace(RUBRIC, period="d").url


def test_a_balance_may_be_negative_where_it_is_declared() -> None:
    negative = GOOD.replace(b'"700"', b'"-17,5"', 1)
    found = cells(parse(negative, replace(RUBRIC, signed=frozenset({"insgesamt"})), AREAS))
    assert found["insgesamt", "51", "2021"] == (-17.5, "A")
    with pytest.raises(SourceError, match="expected no negative figure"):
        parse(negative, replace(RUBRIC, signed=frozenset({"Männer"})), AREAS)


def test_names_are_matched_in_other_spellings() -> None:
    rubric = replace(RUBRIC, characteristics=frozenset({"INSGESAMT"}), expected=frozenset({"Männer", "Frauen"}))
    table = parse(GOOD.replace("   Männer".encode(), "Männer in Prozent".encode()), rubric, AREAS)
    assert set(table["series"]) == {"kd7-3/INSGESAMT", "kd7-3/Männer"}
    assert not_found(rubric, table) == ["Frauen"]


def test_a_rubric_known_by_nothing_but_expected_names_needs_one_of_them() -> None:
    rubric = replace(RUBRIC, characteristics=frozenset(), expected=frozenset({"Männer", "Strom"}))
    assert not_found(rubric, parse(GOOD, rubric, AREAS)) == ["Strom"]
    with pytest.raises(WrongRubric, match="the answer lacks Gas, Strom; it holds"):
        parse(GOOD, replace(rubric, expected=frozenset({"Gas", "Strom"})), AREAS)


def test_boroughs_that_leave_out_blanked_districts_are_doubtful() -> None:
    """Südwest is Plagwitz alone in 2022; West has another figure than the rest of its districts."""
    areas = pd.concat(
        [AREAS, pd.DataFrame([("50", "ortsteil", "Schleußig"), ("6", "stadtbezirk", "West")], columns=AREAS.columns)]
    )
    lines = [
        'Schleußig,insgesamt,"12","0"',
        'Plagwitz,insgesamt,"20","30"',
        'Grünau-Mitte,insgesamt,"40","0"',
        '"Zentrum, alt",insgesamt,"15","16"',
        'Mitte,insgesamt,"15","16"',
        'Südwest,insgesamt,"32","30"',
        'West,insgesamt,"40","7"',
        'Stadt Leipzig,insgesamt,"87","60"',
    ]
    rules = (rule("zero", "Q"), rule("sum", "U"))
    found = cells(parse(body(*lines), replace(RUBRIC, characteristics=frozenset(), rules=rules), areas))
    assert found["insgesamt", "5", "2022"] == (30.0, "U")
    assert found["insgesamt", "5", "2021"] == (32.0, "A")
    assert found["insgesamt", "6", "2022"] == (7.0, "A"), "it counts more than its districts with a figure"
    assert found["insgesamt", "0", "2022"] == (16.0, "A")


def test_another_unit_than_the_catalogue_takes_the_figures_for() -> None:
    head = '"Kennziffer","Einheit","2021","2022"'
    energy = replace(CITY_RUBRIC, order=(), characteristics=frozenset(), expected=frozenset({"Strom"}), unit="GWh")
    for told in ("GWh", ""):
        table = parse(body(f'"Strom","{told}","1500","1600"', '"Anteil","%","20","21"', head=head), energy, AREAS)
        assert cells(table)["Strom", CITY, "2022"] == (1600.0, "A")
    with pytest.raises(SourceError, match="v2-1: Strom is in 'TJ', expected 'GWh'"):
        parse(body('"Strom","TJ","1500","1600"', head=head), energy, AREAS)


def records() -> list[dict[str, Any]]:
    places = {"Plagwitz": "ortsteil", "Grünau-Mitte": "ortsteil", "Zentrum, alt": "ortsteil"}
    places |= {"Mitte": "stadtbezirk", "Südwest": "stadtbezirk", "Stadt Leipzig": ""}
    common = {"periode": "y", "kategorie_Nr": 7, "rubrik_Nr": 3, "id": 1, "einheit": None}
    return [
        common
        | {"name": name, "wert": value, "jahr": "2022"}
        | {level: place if own == level else None for level in ("ortsteil", "stadtbezirk")}
        for place, own in places.items()
        for name, value in (("insgesamt", "12,5"), ("   Männer", "."))
    ]


def test_json_says_the_same() -> None:
    rubric = replace(RUBRIC, format="json")
    table = parse(json.dumps(records()).encode(), rubric, AREAS)
    found = cells(table)
    assert len(found) == 12
    assert found["insgesamt", "65", "2022"] == found["insgesamt", "0", "2022"] == (12.5, "A")
    assert found["Männer", CITY, "2022"] == (None, "Q")
    assert parse(json.dumps(records()[::-1]).encode(), rubric, AREAS).equals(table)
    empty = [record | {"wert": None} for record in records()]
    assert set(cells(parse(json.dumps(empty).encode(), rubric, AREAS)).values()) == {(None, "M")}


def test_json_tells_its_title() -> None:
    rubric = replace(RUBRIC, format="json")
    right, wrong = ([record | {"rubrik": title} for record in records()] for title in ("Arbeitslose", "Beschäftigte"))
    assert parse(json.dumps(right).encode(), rubric, AREAS).equals(parse(json.dumps(records()).encode(), rubric, AREAS))
    with pytest.raises(WrongRubric, match="kd7-3: the answer is the rubric 'Beschäftigte', expected 'Arbeitslose'"):
        parse(json.dumps(wrong).encode(), rubric, AREAS)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ({"error": "x"}, "not the expected JSON"),
        ([{"error": "x"}], "the JSON lacks"),
        ([record | {"jahr": "20x2"} for record in records()], "no name or no year"),
        ([record | {"name": None} for record in records()], "no name or no year"),
    ],
)
def test_json_that_is_refused(content: object, reason: str) -> None:
    with pytest.raises(SourceError, match=f"kd7-3: .*{reason}"):
        parse(json.dumps(content).encode(), replace(RUBRIC, format="json"), AREAS)


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (b"<!DOCTYPE html><html><body>Fehler</body></html>", "is a web page, expected CSV"),
        (GOOD + b"\0\0", "holds NUL bytes"),
        (GOOD.decode().encode("latin-1"), "is not UTF-8"),
        (GOOD.replace(b",", b";"), "the header starts with 'Gebiet;.* separated by commas"),
        (b'{"error": "no such rubric"}', "the header starts with"),
        (b"\r\n", "the header starts with ''"),
        (body(), "a header and no rows"),
        (body(*TOTALS, *MEN, head='"Gebiet","Sachmerkmal","2021","2021"'), "a column stands twice"),
        (body(*TOTALS, *MEN, head='"Gebiet","Sachmerkmal"'), "and then years"),
        (body(*TOTALS, *MEN, head='"Gebiet","Sachmerkmal","2021","22"'), "the column '22' is not known"),
        (body(*TOTALS, *MEN, 'Plagwitz,Frauen,"3"'), "a row has 3 fields, expected 4"),
        (GOOD.replace(b'"700"', b'"' + b"7" * 200_000 + b'"'), "is not CSV"),
        (GOOD.replace(b'"700"', b'"n/a"'), "Plagwitz, insgesamt, 2021 reads 'n/a', expected a number"),
        (GOOD.replace(b'"700"', b'"1.234"'), "reads '1.234', expected a number with a decimal comma"),
        (GOOD.replace(b'"700"', '"٣"'.encode()), "reads '٣'"),
        (GOOD.replace(b'"700"', b'"-17"'), "reads '-17', expected no negative figure"),
        (body(*TOTALS, *MEN, head='"Gebiet","Sachmerkmal","2021","2021/22"'), "stands twice"),
        (body(*TOTALS[1:], *MEN), "insgesamt lacks 1 of 6 areas, the first is Plagwitz"),
        (body(*TOTALS, *MEN, 'Neustadt-Ost,insgesamt,"1","2"'), "unknown area 'Neustadt-Ost'"),
        (body(*TOTALS, *MEN, TOTALS[0]), "Plagwitz, insgesamt stands twice: 2021 reads '700' and '700'"),
        (body(*TOTALS, *MEN)[:-4], "the answer ends within a row"),
        (body(*TOTALS, *MEN, head=HEADER[:-1] + '*"'), r"the column '20\d\d\*' is not known"),
    ],
)
def test_what_is_refused(broken: bytes, reason: str) -> None:
    with pytest.raises(SourceError, match=f"^kd7-3: .*{reason}") as caught:
        parse(broken, RUBRIC, AREAS)
    assert not isinstance(caught.value, WrongRubric)
    assert len(str(caught.value)) < 300


def test_decomposed_letters_are_read_as_composed_ones() -> None:
    """Südwest, Grünau-Mitte and Männer with their dots as signs of their own, in either layout."""
    apart = normalize("NFD", GOOD.decode())
    assert apart != GOOD.decode()
    pd.testing.assert_frame_equal(parse(apart.encode(), RUBRIC, AREAS), parse(GOOD, RUBRIC, AREAS))
    written = json.dumps(records(), ensure_ascii=False)
    titled = replace(RUBRIC, format="json")
    for body_of in (normalize("NFD", written), json.dumps(json.loads(normalize("NFD", written)))):
        pd.testing.assert_frame_equal(parse(body_of.encode(), titled, AREAS), parse(written.encode(), titled, AREAS))


def test_another_rubrics_characteristics() -> None:
    with pytest.raises(WrongRubric, match="kd7-3: the answer lacks Männer; it holds insgesamt"):
        parse(body(*TOTALS), RUBRIC, AREAS)


def test_declared_rubrics_have_an_address_and_reasons_in_both_languages() -> None:
    declared = rubrics()
    assert len({rubric.id for rubric in declared}) == len(declared)
    assert len({rubric.url for rubric in declared}) == len(declared)
    unemployed = next(rubric for rubric in declared if rubric.id == "kd7-3")
    query = "kategorie_nr=7&rubrik_nr=3&periode=y&format=csv"
    assert unemployed.url == f"https://statistik.leipzig.de/opendata/api/kdvalues?{query}"
    for each in (rule for rubric in declared for rule in rubric.rules):
        assert each.status in {"zero": "MQN", "all zero": "MQN", "value": "UBENQ", "sum": "U"}[each.cells]
        assert each.reason_de
        assert each.reason_en
        assert each.evidence


def test_declarations_fit_together() -> None:
    for rubric in rubrics():
        assert rubric.period in {"y", "d"}
        assert not rubric.signed or rubric.leaps, "what changes its sign has no ratio to its other figures"
        assert not rubric.expected & rubric.characteristics
        for each in rubric.rules:
            assert not each.within or (each.status == "B" and len(each.areas) > 1)


def test_rules_name_what_exists() -> None:
    """A typing error in a rule would switch it off in silence."""
    held = set(pd.read_parquet(SNAPSHOT / "observations.parquet", columns=["series"])["series"].astype(str))
    loaded = {name.split("/", 1)[0] for name in held}
    for rubric in rubrics():
        for each in rubric.rules:
            assert rubric.id not in loaded or {f"{rubric.id}/{name}" for name in each.characteristics} <= held
    names = set(pd.read_parquet(SNAPSHOT / "areas.parquet", columns=["name"])["name"]) | {"Stadt Leipzig"}
    for each in (rule for rubric in rubrics() for rule in rubric.rules):
        assert each.areas <= names
        assert each.levels <= {"ortsteil", "stadtbezirk", "city"}
