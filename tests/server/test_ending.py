"""The application ends soon after it is asked to, also while an answer is being made."""

import signal
import subprocess
import sys

import pytest

import settings

BUSY = """
from threading import Event, Thread
from server.ending import end_soon
end_soon(0.1)
Thread(target=Event().wait).start()
print("ready", flush=True)
Event().wait()
"""
STARTING = """
import runpy, signal, sys
from functools import partial
from threading import Event
from server import ending

class Endless:
    def find_spec(self, name, path=None, target=None):
        if name == "streamlit":
            print("ready", flush=True)
            Event().wait()

signal.signal(signal.SIGTERM, lambda *_: None)
ending.end_soon = partial(ending.end_soon, 0.1)
sys.meta_path.insert(0, Endless())
runpy.run_path("app.py")
"""
"""The server around the application only notes the signal, and the first of what is imported takes for ever."""


@pytest.mark.parametrize(
    ("program", "asked"), [(BUSY, signal.SIGTERM), (BUSY, signal.SIGINT), (STARTING, signal.SIGTERM)]
)
def test_neither_an_answer_nor_the_start_holds_up_the_end(program: str, asked: signal.Signals) -> None:
    with subprocess.Popen([sys.executable, "-c", program], cwd=settings.ROOT, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == "ready\n"
        run.send_signal(asked)
        try:
            assert run.wait(20) in (0, -asked)
        finally:
            run.kill()
