"""Pages run one at a time, in the order in which they were asked for, whatever becomes of those before."""

from threading import Event, Thread

import pytest

from server import turns
from server.turns import in_turn, line


def test_pages_run_in_the_order_in_which_they_were_asked_for() -> None:
    begun, done = Event(), Event()
    order: list[int] = []

    def first() -> None:
        begun.set()
        done.wait(10)
        order.append(0)

    threads = [Thread(target=in_turn, args=(first,))]
    threads[0].start()
    assert begun.wait(10)
    for n in range(1, 6):
        threads.append(Thread(target=in_turn, args=(lambda n=n: order.append(n),)))
        threads[-1].start()
        while len(turns._line) <= n:
            threads[-1].join(0.001)
    assert order == []
    done.set()
    for thread in threads:
        thread.join(10)
    assert order == [0, 1, 2, 3, 4, 5]
    assert not turns._line


def test_a_page_that_fails_lets_the_next_one_run() -> None:
    def failing() -> None:
        raise ValueError("no page")

    with pytest.raises(ValueError, match="no page"):
        in_turn(failing)
    ran: list[bool] = []
    in_turn(lambda: ran.append(True))
    assert ran == [True]


def test_the_line_moves_on_without_a_page_that_takes_too_long() -> None:
    told, next_ran = Event(), Event()

    def hanging() -> None:
        assert next_ran.wait(10)
        assert line().beyond == 1

    thread = Thread(target=in_turn, args=(hanging,), kwargs={"limit": 0.05, "late": told.set})
    thread.start()
    assert told.wait(10)
    assert not in_turn(next_ran.set)
    thread.join(10)
    assert told.is_set()
    assert (line().runs, line().beyond) == (0, 0)


def test_who_has_left_is_skipped() -> None:
    begun, done = Event(), Event()
    ran: list[str] = []

    def first() -> None:
        begun.set()
        done.wait(10)

    def left() -> None:
        raise ConnectionError("nobody is there")

    def waiting() -> None:
        with pytest.raises(ConnectionError, match="nobody is there"):
            in_turn(lambda: ran.append("left"), wanted=left)

    running, gone = Thread(target=in_turn, args=(first,)), Thread(target=waiting)
    running.start()
    assert begun.wait(10)
    gone.start()
    gone.join(10)
    assert not gone.is_alive()
    assert line().runs == 1
    done.set()
    running.join(10)
    assert ran == []
    assert line() == turns.Line(0, 0.0, 0)
