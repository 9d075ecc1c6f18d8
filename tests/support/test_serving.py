"""Counting what a server sends and uses."""

import asyncio
import os
import time

import pytest

from tests.support.serving import counted, processor_seconds, resident_megabytes, served


def test_every_byte_that_comes_back_is_counted() -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        assert await reader.readexactly(5) == b"short"
        writer.write(b"x" * 200_000)
        await writer.drain()
        writer.close()

    async def test() -> None:
        server = await asyncio.start_server(answer, "localhost", 0)
        async with server, counted(server.sockets[0].getsockname()[1]) as (port, received):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(b"short")
            assert await reader.read() == b"x" * 200_000
            writer.close()
            assert received == [200_000]

    asyncio.run(test())


def test_a_server_that_ends_is_named() -> None:
    async def test() -> None:
        async with served(("json.tool", "--no-such-option"), "/"):
            pass

    with pytest.raises(RuntimeError, match=r"json\.tool --no-such-option does not answer"):
        asyncio.run(test())


def test_work_and_memory_of_a_process_are_seen() -> None:
    before = processor_seconds(os.getpid())
    memory = resident_megabytes(os.getpid())
    held = bytearray(os.urandom(1)) * 50_000_000
    begin = time.process_time()
    while time.process_time() - begin < 0.2:
        pass
    # The kernel counts in hundredths of a second.
    assert processor_seconds(os.getpid()) - before >= 0.18
    assert resident_megabytes(os.getpid()) - memory > 45
    assert len(held) == 50_000_000
