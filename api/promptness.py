"""Answers that leave at once."""

import gc
import socket


def without_delay() -> None:
    """Lets every connection to this process's listening sockets send small messages at once (TCP_NODELAY).

    asyncio does so by itself only for a socket that was opened with TCP as its protocol by name, which Streamlit leaves
    out, as others do (https://github.com/Kludex/uvicorn/issues/3149). An answer of several messages would then wait 40
    milliseconds for the browser's word that the first one came. Nobody hands the socket out, so it is looked for.
    """
    for each in gc.get_objects():
        if type(each) is socket.socket and _listens(each):
            each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _listens(each: socket.socket) -> bool:
    by_address = each.family in (socket.AF_INET, socket.AF_INET6)
    return each.fileno() >= 0 and by_address and bool(each.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
