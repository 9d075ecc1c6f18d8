"""A page that takes too long: the next one runs, and its reader is told."""

import pytest
from streamlit.testing.v1 import AppTest


def hanging_page() -> None:
    from threading import Event, Thread

    from streamlit.runtime.scriptrunner_utils.script_run_context import get_run_yield_check

    from server.turns import in_turn
    from ui.page_run import page_run

    def page() -> None:
        next_ran = Event()
        Thread(target=in_turn, args=(next_ran.set,)).start()
        assert next_ran.wait(10)
        asked_to_end = get_run_yield_check()
        while asked_to_end:
            asked_to_end()  # as each element does

    page_run("de", page)


def test_the_reader_of_a_page_that_hangs_is_told_and_the_next_one_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INDICATORS_PAGE_SECONDS", "0.2")
    app = AppTest.from_function(hanging_page).run(timeout=20)
    assert not app.exception
    (told,) = app.error
    assert told.value.startswith("Diese Seite hat länger als 0 Sekunden gebraucht und wurde beendet")
