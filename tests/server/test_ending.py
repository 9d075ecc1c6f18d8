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


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT])
def test_a_thread_that_computes_holds_up_no_end(asked: signal.Signals) -> None:
    with subprocess.Popen([sys.executable, "-c", BUSY], cwd=settings.ROOT, stdout=subprocess.PIPE, text=True) as busy:
        assert busy.stdout is not None
        assert busy.stdout.readline() == "ready\n"
        busy.send_signal(asked)
        assert busy.wait(20) in (0, -asked)
