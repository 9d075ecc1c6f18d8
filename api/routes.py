"""Every address that answers with data; all are read-only."""

from typing import Final

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from api.analysis import analysis_csv, analysis_json
from api.answer import answer_json, search_json
from api.catalogue import areas_geojson, indicators_json
from api.changes import changes_json
from api.cities import cities_csv, cities_json
from api.description import openapi_json
from api.documentation import start
from api.energy_district import ENDINGS, energy_district, energy_district_json
from api.feed import ATOM, changes_atom
from api.negotiation import Endpoint, giving, open_to_all
from api.neighbours import neighbours_gal
from api.observations import observations, trends_csv
from api.pictures import PNG, SVG, picture
from api.presentation import presentation_html, presentation_json
from api.problems import EVERY_METHOD, HANDLERS, only_read
from api.report import PDF, report_pdf
from api.series import series_csv, series_json
from api.slides import PPTX, slides_pptx
from api.slots import in_slots
from api.tables import contributions_csv, limits_csv, moved_most_csv, profile_csv, similarity_csv
from api.versions import revisions_csv, versions_json
from exports.formats.registry import FORMATS, by_ending

CSV: Final = "text/csv"
JSON: Final = "application/json"

DATA: Final[dict[str, tuple[str, Endpoint]]] = {
    "/v1/": ("text/html", start),
    **{f"/v1/observations.{ending}": (form.media_type, observations(ending)) for ending, form in by_ending().items()},
    "/v1/trends.csv": (CSV, trends_csv),
    "/v1/changes.atom": (ATOM, changes_atom),
    "/v1/changes.json": (JSON, changes_json),
    "/v1/analysis.csv": (CSV, analysis_csv),
    "/v1/analysis.json": (JSON, analysis_json),
    "/v1/cities.csv": (CSV, cities_csv),
    "/v1/cities.json": (JSON, cities_json),
    "/v1/revisions.csv": (CSV, revisions_csv),
    "/v1/profile.csv": (CSV, profile_csv),
    "/v1/similarity.csv": (CSV, similarity_csv),
    "/v1/moved-most.csv": (CSV, moved_most_csv),
    "/v1/contributions.csv": (CSV, contributions_csv),
    "/v1/limits.csv": (CSV, limits_csv),
    **{f"/v1/energy-district.{one}": (FORMATS[one].media_type, energy_district(one)) for one in ENDINGS},
    "/v1/energy-district.json": (JSON, energy_district_json),
    "/v1/series.csv": (CSV, series_csv),
    "/v1/series.json": (JSON, series_json),
    "/v1/presentation.html": ("text/html", presentation_html),
    "/v1/presentation.json": (JSON, presentation_json),
    "/v1/picture.png": (PNG, picture("png")),
    "/v1/picture.svg": (SVG, picture("svg")),
    "/v1/report.pdf": (PDF, report_pdf),
    "/v1/slides.pptx": (PPTX, slides_pptx),
    "/v1/versions.json": (JSON, versions_json),
    "/v1/indicators.json": (JSON, indicators_json),
    "/v1/answer.json": (JSON, answer_json),
    "/v1/search.json": (JSON, search_json),
    "/v1/areas.geojson": ("application/geo+json", areas_geojson),
    "/v1/neighbours.gal": ("text/plain", neighbours_gal),
    "/v1/openapi.json": (JSON, openapi_json),
}
"""By address below /api: what it gives, and who answers."""

EXPORTS: Final = (
    "/v1/observations.",
    "/v1/trends.",
    "/v1/energy-district.",
    "/v1/picture.png",
    "/v1/presentation.html",
    "/v1/report.",
    "/v1/slides.",
)
"""How addresses begin whose answers take seconds or much memory, see `slots`."""


def to_start(request: Request) -> Response:
    """A redirect from /api, /api/ or /api/v1 to the page that explains the rest; relative, because a proxy may have
    taken away a part of the path."""
    return RedirectResponse({"": "v1/", "v1": "v1/"}.get(request.url.path.rpartition("/")[2], "api/v1/"))


# An application of its own, so that what the pages answer to unknown addresses is not the answer here.
api: Final = Starlette(
    routes=[
        Route("/", to_start),
        Route("/v1", to_start),
        *(
            Route(path, in_slots(giving(media_type, endpoint), export=path.startswith(EXPORTS)))
            for path, (media_type, endpoint) in DATA.items()
        ),
    ],
    middleware=[
        Middleware(open_to_all),
        Middleware(
            CORSMiddleware, allow_origins=["*"], allow_methods=["GET", "HEAD"], allow_headers=["*"], max_age=86400
        ),
    ],
    exception_handlers=HANDLERS,
)
# It would redirect to the host that the client names.
api.router.redirect_slashes = False

routes: Final[list[BaseRoute]] = [
    Route("/api", only_read(to_start), methods=EVERY_METHOD),
    Mount("/api", app=api),
]
