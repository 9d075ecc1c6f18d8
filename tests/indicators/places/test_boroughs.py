"""The districts of a borough, and the largest of some."""

from data.store import Dataset
from indicators.places.boroughs import largest, of_borough


def test_districts_of_a_borough(snapshot: Dataset) -> None:
    assert of_borough(snapshot, "5") == ["50", "51", "52", "53", "54", "55"]


def test_the_largest_by_residents(snapshot: Dataset) -> None:
    """In 2024 Schleußig had 12,527 and Plagwitz 17,209 residents."""
    assert largest(snapshot, ["50", "51"], 1) == ["51"]
