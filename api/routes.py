"""Every address that answers with data; all are read-only."""

from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.answers import error, guarded
from api.cities import cities_csv, cities_json
from api.contents import areas_geojson, indicators_json
from api.figures import observations_csv, observations_json, trends_csv
from api.health import healthz
from api.scripts import script

DATA: Final = {
    "/api/v1/indicators.json": indicators_json,
    "/api/v1/areas.geojson": areas_geojson,
    "/api/v1/observations.csv": observations_csv,
    "/api/v1/observations.json": observations_json,
    "/api/v1/trends.csv": trends_csv,
    "/api/v1/cities.csv": cities_csv,
    "/api/v1/cities.json": cities_json,
}


@guarded
def nothing(request: Request) -> Response:
    """404; without it, an address that does not exist would be answered with the page for browsers."""
    return error(404, f"There is nothing at {request.url.path[:80]}, only at {', '.join(DATA)}.")


routes: Final[list[Route]] = [
    Route("/healthz", healthz),
    Route("/scripts/{digest}/{name}", script),
    *(Route(path, endpoint) for path, endpoint in DATA.items()),
    Route("/api/v1/{path:path}", nothing),
]
