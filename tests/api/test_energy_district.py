"""Energy districts over HTTP: the hours, the year, and what is refused."""

import io
import socket
from collections.abc import Iterator
from threading import Thread
from typing import Any

import httpx2 as httpx
import openpyxl
import pandas as pd
import pytest
import uvicorn
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from starlette.applications import Starlette

from api import energy_district, routes
from data.store import Dataset
from exports.energy_district import balance, hours
from indicators.energy.district import stock, uncertainty
from indicators.energy.district.measures import BOUNDS
from indicators.energy.district.year import COLUMNS as YEAR
from indicators.energy.factors import Factors

STORED = "pv_kwp=25000&battery_kwh=20000&battery_kw=5000"
WITHIN = {name: st.floats(may.low, may.high / (1 if may.high == 100 else 100)) for name, may in BOUNDS.items()}
OUTSIDE = st.one_of(
    st.floats(max_value=-1e-9),
    st.floats(min_value=1e8),
    st.sampled_from(["nan", "inf", "", "1_0", "１", "0x1", "many"]),
)


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A client of a server on the loopback with the embedded figures, whose ranges are made of few draws."""
    with pytest.MonkeyPatch.context() as patch, socket.socket() as listening:
        patch.setenv("INDICATORS_STORE", str(tmp_path_factory.mktemp("none") / "store"))
        patch.setattr(uncertainty, "DRAWS", 3)
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(Starlette(routes=routes.routes), log_level="error"))
        thread = Thread(target=server.run, args=([listening],))
        thread.start()
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/api/v1/"
        with httpx.Client(base_url=address, timeout=60, transport=httpx.HTTPTransport(retries=5)) as client:
            yield client
        server.should_exit = True
        thread.join()


def year(asked: httpx.Client, query: str) -> dict[str, Any]:
    answer = asked.get(f"energy-district.json?{query}")
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def table(asked: httpx.Client, query: str) -> pd.DataFrame:
    answer = asked.get(f"energy-district.csv?{query}")
    assert answer.status_code == 200, answer.text
    return pd.read_csv(io.BytesIO(answer.content), dtype={"area": "str", "cars": "str"})


def test_the_year_says_what_it_is_of(asked: httpx.Client) -> None:
    found = year(asked, "area=51&pv_kwp=25000&cars=true&lang=de")
    assert [found[key] for key in ("name", "area_id", "level", "kind", "status")] == [
        "Plagwitz",
        "OT51",
        "ortsteil",
        "scenario",
        "E",
    ]
    assert "Plagwitz" in found["sentence"]
    assert (found["preset"], found["measures"]["pv_kwp"], found["measures"]["cars"]) == ("today", 25000, True)
    assert set(YEAR) <= set(found)
    assert set(found["ranges"]) == set(YEAR) - {"positive"}
    # 25 MWp make 850 to 1,080 kWh a kWp; nothing holds it back or stores it.
    assert 850 * 25 < found["generation_mwh"] < 1080 * 25
    assert found["losses_mwh"] == 0
    assert found["needed"]["kwp_per_resident"] == pytest.approx(found["kwp_needed"] / found["stock"]["residents"])
    assert "Gewerbe, Industrie und öffentliche Gebäude" in found["not_in_it"]
    known = {(one["assumption"], one["unit"]): one for one in found["assumptions"]}
    assert known["battery.efficiency", "percent"] == {
        "assumption": "battery.efficiency",
        "title": "was eine Batterie zurückgibt",
        "unit": "percent",
        "value": 86,
        "low": 80,
        "high": 93,
        "source": known["battery.efficiency", "percent"]["source"],
    }
    assert all(one["source"] for one in known.values())


def test_hours_add_up_to_the_year_and_each_is_balanced(asked: httpx.Client) -> None:
    rows, whole = table(asked, f"area=51&{STORED}"), year(asked, f"area=51&{STORED}")
    assert rows.columns.tolist() == hours.COLUMNS
    assert rows["time"].iloc[[0, 4344, -1]].tolist() == [
        "2025-01-01T00:00:00+01:00",
        "2025-07-01T00:00:00+01:00",
        "2025-12-31T23:00:00+01:00",
    ]
    for column in hours.FLOWS:
        assert rows[column].sum() == pytest.approx(whole[column], rel=1e-9, abs=1e-6), column
    assert whole["losses_mwh"] > 0
    off = rows["own_use_mwh"] + rows["import_mwh"] - rows["electricity_demand_mwh"]
    assert off.abs().max() < 1e-9
    begun = rows["stored_mwh"].shift(fill_value=rows["stored_mwh"].iloc[-1])
    given = rows["own_use_mwh"] + rows["export_mwh"] + rows["losses_mwh"] + rows["stored_mwh"] - begun
    assert (given - rows["generation_mwh"]).abs().max() < 1e-6
    assert set(rows["kind"]) == {"scenario"}
    assert rows[["area_id", "data_version", "pv_kwp"]].drop_duplicates().to_numpy().tolist() == [
        ["OT51", whole["data_version"], 25000]
    ]


@settings(max_examples=4)
@given(st.fixed_dictionaries(WITHIN), st.booleans())
def test_whatever_is_done_both_balances_hold(asked: httpx.Client, done: dict[str, float], cars: bool) -> None:
    query = "&".join(f"{name}={value!r}" for name, value in done.items())
    found = year(asked, f"area=70&{query}&cars={str(cars).lower()}")
    assert found["measures"] == {**done, "cars": cars}
    close = 1e-6 * max(found["electricity_demand_mwh"], found["generation_mwh"])
    assert abs(found["own_use_mwh"] + found["import_mwh"] - found["electricity_demand_mwh"]) <= close
    given_away = found["own_use_mwh"] + found["export_mwh"] + found["losses_mwh"]
    assert abs(given_away - found["generation_mwh"]) <= close


@given(st.sampled_from(sorted(BOUNDS)), OUTSIDE)
def test_a_measure_out_of_bounds_is_named(asked: httpx.Client, name: str, value: float | str) -> None:
    answer = asked.get("energy-district.json", params={"area": "51", name: str(value)})
    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")
    assert answer.json()["detail"].startswith(f"{name} is ")
    assert f"expected a number from 0 to {BOUNDS[name].high:,.0f}." in answer.json()["detail"]


def test_the_power_that_is_needed_makes_it_positive_and_stays_the_same(asked: httpx.Client) -> None:
    short = year(asked, "area=14713000&preset=network")
    needed = short["kwp_needed"]
    assert not short["positive"]
    with_it = year(asked, f"area=14713000&preset=network&pv_kwp={needed!r}")
    assert with_it["positive"]
    assert with_it["kwp_needed"] == needed
    assert not year(asked, f"area=14713000&preset=network&pv_kwp={needed - 1!r}")["positive"]


def test_a_battery_whose_power_nobody_says_works_all_the_same(asked: httpx.Client) -> None:
    found = year(asked, "area=51&preset=roofs&battery_kwh=3000")
    assert (found["measures"]["battery_kwh"], found["measures"]["battery_kw"]) == (3000, 1500)
    assert found["losses_mwh"] > 0


@pytest.mark.parametrize(
    ("query", "part"),
    [
        ("", "area is missing"),
        ("area=Plagwitz", "closest: '51' (Plagwitz)"),
        ("area=50,51", "name 2 places"),
        ("area=51&group=West~505152", "name 2 places"),
        ("group=A~50~B~51", "name 2 places"),
        ("group=West~99", "group is 'West~99'"),
        ("area=51&preset=everything", "preset is 'everything', expected 'today'"),
        ("area=51&cars=1", "cars is '1', expected 'true' or 'false'"),
        ("area=51&pv_kwp=1&pv_kwp=2", "pv_kwp is given 2 times"),
        ("area=51&pv=1", "pv is not a parameter here"),
        ("area=51&of=years", "of is 'years', expected 'hours'"),
    ],
)
def test_what_is_wrong_is_said(asked: httpx.Client, query: str, part: str) -> None:
    answer = asked.get(f"energy-district.csv?{query}")
    assert answer.status_code == 400
    assert part in answer.json()["detail"]


def test_a_group_of_ones_own_is_the_sum_of_its_districts(asked: httpx.Client) -> None:
    group = year(asked, "group=Kiez~5051&preset=roofs")
    parts = [year(asked, f"area={code}&preset=roofs") for code in ("50", "51")]
    assert (group["area_id"], group["level"], group["districts"]) == ("own-1", "group", ["50", "51"])
    for column in ("electricity_demand_mwh", "heat_demand_mwh", "generation_mwh", "kwp_needed"):
        assert group[column] == pytest.approx(sum(part[column] for part in parts), rel=1e-3), column


def test_the_year_and_the_assumptions_are_tables_too(asked: httpx.Client) -> None:
    rows = table(asked, "area=5&of=balance")
    assert rows.columns.tolist() == balance.COLUMNS
    assert rows["figure"].tolist() == list(YEAR)
    known = rows.dropna(subset=["low", "value"])
    assert (known["low"] <= known["high"]).all()
    german = asked.get("energy-district.csv?area=5&of=assumptions&style=de&lang=de")
    assert german.headers["content-disposition"].endswith('_de.csv"')
    assert "battery.efficiency;was eine Batterie zurückgibt;percent;86;80;93;" in german.text


def test_workbooks_and_parquet_hold_the_same(asked: httpx.Client) -> None:
    book = openpyxl.load_workbook(io.BytesIO(asked.get("energy-district.xlsx?area=51&of=balance").content))
    rows, told = book.worksheets
    assert [cell.value for cell in rows[1]] == balance.COLUMNS
    assert any("no forecast" in str(cell.value) for cell in told["B"])
    read = pd.read_parquet(io.BytesIO(asked.get("energy-district.parquet?area=51&pv_kwp=25000").content))
    assert (read.columns.tolist(), len(read)) == (hours.COLUMNS, 8760)


def test_who_has_an_answer_is_told_so_and_any_page_may_read_it(asked: httpx.Client) -> None:
    address = "energy-district.csv?area=51&of=assumptions"
    first = asked.get(address, headers={"Origin": "https://example.org"})
    assert first.headers["access-control-allow-origin"] == "*"
    assert first.headers["cache-control"] == "public, max-age=300"
    assert asked.get(address, headers={"If-None-Match": first.headers["etag"]}).status_code == 304
    other = asked.get(f"{address}&preset=all", headers={"If-None-Match": first.headers["etag"]})
    assert other.status_code == 200


def test_where_nobody_lives_shares_are_of_nothing(asked: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = stock.ortsteile

    def left(dataset: Dataset, given: Factors) -> pd.DataFrame:
        every = whole(dataset, given).copy()
        every.loc["51"] = 0.0
        return every

    monkeypatch.setattr(stock, "ortsteile", left)
    found = year(asked, "area=51&pv_kwp=1000&cars=true")
    assert [found[name] for name in ("self_sufficiency", "positive", "full_load_hours")] == [None, None, None]
    assert (found["electricity_demand_mwh"], found["kwp_needed"], found["self_consumption"]) == (0, 0, 0)
    assert (found["needed"]["kwp_per_resident"], found["needed"]["kwp_per_building"]) == (None, None)
    assert found["export_mwh"] == found["generation_mwh"] > 0


def test_missing_figures_are_told_with_their_reason(
    asked: httpx.Client, monkeypatch: pytest.MonkeyPatch, snapshot: Dataset
) -> None:
    whole = stock.ortsteile

    def without_households(dataset: Dataset, given: Factors) -> pd.DataFrame:
        lacking = whole(dataset, given).copy()
        lacking.loc["51", "households"] = float("nan")
        return lacking

    monkeypatch.setattr(stock, "ortsteile", without_households)
    answer = asked.get("energy-district.json?area=51")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert all(part in answer.json()["detail"] for part in (snapshot.version, "lacks households"))

    def none(*_: object) -> pd.DataFrame:
        raise stock.NoStock("no year has dwellings, households and cars of the districts")

    monkeypatch.setattr(stock, "ortsteile", none)
    answer = asked.get("energy-district.csv?area=52")
    assert answer.status_code == 404
    assert answer.json()["detail"] == "no year has dwellings, households and cars of the districts."


def test_the_description_names_every_parameter_and_answer(asked: httpx.Client) -> None:
    told = asked.get("openapi.json").json()
    named = told["components"]["parameters"]
    for ending, more in {"csv": {"of", "style"}, "xlsx": {"of"}, "parquet": {"of"}, "json": set()}.items():
        listed = told["paths"][f"/api/v1/energy-district.{ending}"]["get"]["parameters"]
        names = {named[one["$ref"].rpartition("/")[2]]["name"] for one in listed}
        assert names == {*energy_district.ASKED, *more}
    assert named["pv_kwp"]["schema"] == {"type": "number", "minimum": 0, "maximum": BOUNDS["pv_kwp"].high}
    assert named["preset"]["schema"]["enum"][0] == "today"
    schema = {"$ref": "#/components/schemas/EnergyDistrict", "components": told["components"]}
    Draft202012Validator(schema).validate(year(asked, "area=51"))
