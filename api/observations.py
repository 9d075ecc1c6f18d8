"""Observations and trends, as files."""

from dataclasses import replace
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from api import addresses, parameters
from api.answers import MINUTES, cached, csv, disposition, streamed
from api.negotiation import Endpoint
from api.parameters import SELECTION
from api.problems import WrongParameter
from exports.formats.registry import File, TooManyRows, by_ending
from exports.tables.trends import trends
from exports.wide import LAYOUTS

ADDRESSLESS: Final = ("csv", "json")
"""Formats that do not hold their own address."""


def observations(ending: str) -> Endpoint:
    """The endpoint that answers with `exports.observations.observations` in one of the formats."""

    def answered(request: Request) -> Response:
        form = by_ending()[ending]
        layout = ("layout",) if len(form.layouts) > 1 else ()
        file = _file(request, (*SELECTION, *(("style",) if ending == "csv" else ()), *layout))
        file = replace(file, layout=parameters.choice(request.query_params, "layout", LAYOUTS) or "long")

        def answer() -> Response:
            try:
                written = form.write(replace(file, most=form.most))
            except TooManyRows as error:
                raise WrongParameter(str(error)) from None
            if isinstance(written, bytes):
                return Response(written, media_type=form.media_type)
            return streamed(written, form.media_type)

        keep = MINUTES if ending in ADDRESSLESS else addresses.keep(MINUTES)
        headers = disposition(file, "leipzig", ending, inline=form.inline)
        return cached(request, file.dataset.version, answer, keep, headers)

    return answered


def trends_csv(request: Request) -> Response:
    """Columns `exports.tables.trends.COLUMNS`, see `exports.tables.trends.trends`; indicator is required."""
    parameters.require(request.query_params, "indicator", "/api/v1/indicators.json")
    file = _file(request, (*SELECTION, "style"))
    return cached(
        request,
        file.dataset.version,
        lambda: csv(file, "leipzig_trends", trends(file.dataset, file.selection, file.lang)),
    )


def _file(request: Request, known: tuple[str, ...]) -> File:
    query = request.query_params
    parameters.check_names(query, known)
    file = parameters.asked(query)
    parameters.check_loaded(query, file)
    url = addresses.of(request)
    if "version" not in query:
        url += f"{'&' if request.url.query else '?'}version={file.dataset.version}"
    return replace(file, address=url)
