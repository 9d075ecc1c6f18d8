"""Addresses are of a bounded length."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from data.store import Dataset
from indicators import catalogue
from indicators.catalogue import groups
from server.bounds import LONGEST, bounded


def length(request: Request) -> Response:
    return Response(str(len(request.url.query)))


asking = TestClient(Starlette(routes=[Route("/", length)], middleware=[Middleware(bounded)]))


@pytest.mark.parametrize(("more", "status"), [(0, 200), (1, 414)])
def test_the_longest_address_is_answered_and_no_longer_one(more: int, status: int) -> None:
    answer = asking.get(f"/?{'a' * (LONGEST - len('/') + more)}")
    assert answer.status_code == status
    if status == 414:
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["detail"].startswith("The address has 16,385 bytes, expected at most 16,384")


def test_every_indicator_and_every_area_can_be_named(snapshot: Dataset) -> None:
    named = ",".join([*catalogue.load(), *snapshot.areas["code"], *groups.load()])
    assert len(named) < LONGEST - 1000
