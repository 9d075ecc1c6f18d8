"""Numbers, dates and texts in both languages, and texts that are complete."""

import ast
import math
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from locales import (
    LANGUAGES,
    alphabetical,
    date,
    in_order,
    inflected,
    joined,
    number,
    percent,
    plural,
    short_date,
    text,
)

ROOT = Path(__file__).parents[2]
ROOMS = ("api", "charts", "data", "exports", "locales", "pages", "pictures", "server", "ui", "words")
PLACES = {"text": (1, 2), "finding": (2, 3), "plural": (1, 3), "inflected": (1, 3)}
"""By function, where among its arguments ids stand, context first: from one place to before another."""
Messages = dict[tuple[str, ...], Message]
"""By context, where there is one, and ids."""


def ids(message: Message) -> tuple[str, ...]:
    own = message.id if isinstance(message.id, tuple) else (str(message.id),)
    return (str(message.context), *own) if message.context else own


def strings(message: Message) -> tuple[str, ...]:
    return message.string if isinstance(message.string, tuple) else (str(message.string),)


def messages() -> Messages:
    with (ROOT / "locales" / "de" / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return {ids(message): message for message in read_po(file, locale="de") if message.id}


def texts(code: str) -> Iterator[tuple[str, ...]]:
    """Every message id in some code, also within f-strings, which Babel's own extraction reads only from Python 3.12
    on, as it goes by tokens."""
    for call in ast.walk(ast.parse(code)):
        if isinstance(call, ast.Call):
            first, end = PLACES.get(getattr(call.func, "attr", getattr(call.func, "id", "")), (0, 0))
            said = tuple(ast.literal_eval(each) for each in call.args[first:end] if isinstance(each, ast.Constant))
            if said and len(said) == end - first:
                yield said


@cache
def used() -> frozenset[tuple[str, ...]]:
    """Every message id of the product, with its plural or context where it has one."""
    files = [path for room in ROOMS for path in (ROOT / room).rglob("*.py")]
    return frozenset(found for path in files for found in texts(path.read_text("utf-8")))


def test_extraction_finds_what_the_code_says() -> None:
    found = used()
    assert ("Map and ranking",) in found
    assert ("no value: {n} area, {why}", "no value: {n} areas, {why}") in found
    assert ("and",) in found


def test_texts_within_other_strings_are_found() -> None:
    code = (
        """say(f"# {words.text(lang, 'Code' 'book')}", text(lang, other), plural(lang, '{n} area', '{n} areas', n=2))"""
    )
    assert list(texts(code)) == [("{n} area", "{n} areas"), ("Codebook",)]


def test_every_text_is_german_too() -> None:
    assert sorted(used() - set(messages())) == []
    assert [id for id, message in messages().items() if not all(strings(message))] == []


def test_no_text_is_left_over() -> None:
    assert sorted(set(messages()) - used()) == []


def test_parts_of_a_text_are_the_same_in_each_language() -> None:
    for id, message in messages().items():
        wanted = {name for form in id for _, name, _, _ in Formatter().parse(form) if name}
        for form in strings(message):
            assert {name for _, name, _, _ in Formatter().parse(form) if name} == wanted, form


def test_no_text_is_fuzzy_and_both_numbers_are_there() -> None:
    for id, message in messages().items():
        assert not message.fuzzy
        assert len(strings(message)) == len(id) - bool(message.context)


@pytest.mark.parametrize(
    ("value", "decimals", "german", "english"),
    [
        (1234.5, 1, "1.234,5", "1,234.5"),
        (632_562, 0, "632.562", "632,562"),
        (1_234_567.891, 2, "1.234.567,89", "1,234,567.89"),
        (-3, 0, "−3", "−3"),
        (2.675, 2, "2,68", "2.68"),
        (-2.675, 2, "−2,68", "−2.68"),
        (0.5, 0, "1", "1"),
        (-0.5, 0, "−1", "−1"),
        (1.005, 2, "1,01", "1.01"),
        (-0.04, 1, "0,0", "0.0"),
        (-0.0, 0, "0", "0"),
        (1e-9, 1, "0,0", "0.0"),
        (1e21, 0, "1.000.000.000.000.000.000.000", "1,000,000,000,000,000,000,000"),
        (math.nan, 2, "–", "–"),
    ],
)
def test_numbers(value: float, decimals: int, german: str, english: str) -> None:
    assert number("de", value, decimals) == german
    assert number("en", value, decimals) == english


@pytest.mark.parametrize(
    ("value", "expected"), [(3.14, "+3,1"), (-3.14, "−3,1"), (0, "0,0"), (0.04, "0,0"), (-0.04, "0,0"), (math.nan, "–")]
)
def test_signed_numbers(value: float, expected: str) -> None:
    assert number("de", value, 1, signed=True) == expected


def test_percent_keeps_its_sign_on_the_line() -> None:
    assert percent("de", 25.44) == "25,4\u00a0%"
    assert percent("en", -25.45, signed=True) == "−25.5%"
    assert percent("de", 1234, 0, signed=True) == "+1.234\u00a0%"
    assert percent("de", math.nan) == "–"


def test_dates() -> None:
    assert date("de", "2026-03-01T22:30:00+00:00") == "1. März 2026"
    assert date("en", "2026-03-01T22:30:00+00:00") == "1 March 2026"
    assert date("de", "2024-12-31") == "31. Dezember 2024"
    assert short_date("de", "2017-09-04") == "4.9.2017"
    assert short_date("en", "2017-09-04") == "4 Sep 2017"


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-11-27T22:59:59Z", "27 November 2026"),
        ("2026-11-27T23:00:00.000000Z", "28 November 2026"),
        ("2026-06-30T21:59:59Z", "30 June 2026"),
        ("2026-06-30T22:00:00Z", "1 July 2026"),
        ("2026-12-31T23:30:00+00:00", "1 January 2027"),
    ],
)
def test_days_are_those_of_leipzig(moment: str, day: str) -> None:
    """An hour ahead of the stamps in winter, two in summer."""
    assert date("en", moment) == day


