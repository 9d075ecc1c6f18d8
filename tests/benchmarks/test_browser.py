"""What is read from a page's notes; times are worked out by hand."""

import pytest

from benchmarks.browser import NotDrawnError, Notes
from benchmarks.steps import lags

DRAWN = Notes(
    log=[
        (100.0, "fills", "a"),
        (100.0, "titles", "Map 2001|Ranking 2001"),
        (140.0, "fills", "0 districts"),
        (180.0, "fills", "b"),
        (190.0, "titles", "Map 2002|Ranking 2001"),
        (220.0, "titles", "Map 2002|Ranking 2002"),
    ],
    inputs=[(110.0, "keydown", "Tab", None), (120.0, "keydown", "ArrowRight", None), (125.0, "pointermove", None, 3)],
    origin=50.0,
)


def test_a_picture_is_drawn_when_it_has_the_state_asked_for() -> None:
    assert DRAWN.first("fills", ["b"], 120) == 180
    assert DRAWN.first_titled("2002", 2, 120) == 220


def test_a_state_that_is_there_already_counts_from_the_event() -> None:
    assert DRAWN.first("fills", ["a"], 120) == 120
    assert DRAWN.first("fills", ["b"], 200) == 200


def test_a_state_that_has_passed_does_not_count() -> None:
    with pytest.raises(NotDrawnError, match="fills"):
        DRAWN.first("fills", ["a"], 150)


def test_a_picture_that_did_not_change_is_no_measurement() -> None:
    still = Notes([(100.0, "bars", "a")], [], 0)
    with pytest.raises(NotDrawnError, match="bars did not change"):
        still.last_change("bars")
    with pytest.raises(NotDrawnError, match="2 titles with '2003'"):
        DRAWN.first_titled("2003", 2, 0)
    assert DRAWN.last_change("fills") == 180


def test_the_event_is_the_last_of_its_kind() -> None:
    assert DRAWN.last_input("keydown", "click") == 120
    with pytest.raises(NotDrawnError, match="received no click"):
        DRAWN.last_input("click")


FILLS = {"2000": "w", "2001": "x", "2002": "y", "2003": "z"}
PLACES = {"2000": 0.0, "2001": 10.0, "2002": 20.0, "2003": 30.0}


def test_a_map_that_leaves_years_out_lags_until_a_later_one() -> None:
    moves = [(1000.0 + 100 * n, "pointermove", None, 10.0 * n) for n in (1, 2, 3)]
    notes = Notes([(900.0, "fills", "w"), (1130.0, "fills", "x"), (1350.0, "fills", "z")], moves, 0)
    # 2001 is seen 30 after its move at 1100; 2002 (1200) and 2003 (1300) with the frame at 1350.
    assert lags(notes, FILLS, ["2001", "2002", "2003"], PLACES) == {
        "map": 50,
        "worst": 150,
        "drawn": pytest.approx(2 / 3),
    }


def test_a_hand_that_rests_counts_from_when_it_came() -> None:
    moves = [(1000.0, "pointermove", None, 10.0), (1200.0, "pointermove", None, 10.0)]
    notes = Notes([(900.0, "fills", "w"), (1040.0, "fills", "x")], moves, 0)
    assert lags(notes, FILLS, ["2001"], PLACES)["map"] == 40


def test_a_move_that_the_page_never_heard_of_fails() -> None:
    notes = Notes([(900.0, "fills", "w"), (1040.0, "fills", "z")], [(1000.0, "pointermove", None, 30.0)], 0)
    with pytest.raises(NotDrawnError, match="no move to 2002"):
        lags(notes, FILLS, ["2002", "2003"], PLACES)


def test_a_map_that_never_reaches_the_hand_fails() -> None:
    notes = Notes([(900.0, "fills", "w"), (1040.0, "fills", "y")], [(1000.0, "pointermove", None, 30.0)], 0)
    with pytest.raises(NotDrawnError, match="fills"):
        lags(notes, FILLS, ["2003"], PLACES)
