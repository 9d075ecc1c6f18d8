"""The map to pick from: every district a link that says what it is, nothing of it markup by accident."""

from charts.classes import Classes
from charts.pick_map import District, legend, pick_map

SQUARE = (((0, 0), (10, 0), (10, 10), (0, 10), (0, 0)),)


def test_a_district_is_a_link_with_its_name_and_outline() -> None:
    drawn = pick_map([District("A & B <i>", "profile?area=1&lang=de", "#123456", SQUARE)], [], [], (10, 10), "map")
    assert '<a href="profile?area=1&amp;lang=de"><title>A &amp; B &lt;i&gt;</title>' in drawn
    assert '<path d="M0 0l10 0 0 10-10 0z" fill="#123456">' in drawn


def test_an_outline_of_a_group_is_drawn_edge_by_edge() -> None:
    drawn = pick_map([], [], [((0, 0), (10, 0)), ((10, 0), (10, 10))], (10, 10), "map")
    assert 'd="M0 0L10 0M10 0L10 10" class="group"' in drawn


def test_bounds_stand_at_the_end_of_their_class() -> None:
    """Two bounds part three classes; the last has none behind it."""
    drawn = legend(Classes((-1.0, 1.0), ("#1", "#2", "#3"), {0: "−1", 1: "+1"}, 0), "in %", "West")
    assert [part.partition("</span>")[0] for part in drawn.split("<i style=")[1:]] == [
        '"background:#1"><span>−1',
        '"background:#2"><span>+1',
        '"background:#3"><span>',
    ]
