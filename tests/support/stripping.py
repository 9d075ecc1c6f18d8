"""A proxy that serves an application in a folder which the application does not know of."""

import asyncio
import re
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import closing, contextmanager, suppress
from functools import partial
from threading import Thread
from typing import Final

FOLDER: Final = "/indikatoren"
CONNECTION: Final = re.compile(rb"\r\nconnection:[^\r]*", re.IGNORECASE)

UPGRADE: Final = b"\r\nupgrade: websocket"
HOST: Final = re.compile(rb"\r\nhost:[^\r]*", re.IGNORECASE)


@contextmanager
def stripping(port: int, *, sockets: bool = True) -> Iterator[int]:
    """The port of a proxy that takes FOLDER off the paths that it is asked for, and asks another port on this machine.

    What is asked for outside of the folder is 404, and so is a web socket where it lets none pass.
    """

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # Either side may hang up at any time, as a browser that leaves a page does.
        with suppress(OSError, asyncio.IncompleteReadError), closing(writer):
            head = stripped(await reader.readuntil(b"\r\n\r\n"), port)
            if head and (sockets or UPGRADE not in head.lower()):
                there_reader, there_writer = await asyncio.open_connection("127.0.0.1", port)
                with closing(there_writer):
                    there_writer.write(head)
                    await asyncio.gather(_pass_on(reader, there_writer), _pass_on(there_reader, writer))
            else:
                writer.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")

    found: Future[tuple[int, Callable[[], object]]] = Future()

    async def serve() -> None:
        ended = asyncio.Event()
        end = partial(asyncio.get_running_loop().call_soon_threadsafe, ended.set)
        async with await asyncio.start_server(handle, "127.0.0.1", 0) as server:
            found.set_result((server.sockets[0].getsockname()[1], end))
            await ended.wait()

    thread = Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    own, end = found.result()
    yield own
    end()
    thread.join()


def stripped(head: bytes, port: int) -> bytes:
    """A request's head for the application, empty for one outside of the folder.

    One request a connection, so that no second one comes by unread, but a web socket stays. Of the host that the reader
    asked for the application hears nothing, as behind nginx with its defaults.
    """
    line, _, fields = head.partition(b"\r\n")
    method, path, version = line.split(b" ")
    if not path.startswith(f"{FOLDER}/".encode()):
        return b""
    fields = HOST.sub(f"\r\nHost: localhost:{port}".encode(), b"\r\n" + fields)
    if UPGRADE not in fields.lower():
        fields = b"\r\nConnection: close" + CONNECTION.sub(b"", fields)
    return b" ".join([method, path.removeprefix(FOLDER.encode()), version]) + fields


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(65536):
        writer.write(data)
        await writer.drain()
    writer.close()
