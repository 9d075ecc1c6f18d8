"""The one place that speaks HTTP: a whole, dated, hashed file, or one sentence that says why not."""

import hashlib
import ipaddress
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from threading import Thread
from typing import Any, Final, TypeVar
from urllib.parse import urljoin, urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError

from data.sources.pace import PoliteRetry, Turn, at_once

USER_AGENT: Final = f"leipzig-urban-indicators/0.1 (open-data refresh; python-requests/{requests.__version__})"
CONNECT_TIMEOUT: Final = 10.0
READ_TIMEOUT: Final = 60.0
RETRIES: Final = 4
ATTEMPTS_AT_A_WHOLE_BODY: Final = 3
CHUNK: Final = 64 * 2**10

Result = TypeVar("Result")


class SourceError(Exception):
    """A source could not be used; one sentence: what was wrong, what was expected, what to do."""


class NotThereError(SourceError):
    """The server has nothing at this address; it may have moved."""


@dataclass(frozen=True)
class Download:
    """A file as its publisher served it.

    url: the publisher's https address, also when a mirror answered for it.
    retrieved_at: when the body came, UTC, ISO 8601, whole seconds, with a Z. sha256: of body, in hexadecimal.
    vintage: when or which edition it is in the server's own words (Last-Modified, else ETag), '' if it says none.
    etag, modified: these two as the server sent them, '' where it did not; unchanged: whether it was held, and the
    server said that it is still the file.
    """

    url: str
    body: bytes
    retrieved_at: str
    sha256: str
    vintage: str = ""
    etag: str = ""
    modified: str = ""
    unchanged: bool = False


class SameHostSession(requests.Session):
    """A session that follows a redirect only where scheme, host and port stay the same, and waits for its turn.

    A publisher's licence and attribution belong to its host; what another one serves is another source.
    """

    def __init__(self, turn: Callable[[], None]) -> None:
        super().__init__()
        self.turn = turn

    def send(self, request: requests.PreparedRequest, **how: Any) -> requests.Response:
        self.turn()
        return super().send(request, **how)

    def get_redirect_target(self, resp: requests.Response) -> str | None:
        target = super().get_redirect_target(resp)
        if target is not None and not _same_host(resp.url, target):
            resp.close()
            raise SourceError(f"the server redirected to another host ({target[:100]})")
        return target


def fetch(
    url: str,
    *,
    mirror: str | None = None,
    limit: int = 64 * 2**20,
    deadline: float = 150.0,
    pause: float = 1.0,
    held: Download | None = None,
    turn: Turn = at_once,
) -> Download:
    """The file at an https address, whole.

    mirror: a base address that is asked as `BASE/host/path?query` in place of the publisher's host.
    limit: most bytes of a body, after decompression. deadline: seconds for everything, pauses between
    attempts included. pause: unit of the growing pauses, seconds. held: what came last time, which is returned if the
    server says that it is still the file. turn: is called before each request, with the host that is asked.
    Raises SourceError for whatever goes wrong; the sentence begins with the address.
    """
    try:
        asked = address(url, mirror)
        return within(deadline, lambda: _download(url, asked, limit, pause, held, turn))
    # requests lets through what it does not know: urllib3's own errors, and ValueError for bad addresses.
    except (SourceError, OSError, HTTPError, ValueError) as error:
        through = " (asked through the mirror)" if mirror else ""
        reason = f"no answer within {deadline:g} s" if type(error) is TimeoutError else _reason(error)
        kind = NotThereError if isinstance(error, NotThereError) else SourceError
        raise kind(
            f"{url}: {reason}{through}; expected the whole file with status 200; "
            "try again later, or open the address in a browser to see whether it has moved"
        ) from error


def address(url: str, mirror: str | None) -> str:
    """The address to ask for the file at `url`: itself, or its place on the mirror.

    Raises SourceError unless `url` is https and the mirror, if any, is http or https.
    """
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname:
        raise SourceError("the address is not an https address")
    if mirror is None:
        return url
    base = urlsplit(mirror)
    if base.scheme not in ("http", "https") or not base.hostname:
        raise SourceError("the mirror's base is not an http or https address")
    query = f"?{parts.query}" if parts.query else ""
    return f"{mirror.rstrip('/')}/{parts.netloc}{parts.path}{query}"


def within(seconds: float, work: Callable[[], Result]) -> Result:
    """What `work` returns or raises, or TimeoutError once `seconds` have passed.

    Timeouts of a socket start anew with every byte; only a clock outside the work holds against a server
    that trickles. Work that is given up goes on in a daemon thread, which never keeps the process alive.
    """
    outcome: Future[Result] = Future()

    def run() -> None:
        try:
            outcome.set_result(work())
        except BaseException as error:  # handed over whole: whoever waits decides
            outcome.set_exception(error)

    Thread(target=run, name="download", daemon=True).start()
    return outcome.result(timeout=seconds)


