"""Pages run one at a time, in the order in which they were asked for, whatever becomes of those before."""

from threading import Event, Thread

import pytest

from server import turns
from server.turns import in_turn


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
