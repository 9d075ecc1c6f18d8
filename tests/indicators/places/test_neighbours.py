"""Who borders whom."""

from typing import Any

import pytest

from data.store import Dataset
from indicators.places.neighbours import around, neighbours, touching
from indicators.places.place import Place


def square(code: str, west: float, south: float) -> dict[str, Any]:
    ring = [[west, south], [west + 1, south], [west + 1, south + 1], [west, south + 1], [west, south]]
    return {"id": code, "geometry": {"type": "Polygon", "coordinates": [ring]}}


def test_a_corner_in_common_is_enough() -> None:
    """Four squares of a board, and one far away."""
    board = [square("a", 0, 0), square("b", 1, 0), square("c", 0, 1), square("d", 1, 1), square("e", 5, 5)]
    found = touching(board)
    assert found == {"a": ("b", "c", "d"), "b": ("a", "c", "d"), "c": ("a", "b", "d"), "d": ("a", "b", "c"), "e": ()}


def test_districts_of_the_map(snapshot: Dataset) -> None:
    """Read off the city's map: Plagwitz, and the Stadtbezirk West."""
    names = snapshot.names
    plagwitz = {names["ortsteil"][code] for code in neighbours(snapshot, "ortsteil")["51"]}
    assert plagwitz == {"Schleußig", "Kleinzschocher", "Lindenau", "Neulindenau"}
    west = {names["stadtbezirk"][code] for code in neighbours(snapshot, "stadtbezirk")["6"]}
    assert west == {"Südwest", "Alt-West"}


@pytest.mark.parametrize("level", ["ortsteil", "stadtbezirk"])
def test_neighbours_are_mutual_and_everyone_has_one(snapshot: Dataset, level: Any) -> None:
    found = neighbours(snapshot, level)
    assert list(found) == snapshot.codes(level)
    assert all(found.values())
    assert all(code in found[other] for code, others in found.items() for other in others)


def test_boroughs_border_where_their_districts_do(snapshot: Dataset) -> None:
    parents = dict(zip(snapshot.areas["code"], snapshot.areas["parent"], strict=True))
    expected: dict[str, set[str]] = {code: set() for code in snapshot.codes("stadtbezirk")}
    for code, others in neighbours(snapshot, "ortsteil").items():
        expected[parents[code]] |= {parents[other] for other in others} - {parents[code]}
    assert {code: set(others) for code, others in neighbours(snapshot, "stadtbezirk").items()} == expected


def test_a_group_borders_what_lies_around_it(snapshot: Dataset) -> None:
    pair = around(snapshot, Place("pair", "ortsteil", ("50", "51")))
    known = neighbours(snapshot, "ortsteil")
    assert pair == sorted({*known["50"], *known["51"]} - {"50", "51"})
