"""Sets come back exactly from addresses and files; what is wrong with one is named, and the rest is kept."""

import json
import zlib
from base64 import urlsafe_b64encode
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import store
from indicators import catalogue
from indicators.figures.reader_groups import OwnGroup, cleaned
from pictures.registry import KINDS
from pictures.workshop import writing
from pictures.workshop.entry import MOST, DistrictIf, Entry, WhatIf, WorkshopSet
from tests.support.extent import examples

CODES = store.current().codes("ortsteil")
PERIODS = st.sampled_from(["", "2000", "2012", "2024", "2017-09-24"])
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=80)
GROUPS = st.builds(
    OwnGroup,
    st.sampled_from(["own-1", "group", "rest"]),
    st.text(max_size=30).map(cleaned),
    st.lists(st.sampled_from(CODES), max_size=63, unique=True).map(tuple),
)
CHOSEN = st.lists(st.sampled_from(CODES), max_size=6, unique=True).map(tuple)
ENTRIES = st.builds(
    Entry,
    kind=st.sampled_from(sorted(KINDS)),
    indicators=st.lists(st.sampled_from(sorted(catalogue.load())), max_size=12).map(tuple),
    areas=st.none() | CHOSEN,
    levels=st.sampled_from([(), ("ortsteil", "city"), ("stadtbezirk", "city")]),
    own=st.lists(GROUPS, max_size=3).map(tuple),
    start=PERIODS,
    end=PERIODS,
    lit=CHOSEN,
    period=PERIODS,
    scheme=st.sampled_from(["", "circles", "quantiles", "continuous"]),
    classes_of=st.sampled_from(["newest", "shown", "all"]),
    measure=st.sampled_from(["value", "change", "index"]),
    fit=st.booleans(),
    subject=st.sampled_from(["", *CODES]),
    reference=st.sampled_from(["", *CODES]),
    what_if=st.none()
    | st.builds(WhatIf, st.floats(0, 5), st.integers(0, 30), st.just(5.0), st.just(0.1), st.just(0.2), st.just("2020")),
    district=st.none()
    | st.builds(
        DistrictIf,
        st.sampled_from(["", "51", "leipzig-west"]),
        st.text(max_size=30).map(cleaned),
        st.lists(st.sampled_from(CODES), min_size=1, max_size=9, unique=True).map("".join),
        pv_kwp=st.floats(0, 90_000),
        cars=st.booleans(),
    ),
    title=TEXTS,
    remark=TEXTS,
    beside=st.booleans(),
)
SETS = st.builds(
    WorkshopSet, st.lists(ENTRIES, min_size=1, max_size=MOST).map(tuple), st.sampled_from(["", "2026-11-20-0a1b2c3d"])
)


@settings(max_examples=examples(40), deadline=None)
@given(SETS)
def test_a_set_comes_back_exactly_from_its_address_and_its_file(made: WorkshopSet) -> None:
    said = writing.as_parameter(made)
    assert writing.from_parameter("de", said) == (made, [])
    assert writing.from_json("en", writing.as_json(made)) == (made, [])
    assert set(said) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.")


def test_the_address_of_twelve_pictures_is_short() -> None:
    ids = sorted(catalogue.load(), key=len)[-12:]
    kinds = ["change map", "value map", "lines", "ranking", "slope", "distribution", "heat", "relation", "pair map"]
    entries = tuple(
        Entry(
            kinds[n % len(kinds)],
            (id, ids[n - 1]),
            levels=("ortsteil", "city"),
            start=str(2000 + n),
            end="2024",
            lit=tuple(CODES[5 * n : 5 * n + 6]),
            scheme="natural_breaks",
            classes_of="shown",
        )
        for n, id in enumerate(ids)
    )
    said = writing.as_parameter(WorkshopSet(entries, "2026-11-20-0a1b2c3d"))
    address = f"https://indicators.leipzig.de/workshop?set={said}&lang=de"
    assert len(address) < 2000


@pytest.mark.parametrize(
    "said",
    [
        "2.abc",
        "1.",
        "1.@@@",
        "no set",
        writing.as_parameter(WorkshopSet((Entry("lines", ("population",)),)))[:-4],
        "1." + urlsafe_b64encode(zlib.compress(b"[" * 10_000_000, 9)[2:-4]).decode(),
    ],
)
def test_an_address_that_is_not_whole_says_so(said: str) -> None:
    with pytest.raises(writing.SetError, match="whole"):
        writing.from_parameter("en", said)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b'{"set": 2, "entries": []}',
        b'{"set": 1}',
        b'{"set": 1, "entries": [{"kind": "\\ud800"}]}',
        b'{"set": 1, "entries": [{"kind": "lines", "fit": NaN}]}',
        b"[" * 100_000,
        json.dumps({"set": 1, "entries": [{"kind": "lines"}] * (MOST + 1)}).encode(),
    ],
)
def test_a_file_that_is_no_set_says_what_is_expected(content: bytes) -> None:
    with pytest.raises(writing.SetError, match="no set of pictures"):
        writing.from_json("en", content)


def test_a_file_that_is_too_large_is_not_read() -> None:
    with pytest.raises(writing.SetError, match="200 kB"):
        writing.from_json("en", b" " * 200_001)


def test_a_picture_that_is_wrong_is_named_and_the_others_are_kept() -> None:
    good = Entry("lines", ("population",), start="2012", end="2024")
    said = json.loads(writing.as_json(WorkshopSet((good, good, replace(good, kind="slope")))))
    said["entries"][1]["measure"] = "sum"
    found, problems = writing.from_json("en", json.dumps(said).encode())
    assert found.entries == (good, replace(good, kind="slope"))
    assert problems == ["Picture 2 of the set is left out: its “measure” is not as expected."]
