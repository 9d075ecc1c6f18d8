"""Addresses that are about the application, not about figures."""

from typing import Final

from starlette.routing import BaseRoute, Route

from api.problems import EVERY_METHOD, only_read
from server.health import healthz
from server.page import PAGES, page
from server.scripts import script

routes: Final[list[BaseRoute]] = [
    *(
        Route(path, only_read(endpoint), methods=EVERY_METHOD)
        for path, endpoint in (("/healthz", healthz), ("/scripts/{digest}/{name}", script))
    ),
    *(Route(f"/{name}", page) for name in PAGES),
]
