"""Boundaries that say something else than those held."""

import geopandas
import pytest
import shapely

from data.gate.areas import changed

HELD = geopandas.GeoDataFrame(
    {"code": ["50", "51", "52"], "name": ["Schleußig", "Plagwitz", "Kleinzschocher"]},
    geometry=[shapely.box(n, 0, n + 1, 1) for n in range(3)],
)


def test_the_same_boundaries_are_no_news() -> None:
    assert changed(HELD, HELD) == []


def test_exchanged_names_are_asked_about() -> None:
    areas = HELD.assign(name=["Plagwitz", "Schleußig", "Kleinzschocher"])
    (finding,) = changed(areas, HELD)
    assert (finding.check, finding.severity) == ("names", "ask")
    assert finding.sentence == (
        "areas with another name than held: 2 (50 Schleußig → Plagwitz, 51 Plagwitz → Schleußig)"
    )


def test_exchanged_places_are_asked_about() -> None:
    areas = HELD.set_geometry(HELD.geometry.to_numpy()[[1, 0, 2]])
    (finding,) = changed(areas, HELD)
    assert (finding.check, finding.severity) == ("places", "ask")
    assert finding.sentence == (
        "areas that lie elsewhere than held: 2; area 50 keeps 0.0% of its place, expected at least 80.0%"
    )


@pytest.mark.parametrize(("edge", "asked"), [(1.05, 0), (1.5, 1)])
def test_a_moved_boundary_is_asked_about_where_it_moves_far(edge: float, asked: int) -> None:
    """From 1 to 1.05 the smaller one shares 0.95 of 1.05, to 1.5 it shares 1 of 1.5."""
    boxes = [shapely.box(0, 0, edge, 1), shapely.box(edge, 0, 2, 1), shapely.box(2, 0, 3, 1)]
    assert len(changed(HELD.set_geometry(boxes), HELD)) == asked
