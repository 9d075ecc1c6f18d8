"""A profile as a file."""

import pytest

from data.store import Dataset
from exports.formats.csv_file import to_csv
from exports.tables.profile import COLUMNS, profile
from indicators.catalogue import groups
from indicators.places.place import Place
from locales import LANGUAGES, Language


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_row_an_indicator(snapshot: Dataset, lang: Language) -> None:
    """Plagwitz had 17,209 residents in 2024, the city 632,562; eight districts had more."""
    found = profile(snapshot, Place("51", "ortsteil"), "Plagwitz", lang=lang)
    assert list(found.columns) == COLUMNS
    assert found["indicator"].is_unique
    row = found.set_index("indicator").loc["population"]
    assert (row["name"], row["period"], row["value"], row["city"]) == ("Plagwitz", "2024", 17_209, 632_562)
    assert (row["rank"], row["of"], row["verdict"]) == (9, 63, "above")
    assert "dl-de/by-2-0" in row["source"]


def test_missing_figures_keep_their_row(snapshot: Dataset) -> None:
    """Too few tenants of Knautkleeberg-Knauthain answered in 2021."""
    found = profile(snapshot, Place("54", "ortsteil"), "Knautkleeberg-Knauthain", lang="en")
    row = to_csv(found[found["indicator"] == "base_rent"]).decode().splitlines()[1].split(",")
    cells = dict(zip(COLUMNS, row, strict=False))
    assert (cells["value"], cells["status"], cells["rank"], cells["verdict"]) == ("", "Q", "", "")


def test_a_group_has_no_ranks(snapshot: Dataset) -> None:
    group = groups.load()["leipzig-west"]
    found = profile(snapshot, Place(group.id, "ortsteil", group.members), "Leipzig West", lang="de")
    assert found["rank"].isna().all()
    assert (found["peers"] == "ortsteil").all()
