"""Answers of Eurostat: figures and flags in the right cells, and nothing taken over that was not asked for."""

import json
from collections.abc import Callable
from typing import Any
from unittest.mock import Mock

import pandas as pd
import pytest

from data.observations import validate
from data.sources import eurostat_cities
from data.sources.eurostat_cities import Dataset, Series
from data.sources.http import Download, SourceError
from data.sources.source import Reading
from tests.fixtures.world import eurostat_json

LABOUR = next(each for each in eurostat_cities.datasets() if each.id == "urb_clma")
RATE, ACTIVITY = LABOUR.series
ALONE = Dataset("urb_clma", "", (RATE,))
LEIPZIG, DRESDEN, CHEMNITZ, BERLIN = "DE008C", "DE009C", "DE084C", "DE001C"
AREA = {LEIPZIG: "14713000", DRESDEN: "14612000", CHEMNITZ: "14511000", BERLIN: "11000000"}
Change = Callable[[dict[str, Any]], object]


def cells(body: bytes, dataset: Dataset = ALONE) -> dict[tuple[str, str], tuple[float, str]]:
    """Figure and status by area and period."""
    table = validate(eurostat_cities.parse([body], dataset), frozenset(AREA.values()))
    columns = (table[name] for name in ("area", "period", "value", "status"))
    return {(area, period): (value, status) for area, period, value, status in zip(*columns, strict=True)}


def changed(change: Change, series: Series = RATE) -> bytes:
    content = json.loads(eurostat_json(series))
    change(content)
    return json.dumps(content).encode()


def test_an_address_names_the_indicator_and_the_cities() -> None:
    assert RATE.url == (
        "https://ec.europa.eu/eurostat/api/dissemination/statistics/1.0/data/urb_clma?format=JSON&lang=EN"
        "&indic_ur=EC1020I&cities=DE008C&cities=DE009C&cities=DE084C&cities=DE001C"
    )
    assert RATE.name == "eurostat-urb_clma/EC1020I"


def test_figures_stand_by_city_and_year() -> None:
    """Four cities of three years each, in row-major order: the second year of the third city is cell 2 × 3 + 1."""
    found = cells(changed(lambda c: c["value"].update({"7": 12.5})))
    assert found[AREA[CHEMNITZ], "2021"] == (12.5, "A")
    assert len(found) == 12


def test_values_flags_and_codes_may_be_lists() -> None:
    def as_lists(content: dict[str, Any]) -> None:
        content["value"] = [*(float(n) for n in range(11)), None]
        content["status"] = ["", "b", *[""] * 10]
        for dimension in content["dimension"].values():
            dimension["category"]["index"] = list(dimension["category"]["index"])

    found = cells(changed(as_lists))
    assert found[AREA[LEIPZIG], "2021"] == (1.0, "B")
    assert found[AREA[BERLIN], "2021"] == (10.0, "A")
    assert found[AREA[BERLIN], "2022"][1] == "M"


def test_the_order_of_codes_is_that_of_their_index() -> None:
    def turned(content: dict[str, Any]) -> None:
        content["dimension"]["time"]["category"]["index"] = {"2022": 0, "2021": 1, "2020": 2}
        content["value"]["0"] = 33.0

    assert cells(changed(turned))[AREA[LEIPZIG], "2022"] == (33.0, "A")


def test_a_dimension_of_one_code_may_do_without_an_index() -> None:
    assert cells(changed(lambda c: c["dimension"]["freq"]["category"].pop("index"))) == cells(eurostat_json(RATE))


@pytest.mark.parametrize(
    ("flag", "status"),
    [
        ("b", "B"),
        ("u", "U"),
        ("d", "U"),
        ("e", "E"),
        ("s", "E"),
        ("f", "E"),
        ("p", "P"),
        ("r", "A"),
        ("bp", "B"),
        ("ep", "E"),
        ("q", "U"),
        ("pq", "U"),
    ],
)
def test_flags_beside_a_figure(flag: str, status: str) -> None:
    assert cells(eurostat_json(RATE, flags={(DRESDEN, "2021"): flag}))[AREA[DRESDEN], "2021"][1] == status


