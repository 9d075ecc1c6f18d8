"""Where the application stands, for what an answer says of itself.

A client makes up the header Host, so what it says must not reach others: where the public address is not set, an answer
that holds an address is not to be kept by anyone.
"""

from typing import Final
from urllib.parse import urlsplit

from starlette.requests import Request

import settings

UNKEPT: Final = "no-store"


def base(request: Request) -> str:
    """The public address or, where none is set, that which was asked; without a slash at its end."""
    return settings.public_address() or f"{request.url.scheme}://{request.url.netloc}{_folder(request)}"


def below(request: Request) -> str:
    """The path of `base`: empty, or with a slash before it."""
    return urlsplit(base(request)).path


def of(request: Request) -> str:
    """The address of what is asked for."""
    asked = request.url.path.removeprefix(_folder(request))
    return f"{base(request)}{asked}{f'?{request.url.query}' if request.url.query else ''}"


def keep(known: str) -> str:
    """How long an answer that holds an address may be kept, of which `known` is said where the address is set."""
    return known if settings.public_address() else UNKEPT


def _folder(request: Request) -> str:
    """The folder that this process itself serves under."""
    return str(request.scope.get("root_path", "")).removesuffix("/api")
