"""Which districts border each other, for statistics programs."""

from starlette.requests import Request
from starlette.responses import Response

from api import parameters
from api.answers import FOREVER, MINUTES, cached
from data import store
from exports.neighbours import gal


def neighbours_gal(request: Request) -> Response:
    """The neighbours of the Ortsteile, see `exports.neighbours.gal`; an answer that names its version never changes."""
    query = request.query_params
    parameters.check_names(query, ("version",))
    dataset = parameters.version(query) or store.current()
    headers = {"Content-Disposition": f'attachment; filename="leipzig_neighbours_{dataset.version}.gal"'}
    return cached(
        request,
        dataset.version,
        lambda: Response(gal(dataset), 200, headers, "text/plain"),
        FOREVER if "version" in query else MINUTES,
    )