@pytest.mark.parametrize(("flag", "status"), [(":", "M"), (":u", "M"), ("c", "Q"), (":c", "Q"), ("z", "N"), ("", "M")])
def test_flags_in_the_place_of_a_figure(flag: str, status: str) -> None:
    body = eurostat_json(RATE, figures={(LEIPZIG, "2020"): 5.0}, flags={(BERLIN, "2022"): flag})
    value, found = cells(body)[AREA[BERLIN], "2022"]
    assert (pd.isna(value), found) == (True, status)


def reading(flags: dict[tuple[str, str], str]) -> Reading:
    """What the source says where the unemployment rate has some flags."""
    source = next(each for each in eurostat_cities.sources() if each.id == "eurostat-urb_clma")
    bodies = {RATE.url: eurostat_json(RATE, flags=flags), ACTIVITY.url: eurostat_json(ACTIVITY)}
    return source.read(lambda url: Download(url, bodies[url], "", "", "as served"), Mock())


@pytest.mark.parametrize(
    ("flags", "status", "german", "english"),
    [
        ("bep", "B", "Bruch in der Zeitreihe (b), geschätzt (e), vorläufig (p)", "break in the series (b), estimated"),
        ("bu", "B", "Bruch in der Zeitreihe (b), wenig verlässlich (u)", "break in the series (b), of low reliability"),
        ("q", "U", "hier nicht bekannt (q)", "not known here (q)"),
        ("bq", "B", "Bruch in der Zeitreihe (b), hier nicht bekannt (q)", "break in the series (b), not known here"),
    ],
)
def test_what_one_status_cannot_say_is_told_beside_it(flags: str, status: str, german: str, english: str) -> None:
    found = reading({(DRESDEN, "2021"): flags, (BERLIN, "2021"): flags, (LEIPZIG, "2021"): "b"})
    (remark,) = found.remarks
    assert (remark["status"], remark["areas"], remark["characteristics"]) == (
        status,
        ["Berlin", "Dresden"],
        ["EC1020I"],
    )
    assert (remark["from"], remark["until"]) == (2021, 2021)
    assert remark["reason"]["de"] == f"Eurostats Kennzeichen für Berlin, Dresden 2021: {german}."
    assert remark["reason"]["en"].startswith(f"Eurostat's flags for Berlin, Dresden 2021: {english}")


def test_flags_of_one_status_need_no_remark() -> None:
    assert reading({(DRESDEN, "2021"): "es", (BERLIN, "2021"): "br", (LEIPZIG, "2021"): "p"}).remarks == ()


def test_an_unknown_flag_is_noted_and_holds_nothing_back() -> None:
    found = reading({(DRESDEN, "2021"): "q", (BERLIN, "2022"): "qx"})
    (note,) = found.findings
    assert (note.check, note.severity) == ("flags", "note")
    assert note.sentence == (
        "eurostat-urb_clma/EC1020I, area 11000000, 2022: the flag 'qx' is not known, so that the figure counts as "
        "doubtful; such figures: 2"
    )
    status = found.observations.set_index(["series", "area", "period"])["status"]
    assert status[RATE.name, AREA[DRESDEN], "2021"] == status[RATE.name, AREA[BERLIN], "2022"] == "U"
    assert (status == "U").sum() == 2
    assert found.observations["value"].notna().all()


def test_an_unknown_flag_in_the_place_of_a_figure_says_missing() -> None:
    body = eurostat_json(RATE, figures={(LEIPZIG, "2020"): 5.0}, flags={(BERLIN, "2022"): "q"})
    assert cells(body)[AREA[BERLIN], "2022"][1] == "M"


def test_one_flag_may_hold_for_all_cells() -> None:
    assert {status for _, status in cells(changed(lambda c: c.update(status="p"))).values()} == {"P"}


