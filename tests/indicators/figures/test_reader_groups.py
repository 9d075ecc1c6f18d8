"""Groups in an address: whatever readers name them, they come back; whatever else stands there, nothing breaks."""

import random
from urllib.parse import quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.figures.reader_groups import ENCODED, LETTERS, MOST, OwnGroup, cleaned, place, read, written

DISTRICTS = [f"{n:02}" for n in range(63)]
NAMES = st.text(st.characters(codec="utf-8"), max_size=60).map(cleaned).filter(bool)
MEMBERS = st.lists(st.sampled_from(DISTRICTS), min_size=1, unique=True).map(lambda codes: tuple(sorted(codes)))


@given(st.lists(st.tuples(NAMES, MEMBERS), max_size=MOST, unique_by=lambda group: group[0]))
def test_groups_come_back_as_they_were(made: list[tuple[str, tuple[str, ...]]]) -> None:
    groups = tuple(OwnGroup(place(n), *group) for n, group in enumerate(made))
    assert read(written(groups), DISTRICTS) == groups


@given(st.text(st.characters(codec="utf-8")) | st.text("~0123456789 aä<", max_size=40))
def test_garbage_is_refused_in_one_way_only(said: str) -> None:
    try:
        found = read(said, DISTRICTS)
    except ValueError:
        return
    assert read(written(found), DISTRICTS) == found


@given(st.text(st.characters(codec="utf-8")))
def test_no_name_speaks_the_language_of_a_page(name: str) -> None:
    short = cleaned(name)
    assert cleaned(short) == short
    assert not set(short) & set('<>&;#*_[]`$|\\"{}~:@=^%\n\r\t\0\u200b\u202e') - {"&"}
    assert "www." not in short.lower().replace(". ", "")
    assert len(short) <= LETTERS
    assert len(quote_plus(short)) <= ENCODED


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Mein Westen", "Mein Westen"),
        ("  Süd \n & Nord ", "Süd & Nord"),
        ("<b>fett</b>", "b fett /b"),
        ("[x](http://example.org)", "x (http //example. org)"),
        ("www.example.org", "www. example. org"),
        ("Gru\u0308nau", "Grünau"),
        ("~", ""),
        ("ä" * 40, "ä" * 13),
    ],
)
def test_names_as_they_may_be_shown(name: str, expected: str) -> None:
    assert cleaned(name) == expected


@pytest.mark.parametrize(
    "said",
    [
        "West",
        "West~",
        "~5051",
        "West~505",
        "West~99",
        "West~5050",
        "West~50~West~51",
        "<b>~50",
        "West~50~",
        "West ~50",
        "West~٥٠",
        "~".join(f"G{n}~50" for n in range(MOST + 1)),
    ],
)
def test_what_is_no_group_is_refused(said: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read(said, DISTRICTS)


def test_a_group_of_twenty_is_short_enough_to_mail() -> None:
    members = tuple(sorted(random.Random(1).sample(DISTRICTS, 20)))  # noqa: S311 - any twenty districts
    group = OwnGroup(place(0), "Gründerzeitgürtel im Süden", members)
    choices = (
        "lang=de&indicator=living_space_per_dwelling&from=2012&to=2024&measure=index&bars=change"
        "&compare=own-1%2Cleipzig-west%2C50%2C51%2C52%2C70%2C71%2C14713000"
    )
    address = f"https://statistik.leipzig.example/compare?{choices}&group={quote_plus(written([group]))}"
    assert len(address) < 300
