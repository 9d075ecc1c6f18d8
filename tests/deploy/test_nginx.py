"""What nginx does by `deploy/nginx`, before servers that tell their name: readers stay, limits, one of two ended."""

import re
import secrets
import select
import socket
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import httpx2 as httpx
import pytest

from server import several
from tests.support.proxied import needed, proxied, replica

FOLDER = "/indikatoren"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Nginx in a folder before two servers, a and b."""
    needed()
    # What nginx keeps it writes as nobody, who may not come by pytest's folders.
    with (
        TemporaryDirectory() as folder,
        replica("a") as a,
        replica("b") as b,
        proxied(Path(folder), [a, b], FOLDER) as address,
    ):
        yield address


@pytest.fixture(scope="module")
def reader() -> Iterator[httpx.Client]:
    """One client for all, as each of its own reads all certificates of the machine first."""
    with httpx.Client() as client:
        yield client


def test_a_reader_gets_one_cookie_and_stays(address: str, reader: httpx.Client) -> None:
    met = set()
    for _ in range(20):
        reader.cookies.clear()
        cookie = reader.get(f"{address}/growth").headers["set-cookie"]
        assert re.fullmatch(r"replica=[0-9a-f]{32}; Path=/indikatoren/; HttpOnly; SameSite=Lax", cookie)
        names = {(again := reader.get(f"{address}/growth")).text for _ in range(4)}
        assert "set-cookie" not in again.headers
        assert len(names) == 1
        met |= names
    # That all of twenty are led to the same one of two has a chance of one in half a million.
    assert met == {"a", "b"}


def test_who_refuses_the_cookie_stays_by_address(address: str, reader: httpx.Client) -> None:
    met = set()
    for _ in range(8):
        reader.cookies.clear()
        met.add(reader.get(f"{address}/growth").text)
    assert len(met) == 1


def test_files_set_no_cookie_that_would_keep_them_out_of_caches(address: str, reader: httpx.Client) -> None:
    reader.cookies.clear()
    assert "set-cookie" not in reader.get(f"{address}/api/v1/observations.csv").headers


def test_over_tls_the_cookie_is_for_tls_only(address: str, reader: httpx.Client) -> None:
    reader.cookies.clear()
    answer = reader.get(f"{address}/growth", headers={"X-Forwarded-Proto": "https"})
    assert answer.headers["set-cookie"].endswith("; Secure")


@pytest.mark.parametrize("path", [f"{FOLDER}/metrics", "/", "/healthz"])
def test_what_is_not_for_readers_is_not_there(address: str, reader: httpx.Client, path: str) -> None:
    assert reader.get(address.removesuffix(FOLDER) + path).status_code == 404


def test_the_folder_without_a_slash_leads_into_it(address: str, reader: httpx.Client) -> None:
    answer = reader.get(address)
    assert (answer.status_code, answer.headers["location"]) == (301, f"{FOLDER}/")


def test_who_was_with_a_process_that_ended_is_with_the_other(tmp_path: Path, reader: httpx.Client) -> None:
    needed()
    with ExitStack() as b_ends, replica("a") as a:
        b = b_ends.enter_context(replica("b"))
        with proxied(tmp_path, [a, b]) as address:
            cookies = [{"Cookie": f"replica={secrets.token_hex(16)}"} for _ in range(20)]
            with_b = [one for one in cookies if reader.get(f"{address}/", headers=one).text == "b"]
            assert 0 < len(with_b) < 20
            b_ends.close()
            assert {reader.get(f"{address}/", headers=one).text for one in with_b} == {"a"}


def assert_told(answer: httpx.Response, status: int, german: str, english: str, again: str | None = None) -> None:
    """As a page in both languages."""
    assert (answer.status_code, answer.headers["content-type"]) == (status, "text/html; charset=utf-8")
    assert answer.headers.get("retry-after") == again
    assert f'<p lang="de">{german}' in answer.text
    assert f'<p lang="en">{english}' in answer.text


def assert_problem(answer: httpx.Response, status: int, begin: str, again: str | None = None) -> None:
    """As a problem document, which no page of another site is let to run."""
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert answer.headers.get("retry-after") == again
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    told = answer.json()
    assert (told["status"], told["type"]) == (status, "about:blank")
    assert told["detail"].startswith(begin)


def nth(address: str, reader: httpx.Client, coding: str = "gzip") -> str:
    """Which answer of the server this is."""
    return str(reader.get(address, headers={"Accept-Encoding": coding}).headers["answer"])


@pytest.mark.parametrize("path", ["static/js/index.C3n7.js", "static/css/index.C1JO.css", "scripts/09f3/menu.js"])
def test_scripts_are_asked_of_a_process_once_for_each_coding(address: str, reader: httpx.Client, path: str) -> None:
    reader.cookies.clear()
    asked = [nth(f"{address}/{path}", reader, coding) for coding in ("gzip", "br", "gzip", "br")]
    assert asked[:2] == asked[2:]
    assert asked[0] != asked[1]


@pytest.mark.parametrize(
    "path",
    [
        "",
        "growth",
        "present",
        "healthz",
        "api/v1/catalogue.json?version=1",
        "_stcore/health",
        "scripts/09f3/private.js",
    ],
)
def test_nothing_else_is_kept_for_others(address: str, reader: httpx.Client, path: str) -> None:
    reader.cookies.clear()
    assert nth(f"{address}/{path}", reader) != nth(f"{address}/{path}", reader)


def test_without_any_process_readers_and_programs_are_told(tmp_path: Path, reader: httpx.Client) -> None:
    needed()
    with replica("a") as ended:
        pass
    with proxied(tmp_path, [ended]) as address:
        page = reader.get(f"{address}/growth")
        assert_told(page, 503, "Die Übersicht startet gerade neu", "The overview is starting again", "5")
        assert 'http-equiv="refresh"' in page.text
        for path in ("/api/v1/observations.csv", "/healthz"):
            assert_problem(reader.get(address + path), 503, "The overview is starting again", "5")


def test_one_client_has_so_many_files_a_second_and_no_more(tmp_path: Path, reader: httpx.Client) -> None:
    """60 at once, ten more with each second that the requests take."""
    needed()
    with replica("a") as a, proxied(tmp_path, [a], unlimited=()) as address:
        answers = [reader.get(f"{address}/api/v1/observations.csv") for _ in range(200)]
        served = sum(answer.status_code == 200 for answer in answers)
        seconds = sum(answer.elapsed.total_seconds() for answer in answers)
        assert 60 <= served <= 62 + 20 * seconds
        assert {answer.status_code for answer in answers} == {200, 429}
        assert_problem(answers[-1], 429, "One client asked for more than ten files a second", "5")


def test_one_client_has_thirty_pages_open_and_no_more(tmp_path: Path) -> None:
    """Lines to a server that answers none of them, so that nginx does, and one only."""
    needed()
    with ExitStack() as opened, socket.create_server(("127.0.0.1", 0)) as silent:
        address = opened.enter_context(proxied(tmp_path, [silent.getsockname()[1]], unlimited=()))
        public = ("127.0.0.1", urlsplit(address).port or 0)
        lines = [opened.enter_context(socket.create_connection(public)) for _ in range(31)]
        for line in lines:
            line.sendall(b"GET /_stcore/stream HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        (refused,), _, _ = select.select(lines, [], [], 10)
        head = refused.recv(4096)
        assert head.startswith(b"HTTP/1.1 429 ")
        assert b"\r\nContent-Type: text/html; charset=utf-8\r\n" in head


def test_a_body_that_no_page_takes_is_refused(address: str, reader: httpx.Client) -> None:
    page = reader.put(f"{address}/_stcore/upload_file/a/b", content=bytes(5_000_000))
    assert_told(page, 413, "Das Gesendete ist größer als die 4 MB", "What was sent has more than the 4 MB")
    assert_problem(reader.post(f"{address}/api/v1/observations.csv", content=bytes(5_000_000)), 413, "What was sent")


def test_an_address_that_no_page_takes_is_refused(address: str, reader: httpx.Client) -> None:
    asked = f"?area={30_000 * '5'}"
    page = reader.get(f"{address}/growth{asked}")
    assert_told(page, 414, "Die Adresse hat mehr als 20.000 Bytes", "The address has more than 20,000 bytes")
    assert_problem(reader.get(f"{address}/api/v1/observations.csv{asked}"), 414, "The address has more than 20,000")


def test_what_nginx_tells_has_no_address_of_its_own(address: str, reader: httpx.Client) -> None:
    assert reader.get(f"{address.removesuffix(FOLDER)}/.told.html").status_code == 404


@pytest.mark.parametrize("folder", ["", FOLDER])
def test_the_configuration_with_tls_is_whole(folder: str, tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-days", "1"]
    subprocess.run([*made, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    listen = (several.TEMPLATE.with_name("tls.conf")).read_text("utf-8")
    listen = re.sub(r"/etc/nginx/tls/(\S+);", rf"{tmp_path}/\1;", listen)
    file = several.written(tmp_path, listen, ["127.0.0.1:8502", "127.0.0.1:8503"], folder)
    told = subprocess.run([needed(), "-t", "-c", file, "-e", "stderr"], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    assert "warn" not in told.stderr
