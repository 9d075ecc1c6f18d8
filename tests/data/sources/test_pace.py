"""Requests to one host are spread, those to others go on."""

from data.sources import pace


def test_a_host_is_asked_so_often_and_no_other_waits_for_it() -> None:
    now, waits = [100.0], list[float]()
    turn = pace.at_most(2, clock=lambda: now[0], sleep=waits.append)
    for host in ("a", "a", "b", "a"):
        turn(host)
    assert waits == [0.5, 1.0]
    now[0] = 101.2  # the three of a had 100, 100.5 and 101, so that its next is at 101.5
    turn("b")
    turn("a")
    assert [round(wait, 3) for wait in waits[2:]] == [0.3]


def test_a_pause_is_not_made_up_for() -> None:
    now, waits = [0.0], list[float]()
    turn = pace.at_most(4, clock=lambda: now[0], sleep=waits.append)
    turn("a")
    now[0] = 60.0
    for _ in range(3):
        turn("a")
    assert waits == [0.25, 0.5]
