"""Names and periods in the publisher's spelling, and which of ours is meant."""

import pytest

from data.sources.leipzig_names import PERIOD, period, settled


@pytest.mark.parametrize(
    ("written", "meant"),
    [("2024", "2024"), ("2001/02", "2001"), ("09.06.2024", "2024-06-09"), ("2024-06-09", "2024-06-09")],
)
def test_periods(written: str, meant: str) -> None:
    assert PERIOD.fullmatch(written)
    assert period(written) == meant


@pytest.mark.parametrize("written", ["24", "Jahr 2024", "1.Qu. 2024", "9.6.2024", "3024", ""])
def test_what_is_no_period(written: str) -> None:
    assert not PERIOD.fullmatch(written)
    with pytest.raises(ValueError, match="is no period"):
        period(written)


@pytest.mark.parametrize(
    ("served", "ours"),
    [
        ("hauptvariante", "Hauptvariante"),
        ("Haushalte mit  1 Person", "Haushalte mit 1 Person"),
        ("Privat-PKW je 1000 Einwohner", "Privat-PKW je 1 000 Einwohner"),
        ("Bruttomonatsentgelt in Euro", "Bruttomonatsentgelt"),
        ("Einwohnerdichte je km²", "Einwohnerdichte"),
        ("Kunst, Unterhaltung und Erholung", "Kunst"),
        ("Versorgungsgrad (in %)", "Versorgungsgrad"),
    ],
)
def test_other_spellings_of_one_name(served: str, ours: str) -> None:
    assert settled([served, "Frauen"], [ours]) == {served: ours}


@pytest.mark.parametrize(
    ("served", "ours"),
    [
        (["Ärzte insgesamt"], ["Ärzte"]),
        (["Wohnungsbau"], ["Wohnung"]),
        (["Ärzte in Praxen", "Ärzte in Kliniken"], ["Ärzte"]),
        (["männer", "Männer"], ["MÄNNER"]),
        (["Haushalte mit 1 Person (Anteil in %)", "Haushalte mit 1 Person"], ["Haushalte mit 1 Person"]),
    ],
    ids=["another word", "a longer word", "two that go on", "two spellings", "the name itself is there"],
)
def test_what_could_be_another_name_is_left_alone(served: list[str], ours: list[str]) -> None:
    assert settled(served, ours) == {}


def test_a_served_name_is_never_taken_twice() -> None:
    assert settled(["ärzte"], ["Ärzte", "ÄRZTE"]) == {}