def test_a_rule_marks_its_city_and_year_alone() -> None:
    """Activity rate, Berlin, 2012; a flag of Eurostat's own stays."""
    rule = ACTIVITY.rules[0]
    assert (rule.areas, rule.first, rule.last, rule.status) == (frozenset({"Berlin"}), 2012, 2012, "U")

    def of_2012(content: dict[str, Any]) -> None:
        years = {"2011": 0, "2012": 1, "2013": 2}
        content["dimension"]["time"]["category"] = {"index": years, "label": {year: year for year in years}}

    dataset = Dataset("urb_clma", "", (ACTIVITY,))
    found = cells(changed(of_2012, ACTIVITY), dataset)
    assert [cell for cell, (_, status) in found.items() if status != "A"] == [(AREA[BERLIN], "2012")]

    def flagged(content: dict[str, Any]) -> None:
        of_2012(content)
        content["status"] = {"10": "b"}

    assert cells(changed(flagged, ACTIVITY), dataset)[AREA[BERLIN], "2012"][1] == "B"


def test_all_indicators_of_a_dataset_stand_in_one_table() -> None:
    table = eurostat_cities.parse([eurostat_json(each) for each in LABOUR.series], LABOUR)
    assert sorted(table["series"].unique()) == ["eurostat-urb_clma/EC1001I", "eurostat-urb_clma/EC1020I"]


def test_the_newest_update_is_the_edition() -> None:
    source = next(each for each in eurostat_cities.sources() if each.id == "eurostat-urb_clma")
    bodies = {RATE.url: eurostat_json(RATE), ACTIVITY.url: eurostat_json(ACTIVITY)}

    def edition() -> object:
        return source.read(lambda url: Download(url, bodies[url], "", "", "as served"), Mock()).origin["vintage"]

    bodies[ACTIVITY.url] = changed(lambda c: c.update(updated="2026-03-01T11:00:00+0100"), ACTIVITY)
    assert edition() == "2026-03-01T11:00:00+0100"
    bodies |= {each.url: changed(lambda c: c.pop("updated"), each) for each in (RATE, ACTIVITY)}
    assert edition() == "as served"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"<!DOCTYPE html>", "not JSON"),
        (b"[]", "no JSON-stat dataset"),
        (b'{"error": [{"status": 400}]}', "no JSON-stat dataset"),
        (changed(lambda c: c.update(value={})), "no figure at all"),
        (changed(lambda c: c.pop("size")), "JSON-stat 2.0"),
        (changed(lambda c: c.update(size=[1, 1, 4, 4])), "dimensions"),
        (changed(lambda c: c.update(value=[1.0, 2.0])), "2 values for 12 cells"),
        (changed(lambda c: c["value"].update({"0": "n/a"})), "JSON-stat 2.0"),
        (changed(lambda c: c["value"].update({"0": 101.0})), "DE008C 2020 reads 101, expected 0 to 100"),
        (changed(lambda c: c["value"].update({"0": -1.0})), "reads -1"),
        (eurostat_json(ACTIVITY), "expected EC1020I to be 'Unemployment rate'"),
    ],
)
def test_what_is_not_an_answer_is_refused(body: bytes, said: str) -> None:
    with pytest.raises(SourceError, match=said) as refused:
        eurostat_cities.parse([body], ALONE)
    assert str(refused.value).startswith("eurostat-urb_clma/EC1020I: ")


def labels(content: dict[str, Any], dimension: str) -> dict[str, str]:
    found: dict[str, str] = content["dimension"][dimension]["category"]["label"]
    return found


@pytest.mark.parametrize(
    ("change", "said"),
    [
        # Another city behind a code, and the same code for another indicator: the figures would look right.
        (lambda c: labels(c, "cities").update({CHEMNITZ: "Mannheim"}), "DE084C is Mannheim, expected Chemnitz"),
        (lambda c: labels(c, "indic_ur").update(EC1020I="Youth unemployment rate"), "Youth unemployment rate"),
        (lambda c: labels(c, "cities").pop(BERLIN), "DE001C is absent, expected Berlin"),
        (lambda c: labels(c, "cities").update(DE002C="Hamburg"), "DE002C"),
        (lambda c: c["dimension"].pop("indic_ur"), "JSON-stat 2.0"),
        (
            lambda c: c["dimension"]["time"]["category"].update(index={"2020": 0, "2021": 1, "2022-Q1": 2}),
            "2022-Q1 is no year",
        ),
    ],
)
def test_another_city_or_indicator_is_refused(change: Change, said: str) -> None:
    with pytest.raises(SourceError, match=said):
        eurostat_cities.parse([changed(change)], ALONE)