def make_session(asked: str, pause: float, turn: Turn = at_once) -> requests.Session:
    """The session that every request goes through; asked: the address that it is for."""
    retry = PoliteRetry(
        total=RETRIES,
        status_forcelist=(429, 500, 502, 503, 504),
        allowed_methods={"GET"},
        raise_on_status=False,  # the last answer then names the status itself
        backoff_factor=pause,
        backoff_max=20,
        retry_after_max=30,
    )
    retry.turn = partial(turn, urlsplit(asked).netloc)
    session = SameHostSession(retry.turn)
    session.max_redirects = 5
    session.headers["User-Agent"] = USER_AGENT
    # City networks reach publishers through a proxy, which cannot reach this machine's loopback.
    session.trust_env = not is_loopback(asked)
    session.mount("https://", HTTPAdapter(max_retries=retry))
    session.mount("http://", HTTPAdapter(max_retries=retry))
    return session


def _same_host(here: str, target: str) -> bool:
    try:
        one, other = urlsplit(here), urlsplit(urljoin(here, target))
        return (one.scheme, one.hostname, one.port) == (other.scheme, other.hostname, other.port)
    except ValueError:  # a target that is no address
        return False


def is_loopback(asked: str) -> bool:
    """Whether an address is on this machine."""
    host = urlsplit(asked).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def _download(url: str, asked: str, limit: int, pause: float, held: Download | None, turn: Turn) -> Download:
    with make_session(asked, pause, turn) as session:
        for attempt in range(1, ATTEMPTS_AT_A_WHOLE_BODY):
            try:
                return _file(session, url, asked, limit, held)
            except _BrokenOffError:
                # A busy server that breaks off would break off again at once; the session's own pauses know of headers
                # only.
                time.sleep(pause * attempt)
        return _file(session, url, asked, limit, held)


class _BrokenOffError(SourceError):
    """The body ended before its end: worth another attempt."""


def _file(session: requests.Session, url: str, asked: str, limit: int, held: Download | None) -> Download:
    conditions = {"If-None-Match": held.etag, "If-Modified-Since": held.modified} if held else {}
    headers = {name: value for name, value in conditions.items() if value}
    with session.get(asked, headers=headers, stream=True, timeout=(CONNECT_TIMEOUT, READ_TIMEOUT)) as response:
        if response.status_code == 304 and held and headers:
            return replace(held, url=url, unchanged=True)
        if response.status_code != 200:
            kind = NotThereError if response.status_code in (404, 410) else SourceError
            raise kind(f"the server answered {response.status_code} {response.reason or ''}".rstrip())
        body = _body(response, limit)
        etag, modified = (response.headers.get(name, "") for name in ("ETag", "Last-Modified"))
    retrieved_at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    vintage = modified or etag.removeprefix("W/").strip('"')
    return Download(url, body, retrieved_at, hashlib.sha256(body).hexdigest(), vintage, etag, modified)


def _body(response: requests.Response, limit: int) -> bytes:
    announced = response.headers.get("Content-Length", "")
    if announced.isdecimal() and int(announced) > limit:
        raise SourceError(f"the answer has {int(announced):,} bytes, more than the {limit:,} allowed")
    body = bytearray()
    try:
        for chunk in response.iter_content(CHUNK):
            body += chunk
            if len(body) > limit:
                raise SourceError(f"the answer is longer than the {limit:,} bytes allowed")
    except requests.RequestException as error:
        of = f" of {int(announced):,}" if announced.isdecimal() else ""
        # Content-Length counts bytes as sent, which compression makes fewer than those of the body.
        came = response.raw.tell() if of else len(body)
        raise _BrokenOffError(f"the answer broke off after {came:,}{of} bytes") from error
    if not body:
        raise SourceError("the answer is empty")
    return bytes(body)


def _reason(error: BaseException) -> str:
    if isinstance(error, SourceError):
        return str(error)
    if isinstance(error, requests.TooManyRedirects):
        return "the server redirected more than 5 times"
    if isinstance(error, requests.exceptions.SSLError):
        return f"no secure connection: {_root(error)}"
    if isinstance(error, requests.exceptions.ProxyError):
        return f"the proxy of this network did not help: {_root(error)}"
    if isinstance(error, requests.ConnectTimeout):
        return f"no connection within {CONNECT_TIMEOUT:g} s"
    if isinstance(error, requests.ConnectionError):
        return f"no connection, or it was lost: {_root(error)}"
    return f"the request failed: {error}"


def _root(error: BaseException) -> str:
    """The operating system's or the protocol's own words, from under the libraries' wrappers."""
    inner: BaseException | None = error
    while inner is not None:
        error = inner
        # urllib3 keeps a lost connection's cause in its arguments, not in the chain of exceptions.
        last = error.args[-1] if error.args else None
        inner = error.__cause__ or error.__context__ or (last if isinstance(last, BaseException) else None)
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
