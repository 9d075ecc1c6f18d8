"""Observations and trends, as files."""

import re
from collections.abc import Callable
from typing import Final

import pandas as pd
from starlette.requests import Request
from starlette.responses import Response

from api import parameters
from api.answers import cached, guarded
from api.parameters import SELECTION, Selection
from exports.csv_file import STYLES, Style, to_csv
from exports.json_file import to_json
from exports.observations import observations
from exports.trends import trends

CSV: Final = (*SELECTION, "style")


@guarded
def observations_csv(request: Request) -> Response:
    """Columns `exports.observations.COLUMNS`, see `exports.observations.observations`."""
    asked, style = _asked(request)
    return cached(request, asked.dataset.version, lambda: _csv(_table(observations, asked), style, asked, "leipzig"))


@guarded
def observations_json(request: Request) -> Response:
    """`data_version`, `lang` and `observations`, one object a row of `exports.observations.observations`."""
    query = request.query_params
    parameters.check_names(query, SELECTION)
    asked = parameters.selection(query)
    about = {"data_version": asked.dataset.version, "lang": asked.lang}
    headers = {"Content-Disposition": "inline"}
    return cached(
        request,
        asked.dataset.version,
        lambda: Response(to_json(_table(observations, asked), about), headers=headers, media_type="application/json"),
    )


@guarded
def trends_csv(request: Request) -> Response:
    """Columns `exports.trends.COLUMNS`, see `exports.trends.trends`; indicator is required."""
    parameters.require(request.query_params, "indicator", "/api/v1/indicators.json")
    asked, style = _asked(request)
    return cached(request, asked.dataset.version, lambda: _csv(_table(trends, asked), style, asked, "leipzig_trends"))


def _asked(request: Request) -> tuple[Selection, Style]:
    query = request.query_params
    parameters.check_names(query, CSV)
    return parameters.selection(query), parameters.choice(query, "style", STYLES) or "int"


def _table(build: Callable[..., pd.DataFrame], asked: Selection) -> pd.DataFrame:
    return build(
        asked.dataset,
        asked.indicators,
        lang=asked.lang,
        areas=asked.areas,
        levels=asked.levels,
        start=asked.start,
        end=asked.end,
    )


def _csv(frame: pd.DataFrame, style: Style, asked: Selection, stem: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{_filename(asked, stem)}"'}
    return Response(to_csv(frame, style), headers=headers, media_type="text/csv")


def _filename(asked: Selection, stem: str) -> str:
    what = asked.indicators[0].id if len(asked.indicators) == 1 else "indicators"
    match asked.start, asked.end:
        case "", "":
            years = "all"
        case start, "":
            years = f"from-{start}"
        case "", end:
            years = f"to-{end}"
        case start, end:
            years = f"{start}-{end}"
    return re.sub(r"[^A-Za-z0-9._-]", "-", f"{stem}_{what}_{years}_{asked.dataset.version}") + ".csv"
