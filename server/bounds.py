"""How long an address may be; whatever lists it holds are bounded by that, and by what there is to be named."""

from typing import Final

from starlette.types import ASGIApp, Receive, Scope, Send

from api.problems import problem

LONGEST: Final = 16_384
"""Bytes of path and query; all indicators and areas by their ids have three thousand."""


def bounded(app: ASGIApp) -> ASGIApp:
    """The application, which answers 414 to longer addresses, pages and files alike."""

    async def told(scope: Scope, receive: Receive, send: Send) -> None:
        size = len(scope.get("raw_path") or b"") + len(scope.get("query_string", b""))
        if scope["type"] != "http" or size <= LONGEST:
            await app(scope, receive, send)
            return
        refused = problem(
            414,
            f"The address has {size:,} bytes, expected at most {LONGEST:,}; name fewer areas and indicators, or none, "
            "which stands for all.",
        )
        await refused(scope, receive, send)

    return told
