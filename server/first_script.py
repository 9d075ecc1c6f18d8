"""The pages' HTML with a script before all others: the steps of the back button, see `server/back_button.js`."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEAD: Final = b"<head>"
LEFT_OUT: Final = (b"if-none-match", b"if-modified-since", b"accept-encoding")
"""What Streamlit is not told of a request for a page: its file's tag knows nothing of the script, and a compressed
page could not be added to."""
SCRIPT: Final = b"<script>\n" + Path(__file__).with_name("back_button.js").read_bytes() + b"</script>"


def with_first_script(app: ASGIApp) -> ASGIApp:
    """The application, whose HTML pages carry the script; whatever else it answers stays as it is.

    A page's own scripts are loaded too late for this one to be among them: the address may be written before.
    """

    async def answered(scope: Scope, receive: Receive, send: Send) -> None:
        start: list[Message] = []
        body: list[bytes] = []

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start" and _is_page(message["headers"]):
                start.append(message)
            elif start and message["type"] == "http.response.body":
                body.append(message.get("body", b""))
                if not message.get("more_body", False):
                    await _send_page(start[0], b"".join(body), send)
            else:
                await send(message)

        if scope["type"] != "http" or not _wants_page(scope["headers"]):
            await app(scope, receive, send)
        else:
            headers = [(name, value) for name, value in scope["headers"] if name not in LEFT_OUT]
            await app({**scope, "headers": headers}, receive, sent)

    return answered


async def _send_page(start: Message, body: bytes, send: Send) -> None:
    page = body.replace(HEAD, HEAD + SCRIPT, 1)
    headers = MutableHeaders(scope=start)
    headers["Content-Length"] = str(len(page) if body else int(headers.get("Content-Length", "0")) + len(SCRIPT))
    del headers["ETag"], headers["Last-Modified"]
    await send(start)
    await send({"type": "http.response.body", "body": page})


def _wants_page(headers: Iterable[tuple[bytes, bytes]]) -> bool:
    return any(name == b"accept" and b"text/html" in value for name, value in headers)


def _is_page(headers: Iterable[tuple[bytes, bytes]]) -> bool:
    return any(name.lower() == b"content-type" and value.startswith(b"text/html") for name, value in headers)
