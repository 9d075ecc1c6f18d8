"""Downloads against a server of our own on the loopback, which misbehaves as told."""

import hashlib
import re
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from data.sources.http import USER_AGENT, Download, SourceError, address, fetch, make_session, within

URL = "https://data.example/stadt/zahlen.csv?rubrik=1&format=csv"
BODY = b"Gebiet;2024\nZentrum;1\n"


class Handler(BaseHTTPRequestHandler):
    """Answers the n-th request with the n-th of the server's answers, the last one for ever."""

    protocol_version = "HTTP/1.1"
    server: "Server"

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        answers = self.server.answers
        self.server.seen.append((self.path, self.headers["User-Agent"]))
        self.server.conditions.append({name: self.headers[name] for name in ("If-None-Match", "If-Modified-Since")})
        answers[min(len(self.server.seen), len(answers)) - 1](self)


Answer = Callable[[Handler], None]


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: list[Answer] = [good]
        self.seen: list[tuple[str, str]] = []
        self.conditions: list[dict[str, str | None]] = []
        self.stopped = threading.Event()

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that give up are what these tests are about."""

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


def reply(status: int, body: bytes, *headers: tuple[str, str], handler: Handler) -> None:
    handler.send_response(status)
    for key, value in headers:
        handler.send_header(key, value)
    if "Content-Length" not in dict(headers):
        handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def answer(status: int, body: bytes = b"", *headers: tuple[str, str]) -> Answer:
    return lambda handler: reply(status, body, *headers, handler=handler)


def good(handler: Handler) -> None:
    reply(200, BODY, handler=handler)


def reset(handler: Handler) -> None:
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()
    handler.close_connection = True


def truncated(handler: Handler) -> None:
    reply(200, b"x" * 5120, ("Content-Length", "10240"), handler=handler)
    handler.close_connection = True


def trickle(handler: Handler, start: bytes, drop: bytes) -> None:
    """Sends a drop every 20 ms until the test is over: no socket timeout ever strikes."""
    handler.close_connection = True
    handler.wfile.write(start)
    while not handler.server.stopped.wait(0.02):
        try:
            handler.wfile.write(drop)
        except OSError:
            return


def broken_chunks(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n5\r\nwo")
    handler.close_connection = True


def moved(to: str) -> Answer:
    return answer(302, b"", ("Location", to))


def slow_headers(handler: Handler) -> None:
    trickle(handler, b"HTTP/1.1 200 OK\r\nX-Slow: ", b"x")


def slow_body(handler: Handler) -> None:
    trickle(handler, b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n", b"x")


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True).start()
        yield running
        running.stopped.set()
        running.shutdown()


def ask(server: Server, *answers: Answer, limit: int = 2**20, deadline: float = 10.0) -> Download:
    server.answers = list(answers)
    return fetch(URL, mirror=server.base, limit=limit, deadline=deadline, pause=0)


def test_download_names_publisher_time_and_hash(server: Server) -> None:
    download = ask(server, good)
    assert download.url == URL
    assert download.body == BODY
    assert download.sha256 == hashlib.sha256(BODY).hexdigest()
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ", download.retrieved_at)


def test_mirror_is_asked_by_host_path_and_query(server: Server) -> None:
    server.answers = [good]
    fetch(URL, mirror=server.base + "/")
    assert server.seen == [("/data.example/stadt/zahlen.csv?rubrik=1&format=csv", USER_AGENT)]
    assert USER_AGENT.startswith("leipzig-urban-indicators/0.1 (")


@pytest.mark.parametrize(
    "trouble",
    [
        answer(503, b"busy", ("Retry-After", "0")),
        answer(429, b"slow down"),
        answer(500, b"<html>"),
        reset,
        truncated,
        broken_chunks,
    ],
    ids=["503", "429", "500", "reset", "truncated", "broken chunks"],
)
def test_passing_trouble_is_ridden_out(server: Server, trouble: Answer) -> None:
    assert ask(server, trouble, good).body == BODY
    assert len(server.seen) == 2


@pytest.mark.parametrize(
    ("trouble", "reason", "requests"),
    [
        (answer(404, b"<html>Not here</html>"), "the server answered 404 Not Found", 1),
        (answer(503, b"busy"), "the server answered 503 Service Unavailable", 5),
        (answer(204), "the server answered 204 No Content", 1),
        (answer(200), "the answer is empty", 1),
        (truncated, "the answer broke off after 5,120 of 10,240 bytes", 3),
        (broken_chunks, "the answer broke off after 5 bytes", 3),
        (reset, "no connection, or it was lost: Connection reset by peer", 5),
        (moved("/again"), "the server redirected more than 5 times", 6),
        (moved("http://evil.example/x"), r"redirected to another host \(http://evil.example/x\)", 1),
        (moved("//127.0.0.1:9/x"), "redirected to another host", 1),
        (moved("http://[broken"), "redirected to another host", 1),
        (answer(200, b"x" * 20_001), "the answer has 20,001 bytes, more than the 20,000 allowed", 1),
    ],
)
def test_lasting_trouble_is_one_sentence(server: Server, trouble: Answer, reason: str, requests: int) -> None:
    with pytest.raises(SourceError, match=reason) as caught:
        ask(server, trouble, limit=20_000)
    assert str(caught.value).startswith(URL + ": ")
    assert "\n" not in str(caught.value)
    assert len(server.seen) == requests


def test_limit_holds_for_a_body_of_unannounced_length(server: Server) -> None:
    def endless(handler: Handler) -> None:
        trickle(handler, b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", b"x" * 200_000)

    with pytest.raises(SourceError, match="longer than the 100,000 bytes allowed"):
        ask(server, endless, limit=100_000)


@pytest.mark.parametrize(
    "slow",
    [slow_headers, slow_body, answer(503, b"later", ("Retry-After", "3600"))],
    ids=["trickling headers", "trickling body", "Retry-After of an hour"],
)
def test_deadline_holds_for_everything(server: Server, slow: Answer) -> None:
    began = time.monotonic()
    with pytest.raises(SourceError, match=r"no answer within 0\.2 s"):
        ask(server, slow, deadline=0.2)
    assert time.monotonic() - began < 2


def asked_of(server: Server) -> list[dict[str, str | None]]:
    """The conditions of the requests so far."""
    return [{name: value for name, value in conditions.items() if value} for conditions in server.conditions]


def test_what_the_server_says_is_still_the_file_does_not_come_again(server: Server) -> None:
    marks = ("ETag", 'W/"5"'), ("Last-Modified", "Mon, 02 Feb 2026 10:00:00 GMT")
    first = ask(server, answer(200, BODY, *marks))
    assert (first.vintage, first.unchanged) == ("Mon, 02 Feb 2026 10:00:00 GMT", False)
    server.answers = [answer(304, b"", *marks)]
    again = fetch(URL, mirror=server.base, held=replace(first, retrieved_at="2026-02-03T00:00:00Z"))
    # The body came when it came; nobody has seen another since.
    assert again == replace(first, retrieved_at="2026-02-03T00:00:00Z", unchanged=True)
    assert asked_of(server) == [{}, {"If-None-Match": 'W/"5"', "If-Modified-Since": marks[1][1]}]


def test_a_new_file_comes_whole_with_its_own_marks(server: Server) -> None:
    held = Download(URL, b"old", "2026-01-01T00:00:00Z", "", "1", etag='"1"')
    server.answers = [answer(200, BODY, ("ETag", '"2"'))]
    came = fetch(URL, mirror=server.base, held=held)
    assert (came.body, came.vintage, came.etag, came.unchanged) == (BODY, "2", '"2"', False)
    assert asked_of(server) == [{"If-None-Match": '"1"'}]


@pytest.mark.parametrize("held", [None, Download(URL, b"old", "2026-01-01T00:00:00Z", "")], ids=["nothing", "unmarked"])
def test_not_modified_is_no_answer_to_whoever_did_not_ask_for_it(server: Server, held: Download | None) -> None:
    server.answers = [answer(304)]
    with pytest.raises(SourceError, match="the server answered 304 Not Modified"):
        fetch(URL, mirror=server.base, held=held)


@pytest.mark.parametrize(
    ("answers", "requests"),
    [([good], 1), ([answer(503)], 5), ([reset, good], 2), ([truncated, good], 2), ([moved("/again")], 6)],
    ids=["good", "busy", "reset", "truncated", "moved"],
)
def test_every_request_waits_for_its_turn(server: Server, answers: list[Answer], requests: int) -> None:
    turns: list[str] = []
    server.answers = answers
    with suppress(SourceError):
        fetch(URL, mirror=server.base, pause=0, turn=turns.append)
    assert turns == [f"127.0.0.1:{server.server_port}"] * requests
    assert len(server.seen) == requests


def test_loopback_mirror_is_reached_past_a_proxy(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    assert ask(server, good).body == BODY


@pytest.mark.parametrize(
    ("asked", "honoured"),
    [
        ("https://data.example/x", True),
        ("http://mirror.example:8080/data.example/x", True),
        ("http://127.0.0.1:8080/data.example/x", False),
        ("http://[::1]:8080/data.example/x", False),
        ("http://localhost:8080/data.example/x", False),
    ],
)
def test_proxies_are_honoured_off_the_loopback(asked: str, honoured: bool) -> None:
    with make_session(asked, pause=1) as session:
        assert session.trust_env is honoured


def test_nobody_listening_is_a_source_error() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        base = f"http://127.0.0.1:{free.getsockname()[1]}"
        with pytest.raises(SourceError, match="no connection, or it was lost: Connection refused"):
            fetch(URL, mirror=base, pause=0)


@pytest.mark.parametrize(
    ("url", "mirror", "reason"),
    [
        ("http://data.example/x", None, "not an https address"),
        ("data.example/x", None, "not an https address"),
        (URL, "ftp://mirror.example", "mirror's base is not an http or https address"),
        (URL, "http://[broken", "the request failed: Invalid IPv6 URL"),
    ],
)
def test_bad_addresses_are_source_errors(url: str, mirror: str | None, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        fetch(url, mirror=mirror)


def test_address_without_mirror_is_the_publishers() -> None:
    assert address(URL, None) == URL
    assert address("https://a.example/b", "https://m.example/base") == "https://m.example/base/a.example/b"


def test_within_hands_over_results_and_errors() -> None:
    assert within(5, lambda: 42) == 42
    with pytest.raises(ZeroDivisionError):
        within(5, partial(divmod, 1, 0))
    with pytest.raises(TimeoutError):
        within(0.01, threading.Event().wait)
