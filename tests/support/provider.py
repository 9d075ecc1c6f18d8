"""An OpenID Connect provider on the loopback, at which everyone is logged in already."""

import secrets
import time
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from socket import create_server
from threading import Thread
from typing import Any, Final
from urllib.parse import parse_qs, urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

CLIENT: Final = "indicators"


@contextmanager
def provider() -> Iterator[str]:
    """The address of its metadata."""
    # Who asks before the server has started waits in the socket's queue.
    socket = create_server(("127.0.0.1", 0))
    port = socket.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(_provider(f"http://127.0.0.1:{port}"), log_level="error"))
    thread = Thread(target=server.run, args=([socket],))
    thread.start()
    yield f"http://127.0.0.1:{port}/metadata"
    server.should_exit = True
    thread.join()


def _provider(issuer: str) -> Starlette:
    key = RSAKey.generate_key(2048, {"kid": "1"})
    asked: dict[str, dict[str, str]] = {}

    def metadata(_request: Request) -> Response:
        ends = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys"}
        algorithms = {"id_token_signing_alg_values_supported": ["RS256"]}
        return JSONResponse(
            {"issuer": issuer, **{name: f"{issuer}/{path}" for name, path in ends.items()}, **algorithms}
        )

    def keys(_request: Request) -> Response:
        return JSONResponse(KeySet([key]).as_dict(private=False))

    def authorize(request: Request) -> Response:
        query = dict(request.query_params)
        assert query["client_id"] == CLIENT
        code = secrets.token_urlsafe()
        asked[code] = query
        return RedirectResponse(f"{query['redirect_uri']}?{urlencode({'code': code, 'state': query['state']})}")

    async def token(request: Request) -> Response:
        said = {name: values[0] for name, values in parse_qs((await request.body()).decode()).items()}
        query = asked.pop(said["code"], None)
        if query is None or _challenge(said["code_verifier"]) != query["code_challenge"]:
            return JSONResponse({"error": "invalid_grant"}, 400)
        now = int(time.time())
        claims: dict[str, Any] = {"iss": issuer, "aud": CLIENT, "sub": "a reader", "nonce": query["nonce"]}
        signed = jwt.encode({"alg": "RS256", "kid": "1"}, {**claims, "iat": now, "exp": now + 60}, key)
        return JSONResponse({"access_token": "a", "token_type": "Bearer", "id_token": signed})

    return Starlette(
        routes=[
            Route("/metadata", metadata),
            Route("/keys", keys),
            Route("/authorize", authorize),
            Route("/token", token, methods=["POST"]),
        ]
    )


def _challenge(verifier: str) -> str:
    return urlsafe_b64encode(sha256(verifier.encode()).digest()).decode().rstrip("=")
