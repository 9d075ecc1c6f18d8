"""Who may read, where the operator says that not everyone may: OpenID Connect (code flow with PKCE) for readers, tokens
for programs. Without the setting none of this runs.

It stands before everything, Streamlit's web socket included; `st.login` would guard only what a page draws, and lead
back to the overview whatever was asked for.
"""

import re
import secrets
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final
from urllib.parse import urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import HTTPConnection, Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

import settings
from api.problems import problem
from charts.html import tag
from locales import text
from server.bare import bare, language
from server.closed import POLICY_VIOLATION

COOKIE: Final = "indicators_reader"
SESSION: Final = 10 * 3600
"""Seconds until a reader is asked again: a working day."""
OPEN: Final = re.compile(r"/(healthz|metrics)")
"""Health names no figures, and metrics have a token of their own."""
FOR_PROGRAMS: Final = re.compile(r"/(api|scripts|static|media|component|_stcore)(/.*)?")
"""Where a browser follows no redirect to a page that asks who it is."""
START, BACK, END = "/login", "/login/back", "/logout"


@dataclass(frozen=True)
class Login:
    """What the operator says of it. provider: the address of its metadata; public: of the overview; tokens: hashes."""

    provider: str
    client: str
    secret: str
    cookie_secret: str
    public: str
    tokens: frozenset[str]


def said() -> Login | None:
    """None where everyone may read. Raises SettingsError for a login that is said in part."""
    known = settings.in_force()
    secret = known.login_secret.get_secret_value() if known.login_secret else ""
    cookie_secret = known.login_cookie_secret.get_secret_value() if known.login_cookie_secret else ""
    parts = {
        "LOGIN_PROVIDER": known.login_provider,
        "LOGIN_CLIENT": known.login_client,
        "LOGIN_SECRET": secret,
        "LOGIN_COOKIE_SECRET": cookie_secret,
    }
    if not any(parts.values()) and not known.login_tokens:
        return None
    parts["PUBLIC_ADDRESS"] = settings.public_address()
    if missing := [f"{settings.PREFIX}{name}" for name, value in parts.items() if not value]:
        raise settings.SettingsError(f"A login is said, but {', '.join(missing)} is not; expected are all or none.")
    public, tokens = settings.public_address(), frozenset(known.login_tokens.split())
    return Login(known.login_provider, known.login_client, secret, cookie_secret, public, tokens)


def guards(folder: str) -> list[Middleware]:
    """Middleware that lets in who has logged in; none where everyone may read. Raises SettingsError.

    folder: in which the application is served, empty or with a slash before it.
    """
    login = said()
    if login is None:
        return []
    session = Middleware(
        SessionMiddleware,
        secret_key=login.cookie_secret,
        session_cookie=COOKIE,
        max_age=SESSION,
        same_site="lax",
        https_only=login.public.startswith("https://"),
    )
    return [session, Middleware(_guarded(login, folder))]


def _guarded(login: Login, folder: str) -> Callable[[ASGIApp], ASGIApp]:
    provider = _client(login)
    own: dict[str, Callable[[Request], Awaitable[Response]]] = {
        START: lambda request: _start(login, provider, request),
        BACK: lambda request: _back(login, provider, request),
        END: _end,
    }

    def around(app: ASGIApp) -> ASGIApp:
        async def told(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] not in ("http", "websocket"):
                await app(scope, receive, send)
                return
            path = scope["path"].removeprefix(folder)
            if scope["type"] == "http" and path in own:
                answer = await own[path](Request(scope, receive))
                answer.headers["Cache-Control"] = "no-store"
                await answer(scope, receive, send)
            elif OPEN.fullmatch(path) or _known(login, HTTPConnection(scope), path):
                # A copy: Streamlit puts a session of its own into what it is given.
                await app({**scope}, receive, _kept_private(send))
            elif scope["type"] == "websocket":
                await send({"type": "websocket.close", "code": POLICY_VIOLATION})
            else:
                await _who(login, Request(scope), path)(scope, receive, send)

        return told

    return around


def _client(login: Login) -> Any:
    try:
        from authlib.integrations.starlette_client import OAuth  # needed by few, and takes a while
    except ImportError as error:
        raise settings.SettingsError(
            f"A login needs what requirements-login.txt names ({error.name} is missing): pip install -r it."
        ) from None
    oauth = OAuth()
    oauth.register(
        "provider",
        server_metadata_url=login.provider,
        client_id=login.client,
        client_secret=login.secret,
        client_kwargs={"scope": "openid", "code_challenge_method": "S256"},
    )
    return oauth.provider


def _known(login: Login, asking: HTTPConnection, path: str) -> bool:
    """A reader whose session lasts, or a program with a token, which is for files only."""
    if asking.session.get("until", 0) > time.time():
        return True
    scheme, _, token = asking.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not path.startswith("/api/"):
        return False
    hashed = sha256(token.strip().encode()).hexdigest()
    return any([secrets.compare_digest(hashed, known) for known in login.tokens])  # noqa: C419 - as long for each


def _who(login: Login, request: Request, path: str) -> Response:
    """What is answered to somebody unknown: pages lead to the provider, all else is 401."""
    if request.method == "GET" and not FOR_PROGRAMS.fullmatch(path):
        asked = urlencode({"next": f"{path}?{request.url.query}".rstrip("?")})
        return RedirectResponse(f"{login.public}{START}?{asked}", headers={"Cache-Control": "no-store"})
    sentence = f"Only readers who have logged in at {login.public}/ and programs with a token get an answer here."
    return problem(401, sentence, {"WWW-Authenticate": "Bearer"})


async def _start(login: Login, provider: Any, request: Request) -> Response:
    request.session.clear()
    request.session["next"] = request.query_params.get("next", "/")
    answer: Response = await provider.authorize_redirect(request, login.public + BACK)
    return answer


async def _back(login: Login, provider: Any, request: Request) -> Response:
    """From the provider, with a code that it changes into who the reader is; only that somebody is, is kept."""
    from authlib.common.errors import AuthlibBaseError

    following = request.session.get("next", "/")
    try:
        await provider.authorize_access_token(request)
    except AuthlibBaseError:
        request.session.clear()
        lang = language(request, "")
        again = tag("a", text(lang, "Log in"), href=login.public + START)
        return bare(lang, BACK, text(lang, "The login failed"), tag("p", again), status=403)
    request.session.clear()
    request.session["until"] = int(time.time()) + SESSION
    return RedirectResponse(login.public + (following if following.startswith("/") else "/"), 303)


async def _end(request: Request) -> Response:
    request.session.clear()
    lang = language(request, "")
    told = tag("p", tag("a", text(lang, "Log in"), href=f".{START}"))
    return bare(lang, END, text(lang, "You are logged out"), told, status=200)


def _kept_private(send: Send) -> Send:
    """Of what not everyone may read, no cache on the way keeps a copy for others."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            keep = Headers(raw=message["headers"]).get("Cache-Control", "no-store")
            MutableHeaders(scope=message)["Cache-Control"] = keep.replace("public", "private")
        await send(message)

    return sent


def token() -> tuple[str, str]:
    """A new token for a program, and its hash for the setting."""
    made = secrets.token_urlsafe(32)
    return made, sha256(made.encode()).hexdigest()


if __name__ == "__main__":
    made, hashed = token()
    print(f"Token for the program: {made}\nFor INDICATORS_LOGIN_TOKENS:  {hashed}")
