"""Addresses that are about the application, not about figures; and all of them in the folder that it is served in."""

from collections.abc import Sequence
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from api.problems import EVERY_METHOD, only_read, problem
from server.health import healthz
from server.metrics import metrics
from server.page import PAGES, page
from server.present import PRESENT, present
from server.scripts import path as script_path
from server.scripts import script

DATA: Final = ("api", "api/{rest:path}", "healthz", "metrics", "scripts/{rest:path}")
"""What Streamlit must not answer with its HTML and 200 where it is asked for elsewhere than we answer."""


def elsewhere(request: Request) -> Response:
    """What is asked for in another folder than the one that the application is served in."""
    return problem(
        404, f"There is nothing at {request.url.path[:80]}; the setting server.baseUrlPath names the folder."
    )


def nothing(_request: Request) -> Response:
    """Below what is no folder. Raises HTTPException."""
    raise HTTPException(404)


def icon(_request: Request) -> Response:
    """A redirect to the icon, which browsers ask for by this name where an address is no page, such as a file."""
    return RedirectResponse(f".{script_path('icon.svg')}")


def without_slash(request: Request) -> Response:
    """A redirect to a page that was asked for with a slash at its end; relative, because a proxy may have taken away a
    part of the path."""
    name = request.url.path.rstrip("/").rpartition("/")[2]
    return RedirectResponse(f"../{name}{f'?{request.url.query}' if request.url.query else ''}")


routes: Final[list[BaseRoute]] = [
    *(
        Route(path, only_read(endpoint), methods=EVERY_METHOD)
        for path, endpoint in (("/healthz", healthz), ("/metrics", metrics), ("/scripts/{digest}/{name}", script))
    ),
    *(Route(f"/{name}/{{rest:path}}", nothing, methods=EVERY_METHOD) for name in ("healthz", "scripts")),
    Route("/favicon.ico", icon),
    *(Route(f"/{name}", page) for name in PAGES),
    Route(f"/{PRESENT}", present),
    *(Route(f"/{name}/", without_slash) for name in (*PAGES, PRESENT) if name),
    *(Route(f"/{{above:path}}/{path}", elsewhere, methods=EVERY_METHOD) for path in DATA),
]


def under(folder: str, known: Sequence[BaseRoute]) -> list[BaseRoute]:
    """Routes in the folder that the application is served in, empty or with a slash before it. Streamlit puts only its
    own there."""

    def to_overview(_request: Request) -> Response:
        return RedirectResponse(f"{folder.rpartition('/')[2]}/")

    placed: list[BaseRoute] = [Route(folder, to_overview)] if folder else []
    for route in known:
        if isinstance(route, Mount):
            placed.append(Mount(folder + route.path, app=route.app))
        elif isinstance(route, Route):
            placed.append(Route(folder + route.path, route.endpoint, methods=route.methods))
    return placed
