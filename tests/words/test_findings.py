"""Findings of a refresh in the reader's language, with the figures as the reader writes them."""

import json
from typing import Any

import pytest

from data.gate.finding import Finding, finding, record
from locales import Language
from words.findings import finding_sentence

TITLES = {"kd2-1": "Einwohner"}
NAMES = {"51": "Plagwitz", "5": "Südwest"}
SUMS = finding(
    "sums",
    "ask",
    "{series}, {area}, {period}: {value}, but its areas add up to {total}; such sums: {count}",
    series="kd2-1/Männer",
    area="5",
    period="2024",
    value=93120.0,
    total=98704.5,
    count=1,
)
FACTOR = finding(
    "newest",
    "ask",
    "{series}, {start} to {period}: {area} moves by × {factor} beside the others, in no year held one by more than × "
    "{factor_held}",
    series="kd2-1/Männer",
    start="2023",
    period="2024",
    area="51",
    factor=9.876,
    factor_held=1.5,
)
REPEATED = finding(
    "repeated",
    "ask",
    "{series}, {start} to {period}: {share} of the areas repeat their figure",
    series="kd7-3/Frauen",
    start="2023",
    period="2024",
    share=0.9841,
)


def said(lang: Language, found: Finding, titles: dict[str, str] = TITLES) -> str:
    """The sentence after a way through the report's file."""
    kept: dict[str, Any] = json.loads(json.dumps({"source": "kd2-1", **record(found)}))
    return finding_sentence(lang, kept, titles, NAMES)


@pytest.mark.parametrize(
    ("lang", "found", "sentence"),
    [
        (
            "de",
            SUMS,
            "„Männer“, Südwest, 2024: 93.120, die Gebiete darin ergeben zusammen aber 98.704,5; solche Summen: 1",
        ),
        ("en", SUMS, "“Männer”, Südwest, 2024: 93,120, but its areas add up to 98,704.5; such sums: 1"),
        (
            "de",
            FACTOR,
            "„Männer“, 2023 bis 2024: Plagwitz weicht um das 9,88-Fache von den übrigen ab, "
            "bisher kein Gebiet um mehr als das 1,50-Fache",
        ),
        ("de", REPEATED, "„kd7-3/Frauen“, 2023 bis 2024: 98,4\u00a0% der Gebiete wiederholen ihren Wert"),
    ],
)
def test_a_finding_names_its_source_once_and_shows_its_figures(lang: Language, found: Finding, sentence: str) -> None:
    assert said(lang, found) == f"kd2-1 (Einwohner): {sentence}"


def test_a_source_without_a_title_is_named_by_its_id() -> None:
    assert said("en", REPEATED, {}).startswith("kd2-1: “kd7-3/Frauen”, 2023 to 2024: ")


def test_a_report_of_an_earlier_release_is_told_in_its_own_words() -> None:
    old = {"source": "kd2-1", "check": "sums", "sentence": "kd2-1/Männer, area 51: 8"}
    assert finding_sentence("de", old, TITLES, NAMES) == "kd2-1 (Einwohner): kd2-1/Männer, area 51: 8"
