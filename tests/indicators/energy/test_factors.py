"""The factors: as their sources state them, one's own laid over them, and what a wrong file is told."""

import math
import subprocess
import sys
from pathlib import Path

import pytest

from indicators.energy.factors import FactorsError, factors, read, template, with_district_heat

UTILITY = '[sources]\nutility = "made up"\n\n[emissions]\n'


def test_factors_as_published() -> None:
    own = factors()
    assert list(own.consumption.values()) == [134.6, 134.6, 135.7, 126.2, 93.3, 78.5, 74.1]
    assert (own.average, own.uncertainty) == (127.1, 0.09)
    assert (own.direct["gas"], own.life_cycle["gas"]) == (0.200, 0.232)
    assert (own.direct["district_heat"], own.life_cycle["district_heat"]) == (0.0, 0.154)


def test_the_citys_mix_of_2022() -> None:
    """43.4 % district heat and 50.9 % gas of all dwellings; of those heated otherwise 180,640 of 200,341 use gas."""
    own = factors()
    assert round(100 * own.dwellings["district_heat"], 1) == 43.4
    assert round(100 * own.dwellings["gas"], 1) == 50.9
    assert math.isclose(sum(own.rest.values()), 1)
    assert own.rest["gas"] == pytest.approx(180_640 / 200_341)
    assert "none" not in own.rest
    assert "district_heat" not in own.rest


def test_every_factor_has_a_source() -> None:
    assert len(factors().entries) == 7 + 1 + 1 + 8 + 9 + 1 + 36
    assert all(entry.source for entry in factors().entries)


def test_a_file_may_hold_only_what_differs(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(UTILITY + 'district_heat = {direct = 0.0, life_cycle = 0.11, source = "utility"}', "utf-8")
    own, ours = factors(file), factors()
    assert own.life_cycle == {**ours.life_cycle, "district_heat": 0.11}
    assert (own.direct, own.consumption, own.rest) == (ours.direct, ours.consumption, ours.rest)
    assert {entry.place for entry in own.entries if entry.source == "made up"} == {"emissions.district_heat"}


def test_the_template_is_a_file_that_can_be_read() -> None:
    again = read(template().decode("utf-8"), "template")
    assert again.entries == factors().entries


def test_only_the_factor_of_district_heat_is_replaced() -> None:
    own = with_district_heat(factors(), 0.05)
    assert own.life_cycle == {**factors().life_cycle, "district_heat": 0.05}
    assert own.direct == factors().direct
    changed = [entry for entry in own.entries if entry not in factors().entries]
    assert [entry.place for entry in changed] == ["emissions.district_heat"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("gas = ", "own.toml is not TOML: .*expected tables as in factors.toml"),
        ("[emission]\ngas = 1", "own.toml: the file: .*'emission' was unexpected"),
        ("emissions = 3", "own.toml: emissions: 3 is not of type 'object', expected a table of the eight carriers"),
        ("[emissions]\npeat = {direct = 0.3, life_cycle = 0.3, source = 'probas'}", "emissions: 'peat' is not one of"),
        (
            "[emissions]\ngas = {direct = 200, life_cycle = 0.2, source = 'probas'}",
            "own.toml: emissions.gas.direct: 200 is greater than the maximum of 2, expected kg per kWh, from 0 to 2; "
            "correct it, or leave it out and ours holds",
        ),
        ("[emissions]\ngas = {direct = 0.2, source = 'probas'}", "emissions.gas: 'life_cycle' is a required property"),
        ("[emissions]\ngas = {direct = 0.2, life_cycle = 0.2, source = 'me'}", r"names the source 'me', .*\[sources\]"),
        ("[consumption]\nuntil_1918 = {kwh_per_m2 = 0, source = 'probas'}", "above 0 and up to 1000"),
        ("[sources]\nme = ''", "sources.me: .*expected who published the factor, and where"),
    ],
)
def test_a_wrong_file_is_told_place_and_expectation(text: str, told: str) -> None:
    with pytest.raises(FactorsError, match=told):
        read(text, "own.toml")


def test_a_city_heated_by_district_heat_alone_has_no_rest_to_mix() -> None:
    carriers = ("gas", "oil", "coal", "wood", "biogas", "heat_pump", "electricity")
    none = "\n".join(f"{carrier} = {{count = 0, source = 'zensus2022'}}" for carrier in carriers)
    with pytest.raises(FactorsError, match="none heated without district heat, expected at least one"):
        read(f"[dwellings]\n{none}", "own.toml")


@pytest.mark.parametrize("content", [b"\xff\xfe", None])
def test_what_cannot_be_read_is_named(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "own.toml"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(FactorsError, match=r"own\.toml can't be read as UTF-8 text"):
        factors(file)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (".".join(["a"] * 200_000) + "=1", "400,001 letters"),
        (".".join(["a"] * 2_000) + "=1", "line 1"),
        ("a = " + "[" * 390, "nested more than 10 deep"),
        ("a = " + "[\n" * 9_000, "nested more than 10 deep"),
        ('a = ["]]]]]]]]]",\n' * 900 + "[\n" * 1_500, "is not TOML"),
        ("a = 1" + "0" * 5_000, "line 1"),
        ('[sources]\nu = "x"\n[dwellings]\ngas = {count = inf, source = "u"}', "dwellings.gas.count is inf"),
        ('[sources]\nu = "x"\n[emissions]\ngas = {direct = nan, life_cycle = 1, source = "u"}', "is nan"),
        ("[emissions]\ngas = [\n" + ('"' + "x" * 300 + '",\n') * 60 + "]", "…"),
    ],
    ids=["long file", "long key", "deep", "deep over lines", "deep behind strings", "digits", "inf", "nan", "message"],
)
def test_a_file_that_asks_for_too_much_is_refused_in_little_memory(text: str, told: str) -> None:
    """In a process of its own, which may take 256 MB more than it has once the code is loaded."""
    code = (
        "import resource, sys\n"
        "from indicators.energy.factors import FactorsError, factors, read\n"
        "factors()\n"
        "held = int(open('/proc/self/statm').read().split()[0]) * resource.getpagesize()\n"
        "resource.setrlimit(resource.RLIMIT_AS, (held + 2**28, held + 2**28))\n"
        "try:\n    read(sys.stdin.read(), 'own.toml')\n"
        "except FactorsError as error:\n    print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], input=text, capture_output=True, text=True, check=True)
    assert told in done.stdout
    assert len(done.stdout) < 1_000
