"""Sessions that speak to pages as their browsers do, over the loopback."""

import asyncio
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager

import pytest

from benchmarks import readers, sessions
from benchmarks.contestants import DASH, PRODUCT_YEAR, Contestant
from benchmarks.sessions import Asked, Change, NotChangedError, alone, together
from tests.support import extent
from tests.support.serving import served


@pytest.mark.parametrize(
    ("contestant", "kind", "asked"),
    extent.some([(PRODUCT_YEAR, sessions.streamlit, sessions.SPANS), (DASH, sessions.dash, sessions.SINGLE)], 2),
)
def test_sessions_change_the_year_and_notice_when_it_stays(
    contestant: Contestant,
    kind: sessions.Session,
    asked: Sequence[Asked],
    empty_store: object,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert empty_store
    monkeypatch.setattr(sessions, "THINK", 0.01)
    monkeypatch.setattr(sessions, "WARM", extent.either(2, sessions.WARM))

    async def test() -> None:
        async with served(contestant.command, contestant.ready) as server:
            session: AbstractAsyncContextManager[Change] = kind(server.port)
            async with session as change:
                assert await change(asked[3]) > 0
                with pytest.raises(NotChangedError):
                    await change((asked[4][0], asked[3][1]))
            one = await alone(kind, server, asked, 3)
            assert one["ms_median"] > 0
            assert one["processor_ms"] > 0
            many = await together(kind, server, asked, 3, 2)
            assert (many["sessions"], many["changes"]) == (3, 6)
            assert many["ms_p95"] >= many["ms_median"]
            if kind is sessions.streamlit:
                come = await readers.come(server.port, count=3, within=0.1)
                assert (len(come.seconds), dict(come.errors)) == (3, {})

    asyncio.run(test())
