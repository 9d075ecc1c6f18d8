"""What goes wrong is told as a problem, also where Streamlit or Starlette would say two words as text, or none."""

from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import refused


def explained(app: ASGIApp) -> ASGIApp:
    """The application, whose errors are problem documents, or pages of ours."""

    async def told(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        replaced = False

        async def sent(message: Message) -> None:
            nonlocal replaced
            if message["type"] == "http.response.start" and _wordless(message):
                replaced = True
                allowed = Headers(raw=message["headers"]).get("Allow")
                error = HTTPException(message["status"], headers={"Allow": allowed} if allowed else None)
                await refused(Request(scope), error)(scope, receive, send)
            elif not replaced:
                await send(message)

        await app(scope, receive, sent)

    return told


def _wordless(start: Message) -> bool:
    kind = Headers(raw=start["headers"]).get("Content-Type", "").partition(";")[0]
    return start["status"] >= HTTPStatus.BAD_REQUEST and kind != "text/html" and not kind.endswith("json")
