"""Observations and trends, as files."""

from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from api import parameters
from api.answers import cached, streamed
from api.negotiation import Endpoint
from api.parameters import SELECTION
from api.problems import WrongParameter
from exports.filename import stem
from exports.formats import csv_file
from exports.formats.csv_file import STYLES
from exports.formats.registry import File, TooManyRows, by_ending
from exports.tables import trends


def observations(ending: str) -> Endpoint:
    """The endpoint that answers with `exports.observations.observations` in one of the formats."""

    def answered(request: Request) -> Response:
        form = by_ending()[ending]
        asked = _asked(request, (*SELECTION, "style") if ending == "csv" else SELECTION)

        def answer() -> Response:
            headers = {"Content-Disposition": _disposition(asked, ending, "leipzig", inline=form.inline)}
            try:
                written = form.write(replace(asked, most=form.most))
            except TooManyRows as error:
                raise WrongParameter(str(error)) from None
            if isinstance(written, bytes):
                return Response(written, headers=headers, media_type=form.media_type)
            return streamed(written, headers, form.media_type)

        return cached(request, asked.dataset.version, answer)

    return answered


def trends_csv(request: Request) -> Response:
    """Columns `exports.tables.trends.COLUMNS`, see `exports.tables.trends.trends`; indicator is required."""
    parameters.require(request.query_params, "indicator", "/api/v1/indicators.json")
    asked = _asked(request, (*SELECTION, "style"))
    return cached(request, asked.dataset.version, lambda: _trends(asked))


def _trends(asked: File) -> Response:
    frame = trends.trends(asked.dataset, asked.selection, asked.lang)
    headers = {"Content-Disposition": _disposition(asked, "csv", "leipzig_trends")}
    return Response(csv_file.to_csv(frame, asked.style), headers=headers, media_type="text/csv")


def _asked(request: Request, known: tuple[str, ...]) -> File:
    query = request.query_params
    parameters.check_names(query, known)
    asked = parameters.asked(query)
    url = str(request.url)
    if "version" not in query:
        url += f"{'&' if request.url.query else '?'}version={asked.dataset.version}"
    style = parameters.choice(query, "style", STYLES) or "int"
    return File(asked.dataset, asked.selection, asked.lang, style, url)


def _disposition(asked: File, ending: str, prefix: str, *, inline: bool = False) -> str:
    name = stem(asked.selection, asked.dataset.version, prefix)
    style = "_de" if asked.style == "de" else ""
    return f'{"inline" if inline else "attachment"}; filename="{name}{style}.{ending}"'
