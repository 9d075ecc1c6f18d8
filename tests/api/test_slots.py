"""Exports take slots: so many at once, the others wait or hear when to ask again, and nobody else waits for them."""

import asyncio
from collections.abc import Callable
from threading import Barrier, Event

import httpx2 as httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from api import routes
from api.problems import HANDLERS
from api.slots import in_slots
from exports.formats import xlsx_file

WORKBOOK = "/api/v1/observations.xlsx?indicator=population&area=51&from=2024"


def asking(export: Callable[[Request], Response], patience: float) -> httpx.AsyncClient:
    """A client of two addresses, of which the export runs twice at once."""
    answers = [
        Route("/export", in_slots(export, export=True, at_once=2, patience=patience)),
        Route("/other", in_slots(lambda _request: Response("other"), export=False)),
    ]
    app = Starlette(routes=answers, exception_handlers=HANDLERS)
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost")


def test_an_export_too_many_hears_when_to_ask_again_and_nobody_else_waits() -> None:
    begun, free = Barrier(3), Event()

    def export(_request: Request) -> Response:
        begun.wait(10)
        return Response(f"made: {free.wait(10)}")

    async def ask() -> None:
        async with asking(export, patience=0.05) as client:
            under_way = [asyncio.create_task(client.get("/export")) for _ in range(2)]
            await asyncio.to_thread(begun.wait, 10)
            refused, other = await client.get("/export"), await client.get("/other")
            free.set()
            made = await asyncio.gather(*under_way)
        assert (refused.status_code, refused.headers["content-type"]) == (503, "application/problem+json")
        assert refused.headers["retry-after"] == "10"
        assert refused.json()["detail"].startswith("2 other files are being made")
        assert other.text == "other"
        assert [answer.text for answer in made] == ["made: True"] * 2

    asyncio.run(ask())


def test_an_export_that_finds_no_slot_waits_for_one() -> None:
    pair, running, most = Barrier(2), [0], [0]

    def export(_request: Request) -> Response:
        running[0] += 1
        most[0] = max(most[0], running[0])
        pair.wait(10)
        pair.wait(10)
        running[0] -= 1
        pair.wait(10)
        return Response("made")

    async def ask() -> None:
        async with asking(export, patience=30) as client:
            made = await asyncio.gather(*(client.get("/export") for _ in range(6)))
        assert [answer.text for answer in made] == ["made"] * 6

    asyncio.run(ask())
    assert most == [2]


def test_the_head_of_a_file_is_told_without_making_it(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = client.get(WORKBOOK)

    def never(*_of: object) -> bytes:
        raise AssertionError("a workbook was made")

    monkeypatch.setattr(xlsx_file, "to_xlsx", never)
    head = client.head(WORKBOOK)
    assert (head.status_code, head.content) == (200, b"")
    same = {"content-type", "content-disposition", "etag", "cache-control"}
    assert {name: head.headers[name] for name in same} == {name: whole.headers[name] for name in same}
    assert "content-length" not in head.headers
    assert client.head(WORKBOOK.replace("population", "nothing")).status_code == 400


def test_exports_are_addresses_that_there_are() -> None:
    for begin in routes.EXPORTS:
        assert any(path.startswith(begin) for path in routes.DATA), begin
