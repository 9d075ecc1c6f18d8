"""What every answer tells browsers not to do with it, and what no answer tells of the server.

A page's own policy says which scripts it has (`server.page`, `server.present`); whatever says none may run none.
"""

from typing import Final

import uvicorn
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.framing import ancestors

POLICY: Final = "Content-Security-Policy"
RUNS_NOTHING: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; font-src data:; base-uri 'self'; "
    "form-action 'self'"
)
"""Of what is no page: a style in it, its pictures and letters, and the field that searches."""
UNUSED: Final = (
    *("accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "geolocation"),
    *("gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer", "microphone", "midi", "payment", "serial"),
    *("usb", "xr-spatial-tracking"),
)
"""What browsers offer and no page needs; the clipboard and the full screen are needed."""
TOLD: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in UNUSED),
}


def guarded(app: ASGIApp) -> ASGIApp:
    """The application, whose every answer says what it may run, who may frame it, and what is not to be made of it."""

    async def told(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        framed_by = f"frame-ancestors {ancestors(scope['query_string'].decode('latin-1'))}"

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(TOLD)
                headers[POLICY] = f"{headers.get(POLICY, RUNS_NOTHING)}; {framed_by}"
            await send(message)

        await app(scope, receive, sent)

    return told


def nameless() -> None:
    """Keeps the server from naming itself in every answer. Streamlit starts it, and passes none of its settings on."""
    uvicorn.Config.encoded_headers = property(lambda _config: [], lambda _config, _value: None)  # type: ignore[assignment]
