"""Outlines on a plane of whole units: seamless, in the city's true shape."""

import pytest

from data import store
from indicators.catalogue import groups
from indicators.places.outlines import ACROSS, around, height, outlines

SQUARES = {
    "left": (((0, 0), (1, 0), (1, 1), (0, 1), (0, 0)),),
    "right": (((1, 0), (2, 0), (2, 1), (1, 1), (1, 0)),),
}


def test_what_two_areas_share_is_not_around_them() -> None:
    edges = around(SQUARES.values())
    assert len(edges) == 6
    assert ((1, 0), (1, 1)) not in edges
    assert ((1, 1), (1, 0)) not in edges


def test_the_same_area_alone_is_all_around() -> None:
    assert len(around([SQUARES["left"]])) == 4


@pytest.mark.usefixtures("empty_store")
def test_outlines_fill_the_plane_and_leave_no_seams() -> None:
    """All districts together have no edge inside the city: those around them are the city's own outline."""
    dataset = store.current()
    drawn = outlines(dataset, "ortsteil")
    spots = [spot for rings in drawn.values() for ring in rings for spot in ring]
    assert {min(x for x, _ in spots), max(x for x, _ in spots)} == {0, ACROSS}
    assert {min(y for _, y in spots), max(y for _, y in spots)} == {0, height(dataset)}
    city = {frozenset(edge) for edge in around(outlines(dataset, "city").values())}
    assert {frozenset(edge) for edge in around(drawn.values())} == city


@pytest.mark.usefixtures("empty_store")
def test_a_group_is_outlined_once() -> None:
    """Each point of a closed line has two of its edges, or four where it touches itself."""
    drawn = outlines(store.current(), "ortsteil")
    edges = around(drawn[area] for area in groups.load()["leipzig-west"].members)
    ends = [spot for edge in edges for spot in edge]
    assert {ends.count(spot) for spot in ends} <= {2, 4}