def test_names_are_sorted_by_din_5007() -> None:
    """Variant 1: an umlaut like its vowel, ß like ss, and capitals like small letters."""
    wanted = ["Göhlis", "Gohliz", "Großa", "Grossb", "Großzschocher", "Grünau", "möckern", "Mockern-Süd", "Öd", "Ost"]
    assert sorted(set(wanted), key=alphabetical) == wanted
    assert list(in_order({"1": "Südwest", "2": "Sudost", "3": "Südost"})) == ["2", "3", "1"]


@pytest.mark.parametrize(
    ("names", "german", "english"),
    [
        ([], "", ""),
        (["A"], "A", "A"),
        (["A", "B"], "A und B", "A and B"),
        (["A", "B", "C"], "A, B und C", "A, B and C"),
    ],
)
def test_lists_of_names(names: list[str], german: str, english: str) -> None:
    assert joined("de", names) == german
    assert joined("en", names) == english


@pytest.mark.parametrize(
    ("n", "german", "english"),
    [
        (0, "kein Wert: 0 Gebiete, vertraulich", "no value: 0 areas, vertraulich"),
        (1, "kein Wert: 1 Gebiet, vertraulich", "no value: 1 area, vertraulich"),
        (1234, "kein Wert: 1.234 Gebiete, vertraulich", "no value: 1,234 areas, vertraulich"),
    ],
)
def test_plurals(n: int, german: str, english: str) -> None:
    one, many = "no value: {n} area, {why}", "no value: {n} areas, {why}"
    assert plural("de", one, many, n, why="vertraulich") == german
    assert plural("en", one, many, n, why="vertraulich") == english


def test_texts_with_parts() -> None:
    assert text("de", "fetched on {day}", day="1. März 2026") == "abgerufen am 1. März 2026"
    assert text("en", "fetched on {day}", day="{day}") == "fetched on {day}"


def test_one_english_word_stands_for_several_german_forms() -> None:
    assert [inflected(lang, "in", "the city") for lang in LANGUAGES] == ["der Stadt", "the city"]
    assert text("de", "the city") == "die Stadt"
