"""Two processes of the application behind nginx, in a folder, as `python -m server.several` runs them."""

import asyncio
import json
import os
import secrets
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect
from websockets.typing import Origin, Subprotocol

from data import store
from tests.server.test_health import VERSION, put_in_force
from tests.support import extent
from tests.support.running import several

pytestmark = pytest.mark.skipif(not extent.LONG, reason="starts the application twice: --long")
FOLDER = "/indikatoren"


@dataclass(frozen=True)
class Both:
    """The public port, and where the figures are."""

    port: int
    store: Path

    def health(self, port: int) -> str:
        """The version of figures that a process answers with."""
        with urlopen(f"http://127.0.0.1:{port}{FOLDER}/healthz") as answer:
            return str(json.load(answer)["data_version"])

    def pid(self, port: int) -> int:
        """Of the process on a port."""
        listening = subprocess.run(["pgrep", "-f", f"server.port {port} "], capture_output=True, text=True, check=True)
        return int(listening.stdout.split()[0])


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    folder = tmp_path_factory.mktemp("store")
    with several(folder, STREAMLIT_SERVER_BASE_URL_PATH=FOLDER) as port:
        yield Both(port, folder)


async def read(both: Both, cookie: str, session: str, year: str) -> tuple[str, bool]:
    """The session that a page of this year ran in, and whether the page speaks of the year.

    session: that of before, which a browser names when it connects again; empty for a new reader.
    """
    protocols = ["streamlit", "none", *([session] if session else [])]
    address, origin = f"ws://127.0.0.1:{both.port}{FOLDER}/_stcore/stream", Origin(f"http://127.0.0.1:{both.port}")
    names = [Subprotocol(one) for one in protocols]
    headers = {"Cookie": f"replica={cookie}"}
    async with connect(
        address, subprotocols=names, max_size=None, open_timeout=60, origin=origin, additional_headers=headers
    ) as line:
        asked = BackMsg()
        asked.rerun_script.page_name = "growth"
        asked.rerun_script.query_string = f"lang=en&indicator=population&map=value&year={year}"
        await line.send(asked.SerializeToString())
        told, found = "", False
        async for data in line:
            assert isinstance(data, bytes)
            message = ForwardMsg.FromString(data)
            found |= f" {year}".encode() in data
            if message.WhichOneof("type") == "new_session":
                told = message.new_session.initialize.session_id
            if message.WhichOneof("type") == "script_finished":
                return told, found
    raise AssertionError("the page broke off")


def test_a_session_survives_on_its_process(both: Both) -> None:
    """Eight readers whose line breaks: each would find its session by chance one time in two."""
    for _ in range(8):
        cookie = secrets.token_hex(16)
        session, _shown = asyncio.run(read(both, cookie, "", "2019"))
        assert asyncio.run(read(both, cookie, session, "2020")) == (session, True)


def test_both_notice_new_figures(both: Both) -> None:
    before = [both.health(both.port + n) for n in (1, 2)]
    put_in_force(both.store, store.current(both.store), "updated")
    assert VERSION not in before
    assert [both.health(both.port + n) for n in (1, 2)] == [VERSION, VERSION]


def test_readers_of_a_process_that_is_killed_come_back_with_what_they_saw(both: Both) -> None:
    readers = {secrets.token_hex(16): "" for _ in range(12)}
    for cookie in readers:
        readers[cookie], _shown = asyncio.run(read(both, cookie, "", "2019"))
    os.kill(both.pid(both.port + 1), signal.SIGKILL)
    back = {cookie: asyncio.run(read(both, cookie, session, "2019")) for cookie, session in readers.items()}
    assert all(shown for _, shown in back.values())
    # Those of the other process have their session still; that none or all of twelve were there is one chance in 2048.
    assert 0 < sum(back[cookie][0] == session for cookie, session in readers.items()) < 12
