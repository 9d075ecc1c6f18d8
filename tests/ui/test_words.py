"""What lists find when readers type their own words: the first option that holds them, as Streamlit looks for it."""

from collections.abc import Mapping

import pytest

from data.store import Dataset
from locales import LANGUAGES, Language
from ui.lists.offered import offered
from ui.lists.words import APART, with_parts, with_synonyms


def first(names: Mapping[str, str], typed: str) -> str:
    """The option that is opened by Enter; empty where nothing is found."""
    return next((id for id, name in names.items() if typed.lower() in name.lower()), "")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Miete", "base_rent"),
        ("rent", "base_rent"),
        ("Auto", "cars_per_1000"),
        ("car", "cars_per_1000"),
        ("E-Auto", "electric_car_share"),
        ("Kriminalität", "offences_per_1000"),
        ("kriminalitaet", "offences_per_1000"),
        ("crime", "offences_per_1000"),
        ("Arbeitslosigkeit", "unemployment_share"),
        ("unemployment", "unemployment_share"),
        ("Einkommen", "net_income_person"),
        ("income", "net_income_person"),
        ("Kinder", "residents_under_15"),
        ("Ausländer", "foreign_share"),
        ("Senioren", "residents_65_plus"),
        ("Warmmiete", "total_rent"),
        ("Bürgergeld", "sgb2_share"),
    ],
)
def test_readers_words_open_what_they_mean(lang: Language, typed: str, found: str, snapshot: Dataset) -> None:
    assert first(with_synonyms(snapshot, offered(lang, snapshot)), typed) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [("Baumwollspinnerei", "72"), ("Lene-Voigt", "30"), ("schleussig", "50"), ("Moeckern", "80"), ("Thonberg", "30")],
)
def test_places_are_found_by_their_parts_and_spellings(typed: str, found: str, snapshot: Dataset) -> None:
    assert first(with_parts(snapshot, snapshot.names["ortsteil"]), typed) == found


def test_names_stay_what_is_seen(snapshot: Dataset) -> None:
    names = offered("de", snapshot)
    assert {id: name.split(APART)[0] for id, name in with_synonyms(snapshot, names).items()} == dict(names)
