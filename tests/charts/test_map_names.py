"""Names on maps: those that are spoken of at every size, others where there is room."""

from itertools import combinations

from charts.ground import Ground
from charts.map_names import NARROW, certain_names, room_names

LON, LAT = (12.0, 13.0), (51.0, 52.0)


def ground(*named: str, **places: tuple[float, float, float]) -> Ground:
    """A map of a degree, with places by name: longitude, latitude and the room for its name, in degrees."""
    names = tuple((name, name, *place) for name, place in places.items())
    return Ground("districts", "outlines", LON, LAT, names, named)


def test_a_name_that_is_spoken_of_has_its_place_without_room() -> None:
    (only,) = certain_names(ground("Plagwitz", Plagwitz=(12.5, 51.5, 0.001)))
    assert only == ("Plagwitz", "Plagwitz", 12.5, 51.5)


def test_two_neighbours_stand_beside_each_other_even_on_a_phone() -> None:
    """Three pixels apart on the narrowest map, the second goes above its place."""
    near = {"Plagwitz": (12.5, 51.5, 0.1), "Lindenau": (12.51, 51.5, 0.1)}
    first, second = certain_names(ground("Plagwitz", "Lindenau", **near))
    assert (first.lon, first.lat) == (12.5, 51.5)
    assert second.lon == 12.51
    assert second.lat > 51.5
    both = ground(**near)
    assert not first.box(both, NARROW).touches(second.box(both, NARROW))


def test_of_many_at_one_place_none_lies_over_another() -> None:
    names = [f"Ortsteil {n}" for n in range(9)]
    crowd = ground(*names, **dict.fromkeys(names, (12.5, 51.5, 0.1)))
    boxes = [name.box(crowd, NARROW) for name in certain_names(crowd)]
    assert 1 < len(boxes) < 9
    assert not any(one.touches(other) for one, other in combinations(boxes, 2))


def test_at_an_edge_a_name_stands_inside() -> None:
    (only,) = certain_names(ground("Miltitz", Miltitz=(12.0, 51.5, 0.1)))
    assert only.lat == 51.5
    assert only.box(ground(), NARROW).x - only.box(ground(), NARROW).wide > 12.0 * NARROW


def test_names_with_room_leave_out_what_one_that_is_spoken_of_covers() -> None:
    places = {"Plagwitz": (12.5, 51.5, 0.001), "Lindenau": (12.5, 51.5, 0.9), "Thekla": (12.5, 51.9, 0.9)}
    map_ = ground("Plagwitz", **places)
    assert [name for name, *_ in room_names(map_, 620, certain_names(map_))] == ["Thekla"]
    assert len(room_names(map_, 620, ())) == 2
