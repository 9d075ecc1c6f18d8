"""Connections to the sockets that the process listens on do not hold small messages back."""

import socket

from api.promptness import without_delay


def test_connections_send_small_messages_at_once() -> None:
    with socket.socket(socket.AF_INET) as listening:  # without a protocol, as Streamlit opens it
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        without_delay()
        with socket.create_connection(listening.getsockname()), listening.accept()[0] as accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_other_sockets_stay_as_they_are() -> None:
    closed = socket.socket()
    closed.close()
    one, other = socket.socketpair()
    with one, other, socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        without_delay()
        assert not bound.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
